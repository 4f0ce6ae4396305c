import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { fold } from '../src/gazetteer/fold.ts';
import type { GazetteerRecord, WordRecord } from '../src/gazetteer/write.ts';
import { type PrintedNames, printRegions, readPrintedNames } from './basemap/printed-name.ts';
import { withoutBorrowedNames, withoutNames, withShortNames } from './gazetteer-names.ts';
import { addOwnPlaces } from './gazetteer-own.ts';

/** Every place of the gazetteer, out of the tables in the folder `data`. */
export function readRecords(data: string): GazetteerRecord[] {
  const read = (file: string) => rows(join(data, file));
  const towns = withShortNames(withoutBorrowedNames(readCities(read('cities.tsv.br'))));
  const villages = readUsPlaces(read('us-places.tsv.br'), towns);
  const counties = readCounties(read('counties.tsv.br'), [...towns, ...villages]);
  const countries = readCountries(read('countries.tsv.br'), read('country-names.tsv'), towns);
  const regions = readRegions(read('regions.tsv.br'), read('region-names.tsv'), towns);
  const own = readPlaces(read('places.tsv'), countries);
  // Nor is "the White House" Casablanca, of whose name it is a translation.
  const buildings = own.filter(({ code }) => code.startsWith('S.'));
  const named = new Set(
    [...countries, ...buildings].flatMap(({ name, alternates }) => [name, ...alternates].map(fold)),
  );
  const airports = readAirports(read('airports.tsv.br'));
  const others = [...towns, ...villages, ...counties, ...regions, ...airports].map((each) => withoutNames(each, named));
  const records = withOutlets([...others, ...countries], read('outlets.tsv'));
  const printed = readPrintedNames(readFileSync(join(data, 'printed-names.tsv'), 'utf8'));
  return addOwnPlaces(asPrinted(records, printed), own);
}

/** Given names and common English words, out of the tables in the folder `data`. */
export function readWords(data: string): WordRecord[] {
  const words = new Map<string, WordRecord>();
  for (const [key = '', kind = ''] of rows(join(data, 'words.tsv.br'))) {
    const word = words.get(key) ?? { key, commonWord: 0, givenName: false };
    const level = Number(kind) || 0;
    words.set(key, { key, commonWord: word.commonWord || level, givenName: word.givenName || kind === 'name' });
  }
  return [...words.values()];
}

const BLANK: GazetteerRecord = {
  name: '',
  alternates: [],
  geonameId: 0,
  lat: 0,
  lng: 0,
  code: '',
  region: '',
  county: '',
  population: 0,
  timeZone: '',
  radiusKm: 0,
  loose: false,
  pointers: [],
};

