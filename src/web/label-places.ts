import type { Item } from './item.ts';

/** A headline over the timeline: the box of its words, px, line by line, and the place on the axis that it names. */
export interface Label {
  item: Item;
  left: number;
  width: number;
  lines: string[];
  /** Of the line that leads down to the event, beside the words. */
  x: number;
}

/** Height of a line, and the air between the words and the line beside them, px. */
export const LINE_HEIGHT = 16;
const BESIDE = 6;
const GAP = 14;
/** Lines of a headline, and the widths that are tried for it, px: the narrowest that holds it whole. */
const MOST_LINES = 3;
const WIDTHS = [104, 124, 144, 164, 184, 204];
/** A smaller track has no room for words, px. */
const LEAST_TRACK = { width: 560, height: 140 };
const MOST = 6;

/**
 * The weightiest of some events that find room beside each other, each over its own time; of two alike that in the
 * busier stretch. `anchor` is where an event lies, px, and how busy it is there; `measure` how wide a text is, px.
 */
export function placeLabels(
  items: readonly Item[],
  anchor: (item: Item) => { x: number; busy: number } | null,
  track: { width: number; height: number },
  rtl: boolean,
  measure: (text: string) => number,
): Label[] {
  if (track.width < LEAST_TRACK.width || track.height < LEAST_TRACK.height) return [];
  const labels: Label[] = [];
  const ranked = items
    .flatMap((item) => {
      const at = anchor(item);
      return at ? [{ item, ...at }] : [];
    })
    .sort((a, b) => b.item.weight - a.item.weight || b.busy - a.busy);
  for (const { item, x } of ranked) {
    if (labels.length === MOST) break;
    const lines = breakLines(item.title, measure);
    const width = Math.ceil(lines.reduce((most, line) => Math.max(most, measure(line)), 0));
    // The words stand after the line that leads down from them, or before it where another headline or the edge is near.
    const sides = [x + BESIDE, x - BESIDE - width];
    const left = (rtl ? sides.toReversed() : sides).find(
      (left) =>
        left >= 0 &&
        left + width <= track.width &&
        labels.every((other) => {
          const [from, to] = [Math.min(left, x), Math.max(left + width, x)];
          return to + GAP <= Math.min(other.left, other.x) || from >= Math.max(other.left + other.width, other.x) + GAP;
        }),
    );
    if (left !== undefined) labels.push({ item, left, width, lines, x });
  }
  return labels;
}

/** A headline in as many lines as it may have, in the narrowest width that holds it; what is too long ends after a word. */
export function breakLines(title: string, measure: (text: string) => number): string[] {
  const words = title.split(/\s+/).filter((word) => word !== '');
  const tries = WIDTHS.map((width) => fillLines(words, width, measure));
  const whole = tries.find((lines) => lines.length <= MOST_LINES);
  if (whole) return whole;
  const lines = tries.at(-1) ?? [];
  const last = lines[MOST_LINES - 1]?.split(' ') ?? [];
  while (last.length > 1 && measure(`${last.join(' ')} …`) > (WIDTHS.at(-1) ?? 0)) last.pop();
  return [...lines.slice(0, MOST_LINES - 1), `${last.join(' ').replace(/[,;:–-]$/u, '')} …`];
}

function fillLines(words: readonly string[], width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of words.flatMap((word) => splitWord(word, width, measure))) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A word that no line holds, or a script without spaces, is broken between its letters. */
function splitWord(word: string, width: number, measure: (text: string) => number): string[] {
  if (measure(word) <= width) return [word];
  const parts: string[] = [''];
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    const longer = parts.at(-1) + segment;
    if (measure(longer) <= width) parts[parts.length - 1] = longer;
    else parts.push(segment);
  }
  return parts;
}

/** Height that headlines take, px. */
export function heightOf(labels: readonly Label[]): number {
  return labels.reduce((most, { lines }) => Math.max(most, lines.length * LINE_HEIGHT), 0);
}

export function isOnLabel({ left, width, lines }: Label, x: number, y: number): boolean {
  return x >= left - BESIDE && x <= left + width + BESIDE && y >= 0 && y <= lines.length * LINE_HEIGHT;
}
