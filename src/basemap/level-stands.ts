import { type Box, overlap } from './label-room.ts';
import type { Rows } from './widest-box.ts';

/** Where the middle of a level name may stand, in pixels, and by how much its room is wider than the name. */
export interface LevelStand {
  x: number;
  y: number;
  slack: number;
}

type Size = Pick<Box, 'width' | 'height'>;
type Span = readonly [from: number, to: number];
type Point = Readonly<Pick<Box, 'x' | 'y'>>;

/** So many stands are enough to choose from, and so many pixels apart they differ. */
const MOST = 24;
const APART = { across: 20, down: 10 };
/** Of the height of a line in capitals, what is ink: the air above and below may lie over a border. */
const INK = 0.7;
/** Pixels from a mark at which the ground is quiet. */
const QUIET = 140;
/** What is worth as much as to stand in the very middle of what is seen: quiet ground, room to either side. */
const WORTH = { quiet: 0.5, room: 0.4 };

/**
 * Where in a shape there is room for a level name of a size, the best first: near to the middle of what is seen of the shape
 * `within` a box, with room to either side, far from `marks`; none meets a box that is `taken`.
 */
export function levelStands(
  rows: Rows,
  size: Size,
  within: Box,
  taken: readonly Box[] = [],
  marks: readonly Point[] = [],
): LevelStand[] {
  const middle = middleOf(rows, within);
  if (!middle || middle.longest < size.width) return [];
  const found: (LevelStand & { score: number })[] = [];
  const reach = Math.round((INK * size.height) / 2 / rows.height);
  for (let row = reach; row + reach < rows.spans.length; row++) {
    const y = rows.top + (row + 0.5) * rows.height;
    const band = { x: within.x, y: y - size.height / 2, width: within.width, height: size.height };
    if (band.y < within.y || band.y + band.height > within.y + within.height) continue;
    for (const [from, to] of freeIn(rows.spans, row, reach, band, size.width, taken)) {
      const slack = to - from - size.width;
      const near = Math.max(from + size.width / 2, Math.min(to - size.width / 2, middle.x));
      for (const x of near === (from + to) / 2 ? [near] : [near, (from + to) / 2]) {
        const off = Math.hypot(x - middle.x, y - middle.y) / middle.extent;
        const quiet = marks.reduce((least, mark) => Math.min(least, Math.hypot(mark.x - x, mark.y - y)), QUIET) / QUIET;
        const room = Math.min(1, slack / size.width);
        found.push({ x, y, slack, score: off - WORTH.quiet * quiet - WORTH.room * room });
      }
    }
  }
  return apart(found.sort((a, b) => a.score - b.score)).map(({ x, y, slack }) => ({ x, y, slack }));
}

/** The stretches of a band, so many pixels long at least, that lie in a shape on all lines about one, clear of what is taken. */
function freeIn(
  lines: readonly (readonly Span[])[],
  middle: number,
  reach: number,
  band: Box,
  width: number,
  taken: readonly Box[],
): Span[] {
  const end = band.x + band.width;
  let free: Span[] = longest(lines[middle] ?? [], band.x, end, width);
  for (let row = middle - reach; row <= middle + reach && free.length > 0; row++) {
    if (row !== middle) free = free.flatMap(([from, to]) => longest(lines[row] ?? [], from, to, width));
  }
  for (const box of free.length > 0 ? taken : []) {
    if (!overlap(box, band)) continue;
    free = free.flatMap((span) => [
      ...longest([span], band.x, box.x, width),
      ...longest([span], box.x + box.width, end, width),
    ]);
  }
  return free;
}

/** What of some spans lies between two points, where it is so long. */
function longest(spans: readonly Span[], first: number, last: number, width: number): Span[] {
  const kept: Span[] = [];
  for (const span of spans) {
    const [from, to] = [Math.max(first, span[0]), Math.min(last, span[1])];
    if (to - from >= width) kept.push([from, to]);
  }
  return kept;
}

/** The middle of the part of a shape that is seen, the side of a square of its size, and its longest line; null where none is. */
function middleOf({ top, height, spans }: Rows, within: Box) {
  let [length, longest, x, y] = [0, 0, 0, 0];
  spans.forEach((line, row) => {
    const at = top + (row + 0.5) * height;
    if (at < within.y || at > within.y + within.height) return;
    for (const span of line) {
      const [from, to] = [Math.max(span[0], within.x), Math.min(span[1], within.x + within.width)];
      if (from >= to) continue;
      longest = Math.max(longest, to - from);
      length += to - from;
      x += ((to - from) * (from + to)) / 2;
      y += (to - from) * at;
    }
  });
  return length > 0 ? { x: x / length, y: y / length, extent: Math.sqrt(length * height), longest } : null;
}

/** The first of those that are hardly another place. */
function apart<T extends Point>(ranked: readonly T[]): T[] {
  const kept: T[] = [];
  for (const one of ranked) {
    if (kept.length === MOST) break;
    if (kept.every(({ x, y }) => Math.abs(x - one.x) >= APART.across || Math.abs(y - one.y) >= APART.down))
      kept.push(one);
  }
  return kept;
}
