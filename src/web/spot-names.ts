import type { FeatureCollection } from 'geojson';
import { TILE } from '../basemap/view.ts';
import { isWide } from './area.ts';
import { reachOf } from './clusters.ts';
import type { Item } from './item.ts';
import type { Layout } from './scene.ts';
import type { Site } from './sites.ts';
import type { Spot } from './spots.ts';

/** Spots that get a name of their own. */
export const MOST_NAMED = 200;
/** Marks that other names keep clear of. */
const MOST_ROOMS = 400;
/** Of the letters, px: of a place, of a region of the world, and of a country at the zooms of the world and by how much more at each. */
const SIZES = { place: 14, region: 12, state: 10.5, zoom: 0.5 };
/** Radius of the dot of a place without a mark, px. */
export const DOT = 2.5;
/** Pixels from a mark to its name. */
const GAP = 5;
/** A place as near as this to a mark that counts its events is named by that mark. */
const BESIDE = 10;

/** What a place of the story is called, and how many are to be named before it. */
export interface SpotName {
  name: string;
  rank: number;
  /** True for a country or region of the world, which stands at its middle: its name says that no point is meant. */
  whole: boolean;
  place: NonNullable<Item['place']>;
}

/** The names of a story by the number of the site that bears them. */
export function nameSites(spots: readonly Spot[], sites: readonly Site[]): Map<number, SpotName> {
  const numbers = new Map(sites.map(({ at }, index) => [at.join(), index]));
  const named = spots.slice(0, MOST_NAMED).flatMap(({ name, at }, rank): [number, SpotName][] => {
    const index = numbers.get(at.join()) ?? -1;
    const place = sites[index]?.items.find((item) => nameOf(item) === name)?.place;
    return place ? [[index, { name, rank, whole: false, place }]] : [];
  });
  const wholes = sites.flatMap(({ items: [first] }, index): [number, SpotName][] => {
    if (!first?.place || !isWide(first)) return [];
    return [[index, { name: nameOf(first), rank: MOST_NAMED, whole: true, place: first.place }]];
  });
  return new Map([...named, ...wholes]);
}

/**
 * Names of the spots beside their marks, and the room of all marks, as points for the engine's own placing of names.
 * A mark gets the room that it takes now or in the whole story, whichever is more: names give way to a fan that is wider
 * than the number it ends as, and otherwise stay where they are while time goes by.
 */
export function namesAt(
  names: ReadonlyMap<number, SpotName>,
  sites: readonly Site[],
  layouts: readonly Layout[],
  zoom: number,
): FeatureCollection {
  const rooms = new Map<number, number>();
  for (const { marks } of layouts)
    for (const mark of marks) rooms.set(mark.site, Math.max(rooms.get(mark.site) ?? 0, reachOf(mark)));
  const now = layouts.at(-1);
  const features: FeatureCollection['features'] = [];
  for (const index of new Set([...names.keys(), ...rooms.keys()])) {
    const [named, room, site] = [names.get(index), rooms.get(index), sites[index]];
    if (!site || features.length === MOST_ROOMS) break;
    // What has no mark now is a town like others, with its dot. A sea or a region has none.
    const dotted = now?.marks[now.markOf[index] ?? -1]?.site !== index;
    if (dotted && (!isTown(site) || isBesideMark(index, sites, now, zoom))) continue;
    const radius = room ?? DOT;
    const size = sizeOf(named, zoom);
    const properties = {
      name: named?.name ?? '',
      rank: named?.rank ?? MOST_NAMED,
      dotted,
      whole: named?.whole ?? false,
      // What the map calls the same by itself then gives way.
      ...(named && { place: named.place.name, feature: named.place.feature, country: named.place.country }),
      state: isState(named),
      size,
      ems: (radius + GAP) / size,
      room: dotted ? 0 : radius,
    };
    features.push({ type: 'Feature', geometry: { type: 'Point', coordinates: site.at }, properties });
  }
  return { type: 'FeatureCollection', features };
}

function nameOf({ place }: Item): string {
  return place?.label ?? place?.name ?? '';
}

/** A country's ring bears the name that the map would write across the country. One that is no more bore another. */
function isState(named: SpotName | undefined): boolean {
  return named?.whole === true && /^PCL(?!H)/.test(named.place.feature);
}

function sizeOf(named: SpotName | undefined, zoom: number): number {
  if (isState(named)) return Math.round(SIZES.state + SIZES.zoom * zoom);
  return named?.whole ? SIZES.region : SIZES.place;
}

function isTown({ items }: Site): boolean {
  return /^PPL/.test(items[0]?.place?.feature ?? '');
}

/** Whether the events of a site are counted by a mark that stands over it or next to it. */
function isBesideMark(index: number, sites: readonly Site[], layout: Layout | undefined, zoom: number): boolean {
  const mark = layout?.marks[layout.markOf[index] ?? -1];
  const [site, host] = [sites[index], sites[mark?.site ?? -1]];
  if (!mark || !site || !host) return false;
  return Math.hypot(site.x - host.x, site.y - host.y) * TILE * 2 ** zoom <= mark.radius + BESIDE;
}
