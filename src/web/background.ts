import type { Item } from './item.ts';
import { timeOf } from './steps.ts';
import { spanLabel, type Tongue } from './time.ts';
import { usualPieces } from './visible.ts';

/** What lies behind a story is less of it than this share. */
const MOST = 0.5;

/**
 * Ids of the events that lie behind the story rather than in it: those before the piece of the time axis that holds most
 * of the events, by weight. `items` are in time order: they are the first of them. None where they are as many as the rest: then they
 * are the story.
 */
export function backgroundOf(items: readonly Item[]): ReadonlySet<string> {
  const [piece, ...pieces] = usualPieces(items);
  if (!piece) return new Set();
  const { first } = pieces.reduce((most, one) => (one.mass > most.mass ? one : most), piece);
  const before = countBefore(items, first);
  return new Set(before < MOST * items.length ? items.slice(0, before).map(({ id }) => id) : []);
}

/** How many of the items, which are in time order, begin before an instant. Those without a date come last. */
function countBefore(items: readonly Item[], instant: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item && (timeOf(item) ?? Number.POSITIVE_INFINITY) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The years that some of the items lie in: "2011–2020". */
export function yearsOf(items: readonly Item[], some: ReadonlySet<string>, tongue: Tongue): string {
  const times = items.flatMap((item) => (some.has(item.id) ? (timeOf(item) ?? []) : []));
  const first = times.reduce((a, b) => Math.min(a, b));
  const last = times.reduce((a, b) => Math.max(a, b));
  return spanLabel(first, last, tongue, 'short', 'year');
}
