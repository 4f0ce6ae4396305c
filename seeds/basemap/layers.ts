// What the map shows, layer by layer, from seeds/data/.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { Feature, Geometry, MultiPolygon, Position } from 'geojson';
import { feature, merge, mesh } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, Properties, Topology } from 'topojson-specification';
import type { Region } from '../sources/basemap.ts';
import { polygonsOf } from './area.ts';
import {
  countryGrounds,
  labelAreas,
  labelCountries,
  labelRegions,
  type RegionShape,
  type RegionTopology,
} from './area-labels.ts';
import { labelLand, labelPeaks } from './land-names.ts';
import { readNameRows } from './name-rows.ts';
import { readDownload } from './natural-earth.ts';
import { rankPlaces, regionPrinter, type TownTables } from './place-labels.ts';
import { findRegionZooms, lineZoom, REGION_ZOOMS } from './region-zooms.ts';
import { sizedPolygons } from './sized.ts';
import { isDisputedBorder, OUTLINED, stateOf } from './states.ts';
import type { Layer, TileFeature } from './tiles.ts';
import { labelRivers, labelSeas, nameRivers, rankOf } from './water-names.ts';

const data = resolve(import.meta.dirname, '../data');

// Pixels that a shape must be wide: a glacier is told from the land by its tone alone.
const LEAST = { ice: 90, lake: 3, urban: 4 };
// Built-up areas of 1:50 million are a texture seen from afar, no shapes of towns.
const CITY_ZOOMS = { first: 4, last: 6 };

// Square degrees: a name is placed by the gist of a shape.
const LABEL_CORNER = 1e-3;
// Units of a tile that such a shape may be off by: a pixel and a half.
const GIST = 12;
// And those by which the point of a sea lies outside a tile that knows of it: its name may stand there.
const NEIGHBOURING = 1536;
// The borders of regions are dashed and thin: they may be a little coarser than those of states.
const REGION_CORNER = 3e-5;

/** The files of seeds/data/ that the tiles are cut from. */
export const INPUTS = [
  'regions.topojson.br',
  'nature.topojson.br',
  'named-shapes.topojson.br',
  'cities.tsv.br',
  'city-names.tsv.br',
  'printed-names.tsv',
  'water-names.tsv',
  'area-names.tsv',
  'region-parts.tsv',
  'land-names.tsv',
  'regions.tsv.br',
  'told-names.tsv',
];

/** What seeds/data/ holds for the map. */
export interface MapData {
  topology: RegionTopology;
  /** The same without the corners that stand out by less than a triangle of so many square degrees. */
  simplified(corner: number): RegionTopology;
  /** The shapes of a layer: those of a download, or else of nature.topojson.br. None where neither has it. */
  natural(name: string): Feature[];
  towns: TownTables;
  /** Seas and ranges that names run along, by Natural Earth's names. */
  shapes: Feature[];
  /** water-names.tsv. */
  waterNames: string;
  /** area-names.tsv. */
  areaNames: string;
  /** region-parts.tsv. */
  regionParts: string;
  /** land-names.tsv. */
  landNames: string;
  /** told-names.tsv. */
  toldNames: string;
}

/** `downloads` are Natural Earth's files by layer, as findDownloads finds them. */
export function readMapData(downloads: ReadonlyMap<string, string> = new Map()): MapData {
  const [
    regions = '',
    natureFile = '',
    shapesFile = '',
    cities = '',
    cityNames = '',
    printedNames = '',
    waterNames = '',
    areaNames = '',
    regionParts = '',
    landNames = '',
    regionTable = '',
    toldNames = '',
  ] = INPUTS.map(readTable);
  const nature: Topology<Record<string, GeometryCollection<Properties>>> = JSON.parse(natureFile);
  const named: Topology<{ shapes: GeometryCollection<Properties> }> = JSON.parse(shapesFile);
  const topology: RegionTopology = JSON.parse(regions);
  let weighed: RegionTopology | undefined;
  return {
    topology,
    simplified(corner) {
      weighed ??= presimplify(topology);
      return simplify(weighed, corner);
    },
    natural(name) {
      const file = downloads.get(name);
      if (file) return readDownload(file);
      const object = nature.objects[name];
      return object ? feature(nature, object).features : [];
    },
    towns: { cities, cityNames, printedNames, regions: regionTable },
    shapes: feature(named, named.objects.shapes).features,
    waterNames,
    areaNames,
    regionParts,
    landNames,
    toldNames,
  };
}

function readTable(name: string): string {
  const bytes = readFileSync(join(data, name));
  try {
    return (name.endsWith('.br') ? brotliDecompressSync(bytes) : bytes).toString();
  } catch (error) {
    throw new Error(`seeds/data/${name} is damaged: ${error}`);
  }
}

