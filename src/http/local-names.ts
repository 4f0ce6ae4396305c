import { countryNames } from '../basemap/countries.ts';
import { isSameThing } from '../basemap/same-thing.ts';
import type { ToldNames } from '../basemap/shapes.ts';
import { foldLoosely } from '../gazetteer/fold.ts';
import type { EventProperties, Snapshot } from '../types.ts';
import { cityOf } from '../web/time.ts';
import { shapes } from './ground.tsx';
import { standClear } from './map-stands.ts';

type Place = NonNullable<EventProperties['place']>;
type Names = Readonly<Record<string, string>>;
type Town = ToldNames['smaller'][number];

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
  const known = new Map<string, string | undefined>();
  const nameOf = (place: Place, at: [number, number]) =>
    countryOf(place, countries) ??
    natureOf(place)?.[language] ??
    townOf(place, at)?.[language] ??
    regionOf(place)?.[language];
  const features = snapshot.events.features.map((feature) => {
    const { geometry, properties } = feature;
    const { place } = properties;
    const at = geometry?.coordinates;
    if (!place || !at) return feature;
    // A story tells of one place many times.
    const key = JSON.stringify([place.name, place.feature, place.country, at]);
    if (!known.has(key)) known.set(key, nameOf(place, at));
    const label = known.get(key);
    return label ? { ...feature, properties: { ...properties, place: { ...place, label } } } : feature;
  });
  return { ...snapshot, events: { ...snapshot.events, features } };
}

/** A story as the list of a page tells of it in its language, and as its map does: that may be in another. */
export function tellIn(given: Snapshot, lang: string, names: string): { snapshot: Snapshot; onMap: Snapshot } {
  const standing = standClear(given);
  const snapshot = nameLocally(standing, lang);
  return { snapshot, onMap: names === lang ? snapshot : nameLocally(standing, names) };
}

/** The city of a time zone as maps name it in a language; undefined where they do not. */
export function zoneCity(zone: string, lang: string): string | undefined {
  return townsOf(cityOf(zone))[0]?.[3][lang];
}

function countryOf({ feature, country }: Place, names: Readonly<Record<string, string>>): string | undefined {
  // A state that is no more had another name.
  return /^PCL(?!H)/.test(feature) ? names[country] : undefined;
}

/** What is neither state nor town, as our tables have it: by its own name before that of what is the same thing. */
function natureOf({ name, feature }: Place): Names | undefined {
  if (/^(?:PPL|PCL|ADM[2-9])/.test(feature)) return undefined;
  nature ??= listNature();
  const own = nature.find(([english, kind]) => kind === 'area' && english === name);
  // A region or an island is at times called as a river or a range is.
  if (own || /^(?:ADM|ISL|CONT)/.test(feature)) return own?.[2];
  const kind = WATERS.test(feature) ? 'water' : 'land';
  const same = nature.filter(([english, as]) => as === kind && isSameThing({ name, feature }, { kind, name: english }));
  return (same.find(([english]) => english === name) ?? same[0])?.[2];
}

const WATERS = /^(?:SEA|GULF|BAY|OCN|STRT|CHN|LK|STM|SD)/;

function listNature(): ToldNames['nature'] {
  const seas = shapes.head.waters.map(([name, , , , , , names]): ToldNames['nature'][number] => [name, 'water', names]);
  return [...seas, ...shapes.told().nature];
}

/** A region by its own name, where that is not its seat's. */
function regionOf({ feature, geonameid }: Place): Names | undefined {
  return feature === 'ADM1' && geonameid ? shapes.told().regions[geonameid] : undefined;
}

/** A region is spelt like its seat, here and on the map. */
function townOf({ name, feature }: Place, [lng, lat]: [number, number]): Names | undefined {
  const reach = feature.startsWith('ADM') ? SEAT : NEAR;
  const isNear = ([, east, north]: Town) => Math.abs(east - lng) <= reach && Math.abs(north - lat) <= reach;
  // Gazetteer and map may spell a name that is none of Latin letters each in its way.
  const town = townsOf(name).find(isNear) ?? townsOf(looseKey(name)).find(isNear);
  return town?.[3];
}

/** The towns of a name, capitals first. */
function townsOf(name: string): readonly Town[] {
  byName ??= keyTowns();
  return byName.get(name) ?? [];
}

/** All towns that the map knows by another name, by their English one in both spellings. */
function keyTowns(): Map<string, Town[]> {
  const { smaller } = shapes.told();
  const drawn = Object.values(shapes.head.places)
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
let nature: ToldNames['nature'] | undefined;
