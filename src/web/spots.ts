import { isWide } from './area.ts';
import type { Item } from './item.ts';

/** A place with events that a map names. */
export interface Spot {
  name: string;
  at: [number, number];
  count: number;
}

/**
 * The spots to be named on a map, those of most events first, and of as many those of the weightiest. Countries have no
 * spot: the map names them itself.
 */
export function spotsOf(items: readonly Item[]): Spot[] {
  const spots = new Map<string, Spot & { english: string; region: boolean; weight: number }>();
  for (const { at, place, weight } of items) {
    if (!at || !place || isWide({ place })) continue;
    const known = spots.get(at.join());
    if (known) {
      known.count += 1;
      known.weight += weight;
    } else {
      const region = place.feature.startsWith('ADM');
      spots.set(at.join(), { name: place.label ?? place.name, english: place.name, at, count: 1, weight, region });
    }
  }
  const busiest = [...spots.values()].sort((a, b) => b.count - a.count || b.weight - a.weight);
  // A region is often named after its town: Idlib is printed once, at the town.
  const towns = new Set(busiest.filter(({ region }) => !region).map(({ english }) => english));
  return busiest
    .filter(({ english, region }) => !region || !towns.has(english))
    .map(({ name, at, count }) => ({ name, at, count }));
}
