import { countryNames } from '../basemap/countries.ts';
import { foldLoosely } from '../gazetteer/fold.ts';
import type { EventProperties, Snapshot } from '../types.ts';
import { cityOf } from '../web/time.ts';
import { shapes } from './ground.tsx';

type Place = NonNullable<EventProperties['place']>;
type Town = (typeof shapes.head.smaller)[number];

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
  return townsOf(cityOf(zone))[0]?.[3][lang];
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
  const isNear = ([, east, north]: Town) => Math.abs(east - lng) <= reach && Math.abs(north - lat) <= reach;
  // Gazetteer and map may spell a name that is none of Latin letters each in its way.
  const town = townsOf(name).find(isNear) ?? townsOf(looseKey(name)).find(isNear);
  return town?.[3][language];
}

/** The towns of a name, capitals first. */
function townsOf(name: string): readonly Town[] {
  byName ??= keyTowns();
  return byName.get(name) ?? [];
}

/** All towns that the map knows by another name, by their English one in both spellings. */
function keyTowns(): Map<string, Town[]> {
  const { places, smaller } = shapes.head;
  const drawn = Object.values(places)
    .flat()
    .flatMap(([name, lng, lat, , names]): Town[] => (names ? [[name, lng, lat, names]] : []));
  const keyed = [...drawn, ...smaller].flatMap((town) => [town[0], looseKey(town[0])].map((key) => ({ key, town })));
  const groups = Map.groupBy(keyed, ({ key }) => key);
  return new Map([...groups].map(([key, group]) => [key, group.map(({ town }) => town)]));
}

function looseKey(name: string): string {
  const key = foldLoosely(name);
  return key === '' ? name : `~${key}`;
}

/** Made when the first reader of another language comes. */
let byName: Map<string, Town[]> | undefined;
let waters: Map<string, Record<string, string>> | undefined;
