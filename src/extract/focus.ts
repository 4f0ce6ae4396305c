import type { Gazetteer } from '../gazetteer/read.ts';
import type { Place, ResolvedToponym } from '../types.ts';
import type { Located } from './reading.ts';

/** What an article is about, by its places: null where no one place, or no one country, has the greater part. */
export interface Focus {
  place: Located | null;
  country: Located | null;
}

/** A place must have this share of all mentions of places, a country three fifths, or twice as many as any other. */
const PLACE_SHARE = 0.4;
const LEAST_MENTIONS = 3;
const COUNTRY_SHARE = 0.6;

export function findFocus(places: readonly ResolvedToponym[], gazetteer: Pick<Gazetteer, 'region'>): Focus {
  const spots = new Map<Place, number>();
  const countries = new Map<string, number>();
  let all = 0;
  for (const { place, use } of places) {
    if (!place || use !== 'place') continue;
    all += 1;
    if (place.countryCode) countries.set(place.countryCode, (countries.get(place.countryCode) ?? 0) + 1);
    if (place.featureClass === 'P') spots.set(place, (spots.get(place) ?? 0) + 1);
  }
  const spot = most(spots);
  const country = most(countries);
  const place = spot && spot.count >= LEAST_MENTIONS && spot.count >= PLACE_SHARE * all ? spot.key : null;
  // An article that goes on about Aleppo is about Syria, however many powers it names.
  const home = spot && spot.count >= LEAST_MENTIONS && spot.count >= 2 * abroad(spots, spot.key) ? spot.key : place;
  const others = [...countries].filter(([key]) => key !== country?.key).map(([, count]) => count);
  const clear = country !== null && country.count > 1 && country.count >= 2 * Math.max(0, ...others);
  const code = country && (clear || country.count >= COUNTRY_SHARE * all) ? country.key : home?.countryCode;
  const record = code ? gazetteer.region(code) : null;
  return {
    place: place && { place, near: false, toponym: undefined },
    country: record ? { place: record, near: false, toponym: undefined } : null,
  };
}

/** How often the town of another country is named that is named most. */
const abroad = (spots: ReadonlyMap<Place, number>, { countryCode }: Place): number =>
  Math.max(0, ...[...spots].flatMap(([place, count]) => (place.countryCode === countryCode ? [] : [count])));

function most<K>(counts: ReadonlyMap<K, number>): { key: K; count: number } | null {
  let best: { key: K; count: number } | null = null;
  for (const [key, count] of counts) if (!best || count > best.count) best = { key, count };
  return best;
}
