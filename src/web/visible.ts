import { makeAxis, type Piece, USUAL_WIDTH } from './axis.ts';
import type { Stretch } from './bursts.ts';
import { type Item, reach } from './item.ts';
import type { State } from './state.ts';

/** The stretch of time that a state shows; an open side is infinite. */
export interface Window {
  from: number;
  to: number;
}

/** The time axis of a story: its first and last instant, and the one at which the reports leave off. */
export interface Extent extends Window {
  /** What lies behind it is planned, or goes on: the story opens here. */
  now: number;
}

/** The time axis of some items; null when none has a date. */
export function extent(items: readonly Item[]): Extent | null {
  const pieces = usualPieces(items);
  const [from, to] = [pieces[0]?.first, pieces.at(-1)?.last];
  if (from === undefined || to === undefined) return null;
  return { from, to, now: clamp(presentOf(items) ?? to, { from, to }) };
}

const piecesOf = new WeakMap<readonly Item[], readonly Piece[]>();

/**
 * The pieces of the axis of some items where no screen is asked; none without a date. Worked out once for a list: a hundred thousand
 * events take longer than a frame.
 */
export function usualPieces(items: readonly Item[]): readonly Piece[] {
  const known = piecesOf.get(items);
  if (known) return known;
  const all = stretches(items);
  const pieces = all.length > 0 ? makeAxis(all, USUAL_WIDTH).pieces : [];
  piecesOf.set(items, pieces);
  return pieces;
}

const DAY = 24 * 3_600_000;

/**
 * The end of what was reported: of the latest event that is not planned. Of one that lasts beyond the latest report,
 * as a season or a law, only what lay behind that report has been told; the day of the report is told whole.
 */
function presentOf(items: readonly Item[]): number | null {
  const seen = items.flatMap((item) => item.seen ?? []);
  const published = seen.length > 0 ? seen.reduce((a, b) => Math.max(a, b)) : Number.POSITIVE_INFINITY;
  const ends = items.flatMap(({ status, start, end }) => {
    const [from, to] = [start ?? end, end ?? start];
    if (status === 'planned' || from === null || to === null || from > published) return [];
    return [to <= published + DAY ? to : published];
  });
  return ends.length > 0 ? ends.reduce((a, b) => Math.max(a, b)) : null;
}

/** The finite stretches that the axis must make room for, by weight. An open range counts by the end that is known. */
export function stretches(items: readonly Item[]): Stretch[] {
  return items.flatMap(({ start, end, weight }) => {
    const from = start ?? end;
    const to = end ?? start;
    return from === null || to === null ? [] : [{ from, to: Math.max(from, to), mass: 0.5 + weight }];
  });
}

/** What a state shows. At the end of the axis that is all there is, also what has no date. */
export function windowOf(state: Pick<State, 'mode' | 'from' | 'to'>, whole: Extent | null): Window {
  const to = state.to === null || (whole && state.to >= whole.to) ? Number.POSITIVE_INFINITY : state.to;
  switch (state.mode) {
    case 'sofar':
      return { from: Number.NEGATIVE_INFINITY, to };
    case 'window':
      return { from: state.from ?? Number.NEGATIVE_INFINITY, to };
    case 'moment': {
      const moment = state.to ?? whole?.now ?? 0;
      return { from: moment, to: moment };
    }
  }
}

/** Where the thumbs stand on the axis: before anybody moved them, at its beginning and where the reports leave off. */
export function thumbsOf({ mode, from, to }: Pick<State, 'mode' | 'from' | 'to'>, whole: Extent): Window {
  return {
    from: clamp(from ?? whole.from, whole),
    to: clamp(to ?? (mode === 'window' ? whole.to : whole.now), whole),
  };
}

/**
 * So far: the instant before which an event must have ended to step back. It lies behind the moment by a fifth of the piece of
 * axis there, whose length `spanAt` tells.
 */
export function freshSince(
  state: Pick<State, 'mode' | 'from' | 'to'>,
  whole: Extent,
  spanAt: (time: number) => number,
): number {
  if (state.to === null || state.mode !== 'sofar') return Number.NEGATIVE_INFINITY;
  const { to } = thumbsOf(state, whole);
  return to - spanAt(to) / 5;
}

export function clamp(time: number, { from, to }: Window): number {
  return Math.max(from, Math.min(to, time));
}

/** Whether an item touches a window. What has no date belongs to the whole story only. */
export function within(item: Item, window: Window): boolean {
  const { start, end } = item;
  if (start === null && end === null) return isWhole(window);
  return (start ?? Number.NEGATIVE_INFINITY) <= window.to && (end ?? Number.POSITIVE_INFINITY) >= window.from;
}

/** Whether an item was first reported after the moment that the reader asks about. */
export function isNew({ seen }: Item, { since }: Pick<State, 'since'>): boolean {
  return since !== null && seen !== null && seen > since;
}

/** Whether an item passes the filters other than time and map view. An empty filter lets all pass. */
export function passes(item: Item, state: State, text: string): boolean {
  return (
    (state.categories.length === 0 || state.categories.includes(item.category)) &&
    (state.statuses.length === 0 || state.statuses.includes(item.status)) &&
    (state.sources.length === 0 || item.sources.some((source) => state.sources.includes(source))) &&
    (state.search === '' || foldText(text).includes(foldText(state.search)))
  );
}

/** Lower case without accents or Arabic vowel signs: "Alep" finds "Alép". */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/**
 * Counts the items in a window in logarithmic time, for a drag over a hundred thousand of them:
 * those that began by its end, less those that ended before its start.
 */
export function makeCounter(items: readonly Item[]): (window: Window) => number {
  const spans = items.flatMap((item) => reach(item) ?? []);
  const undated = items.length - spans.length;
  const starts = Float64Array.from(spans, (span) => span.from).sort();
  const ends = Float64Array.from(spans, (span) => span.to).sort();
  return (window) => rank(starts, window.to, true) - rank(ends, window.from, false) + (isWhole(window) ? undated : 0);
}

function isWhole({ from, to }: Window): boolean {
  return from === Number.NEGATIVE_INFINITY && to === Number.POSITIVE_INFINITY;
}

/** How many of the sorted values are less than (or equal to) a value. */
export function rank(sorted: Float64Array, value: number, equal: boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = sorted[middle] ?? 0;
    if (at < value || (equal && at === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