/** "Ḩamāh" and "Sarāqib" without the dots and bars that no newsroom prints. */
function printable(name: string, country: string): string {
  return LOOSE.has(country) ? name.normalize('NFD').replace(/[\p{M}‘’'`ʻʿʾ]/gu, '') : name;
}

/** Countries whose names reach the news out of Arabic or Persian script. */
const LOOSE = new Set('SY IQ LB JO PS YE SA AE OM KW BH QA EG LY SD IR AF'.split(' '));

function readCities(table: string[][]): GazetteerRecord[] {
  return table.map(
    ([id = '', name = '', lat, lng, code, country = '', admin1, admin2, population, zone = '', alternates = '']) => ({
      ...BLANK,
      name: printable(name, country),
      alternates: list(alternates),
      geonameId: Number(id),
      lat: Number(lat),
      lng: Number(lng),
      code: `P.${code}`,
      region: `${country}.${admin1}`,
      county: admin2 ? `${country}.${admin1}.${admin2}` : '',
      population: Number(population),
      timeZone: zone,
      loose: LOOSE.has(country),
    }),
  );
}

/** Places with a post office that the cities do not have: villages without a known population. */
function readUsPlaces(table: string[][], towns: GazetteerRecord[]): GazetteerRecord[] {
  const known = new Set(
    towns
      .filter(({ region }) => region.startsWith('US.'))
      .flatMap((town) => [town.name, ...town.alternates].map((name) => `${fold(name)}\t${town.region}`)),
  );
  return table
    .filter(([name = '', state]) => !known.has(`${fold(name)}\tUS.${state}`))
    .map(([name = '', state, county, lat, lng]) => ({
      ...BLANK,
      name,
      lat: Number(lat),
      lng: Number(lng),
      code: 'P.PPL',
      region: `US.${state}`,
      county: `US.${state}.${county}`,
    }));
}

/** Second-level regions that hold two towns or more (one that is a single town is that town), in their middle. */
function readCounties(table: string[][], towns: GazetteerRecord[]): GazetteerRecord[] {
  const inside = Map.groupBy(towns, ({ county }) => county);
  return table.flatMap(([code = '', name = '']) => {
    const own = inside.get(code) ?? [];
    if (own.length < 2) return [];
    const [country = '', admin1 = ''] = code.split('.');
    return [
      {
        ...BLANK,
        ...middle(own),
        name,
        alternates: shortCountyName(name, code, own),
        code: 'A.ADM2',
        region: `${country}.${admin1}`,
        county: code,
        population: people(own),
        timeZone: own[0]?.timeZone ?? '',
      },
    ];
  });
}

const KIND_BEFORE =
  /^(?:province|provincia|county|city|borough|royal borough|district|departement|département)\s+(?:of|de|di|d['’])\s*/i;

/** "Zambales" of "Province of Zambales", unless a town of the county has that name; "Kent County" stays so in full. */
function shortCountyName(name: string, code: string, towns: GazetteerRecord[]): string[] {
  const short = name.replace(KIND_BEFORE, '').replace(KIND_OF_REGION, '');
  const taken = code.startsWith('US.') || towns.some((town) => fold(town.name) === fold(short));
  return taken || short === name ? [] : [short];
}

function readCountries(table: string[][], names: string[][], towns: GazetteerRecord[]): GazetteerRecord[] {
  const rowOf = new Map(table.map((row) => [row[0], row]));
  const inside = Map.groupBy(towns, ({ region }) => region.slice(0, 2));
  return names.map(([country = '', ownId = '', says = '', nation = '']) => {
    const [, id = '0', , lat = '', lng = '', radius = ''] = rowOf.get(country) ?? [];
    const own = inside.get(country) ?? [];
    const capital = own.find(({ code }) => code === 'P.PPLC');
    const [name = '', ...alternates] = list(says);
    return {
      ...BLANK,
      ...middle(own),
      timeZone: (capital ?? own.toSorted((a, b) => b.population - a.population)[0])?.timeZone ?? '',
      ...(capital && { lat: capital.lat, lng: capital.lng }),
      ...(lat && { lat: Number(lat), lng: Number(lng), radiusKm: Number(radius) }),
      name,
      alternates,
      geonameId: Number(ownId || id),
      code: 'A.PCLI',
      region: `${country}.`,
      pointers: list(nation).map((each) => `^${fold(each)}`),
      population: people(own),
    };
  });
}

/** Provinces named for a water: "the Red Sea" by itself is the sea. */
const WATER = /\b(?:Sea|Nile|Lakes|River)$/;

/** Words that say what a region is: "Idlib" of "Idlib Governorate". */
const KIND_OF_REGION =
  /\s+(?:governorate|province|oblast|region|state|district|county|prefecture|department|municipality|voivodeship|krai|republic|parish|canton|emirate|territory|division|autonomous okrug|autonomous region|oblysy)$/i;

function readRegions(table: string[][], names: string[][], towns: GazetteerRecord[]): GazetteerRecord[] {
  const otherNames = new Map(names.map(([code = '', says = '']) => [code, list(says)]));
  const inside = Map.groupBy(towns, ({ region }) => region);
  return table.flatMap(([code = '', id, name = '', lat = '', lng = '', radius = '', others = '']) => {
    const own = inside.get(code) ?? [];
    if (!lat && own.length === 0) return [];
    const full = [name, ...list(others)];
    const short = full.map((each) => each.replace(KIND_OF_REGION, '').trim());
    const plain = short.map((each) => (WATER.test(each) ? `${each} Region` : each));
    const [first = name, ...rest] = [
      ...new Set([...plain, ...full.filter((each) => !WATER.test(each)), ...(otherNames.get(code) ?? [])]),
    ];
    return [
      {
        ...BLANK,
        ...middle(own),
        ...(lat && { lat: Number(lat), lng: Number(lng), radiusKm: Number(radius) }),
        name: first,
        alternates: rest,
        geonameId: Number(id),
        code: 'A.ADM1',
        region: code,
        population: people(own),
        timeZone: own.toSorted((a, b) => b.population - a.population)[0]?.timeZone ?? '',
        loose: LOOSE.has(code.slice(0, 2)),
      },
    ];
  });
}

function readAirports(table: string[][]): GazetteerRecord[] {
  return table.map(([, name = '', lat, lng, country, town = '']) => ({
    ...BLANK,
    name: name.split(' / ')[0] ?? name,
    alternates: shortAirportNames(name.split(' / ')[0] ?? name, town),
    lat: Number(lat),
    lng: Number(lng),
    code: 'S.AIRP',
    region: `${country}.`,
  }));
}

const KIND_OF_AIRPORT = /\s(?:(?:International|Intercontinental|Regional|Municipal|Domestic)\s)?Airport$/;

/** "Tokyo Haneda Airport" and "Haneda Airport", of "Tokyo Haneda International Airport" in Tokyo. */
function shortAirportNames(name: string, town: string): string[] {
  if (!KIND_OF_AIRPORT.test(name)) return [];
  const short = name.replace(KIND_OF_AIRPORT, '');
  const own = town !== '' && short.startsWith(`${town} `) ? short.slice(town.length + 1) : '';
  return [...new Set([short, own])]
    .filter((each) => each !== '')
    .map((each) => `${each} Airport`)
    .filter((each) => each !== name);
}

/** The own table: what news needs and the others lack. */
function readPlaces(table: string[][], countries: GazetteerRecord[]): GazetteerRecord[] {
  const zoneOf = new Map(countries.map(({ region, timeZone }) => [region, timeZone]));
  return table.map(([name = '', alternates = '', lat, lng, code = '', country = '', radius, id, zone = '']) => ({
    ...BLANK,
    name,
    alternates: list(alternates),
    geonameId: Number(id),
    lat: Number(lat),
    lng: Number(lng),
    code,
    region: country ? `${country}.` : '',
    timeZone: zone || (zoneOf.get(`${country}.`) ?? ''),
    radiusKm: Number(radius),
    loose: LOOSE.has(country),
  }));
}

/** Towns and regions by the name that the map prints; that of the list is one more by which they are found. */
function asPrinted(records: GazetteerRecord[], printed: PrintedNames): GazetteerRecord[] {
  const towns = records.map((record) => {
    const { name, code, geonameId, region } = record;
    return code.startsWith('P.') ? renamed(record, printed.of(String(geonameId), name, region.slice(0, 2))) : record;
  });
  const seats = towns.filter(({ code }) => /^P\.PPL[AC]$/.test(code));
  const regionName = printRegions(printed, seats);
  return towns.map((record) => {
    const { name, code, geonameId, region } = record;
    return code === 'A.ADM1' ? renamed(record, regionName(String(geonameId), name, region)) : record;
  });
}

function renamed(record: GazetteerRecord, shown: string | null): GazetteerRecord {
  const { name, alternates } = record;
  if (!shown || shown === name) return record;
  const known = [shown, ...alternates].map(fold);
  return { ...record, name: shown, alternates: known.includes(fold(name)) ? alternates : [name, ...alternates] };
}

/** Gives each outlet's domain to the town that it sits in. Throws for a town that is not there. */
function withOutlets(records: GazetteerRecord[], outlets: string[][]): GazetteerRecord[] {
  const domainsOf = new Map<GazetteerRecord, string[]>();
  const towns = Map.groupBy(
    records.filter(({ code }) => code.startsWith('P.')),
    ({ name, region }) => `${region.slice(0, 2)} ${fold(name)}`,
  );
  for (const [domain = '', name = '', region = ''] of outlets) {
    const named = (towns.get(`${region.slice(0, 2)} ${fold(name)}`) ?? []).toSorted(
      (a, b) => b.population - a.population,
    );
    const town = named.find((each) => each.region === region) ?? named[0];
    if (!town) throw new Error(`outlets.tsv: ${domain} sits in ${name}, ${region}, which is in no table`);
    domainsOf.set(town, [...(domainsOf.get(town) ?? []), `@${domain}`]);
  }
  return records.map((record) => ({ ...record, pointers: [...record.pointers, ...(domainsOf.get(record) ?? [])] }));
}

/** The middle of some places and how far they reach from it. */
function middle(places: GazetteerRecord[]): { lat: number; lng: number; radiusKm: number } {
  if (places.length === 0) return { lat: 0, lng: 0, radiusKm: 0 };
  const lat = places.reduce((sum, place) => sum + place.lat, 0) / places.length;
  const lng = places.reduce((sum, place) => sum + place.lng, 0) / places.length;
  const shrink = Math.cos((lat * Math.PI) / 180);
  const squares = places.map((place) => (place.lat - lat) ** 2 + ((place.lng - lng) * shrink) ** 2);
  // Twice the standard distance holds nearly all of them, and no single outlier stretches it.
  const radiusKm = Math.ceil(2 * 111.2 * Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / places.length));
  return { lat, lng, radiusKm };
}

function people(places: GazetteerRecord[]): number {
  return places.reduce((sum, { code, population }) => sum + (code === 'P.PPLX' ? 0 : population), 0);
}

function rows(file: string): string[][] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.br') ? brotliDecompressSync(bytes) : bytes).toString();
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

function list(field: string): string[] {
  return field.split('|').filter(Boolean);
}
