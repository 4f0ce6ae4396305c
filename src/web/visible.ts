import { axisEnds, type Stretch } from './axis.ts';
import { type Item, reach } from './item.ts';
import type { State } from './state.ts';

/** The stretch of time that a state shows; an open side is infinite. */
export interface Window {
  from: number;
  to: number;
}

/** First and last instant of the time axis of some items; null when none has a date. */
export function extent(items: readonly Item[]): Window | null {
  return axisEnds(stretches(items));
}

/** The finite stretches that the axis must make room for. An open range counts by the end that is known. */
export function stretches(items: readonly Item[]): Stretch[] {
  return items.flatMap(({ start, end }) => {
    const from = start ?? end;
    const to = end ?? start;
    return from === null || to === null ? [] : [{ from, to: Math.max(from, to) }];
  });
}

export function windowOf(state: Pick<State, 'mode' | 'from' | 'to'>, whole: Window | null): Window {
  const to = state.to ?? Number.POSITIVE_INFINITY;
  switch (state.mode) {
    case 'sofar':
      return { from: Number.NEGATIVE_INFINITY, to };
    case 'window':
      return { from: state.from ?? Number.NEGATIVE_INFINITY, to };
    case 'moment': {
      const moment = state.to ?? whole?.to ?? 0;
      return { from: moment, to: moment };
    }
  }
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
