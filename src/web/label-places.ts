import type { Item } from './item.ts';

/** A headline over the timeline: the box of its words, px, line by line, and the place on the axis that it names. */
export interface Label {
  item: Item;
  left: number;
  width: number;
  lines: string[];
  /** Of all its lines, px. */
  height: number;
  /** Of the line that leads down to the event, beside the words. */
  x: number;
}

/** Where headlines are placed. */
export interface Room {
  /** Of the track, px. */
  width: number;
  /** What the headlines and the bars under them share, px. */
  height: number;
  rtl: boolean;
  /** How large the reader has the type: 2 is twice the usual size. */
  scale: number;
  /** How wide a text is in that type, px. */
  measure(text: string): number;
}

/** Height of a line in the usual size of the type, and the air between the words and the line beside them, px. */
const LINE = 16;
const BESIDE = 6;
const GAP = 14;
/** Lines of a headline, and the widths that are tried for it in the usual size, px: the narrowest that holds it whole. */
const LINES = { least: 2, most: 3 };
const WIDTHS = [104, 124, 144, 164, 184, 204];
/** A narrower track has no room for words; so much height is left to the bars, px. */
const LEAST_WIDTH = 560;
const LEAST_BARS = 54;
const MOST = 6;

/**
 * The weightiest of some events that find room beside each other, each over its own time; of two alike that in the
 * busier stretch. `anchor` is where an event lies, px, and how busy it is there. The larger the type, the fewer they are.
 */
export function placeLabels(
  items: readonly Item[],
  anchor: (item: Item) => { x: number; busy: number } | null,
  room: Room,
): Label[] {
  const { rtl, scale, measure } = room;
  const most = Math.min(LINES.most, Math.floor((room.height - LEAST_BARS) / (LINE * scale)));
  if (room.width < LEAST_WIDTH || most < LINES.least) return [];
  const labels: Label[] = [];
  const ranked = items
    .flatMap((item) => {
      const at = anchor(item);
      return at ? [{ item, ...at }] : [];
    })
    .sort((a, b) => b.item.weight - a.item.weight || b.busy - a.busy);
  for (const { item, x } of ranked) {
    if (labels.length === MOST) break;
    const lines = breakLines(item.title, room, most);
    const width = Math.ceil(lines.reduce((most, line) => Math.max(most, measure(line)), 0));
    // The words stand after the line that leads down from them, or before it where another headline or the edge is near.
    const sides = [x + BESIDE, x - BESIDE - width];
    const left = (rtl ? sides.toReversed() : sides).find(
      (left) =>
        left >= 0 &&
        left + width <= room.width &&
        labels.every((other) => {
          const [from, to] = [Math.min(left, x), Math.max(left + width, x)];
          return to + GAP <= Math.min(other.left, other.x) || from >= Math.max(other.left + other.width, other.x) + GAP;
        }),
    );
    if (left !== undefined) labels.push({ item, left, width, lines, height: lines.length * LINE * scale, x });
  }
  return labels;
}

/** A headline in at most so many lines, in the narrowest width that holds it; what is too long ends after a word. */
export function breakLines(title: string, { scale, measure }: Pick<Room, 'scale' | 'measure'>, most: number): string[] {
  const words = title.split(/\s+/).filter((word) => word !== '');
  const tries = WIDTHS.map((width) => fillLines(words, width * scale, measure));
  const whole = tries.find((lines) => lines.length <= most);
  if (whole) return whole;
  const lines = tries.at(-1) ?? [];
  const last = lines[most - 1]?.split(' ') ?? [];
  while (last.length > 1 && measure(`${last.join(' ')} …`) > (WIDTHS.at(-1) ?? 0) * scale) last.pop();
  return [...lines.slice(0, most - 1), `${last.join(' ').replace(/[,;:–-]$/u, '')} …`];
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
  return labels.reduce((most, { height }) => Math.max(most, height), 0);
}

export function isOnLabel({ left, width, height }: Label, x: number, y: number): boolean {
  return x >= left - BESIDE && x <= left + width + BESIDE && y >= 0 && y <= height;
}
