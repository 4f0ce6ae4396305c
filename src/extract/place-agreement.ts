import type { Place, Report } from '../types.ts';
import { distanceKm } from './place-scores.ts';

/**
 * How well the places of two reports agree: 3 for one place, 2 within a city's reach, 1 for a town in the region or country
 * named; a stated day makes up for half a point where one tells none. Null where they cannot be one.
 */
export function comparePlaces(one: Report, other: Report): number | null {
  const [a, b] = [one.place, other.place];
  if (!a || !b) return one.inferred || other.inferred ? 0 : 0.5;
  if (a === b || (a.geonameId !== undefined && a.geonameId === b.geonameId)) return 3;
  if (contains(a, b) || contains(b, a)) return 1;
  const km = distanceKm(a, b);
  if (a.name === b.name && km < 150) return 2;
  return km < Math.max(reachOf(a), reachOf(b)) ? 2 : null;
}

/** How far a town reaches, in km: 8, and 15 for ten millions. Its districts lie within. */
const reachOf = ({ featureClass, population }: Place) =>
  featureClass === 'P' ? Math.max(8, Math.sqrt(population) / 210) : 8;

/** True when `inner` lies in the country or first-level region that `outer` is. */
function contains(outer: Place, inner: Place): boolean {
  if (outer.featureCode.startsWith('PCL')) return outer.countryCode !== '' && outer.countryCode === inner.countryCode;
  if (outer.featureCode === 'ADM1') return outer.admin1 !== '' && outer.admin1 === inner.admin1;
  // A county, an island or a sea: as round as the area it covers; what lies in it is smaller.
  return (
    outer.radiusKm !== undefined &&
    (inner.featureClass === 'P' || (inner.radiusKm ?? 0) < outer.radiusKm / 4) &&
    distanceKm(outer, inner) <= outer.radiusKm
  );
}
