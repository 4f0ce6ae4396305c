import type { Gazetteer } from '../gazetteer/read.ts';
import type { Place } from '../types.ts';

/** Whether a country, region or county holds a place. */
export function holds(area: Place, place: Place, gazetteer: Gazetteer): boolean {
  if (area === place || area.countryCode !== place.countryCode || area.countryCode === '') return false;
  if (area.featureCode.startsWith('PCL')) return !place.featureCode.startsWith('PCL');
  if (area.featureCode === 'ADM1') return area.admin1 === place.admin1 && place.featureCode !== 'ADM1';
  if (area.featureCode === 'ADM2') return gazetteer.isInCounty(place, area);
  return false;
}

/** Whether some of the areas holds some of the places. */
export function holdsAny(areas: readonly Place[], places: readonly Place[], gazetteer: Gazetteer): boolean {
  return areas.some((area) => places.some((place) => holds(area, place, gazetteer)));
}
