/** A ring in the plane of the map: pairs of x, to the right, and y, down, in any one unit. */
export type Plane = readonly (readonly number[])[];

/** Where a name fits: the middle of its box, and the box's width. */
export interface Room {
  x: number;
  y: number;
  width: number;
}

/** The part of the plane that is looked at. */
export interface Window {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The stretches of some level lines, the same distance apart, that lie inside a shape. */
export interface Rows {
  top: number;
  height: number;
  spans: Span[][];
}

type Span = readonly [from: number, to: number];

// Labels are some five times as wide as they are high.
const PROPORTION = 5;
const ALIKE = 0.999;
const SHARES = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1];

/** Looks through rings, of which holes are some, in rows of a height from `top` to `bottom`. */
export function rowsOf(rings: readonly Plane[], top: number, bottom: number, height: number): Rows {
  const count = Math.max(1, Math.round((bottom - top) / height));
  const crossings = Array.from({ length: count }, (): number[] => []);
  // The first of the level lines at a height or below it.
  const rowAt = (y: number) => Math.max(0, Math.min(count, Math.ceil((y - top) / height - 0.5)));
  for (const ring of rings) {
    let [x1 = 0, y1 = 0] = ring.at(-1) ?? [];
    for (const [x2 = 0, y2 = 0] of ring) {
      const end = rowAt(Math.max(y1, y2));
      for (let row = rowAt(Math.min(y1, y2)); row < end; row++)
        crossings[row]?.push(x1 + ((top + (row + 0.5) * height - y1) / (y2 - y1)) * (x2 - x1));
      [x1, y1] = [x2, y2];
    }
  }
  return { top, height, spans: crossings.map(between) };
}

/** The stretches between the crossings of a level line with some rings: holes are left out. */
function between(crossings: number[]): Span[] {
  crossings.sort((a, b) => a - b);
  return Array.from(
    { length: crossings.length >> 1 },
    (_, i): Span => [crossings[2 * i] ?? 0, crossings[2 * i + 1] ?? 0],
  );
}

/** The widest box of a label's proportions in the rows, within a window of them if there is one; of width 0 where there is none. */
export function widestBox({ top, height, spans }: Rows, window?: Window): Room {
  const [first, last] = window
    ? [Math.ceil((window.top - top) / height), Math.floor((window.bottom - top) / height) - 1]
    : [0, spans.length - 1];
  const middle = (Math.max(0, first) + Math.min(last, spans.length - 1)) / 2;
  let best: Room & { off: number } = { x: 0, y: 0, width: 0, off: 0 };
  for (let row = Math.max(0, first); row <= Math.min(last, spans.length - 1); row++) {
    for (const [from, to] of spans[row] ?? []) {
      const left = Math.max(from, window?.left ?? from);
      const right = Math.min(to, window?.right ?? to);
      // Of boxes as wide as each other the one in the middle.
      const off = Math.abs(row - middle);
      const least = off < best.off ? best.width * ALIKE : best.width;
      if (right - left <= least) continue;
      const x = (left + right) / 2;
      const share = SHARES.find((part) => fits(spans, row, x, (right - left) * part, height, first, last)) ?? 0;
      const width = (right - left) * share;
      if (width > least) best = { x, y: top + (row + 0.5) * height, width, off };
    }
  }
  return { x: best.x, y: best.y, width: best.width };
}

function fits(
  spans: Span[][],
  row: number,
  x: number,
  width: number,
  height: number,
  first: number,
  last: number,
): boolean {
  const reach = Math.ceil(width / PROPORTION / 2 / height);
  if (row - reach < first || row + reach > last) return false;
  for (let near = row - reach; near <= row + reach; near++) {
    if (!spans[near]?.some(([from, to]) => from <= x - width / 2 && to >= x + width / 2)) return false;
  }
  return true;
}
