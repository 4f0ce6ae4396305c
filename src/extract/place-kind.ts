import type { Place } from '../types.ts';

/** What a record is, as coarsely as recognition has to know; `unknown` for none. */
export function kindOf(place: Place | undefined): string {
  if (!place) return 'unknown';
  const { featureClass, featureCode } = place;
  if (featureCode.startsWith('PCL')) return 'country';
  if (featureCode === 'ADM1' || featureCode === 'ADM2' || featureCode === 'PPLC' || featureCode === 'AIRP')
    return featureCode;
  if (featureClass === 'P') return place.featureCode.startsWith('PPLA') ? 'seat' : 'town';
  return featureClass;
}
