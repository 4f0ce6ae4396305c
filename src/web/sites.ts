import { mercatorY } from '../basemap/view.ts';
import { areaMetres, isWide } from './area.ts';
import { byTime, type Item } from './item.ts';

/** A point of the map with events of the story. */
export interface Site {
  at: [lng: number, lat: number];
  /** In the Mercator square: 0 to 1, from 180° west and from the north. */
  x: number;
  y: number;
  /** Its events, in time order. */
  items: Item[];
  /** Radius of the area that is meant, where no outline of it is drawn; 0 for a point. */
  areaMetres: number;
  /** True where a country or a region is meant, for which its middle only stands. */
  vague: boolean;
  /** Names of the outlines of its events' places. */
  outlines: ReadonlySet<string>;
}

/**
 * The points of a story by rank, which is the same whatever a reader filters and whenever: places before the middles of
 * countries and regions, then those of most events, then of the weightiest. Where marks meet, the first in rank keeps its stand.
 */
export function sitesOf(items: readonly Item[]): Site[] {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    if (!item.at) continue;
    const key = item.at.join();
    const there = found.get(key);
    if (there) there.push(item);
    else found.set(key, [item]);
  }
  const ranked = [...found.values()].map((there) => {
    const [lng, lat] = there[0]?.at ?? [0, 0];
    const outlines = new Set(there.flatMap(({ place }) => place?.outline ?? []));
    const site: Site = {
      at: [lng, lat],
      x: (lng + 180) / 360,
      y: mercatorY(lat),
      items: there.sort(byTime),
      areaMetres: there[0] ? areaMetres(there[0]) : 0,
      vague: outlines.size > 0 || there.every(isWide),
      outlines,
    };
    return { site, weight: there.reduce((sum, { weight }) => sum + weight, 0) };
  });
  ranked.sort(
    (a, b) =>
      Number(a.site.vague) - Number(b.site.vague) ||
      b.site.items.length - a.site.items.length ||
      b.weight - a.weight ||
      a.site.at[0] - b.site.at[0] ||
      a.site.at[1] - b.site.at[1],
  );
  return ranked.map(({ site }) => site);
}
