import type { EventProperties } from '../types.ts';
import type { Item } from './item.ts';

/**
 * Radius in metres of the area that is meant, where a point would say too much: a ring round "near", a region.
 * 0 where the point is the place, and for a country, which no circle has the shape of.
 */
export function areaMetres({ place }: Pick<Item, 'place'>): number {
  if (!place || isWide({ place })) return 0;
  if (/^ADM1/.test(place.feature)) return 50_000;
  if (/^ADM/.test(place.feature)) return 20_000;
  return place.near ? 15_000 : 0;
}

/**
 * Name of the outline that a place is drawn as: a country's ISO code, a first-level region's GeoNames id. None of what is
 * "near" it, nor of states that are no more, whose shape was another.
 */
export function outlineOf({
  country,
  feature,
  geonameid,
  near,
}: NonNullable<EventProperties['place']>): string | undefined {
  if (near) return undefined;
  if (/^(?:PCL(?:[DFS]|IX?)?|TERR)$/.test(feature)) return country || undefined;
  return feature === 'ADM1' && geonameid ? String(geonameid) : undefined;
}

/** A country, continent or region of the world: known by its middle alone, so its mark has a dashed ring of one size. */
export function isWide({ place }: Pick<Item, 'place'>): boolean {
  return /^(?:PCL|CONT|RGN)/.test(place?.feature ?? '');
}
