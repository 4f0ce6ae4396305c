// What the map shows, layer by layer, from seeds/data/.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { Feature, Geometry, MultiPolygon, Position } from 'geojson';
import { feature, merge, mesh } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, Properties, Topology } from 'topojson-specification';
import type { Region } from '../sources/basemap.ts';
import { labelCountries, labelRegions, type RegionShape, type RegionTopology } from './area-labels.ts';
import { rankPlaces, type TownTables } from './place-labels.ts';
import { isDisputedBorder, stateOf } from './states.ts';
import type { Layer, TileFeature } from './tiles.ts';

const data = resolve(import.meta.dirname, '../data');

// Square degrees: a name is placed by the gist of a shape.
const LABEL_CORNER = 1e-3;

/** The files of seeds/data/ that the tiles are cut from. */
export const INPUTS = [
  'regions.topojson.br',
  'nature.topojson.br',
  'cities.tsv.br',
  'city-names.tsv.br',
  'printed-names.tsv',
];

/** What seeds/data/ holds for the map. */
export interface MapData {
  topology: RegionTopology;
  /** The same without the corners that stand out by less than a triangle of so many square degrees. */
  simplified(corner: number): RegionTopology;
  /** The shapes of a layer of nature.topojson.br. Throws when there is none of that name. */
  natural(name: string): Feature[];
  towns: TownTables;
}

export function readMapData(): MapData {
  const [regions = '', natureFile = '', cities = '', cityNames = '', printedNames = ''] = INPUTS.map(readTable);
  const nature: Topology<Record<string, GeometryCollection<Properties>>> = JSON.parse(natureFile);
  const topology: RegionTopology = JSON.parse(regions);
  const weighed = presimplify(topology);
  return {
    topology,
    simplified: (corner) => simplify(weighed, corner),
    natural(name) {
      const object = nature.objects[name];
      if (!object) throw new Error(`seeds/data/nature.topojson.br has no ${name}`);
      return feature(nature, object).features;
    },
    towns: { cities, cityNames, printedNames },
  };
}

function readTable(name: string): string {
  const bytes = readFileSync(join(data, name));
  return (name.endsWith('.br') ? brotliDecompressSync(bytes) : bytes).toString();
}

export function makeLayers({ topology, simplified, natural, towns }: MapData): Layer[] {
  const { regions } = topology.objects;
  const plain = simplified(LABEL_CORNER);
  const border = (test: (a: Region, b: Region) => boolean) =>
    mesh(topology, regions, (a, b) => a !== b && test((a as RegionShape).properties, (b as RegionShape).properties));

  return [
    { name: 'land', features: polygons(merge(topology, regions.geometries)).map((shape) => part(shape, 0)) },
    { name: 'ice', features: [...natural('glaciers'), ...natural('shelves')].map(({ geometry }) => part(geometry, 0)) },
    { name: 'urban', features: natural('urban').map(({ geometry }) => part(geometry, 4)) },
    { name: 'lake', features: natural('lakes').map(({ geometry }) => part(geometry, 0)) },
    { name: 'river', features: natural('rivers').map(({ geometry }) => part(geometry, 2)) },
    {
      name: 'coast',
      features: lines(withoutSeams(mesh(topology, regions, (a, b) => a === b))).map((line) => part(line, 0)),
    },
    {
      name: 'border',
      features: [
        ...lines(border((a, b) => stateOf(a) !== stateOf(b) && !isDisputedBorder(a, b))).map((line) =>
          part(line, 0, { level: 0 }),
        ),
        ...lines(border(isDisputedBorder)).map((line) => part(line, 0, { level: 0, disputed: true })),
        ...lines(border((a, b) => stateOf(a) === stateOf(b) && !isDisputedBorder(a, b))).map((line) =>
          part(line, 4, { level: 1 }),
        ),
      ],
    },
    { name: 'country', features: labelCountries(plain) },
    { name: 'region', features: labelRegions(plain) },
    { name: 'place', features: rankPlaces(towns) },
  ];
}

function part(geometry: Geometry, minZoom: number, properties: Feature['properties'] = {}): TileFeature {
  return { type: 'Feature', properties, geometry, minZoom };
}

function polygons(shape: MultiPolygon): Geometry[] {
  return shape.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
}

function lines(shape: { coordinates: Position[][] }): Geometry[] {
  return shape.coordinates.map((coordinates) => ({ type: 'LineString', coordinates }));
}

/** Without the cuts at 180 degrees and at the South Pole, which are no coast. */
function withoutSeams({ coordinates }: { coordinates: Position[][] }): { coordinates: Position[][] } {
  const onSeam = ([lng = 0, lat = 0]: Position) => Math.abs(lng) > 179.99 || lat < -89.9;
  const pieces = coordinates.flatMap((line) => {
    const runs: Position[][] = [[]];
    line.forEach((position, i) => {
      const before = line[i - 1];
      if (before && onSeam(before) && onSeam(position)) runs.push([]);
      runs.at(-1)?.push(position);
    });
    return runs.filter((run) => run.length > 1);
  });
  return { coordinates: pieces };
}