export function makeLayers(data: MapData): Layer[] {
  const { topology, simplified, natural, towns, areaNames } = data;
  const { regions } = topology.objects;
  const plain = simplified(LABEL_CORNER);
  const meshed = (of: RegionTopology) => (test: (a: Region, b: Region) => boolean) =>
    mesh(
      of,
      of.objects.regions,
      (a, b) => a !== b && test((a as RegionShape).properties, (b as RegionShape).properties),
    );
  const [border, regionBorder] = [meshed(topology), meshed(simplified(REGION_CORNER))];

  const outlines = outlineAreas(natural('disputed'), border((a, b) => stateOf(a) !== stateOf(b)).coordinates);
  const waters = readNameRows(data.waterNames);
  const rivers = nameRivers(natural('rivers'), waters);
  const regionZoom = findRegionZooms(plain);

  const landNames = readNameRows(data.landNames);
  const urban = natural('urban');
  const places = rankPlaces(towns);
  const layers: Layer[] = [
    { name: 'land', features: polygons(merge(topology, regions.geometries)).map((shape) => part(shape, 0)) },
    { name: 'ice', features: sizedPolygons([...natural('glaciers'), ...natural('shelves')], LEAST.ice) },
    { name: 'lake', features: sizedPolygons(natural('lakes'), LEAST.lake) },
    {
      name: 'river',
      features: rivers.map(({ geometry, properties }) => part(geometry, riverZoom(properties), rankOf(properties))),
    },
    { name: 'river-name', features: labelRivers(rivers) },
    {
      name: 'city',
      features: urban.length > 0 ? [] : sizedPolygons(natural('cities'), LEAST.urban, CITY_ZOOMS.first),
      maxZoom: CITY_ZOOMS.last,
    },
    { name: 'urban', features: sizedPolygons(urban, LEAST.urban, CITY_ZOOMS.first) },
    { name: 'rail', features: natural('rails').map(({ geometry, properties }) => part(geometry, wayZoom(properties))) },
    { name: 'road', features: natural('roads').map(({ geometry, properties }) => part(geometry, wayZoom(properties))) },
    { name: 'land-name', features: labelLand(landNames, data.shapes) },
    { name: 'peak', features: labelPeaks(natural('peaks'), landNames) },
    { name: 'water', features: labelSeas(waters, [...data.shapes, ...natural('lakes')]), buffer: NEIGHBOURING },
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
        ...outlines.map((line) => part(line, 4, { level: 0, disputed: true })),
        ...REGION_ZOOMS.flatMap((zoom) =>
          lines(
            regionBorder(
              (a, b) => stateOf(a) === stateOf(b) && !isDisputedBorder(a, b) && lineZoom(regionZoom, a, b) === zoom,
            ),
          ).map((line) => part(line, zoom, { level: 1 })),
        ),
      ],
    },
    { name: 'country', features: labelCountries(plain) },
    { name: 'country-ground', features: countryGrounds(plain), tolerance: GIST },
    {
      name: 'region',
      features: [...labelRegions(plain, places, regionPrinter(towns), regionZoom), ...labelAreas(areaNames)],
    },
    { name: 'place', features: places },
  ];
  return layers.filter(({ features }) => features.length > 0);
}

// Zooms at which rivers of Natural Earth's ranks 0 to 12 come into the map.
const RIVER_ZOOMS = [2, 2, 2, 3, 4, 4, 5, 6, 6, 7];

function riverZoom(properties: Feature['properties']): number {
  return RIVER_ZOOMS[properties?.rank] ?? 7;
}

/** The zoom at which a road or railway comes into the map: the great ones first, and none before it can be told from a border. */
function wayZoom(properties: Feature['properties']): number {
  return Math.max(5, Math.min(7, Number(properties?.rank ?? 7)));
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

/** The outlines of disputed areas, but for the stretches along which a border is drawn already. */
function outlineAreas(areas: Feature[], borders: Position[][]): Geometry[] {
  const drawn = new Set(borders.flat().flatMap(([lng = 0, lat = 0]) => squaresAround(lng, lat)));
  return areas
    .filter(({ id }) => OUTLINED.includes(Number(id)))
    .flatMap(({ geometry }) => polygonsOf(geometry).flat())
    .flatMap((ring) => split(ring, (_, [lng = 0, lat = 0]) => drawn.has(square(lng, lat))))
    .map((coordinates) => ({ type: 'LineString', coordinates }));
}

// Degrees: the outlines are coarser than the borders.
const BESIDE = 0.06;

function square(lng: number, lat: number): string {
  return `${Math.round(lng / BESIDE)} ${Math.round(lat / BESIDE)}`;
}

function squaresAround(lng: number, lat: number): string[] {
  const steps = [-BESIDE, 0, BESIDE];
  return steps.flatMap((dx) => steps.map((dy) => square(lng + dx, lat + dy)));
}

/** Without the cuts at 180 degrees and at the South Pole, which are no coast. */
function withoutSeams({ coordinates }: { coordinates: Position[][] }): { coordinates: Position[][] } {
  const onSeam = ([lng = 0, lat = 0]: Position) => Math.abs(lng) > 179.99 || lat < -89.9;
  return { coordinates: coordinates.flatMap((line) => split(line, (a, b) => onSeam(a) && onSeam(b))) };
}

/** The runs of a line between the steps that are left out. */
function split(line: Position[], leftOut: (from: Position, to: Position) => boolean): Position[][] {
  const runs: Position[][] = [[]];
  line.forEach((position, i) => {
    const before = line[i - 1];
    if (before && leftOut(before, position)) runs.push([]);
    runs.at(-1)?.push(position);
  });
  return runs.filter((run) => run.length > 1);
}
