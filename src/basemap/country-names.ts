/** Where the name of a country may stand, in pixels of the drawing. */
export interface CountryStand {
  /** The middle of the name, by how much it is turned there, in degrees, and the radius of the circle that it runs on; 0 where it is straight. */
  x: number;
  y: number;
  angle: number;
  radius: number;
  /** How wide the country is there, and how many times as wide its name may be. */
  room: number;
  slack: number;
}

/** A name in lines, with the size of its letters and the space between them in pixels, and where it is to stand. */
export interface CountryWay {
  setting: { text: string; size: number; spacing: number };
  stand: CountryStand;
}

const SIZES = { least: 10, most: 18, share: 0.085 };
/** Pixels of the screen that the least letters have where a drawing is larger than its data. */
const LEGIBLE = 10;
/** Space between letters, in their size: at least, and at most. */
const SPACING = { least: 0.08, most: 0.45 };
/** A room is at least a fifth as high as it is wide; a name of two lines that is no higher than a third of it runs little out of it. */
const TWO_LINES = 3;

/**
 * The ways to set a country's name at its own place, the best first: letters as large, and as far apart, as the country is wide;
 * then the least; then those in two lines, where they are not turned. `grown` is how many times as large as said they are on
 * the screen.
 */
export function waysOf(text: string, stand: CountryStand, grown: number): CountryWay[] {
  const least = leastLetters(grown);
  const level = text.includes(' ') && stand.angle === 0;
  const settings = [
    { text, ...spread(text, stand.room) },
    { text, ...least },
    ...(level ? [{ text: inTwo(text), ...least }] : []),
  ];
  return settings.map((setting) => ({ stand, setting }));
}

/** Pixels of the least letters of a name, and between them. */
export function leastLetters(grown: number): { size: number; spacing: number } {
  const size = Math.min(SIZES.least, Math.ceil((LEGIBLE / grown) * 10) / 10);
  return { size, spacing: Math.round(SPACING.least * size * 10) / 10 };
}

/** Whether a name that takes so many pixels has its place in a room of that width. */
export function fitsIn(room: number, { text }: CountryWay['setting'], width: number, height: number): boolean {
  return width <= room && (!text.includes('\n') || height * TWO_LINES <= room);
}

/** A way to set a name in what is seen of a country: letters of a size, ems between them, and how much of its room it may take. */
export interface SettingInView {
  text: string;
  size: number;
  spacing: number;
  fill: number;
}

/** The ways to do so, the best first: in one line, and there rather in large letters with room to spare; in two; then what is yet legible. */
export function settingsInView(text: string, large: number, usual: number, least: number): SettingInView[] {
  const lines = [...new Set([text, inTwo(text)])];
  const { spacing, fill, tight } = IN_VIEW;
  const larger = [...new Set([large, (large + usual) / 2])].filter((size) => size > usual);
  return [
    ...lines.flatMap((text) => [
      ...larger.map((size) => ({ text, size, spacing, fill })),
      { text, size: usual, spacing, fill: 1 },
    ]),
    ...lines.map((text) => ({ text, size: least, spacing: tight, fill: 1 })),
  ];
}

const IN_VIEW = { spacing: 0.12, tight: 0.04, fill: 0.75 };

function spread(text: string, room: number) {
  const { least, most, share } = SIZES;
  const size = Math.round(Math.max(least, Math.min(most, room * share)));
  const between = (0.5 * room) / Math.max(1, text.length) - 0.74 * size;
  const spacing = Math.max(SPACING.least * size, Math.min(SPACING.most * size, between));
  return { size, spacing: Math.round(spacing * 10) / 10 };
}

/** A name broken at the space that is nearest to its middle; one word stays as it is. */
export function inTwo(text: string): string {
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  if (spaces.length === 0) return text;
  const off = (at: number) => Math.abs(at - text.length / 2);
  const middle = spaces.reduce((best, at) => (off(at) < off(best) ? at : best), spaces[0] ?? 0);
  return `${text.slice(0, middle)}\n${text.slice(middle + 1)}`;
}
