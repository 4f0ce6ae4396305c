import type { Item } from './item.ts';

/** A story of so few events has nothing to leave out. */
const FEW = 8;
/** So many tell a story, and no more than this share of its events. */
const MOST = 20;
const SHARE = 0.5;

/** Ids of the events that a story is told by: the weightiest. Empty where nothing sets some of them apart. */
export function mainEvents(items: readonly Item[]): ReadonlySet<string> {
  if (items.length <= FEW) return new Set(items.map(({ id }) => id));
  const ranked = items.toSorted((a, b) => b.weight - a.weight);
  const least = ranked.at(-1)?.weight ?? 0;
  const first = ranked.slice(0, Math.min(MOST, Math.floor(items.length * SHARE)));
  return new Set(first.filter(({ weight }) => weight > least).map(({ id }) => id));
}
