import type { Status } from '../types.ts';
import type { Item } from './item.ts';
import { STATUSES } from './state.ts';

/** Values with how often they occur, the most frequent first. */
export function tally<T>(values: readonly T[]): [value: T, count: number][] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** The statuses that are drawn otherwise than what is plainly reported, with how often they occur. */
export function marked(items: readonly Item[]): [status: Status, count: number][] {
  return tally(items.map(({ status }) => status))
    .filter(([status]) => status !== 'reported')
    .sort(([a], [b]) => STATUSES.indexOf(a) - STATUSES.indexOf(b));
}
