import type { Axis } from './axis.ts';
import { type Column, makeHistogram } from './histogram.ts';
import type { Item } from './item.ts';

/** One event on the timeline, in pixels. It takes `tall` lanes from `lane` on; lane 0 lies on the axis. */
export interface Bar {
  item: Item;
  x0: number;
  x1: number;
  lane: number;
  tall: number;
}

/** How a picture stands on the canvas, px: the y of the axis, and the height that columns may have. */
export interface Stand {
  base: number;
  room: number;
}

export interface Picture {
  bars: Bar[];
  /** How many events began when, where they are too many for bars. */
  columns: Column[] | null;
  lanes: number;
  /** Distance of the lanes, px. */
  pitch: number;
}

/** Narrowest bar: the glyph of the category. */
export const MARK = 12;
/** A glyph is at least so high, px, however close the lanes: smaller shapes are not told apart. */
const LEAST_MARK = 9;
/** Lanes lie so far apart where there is room, and no closer than the last, px. */
const PITCHES = [15, 13, 11, 9, 7.5, 6, 5, 4.2];
/** On a phone, where a finger chooses, no closer than this. */
const PHONE = { width: 480, pitch: 7.5 };

/** Past it, bars would only lie on each other. */
const MOST_BARS = 600;

/** What is known to have begun, or to end, but not for how long: so much of it is drawn, px. */
const STUB = 64;

/** Packs the bars into as few lanes as they need, as far apart as `room`, px, lets them; a histogram where it is too low. */
export function layBars(items: readonly Item[], axis: Axis, room: number, zone: string): Picture {
  const counted = () => ({ bars: [], columns: makeHistogram(items, axis, zone), lanes: 0, pitch: 0 });
  if (items.length > MOST_BARS) return counted();
  const placed = items
    .flatMap((item) => place(item, axis) ?? [])
    .sort((a, b) => a.x0 - b.x0 || b.x1 - b.x0 - (a.x1 - a.x0));
  const least = axis.width < PHONE.width ? PHONE.pitch : 0;
  for (const pitch of PITCHES.filter((pitch) => pitch >= least)) {
    const bars = pack(placed, pitch, Math.floor(room / pitch));
    if (!bars) continue;
    const lanes = bars.reduce((most, bar) => Math.max(most, topOf(bar)), 1);
    return { bars, columns: null, lanes, pitch: Math.min(PITCHES[0] ?? pitch, room / lanes) };
  }
  return counted();
}

/** The lowest free lanes for each bar, from left to right; null where there are more than `most`. */
function pack(placed: readonly Omit<Bar, 'lane' | 'tall'>[], pitch: number, most: number): Bar[] | null {
  const ends: number[] = [];
  const bars: Bar[] = [];
  for (const { item, x0, x1 } of placed) {
    const tall = isMark({ x0, x1 }) ? Math.max(1, Math.ceil(LEAST_MARK / pitch)) : 1;
    let lane = 0;
    while (Array.from({ length: tall }, (_, up) => ends[lane + up] ?? 0).some((end) => end > x0)) lane += 1;
    if (lane + tall > most) return null;
    for (let up = 0; up < tall; up++) ends[lane + up] = x1 + 2;
    bars.push({ item, x0, x1, lane, tall });
  }
  return bars;
}

/** Whether a bar is too short for anything but its glyph. */
export function isMark({ x0, x1 }: Pick<Bar, 'x0' | 'x1'>): boolean {
  return x1 - x0 <= MARK + 1;
}

/** Upper edge and height of a bar, px; close lanes leave less air. */
export function boxOf({ lane, tall }: Pick<Bar, 'lane' | 'tall'>, { pitch }: Picture, base: number) {
  const height = Math.min(tall * pitch - (pitch > 6 ? 2 : 1), MARK);
  return { top: base - (lane + tall) * pitch + (tall * pitch - height) / 2, height };
}

function topOf({ lane, tall }: Bar): number {
  return lane + tall;
}

function place(item: Item, axis: Axis): Pick<Bar, 'item' | 'x0' | 'x1'> | null {
  const { start, end } = item;
  if (start === null && end === null) return null;
  // What goes on is there to the end of the axis. When something began that is to be over by a day, nobody says.
  const b = axis.x(end ?? Number.POSITIVE_INFINITY);
  const towardsPast = axis.x(Number.POSITIVE_INFINITY) > axis.x(Number.NEGATIVE_INFINITY) ? -1 : 1;
  const a = start === null ? b + towardsPast * STUB : axis.x(start);
  const [x0, x1] = [Math.max(0, Math.min(a, b)), Math.min(axis.width, Math.max(a, b))];
  const short = Math.max(0, MARK - (x1 - x0)) / 2;
  const left = Math.min(Math.max(0, x0 - short), axis.width - MARK);
  return { item, x0: left, x1: Math.max(x1 + short, left + MARK) };
}

/** How high the picture stands over a place of the axis, px. */
export function heightAt({ bars, columns, pitch }: Picture, x: number, { base, room }: Stand): number {
  if (columns) {
    const most = mostOf(columns);
    const column = columns.find(({ x0, x1 }) => x >= x0 && x <= x1);
    return column ? columnHeight(column.total, most, room) : 0;
  }
  const top = bars.reduce((most, bar) => (x >= bar.x0 && x <= bar.x1 ? Math.max(most, topOf(bar)) : most), 0);
  return Math.min(base, top * pitch);
}

export function mostOf(columns: readonly Column[]): number {
  return columns.reduce((most, { total }) => Math.max(most, total), 1);
}

/** At least three pixels: one event is still an event. */
export function columnHeight(count: number, most: number, room: number): number {
  return count === 0 ? 0 : Math.max(3, (room * count) / most);
}

/** The bar at a point, the topmost where they touch. */
export function barAt({ bars, pitch }: Picture, x: number, y: number, base: number): Bar | null {
  const lane = Math.floor((base - y) / pitch);
  return bars.find((bar) => x >= bar.x0 - 4 && x <= bar.x1 + 4 && lane >= bar.lane && lane < topOf(bar)) ?? null;
}
