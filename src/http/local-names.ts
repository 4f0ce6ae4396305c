import { countryNames } from '../basemap/countries.ts';
import type { EventProperties, Snapshot } from '../types.ts';
import { cityOf } from '../web/time.ts';
import { shapes } from './ground.tsx';

type Place = NonNullable<EventProperties['place']>;
type Entry = (typeof shapes.head.places)['town'][number];

/** Degrees between what gazetteer and map have as the point of one town, at most; and between a region and its seat. */
const NEAR = 0.1;
const SEAT = 1.5;

/**
 * A story with its places named in a language, as the towns around them on the map are. `label` is what the map writes:
 * a place without a name in it keeps its English one, and what the story says of it is left as it is.
 */
export function nameLocally(snapshot: Snapshot, lang: string): Snapshot {
  const [language = 'en'] = lang.split('-', 1);
  if (language === 'en') return snapshot;
  const countries = countryNames(lang);
  const features = snapshot.events.features.map((feature) => {
    const { geometry, properties } = feature;
    const { place } = properties;
    const at = geometry?.coordinates;
    const label =
      place && at && (countryOf(place, countries) ?? waterOf(place, language) ?? localName(place, at, language));
    return label ? { ...feature, properties: { ...properties, place: { ...place, label } } } : feature;
  });
  return { ...snapshot, events: { ...snapshot.events, features } };
}

/** The city of a time zone as maps name it in a language; undefined where they do not. */
export function zoneCity(zone: string, lang: string): string | undefined {
  return townsOf(cityOf(zone))[0]?.[4]?.[lang];
}

function countryOf({ feature, country }: Place, names: Readonly<Record<string, string>>): string | undefined {
  // A state that is no more had another name.
  return /^PCL(?!H)/.test(feature) ? names[country] : undefined;
}

function waterOf({ name, feature }: Place, language: string): string | undefined {
  if (!/^(?:SEA|GULF|BAY|OCN|STRT|CHN|LK)/.test(feature)) return undefined;
  waters ??= new Map(shapes.head.waters.map(([english, , , , , , names]) => [english, names]));
  return waters.get(name)?.[language];
}

/** A region is spelt like its seat, here and on the map. */
function localName({ name, feature }: Place, [lng, lat]: [number, number], language: string): string | undefined {
  const reach = feature.startsWith('ADM') ? SEAT : NEAR;
  const town = townsOf(name).find(([, east, north]) => Math.abs(east - lng) <= reach && Math.abs(north - lat) <= reach);
  return town?.[4]?.[language];
}

/** The towns of a name, capitals first. */
function townsOf(name: string): readonly Entry[] {
  byName ??= Map.groupBy(Object.values(shapes.head.places).flat(), ([english]) => english);
  return byName.get(name) ?? [];
}

/** Made when the first reader of another language comes. */
let byName: Map<string, Entry[]> | undefined;
let waters: Map<string, Record<string, string>> | undefined;
