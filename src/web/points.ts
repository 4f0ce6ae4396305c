import { mercatorY, TILE, type View } from '../basemap/view.ts';
import type { Offset } from './fan.ts';
import { type Item, reach } from './item.ts';
import { rank, type Window } from './visible.ts';

/**
 * The placed events as rows of numbers in the order of their first instants, so that a moment is a count of rows and a
 * drag moves no data. Seven floats a row:
 *
 *     x  y   from the origin, in the Mercator square   dx  dy   px off the place   scale   icon   end rank
 *
 * A float holds 24 bits, too few for a place beside a place or a second of this century. So places are told from the
 * middle of the story, and ends by their rank: an end lies before an instant when its rank is less than the instant's.
 */
export interface Points {
  items: Item[];
  /** The number of an event's row, by id. */
  numbers: ReadonlyMap<string, number>;
  rows: Float32Array;
  origin: { x: number; y: number };
  starts: Float64Array;
  ends: Float64Array;
}

export const ROW = 7;

/** `iconOf` numbers the glyphs in the order of their pictures. */
export function packPoints(
  all: readonly Item[],
  offsets: ReadonlyMap<string, Offset>,
  iconOf: (item: Item) => number,
): Points {
  const placed = all.flatMap((item) => (item.at ? [{ item, at: item.at, ...(reach(item) ?? NEVER) }] : []));
  placed.sort((a, b) => a.from - b.from || 0);
  const ends = Float64Array.from(placed, ({ to }) => to).sort();
  const mercator = placed.map(({ at: [lng, lat] }) => ({ x: (lng + 180) / 360, y: mercatorY(lat) }));
  const middle = mercator[mercator.length >> 1];
  const origin = { x: middle?.x ?? 0.5, y: middle?.y ?? 0.5 };
  const rows = new Float32Array(placed.length * ROW);
  for (const [index, { item, to }] of placed.entries()) {
    const { x = 0, y = 0 } = mercator[index] ?? {};
    const { dx, dy, scale } = offsets.get(item.id) ?? ALONE;
    rows.set([x - origin.x, y - origin.y, dx, dy, scale, iconOf(item), rank(ends, to, false)], index * ROW);
  }
  return {
    items: placed.map(({ item }) => item),
    numbers: new Map(placed.map(({ item }, index) => [item.id, index])),
    rows,
    origin,
    starts: Float64Array.from(placed, ({ from }) => from),
    ends,
  };
}

/** What of the rows a window shows: the first `count` of them, and of those each whose end has at least the rank `ended`. */
export function shownRows(
  { starts, ends }: Pick<Points, 'starts' | 'ends'>,
  { from, to }: Window,
): { count: number; ended: number } {
  return { count: rank(starts, to, true), ended: rank(ends, from, false) };
}

/** The shown events whose glyph lies within `reach` pixels of a point of the picture, the nearest first. `size` is the factor of all glyphs. */
export function pickPoints(
  { rows, items, origin, ...times }: Points,
  window: Window,
  view: View,
  size: number,
  at: { x: number; y: number },
  reach: number,
): Item[] {
  const { count, ended } = shownRows(times, window);
  const square = TILE * 2 ** view.zoom;
  const [left, top] = [(view.lng + 180) / 360, mercatorY(view.lat)];
  const found: { item: Item; far: number }[] = [];
  for (let index = 0; index < count; index++) {
    const row = index * ROW;
    const value = (column: number) => rows[row + column] ?? 0;
    if (value(6) < ended) continue;
    const grown = value(4) * size;
    // The nearest of the worlds that stand beside each other.
    const turns = origin.x + value(0) - left;
    const x = (turns - Math.round(turns)) * square + view.width / 2 + value(2) * grown;
    const y = (origin.y + value(1) - top) * square + view.height / 2 + value(3) * grown;
    const far = Math.hypot(x - at.x, y - at.y);
    const item = items[index];
    if (item && far <= reach) found.push({ item, far });
  }
  return found.sort((a, b) => a.far - b.far).map(({ item }) => item);
}

const ALONE: Offset = { dx: 0, dy: 0, scale: 1 };
/** What has no date belongs to the whole story only. */
const NEVER = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };
