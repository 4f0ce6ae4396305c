import type { Axis } from './axis.ts';
import type { Item } from './item.ts';

/** One event on the timeline, in pixels; lane 0 lies on the axis. */
export interface Bar {
  item: Item;
  x0: number;
  x1: number;
  lane: number;
}

export interface Picture {
  bars: Bar[];
  /** Events a bin of {@link BIN} pixels, where they are too many for bars. */
  bins: Uint32Array | null;
  lanes: number;
}

/** Pixels of a histogram bin. */
export const BIN = 4;
/** Narrowest bar: the glyph of the category. */
export const MARK = 12;
/** Height of a bar in its lane: close lanes leave less air. */
export function barHeight(pitch: number): number {
  return Math.min(pitch - (pitch > 6 ? 2 : 1), MARK);
}

/** Past it, bars would only lie on each other. */
const MOST_BARS = 600;

/** Packs the bars into as few lanes as they need; a histogram where they need more than `most`. */
export function layBars(items: readonly Item[], axis: Axis, most: number): Picture {
  if (items.length > MOST_BARS) return { bars: [], bins: histogram(items, axis), lanes: 0 };
  const bars = items
    .flatMap((item) => place(item, axis) ?? [])
    .sort((a, b) => a.x0 - b.x0 || b.x1 - b.x0 - (a.x1 - a.x0));
  const ends: number[] = [];
  for (const bar of bars) {
    let lane = ends.findIndex((end) => end <= bar.x0);
    if (lane === -1) lane = ends.push(0) - 1;
    if (lane >= most) return { bars: [], bins: histogram(items, axis), lanes: 0 };
    ends[lane] = bar.x1 + 2;
    bar.lane = lane;
  }
  return { bars, bins: null, lanes: ends.length };
}

function place(item: Item, axis: Axis): Bar | null {
  if (item.start === null && item.end === null) return null;
  const a = item.start === null ? axis.x(Number.NEGATIVE_INFINITY) : axis.x(item.start);
  const b = item.end === null ? axis.x(Number.POSITIVE_INFINITY) : axis.x(item.end);
  const [x0, x1] = [Math.min(a, b), Math.max(a, b)];
  const short = Math.max(0, MARK - (x1 - x0)) / 2;
  const left = Math.min(Math.max(0, x0 - short), axis.width - MARK);
  return { item, x0: left, x1: Math.max(x1 + short, left + MARK), lane: 0 };
}

function histogram(items: readonly Item[], axis: Axis): Uint32Array {
  const bins = new Uint32Array(Math.ceil(axis.width / BIN) + 1);
  for (const { start, end } of items) {
    const time = start ?? end;
    if (time === null) continue;
    const bin = Math.floor(axis.x(time) / BIN);
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins;
}

/** The bar at a point, the topmost where they touch. */
export function barAt(picture: Picture, x: number, y: number, base: number, pitch: number): Bar | null {
  const near = picture.bars.filter((bar) => x >= bar.x0 - 4 && x <= bar.x1 + 4);
  const lane = Math.floor((base - y) / pitch);
  return near.find((bar) => bar.lane === lane) ?? null;
}
