import type { Item } from './item.ts';

/** A story of so few events has nothing to leave out. */
const FEW = 8;
/** Told by two texts that do not copy each other. */
const WEIGHTY = 2;
/** More than so many are no longer the main ones. */
const MOST = 24;

/**
 * Ids of the events that a story is told by: those that more than one independent text tells, the weightiest first where
 * they are many. Empty where nothing sets some of them apart.
 */
export function mainEvents(items: readonly Item[]): ReadonlySet<string> {
  if (items.length <= FEW) return new Set(items.map(({ id }) => id));
  const weighty = items.filter(({ weight }) => weight >= WEIGHTY).sort((a, b) => b.weight - a.weight);
  return new Set(weighty.slice(0, MOST).map(({ id }) => id));
}
