import { countryNames } from '../basemap/countries.ts';
import type { Item } from '../web/item.ts';
import { shapes } from './ground.tsx';

type Entry = (typeof shapes.head.places)['town'][number];

/** Degrees between what gazetteer and map have as the point of one town, at most. */
const NEAR = 0.1;

/**
 * The items with their places named in a language, as the towns around them on the map are. `label` is what the map writes:
 * a place without a name in it keeps its English one, and what the story says of it is left as it is.
 */
export function nameLocally(items: readonly Item[], lang: string): Item[] {
  const [language = 'en'] = lang.split('-', 1);
  if (language === 'en') return [...items];
  const countries = countryNames(lang);
  return items.map((item) => {
    const { place, at } = item;
    const label = place && at && (countryOf(place, countries) ?? localName(place.name, at, language));
    return place && label ? { ...item, place: { ...place, label } } : item;
  });
}

function countryOf(
  { feature, country }: NonNullable<Item['place']>,
  names: Record<string, string>,
): string | undefined {
  // A state that is no more had another name.
  return /^PCL(?!H)/.test(feature) ? names[country] : undefined;
}

function localName(name: string, [lng, lat]: [number, number], language: string): string | undefined {
  byName ??= Map.groupBy(Object.values(shapes.head.places).flat(), ([english]) => english);
  const town = byName
    .get(name)
    ?.find(([, east, north]) => Math.abs(east - lng) <= NEAR && Math.abs(north - lat) <= NEAR);
  return town?.[4]?.[language];
}

/** Made when the first reader of another language comes. */
let byName: Map<string, Entry[]> | undefined;
