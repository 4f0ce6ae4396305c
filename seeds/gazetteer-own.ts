import { fold, foldLoosely } from '../src/gazetteer/fold.ts';
import type { GazetteerRecord } from '../src/gazetteer/write.ts';

/** A town of the own table this near to one of GeoNames', with a name in common, is that town. */
const SAME_TOWN_KM = 12;

/**
 * Adds the own table to the records: a place that is there already gets the other names and keeps its id; the rest are
 * new records.
 */
export function addOwnPlaces(records: GazetteerRecord[], own: GazetteerRecord[]): GazetteerRecord[] {
  const byId = new Map(
    records.flatMap((record, index) => (record.geonameId ? [[record.geonameId, index] as const] : [])),
  );
  const byName = new Map<string, number[]>();
  records.forEach((record, index) => {
    for (const key of keysOf(record)) byName.set(key, [...(byName.get(key) ?? []), index]);
  });

  const merged = [...records];
  for (const place of own) {
    const named = [...keysOf(place)].flatMap((key) => byName.get(key) ?? []);
    const index = byId.get(place.geonameId) ?? named.find((other) => isSame(records[other], place));
    const known = index === undefined ? undefined : merged[index];
    if (index === undefined || !known) {
      merged.push(place);
      continue;
    }
    // The own table writes towns as newsrooms do; regions keep the name that their country gives them.
    const name = place.code.startsWith('P.') ? place.name : known.name;
    merged[index] = {
      ...known,
      name,
      alternates: [...new Set([known.name, ...known.alternates, place.name, ...place.alternates])],
      radiusKm: known.radiusKm || place.radiusKm,
    };
  }
  return merged;
}

function keysOf({ name, alternates, loose, region }: GazetteerRecord): Set<string> {
  const country = region.slice(0, 2);
  return new Set(
    [name, ...alternates].flatMap((each) => [
      `${country} ${fold(each)}`,
      ...(loose && foldLoosely(each) ? [`${country} ~${foldLoosely(each)}`] : []),
    ]),
  );
}

function isSame(known: GazetteerRecord | undefined, place: GazetteerRecord): boolean {
  if (!known || known.code.slice(0, 1) !== place.code.slice(0, 1)) return false;
  if (place.code.startsWith('A.')) return known.code === place.code;
  const shrink = Math.cos((place.lat * Math.PI) / 180);
  return 111.2 * Math.hypot(known.lat - place.lat, (known.lng - place.lng) * shrink) < SAME_TOWN_KM;
}
