import type { Axis } from './axis.ts';
import { type Column, makeHistogram } from './histogram.ts';
import type { Item } from './item.ts';

/** One event on the timeline, in pixels; lane 0 lies on the axis. */
export interface Bar {
  item: Item;
  x0: number;
  x1: number;
  lane: number;
}

/** How a picture stands on the canvas, px: the y of the axis, the height that columns may have, the distance of the lanes. */
export interface Stand {
  base: number;
  room: number;
  pitch: number;
}

export interface Picture {
  bars: Bar[];
  /** How many events began when, where they are too many for bars. */
  columns: Column[] | null;
  lanes: number;
}

/** Narrowest bar: the glyph of the category. */
export const MARK = 12;
/** Height of a bar in its lane: close lanes leave less air. */
export function barHeight(pitch: number): number {
  return Math.min(pitch - (pitch > 6 ? 2 : 1), MARK);
}

/** Past it, bars would only lie on each other. */
const MOST_BARS = 600;

/** Packs the bars into as few lanes as they need; a histogram where they need more than `most`. */
export function layBars(items: readonly Item[], axis: Axis, most: number, zone: string): Picture {
  const counted = () => ({ bars: [], columns: makeHistogram(items, axis, zone), lanes: 0 });
  if (items.length > MOST_BARS) return counted();
  const bars = items
    .flatMap((item) => place(item, axis) ?? [])
    .sort((a, b) => a.x0 - b.x0 || b.x1 - b.x0 - (a.x1 - a.x0));
  const ends: number[] = [];
  for (const bar of bars) {
    let lane = ends.findIndex((end) => end <= bar.x0);
    if (lane === -1) lane = ends.push(0) - 1;
    if (lane >= most) return counted();
    ends[lane] = bar.x1 + 2;
    bar.lane = lane;
  }
  return { bars, columns: null, lanes: ends.length };
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

/** How high the picture stands over a place of the axis, px. */
export function heightAt({ bars, columns }: Picture, x: number, { base, room, pitch }: Stand): number {
  if (columns) {
    const most = mostOf(columns);
    const column = columns.find(({ x0, x1 }) => x >= x0 && x <= x1);
    return column ? columnHeight(column.total, most, room) : 0;
  }
  const top = bars.reduce((lane, bar) => (x >= bar.x0 && x <= bar.x1 ? Math.max(lane, bar.lane + 1) : lane), 0);
  return Math.min(base, top * pitch);
}

export function mostOf(columns: readonly Column[]): number {
  return columns.reduce((most, { total }) => Math.max(most, total), 1);
}

/** At least two pixels: one event is still an event. */
export function columnHeight(count: number, most: number, room: number): number {
  return count === 0 ? 0 : Math.max(2, (room * count) / most);
}

/** The bar at a point, the topmost where they touch. */
export function barAt(picture: Picture, x: number, y: number, base: number, pitch: number): Bar | null {
  const near = picture.bars.filter((bar) => x >= bar.x0 - 4 && x <= bar.x1 + 4);
  const lane = Math.floor((base - y) / pitch);
  return near.find((bar) => bar.lane === lane) ?? null;
}
