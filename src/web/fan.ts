import type { Item } from './item.ts';

/** The golden angle: points laid by it never line up. */
const TURN = Math.PI * (3 - Math.sqrt(5));
/** Pixels between neighbours. */
const STEP = 9.5;
/** A spot grows no wider than this radius, px; past about forty events they close up. */
const WIDEST = 62;

/**
 * Pixels by which each event stands off its place, so that none at one spot hides another: like the seeds of a
 * sunflower, the first in the middle. An event alone stands on its place.
 */
export function fan(items: readonly Item[]): Map<string, [dx: number, dy: number]> {
  const spots = new Map<string, Item[]>();
  for (const item of items) {
    if (!item.at) continue;
    const key = item.at.join();
    const spot = spots.get(key);
    if (spot) spot.push(item);
    else spots.set(key, [item]);
  }
  const offsets = new Map<string, [number, number]>();
  for (const spot of spots.values()) {
    const step = Math.min(STEP, WIDEST / Math.sqrt(spot.length));
    for (const [index, item] of spot.entries()) {
      const radius = spot.length === 1 ? 0 : step * Math.sqrt(index + 0.5);
      offsets.set(item.id, [round(radius * Math.cos(index * TURN)), round(radius * Math.sin(index * TURN))]);
    }
  }
  return offsets;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
