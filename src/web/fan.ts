import { isWide } from './area.ts';
import type { Item } from './item.ts';

/** The golden angle: points laid by it never line up. */
const TURN = Math.PI * (3 - Math.sqrt(5));
/** Pixels between neighbours at full size: a glyph is about 12 wide. */
const STEP = 12;
/** Radius of the largest spot, px: past some thirty events it grows no more, and its glyphs shrink instead. */
const WIDEST = 62;

/** Where a glyph stands off its place, in pixels at full size, and by how much its whole spot is shrunk. */
export interface Offset {
  dx: number;
  dy: number;
  scale: number;
}

/**
 * Events at one spot stand beside each other like the seeds of a sunflower, so that none hides another; a thousand
 * make a disk of small dots. An event alone stands on its place. By id.
 */
export function fan(items: readonly Item[]): Map<string, Offset> {
  const spots = new Map<string, Item[]>();
  for (const item of items) {
    if (!item.at) continue;
    const key = item.at.join();
    const spot = spots.get(key);
    if (spot) spot.push(item);
    else spots.set(key, [item]);
  }
  const offsets = new Map<string, Offset>();
  for (const spot of spots.values()) {
    const scale = Math.max(0.12, Math.min(1, WIDEST / (STEP * Math.sqrt(spot.length))));
    for (const [index, item] of spot.entries()) {
      const radius = spot.length === 1 ? 0 : STEP * 0.8 * Math.sqrt(index + 0.5);
      const angle = index * TURN;
      offsets.set(item.id, {
        dx: round(radius * Math.cos(angle)),
        dy: round(radius * Math.sin(angle)),
        scale: Math.round(scale * 100) / 100,
      });
    }
  }
  return offsets;
}

/** A place with events: its name, and how far its glyphs reach around it, px. */
export interface Spot {
  name: string;
  at: [number, number];
  count: number;
  radius: number;
}

/** The spots to be named on a map, the busiest first. Countries have no spot: the map names them itself. */
export function spotsOf(items: readonly Item[], offsets: ReadonlyMap<string, Offset>): Spot[] {
  const spots = new Map<string, Spot & { region: boolean }>();
  for (const { id, at, place } of items) {
    if (!at || !place || isWide({ place })) continue;
    const { dx, dy, scale } = offsets.get(id) ?? { dx: 0, dy: 0, scale: 1 };
    const spot = spots.get(at.join()) ?? {
      name: place.name,
      at,
      count: 0,
      radius: 0,
      region: place.feature.startsWith('ADM'),
    };
    spot.count += 1;
    spot.radius = Math.max(spot.radius, Math.hypot(dx, dy) * scale + 7);
    spots.set(at.join(), spot);
  }
  const busiest = [...spots.values()].sort((a, b) => b.count - a.count);
  // A region is often named after its town: Idlib is printed once, at the town.
  const towns = new Set(busiest.filter(({ region }) => !region).map(({ name }) => name));
  return busiest.filter(({ name, region }) => !region || !towns.has(name)).map(({ region: _, ...spot }) => spot);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
