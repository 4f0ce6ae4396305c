import fontsFile from '../../../seeds/fonts.bin';
import { readFonts } from './font-pack.ts';
import { readWidths, type Widths } from './widths.ts';

/** The type faces of pictures; a letter that a face does not have is taken from the next that has it. */
export const fonts = readFonts(fontsFile);

export const SERIF = 'Newsreader';
export const SANS = 'Open Sans';
/** Joins its letters and has Latin ones too. */
const ARABIC = 'Noto Sans Arabic';

export interface Face {
  family: string;
  weight: number;
  size: number;
}

/** A stretch of a text that one font has all letters of. */
export interface Run {
  text: string;
  font: string;
}

interface Chained {
  name: string;
  widths: Widths;
}

const chains = new Map<string, Chained[]>();

/**
 * How wide a text stands, in the unit of the size. Kerning is not counted, nor what joins the letters of a script. `otherwise` says
 * of a letter that no font here has how many ems it takes in another.
 */
export function measure(text: string, face: Face, otherwise: (letter: string) => number = () => 0): number {
  const chain = chainOf(face, text);
  const em = [...text].reduce((sum, letter) => sum + (find(letter, chain)?.width ?? otherwise(letter)), 0);
  return face.size * em;
}

/** A text by the fonts that have its letters: those of the face first. What no font has is left out, as are marks of direction. */
export function runsOf(text: string, face: Face): Run[] {
  const chain = chainOf(face, text);
  const runs: Run[] = [];
  for (const letter of text) {
    const font = find(letter, chain)?.name;
    const last = runs.at(-1);
    if (last && last.font === font) last.text += letter;
    else if (font !== undefined) runs.push({ text: letter, font });
  }
  return runs;
}

/**
 * The fonts of a weight, those of the family first. A text with Arabic in it is set in one font alone: the renderer joins
 * letters and orders what runs both ways no further than a font goes.
 */
function chainOf({ family, weight }: Face, text: string): Chained[] {
  const arabic = /\p{Script=Arabic}/u.test(text);
  const key = arabic ? `${ARABIC} ${weight}` : `${family} ${weight}`;
  const chain =
    chains.get(key) ??
    fonts
      .filter((font) => font.weight === weight && (!arabic || font.family === ARABIC))
      .sort((a, b) => Number(b.family === family) - Number(a.family === family))
      .map(({ name, bytes }) => ({ name, widths: readWidths(bytes) }));
  chains.set(key, chain);
  return chain;
}

function find(letter: string, chain: readonly Chained[]): { name: string; width: number } | undefined {
  for (const { name, widths } of chain) {
    const width = widths(letter.codePointAt(0) ?? 0);
    if (width !== undefined) return { name, width };
  }
  return undefined;
}

/**
 * Breaks a text into lines no wider than `width`, at spaces. At most `most` lines: what is over is cut with an ellipsis,
 * and so is a word that is wider than a line.
 */
export function wrapText(text: string, face: Face, width: number, most: number): { lines: string[]; cut: boolean } {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((word) => word !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer, face) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line !== '') lines.push(line);
  const kept = lines.slice(0, most);
  const last = kept.length - 1;
  const shown = kept.map((one, index) => ellipsed(one, face, width, index === last && lines.length > most));
  return { lines: shown, cut: lines.length > most || shown.some((one, index) => one !== kept[index]) };
}

function ellipsed(line: string, face: Face, width: number, always: boolean): string {
  if (!always && measure(line, face) <= width) return line;
  const letters = [...line];
  while (letters.length > 1 && measure(`${letters.join('')}…`, face) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
