// Ranks towns, so that at any zoom the right dozen are labelled.

import { mercatorY } from '../../src/basemap/view.ts';
import { fold } from '../../src/gazetteer/fold.ts';
import { type PrintedNames, printRegions, readPrintedNames } from './printed-name.ts';
import { bareName } from './region-words.ts';
import type { TileFeature } from './tiles.ts';

interface Town {
  name: string;
  lng: number;
  lat: number;
  /** In other languages, as in `name_de`. */
  others: Record<string, string>;
  kind: Kind;
  people: number;
  /** People, with what a seat of power adds. */
  weight: number;
}

type Kind = 'capital' | 'seat' | 'town';

// Seats of power rank above towns of their size, as if they had so many people.
const SEAT: Record<string, { kind: Kind; bonus: number }> = {
  PPLC: { kind: 'capital', bonus: 3_000_000 },
  PPLA: { kind: 'seat', bonus: 250_000 },
  PPLA2: { kind: 'town', bonus: 15_000 },
};

// Capitals of what is no state of its own are marked, and named, like seats.
const DEPENDENT = new Set(
  'AI AS AW AX BL BM BQ CK CW FK FO GF GG GI GL GP GS GU HK IM IO JE KY MF MO MP MQ MS NC NF NU PF PM PN PR RE SH SJ SX TC TF TK VG VI WF YT'.split(
    ' ',
  ),
);

// What it takes to be labelled from a zoom on, index 0 to 10: the map of a continent names no small town.
const FLOOR = [Infinity, 12e6, 4e6, 2e6, 600_000, 200_000, 60_000, 15_000, 5000, 1500, 0];

// From each zoom on, one more label may enter every square of so many pixels, and every capital; the renderer drops
// what collides. Villages, of which there are the most, are wider apart than the towns of a map seen from afar.
const SQUARES = [64, 64, 64, 64, 64, 64, 64, 64, 80, 104, 128];
const TILE = 512;
const EQUATOR_KM = 40_075;

// Towns from so many people on are drawn as built-up: no shapes are to be had, but a disc of their likely size.
const BUILT = 40_000;
const DENSITY = 7000; // people a square kilometre

export interface TownTables {
  /** cities.tsv: GeoNames id, name, latitude, longitude, code, country, ..., population in the ninth column. */
  cities: string;
  /** city-names.tsv: GeoNames id, language, name. */
  cityNames: string;
  /** printed-names.tsv: GeoNames id, name. */
  printedNames: string;
  /** regions.tsv: GeoNames code, id. */
  regions: string;
}

/** One point a town, the greatest first; `z` is the zoom from which it deserves its label. */
export function rankPlaces({ cities, cityNames, printedNames }: TownTables): TileFeature[] {
  const printed = readPrintedNames(printedNames);
  const names = readNames(cityNames);
  const towns = rows(cities).flatMap((row) => readTown(row, printed, names));
  towns.sort((a, b) => b.weight - a.weight);
  const taken = FLOOR.map(() => new Set<number>());
  return towns.flatMap(({ name, others, lng, lat, kind, people, weight }) => {
    const squares = FLOOR.map((_, z) => squareOf(lng, lat, z));
    const z = FLOOR.findIndex(
      (floor, zoom) => weight >= floor && (kind === 'capital' || !taken[zoom]?.has(squares[zoom] ?? 0)),
    );
    if (z < 0) return [];
    for (let zoom = z; zoom < FLOOR.length; zoom++) taken[zoom]?.add(squares[zoom] ?? 0);
    const disc = people >= BUILT && { built: builtRadius(people, lat) };
    return [
      {
        type: 'Feature',
        properties: { name, ...others, kind, z, ...disc },
        geometry: { type: 'Point', coordinates: [lng, lat] },
        minZoom: z,
      },
    ];
  });
}

/** How the name of a region, by its GeoNames id, is printed beside that of its seat. */
export function regionPrinter({ cities, printedNames, regions }: TownTables): (id: string, name: string) => string {
  const printed = readPrintedNames(printedNames);
  const seats = rows(cities).flatMap(([id = '', given = '', , , code = '', country = '', admin1 = '']) => {
    const name = /^PPL[AC]$/.test(code) ? printed.of(id, given, country) : null;
    return name === null ? [] : [{ name, region: `${country}.${admin1}` }];
  });
  const codes = new Map(rows(regions).map(([code = '', id = '']) => [id, code]));
  const print = printRegions(printed, seats);
  return (id, name) => print(id, name, codes.get(id) ?? '');
}

function rows(table: string): string[][] {
  return table
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t'));
}

function readNames(table: string): Map<string, Record<string, string>> {
  const names = new Map<string, Record<string, string>>();
  // A town that goes by its parish is printed as the town.
  for (const [id = '', lang = '', name = ''] of rows(table))
    names.set(id, { ...names.get(id), [`name_${lang}`]: bareName(lang, name) });
  return names;
}

/** None for what is no town of its own: quarters, farms, ruins. */
function readTown(row: string[], printed: PrintedNames, names: Map<string, Record<string, string>>): Town[] {
  const [id = '', given = '', lat, lng, code = '', country = '', , , people] = row;
  const name = printed.of(id, given, country);
  if (name === null || !/^(?:PPL(?:[ACG]\d?)?|STLMT)$/.test(code)) return [];
  const { kind, bonus } = SEAT[code === 'PPLC' && DEPENDENT.has(country) ? 'PPLA' : code] ?? { kind: 'town', bonus: 0 };
  const known = { ...ownName(given, name, country), ...names.get(id) };
  const others = Object.fromEntries(Object.entries(known).filter(([, other]) => other !== name));
  return [
    { name, others, lng: Number(lng), lat: Number(lat), kind, people: Number(people), weight: Number(people) + bonus },
  ];
}

// What is spoken in most of a country whose towns English has names of its own for.
const SPOKEN: Record<string, string> = {
  AT: 'de',
  BE: 'nl',
  BR: 'pt',
  CH: 'de',
  DE: 'de',
  ES: 'es',
  FR: 'fr',
  IT: 'it',
  LI: 'de',
  NL: 'nl',
  PL: 'pl',
  PT: 'pt',
  SE: 'sv',
  TR: 'tr',
};

/** What a town that English prints otherwise is called at home: Hanover is Hannover in German. No longer form of the same name. */
function ownName(given: string, printed: string, country: string): Record<string, string> {
  const lang = SPOKEN[country];
  const [own, other] = [fold(given), fold(printed)];
  if (!lang || given === printed || /[/(]/.test(given) || (own.length > other.length && own.startsWith(other)))
    return {};
  return { [`name_${lang}`]: given };
}

/** Of a disc that holds so many people, in pixels at zoom 0, in steps of a quarter of a doubling. */
function builtRadius(people: number, lat: number): number {
  const km = Math.sqrt(people / DENSITY / Math.PI);
  const pixels = (km * TILE) / (EQUATOR_KM * Math.cos((lat * Math.PI) / 180));
  return 2 ** (Math.round(4 * Math.log2(pixels)) / 4);
}

function squareOf(lng: number, lat: number, zoom: number): number {
  const size = (TILE * 2 ** zoom) / (SQUARES[zoom] ?? 64);
  return Math.floor(mercatorY(lat) * size) * 65_536 + Math.floor((lng / 360 + 0.5) * size);
}
