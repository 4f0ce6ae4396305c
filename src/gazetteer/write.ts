import { fold, foldLoosely } from './fold.ts';
import {
  BLOCK,
  capitalise,
  checksum,
  encodeUtf8,
  HEADER_BYTES,
  HEADER_WORDS,
  IS_GIVEN_NAME,
  IS_WORD,
  MAGIC,
  NO_COUNTY,
  NONE,
  packDegrees,
  packPopulation,
  SECTION_NAMES,
  SECTIONS,
  type Section,
  VERSION,
} from './format.ts';

/** One place as the builder knows it. */
export interface GazetteerRecord {
  name: string;
  alternates: string[];
  /** 0 where GeoNames has none. */
  geonameId: number;
  lat: number;
  lng: number;
  /** GeoNames class and code, "P.PPL". */
  code: string;
  /** "SY.09"; "SY." for a country itself or a place in none of its regions; "" for what lies in no single country. */
  region: string;
  /** GeoNames second-level code, "GB.ENG.G5"; "" where there is none. */
  county: string;
  population: number;
  /** IANA zone; "" for that of its region. */
  timeZone: string;
  /** 0 for a point. */
  radiusKm: number;
  /** Also found by foldLoosely: its names come out of Arabic script. */
  loose: boolean;
  /** Words that point to it without naming it: its people ("^syrian"), an outlet that sits there ("@jpost.com"). */
  pointers: string[];
}

/** What a key is beside a place name. */
export interface WordRecord {
  key: string;
  /** 1 (the most common English words) to 3; 0 for none. */
  commonWord: number;
  givenName: boolean;
}

/** The bytes of a gazetteer file. The order of the records and words does not matter. */
export function writeGazetteer(records: readonly GazetteerRecord[], words: readonly WordRecord[]): Uint8Array {
  const places = records
    .map((record) => ({ ...record, key: fold(record.name) }))
    .filter(({ key }) => isKey(key))
    .sort(
      (a, b) =>
        order(a.key, b.key) ||
        order(a.name, b.name) ||
        b.population - a.population ||
        order(a.code, b.code) ||
        a.geonameId - b.geonameId ||
        a.lat - b.lat,
    );
  const sections = { ...nameSections(places, words), ...placeSections(places) };
  return assemble(sections);
}

type Keyed = GazetteerRecord & { key: string };
type Sections = Partial<Record<Section, ArrayLike<number>>>;

/** Keys are compared byte by byte in the file: plain letters, digits and blanks only. */
function isKey(key: string): boolean {
  return key.length > 0 && key.length < 128 && /^[\x20-\x7e]+$/.test(key) && key[0] !== '~';
}

function nameSections(places: Keyed[], words: readonly WordRecord[]): Sections {
  const alternates = new Map<string, Set<number>>();
  const add = (key: string, index: number) => {
    const set = alternates.get(key) ?? new Set();
    alternates.set(key, set.add(index));
  };
  const first = new Map<string, number>();
  places.forEach((place, index) => {
    if (!first.has(place.key)) first.set(place.key, index);
    for (const alternate of place.alternates) {
      const key = fold(alternate);
      if (isKey(key) && key !== place.key) add(key, index);
    }
    for (const pointer of place.pointers) if (isKey(pointer)) add(pointer, index);
    if (place.loose) {
      for (const name of [place.name, ...place.alternates]) {
        const loose = foldLoosely(name);
        if (isKey(loose)) add(`~${loose}`, index);
      }
    }
  });

  // A given name is wanted even where no place bears it; a common word only where one does.
  const named = new Set([...first.keys(), ...alternates.keys()]);
  const wordAt = new Map(
    words
      .filter(({ key, givenName }) => isKey(key) && (givenName || named.has(key)))
      .map(({ key, commonWord, givenName }) => [key, commonWord | (givenName ? IS_GIVEN_NAME : 0)]),
  );
  const keys = [...new Set([...named, ...wordAt.keys()])].sort(order);
  const bytes: number[] = [];
  const blockOffset: number[] = [];
  const blockBase: number[] = [];
  let next = 0;
  let before = '';
  keys.forEach((key, number) => {
    if (number % BLOCK === 0) {
      blockOffset.push(bytes.length);
      blockBase.push(next);
      before = '';
    }
    const groups: { display: string; count: number }[] = [];
    for (; places[next]?.key === key; next++) {
      const display = places[next]?.name ?? '';
      const last = groups.at(-1);
      if (last?.display === display) last.count += 1;
      else groups.push({ display, count: 1 });
    }
    const others = [...(alternates.get(key) ?? [])].sort((a, b) => a - b);
    let shared = 0;
    while (shared < before.length && shared < key.length && before[shared] === key[shared]) shared++;
    const word = wordAt.get(key);
    bytes.push(shared, (key.length - shared) | (word ? IS_WORD : 0), ...encodeUtf8(key.slice(shared)));
    if (word) bytes.push(word);
    bytes.push((Math.min(groups.length, 15) << 4) | Math.min(others.length, 15));
    if (groups.length >= 15) pushVarint(bytes, groups.length);
    if (others.length >= 15) pushVarint(bytes, others.length);
    for (const { display, count } of groups) {
      pushVarint(bytes, count);
      const letters = display === capitalise(key) ? [] : encodeUtf8(display);
      bytes.push(letters.length, ...letters);
    }
    for (const other of others) pushVarint(bytes, other);
    before = key;
  });
  blockOffset.push(bytes.length);
  return { blockOffset, blockBase, keys: bytes };
}

function placeSections(places: Keyed[]): Sections {
  const codes = listOf(places.map(({ code }) => code));
  const regions = listOf(places.map(({ region }) => region));
  const zones = listOf(places.map(({ timeZone }) => timeZone));
  const regionZone = commonZones(places, regions).map((zone) => zones.indexOf(zone));

  const regionPlace = regions.map(() => NONE);
  const counties = new Map<string, number>();
  places.forEach(({ code, region, county }, index) => {
    const own = region.endsWith('.') ? /^A\.PCL/.test(code) : code === 'A.ADM1';
    if (own) regionPlace[regions.indexOf(region)] = index;
    if (code === 'A.ADM2' && county) counties.set(county, counties.size);
  });
  const countyPlace: number[] = [];
  places.forEach(({ code, county }, index) => {
    if (code === 'A.ADM2' && county) countyPlace[counties.get(county) ?? 0] = index;
  });

  const regionAt = new Map(regions.map((region, index) => [region, index]));
  const region = places.map((place) => regionAt.get(place.region) ?? 0);
  const odd = places.flatMap(({ timeZone }, index) => {
    const zone = timeZone === '' ? -1 : zones.indexOf(timeZone);
    return zone >= 0 && zone !== regionZone[region[index] ?? 0] ? [{ index, zone }] : [];
  });
  const areas = places.flatMap(({ radiusKm }, index) => (radiusKm > 0 ? [{ index, radiusKm }] : []));
  const lat = places.map((place) => packDegrees(place.lat, 180));
  const lng = places.map((place) => packDegrees(place.lng, 360));
  return {
    idLow: places.map(({ geonameId }) => geonameId & 0xffff),
    idHigh: places.map(({ geonameId }) => geonameId >> 16),
    lat: lat.map((value) => value >> 4),
    lng: lng.map((value) => value >> 4),
    fine: lat.map((value, index) => ((value & 15) << 4) | ((lng[index] ?? 0) & 15)),
    population: places.map(({ population }) => packPopulation(population)),
    region,
    county: places.map(({ county }) => counties.get(county) ?? NO_COUNTY),
    code: places.map(({ code }) => codes.indexOf(code)),
    regionPlace,
    regionZone,
    countyPlace,
    oddZonePlace: odd.map(({ index }) => index),
    oddZone: odd.map(({ zone }) => zone),
    areaPlace: areas.map(({ index }) => index),
    areaRadius: areas.map(({ radiusKm }) => Math.min(0xffff, Math.round(radiusKm))),
    codes: encodeUtf8(codes.join('\n')),
    regions: encodeUtf8(regions.join('\n')),
    zones: encodeUtf8(zones.join('\n')),
  };
}

/** The zone that most people of each region live in. */
function commonZones(places: Keyed[], regions: string[]): string[] {
  const people = new Map<string, Map<string, number>>();
  for (const { region, timeZone, population } of places) {
    if (!timeZone || region === '') continue;
    const zones = people.get(region) ?? new Map<string, number>();
    people.set(region, zones.set(timeZone, (zones.get(timeZone) ?? 0) + population + 1));
  }
  return regions.map((region) => [...(people.get(region) ?? [])].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '');
}

function assemble(sections: Sections): Uint8Array {
  const aligned = (length: number) => (length + 3) & ~3;
  const size = (name: Section) => (sections[name]?.length ?? 0) * SECTIONS[name];
  const length = SECTION_NAMES.reduce((sum, name) => sum + aligned(size(name)), HEADER_BYTES);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  let offset = HEADER_BYTES;
  SECTION_NAMES.forEach((name, index) => {
    view.setUint32(4 * (HEADER_WORDS + 2 * index), offset, true);
    view.setUint32(4 * (HEADER_WORDS + 2 * index + 1), size(name), true);
    const values = sections[name] ?? [];
    for (let i = 0; i < values.length; i++) {
      const [at, value] = [offset + i * SECTIONS[name], values[i] ?? 0];
      if (SECTIONS[name] === 1) view.setUint8(at, value);
      else if (SECTIONS[name] === 2) view.setUint16(at, value, true);
      else view.setUint32(at, value, true);
    }
    offset += aligned(size(name));
  });
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, VERSION, true);
  view.setUint32(8, length, true);
  view.setUint32(12, checksum(new Uint32Array(bytes.buffer, 4 * HEADER_WORDS)), true);
  return bytes;
}

function pushVarint(bytes: number[], value: number): void {
  let rest = value;
  for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  bytes.push(rest);
}

function listOf(values: string[]): string[] {
  return [...new Set(values)].sort(order);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
