// Names of countries and regions, each where it fits and from the zoom on at which it does.
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, merge, neighbors } from 'topojson-client';
import type { Topology, MultiPolygon as TopoMultiPolygon, Polygon as TopoPolygon } from 'topojson-specification';
import { mercatorY } from '../../src/basemap/view.ts';
import type { Region } from '../sources/basemap.ts';
import { findLabelBox } from './label-box.ts';
import { bareName } from './region-words.ts';
import { alongSpine, spineOf } from './shape-spine.ts';
import { countryOf, isNamed, stateOf } from './states.ts';
import type { TileFeature } from './tiles.ts';

export type RegionShape = (TopoPolygon | TopoMultiPolygon) & { properties: Region };

export type RegionTopology = Topology<{ regions: { type: 'GeometryCollection'; geometries: RegionShape[] } }>;

const TILE = 512;
// Pixels that a name of middling length takes, and the zooms that its kind may start at.
interface LabelKind {
  pixels: number;
  from: number;
  to: number;
  /** The same for a name along its shape: turned letters ask for more room, and a map of the world has none. */
  turned: { pixels: number; from: number };
  /** Share of the world's width that it must run along its shape to do so: what is small is named level. */
  along: number;
  atSea?: { pixels: number; from: number };
}

const COUNTRY: LabelKind = { pixels: 38, from: 1, to: 7, turned: { pixels: 56, from: 2 }, along: 0.004 };
const REGION: LabelKind = { pixels: 60, from: 5, to: 8, turned: { pixels: 90, from: 5 }, along: 0.006 };
// The name of an island may run out to sea, on a map that has the room.
const ISLAND: LabelKind = { ...COUNTRY, along: 0.015, atSea: { pixels: 20, from: 2.5 } };
// A region's name near that of a town of the same name is the same word twice: it waits until it is so many pixels away.
const APART = 320;
const LAST_ZOOM = 9;

/** Each state as a whole, by the ISO code that the page names it by; `bordered` by another on land. */
interface State {
  country: string;
  shape: MultiPolygon;
  bordered: boolean;
}

/** A point a state; `country` is its ISO code, by which the page names it in the reader's language. */
export function labelCountries(topology: RegionTopology): TileFeature[] {
  return statesOf(topology).map(({ country, shape, bordered }) =>
    label(shape, bordered ? COUNTRY : ISLAND, { country }),
  );
}

/** The ground of each country, for the name of one of which a map shows but a part: nothing is drawn by it. */
export function countryGrounds(topology: RegionTopology): TileFeature[] {
  return statesOf(topology).map(({ country, shape }) => ({
    type: 'Feature',
    properties: { country },
    geometry: shape,
    minZoom: 0,
  }));
}

function statesOf(topology: RegionTopology): State[] {
  const regions = topology.objects.regions.geometries;
  const beside = neighbors(regions);
  const hasLandBorder = new Set(
    regions.flatMap(({ properties }, i) => {
      const state = stateOf(properties);
      const abroad = beside[i]?.some((other) => {
        const neighbour = regions[other]?.properties;
        return neighbour !== undefined && stateOf(neighbour) !== state;
      });
      return abroad ? [state] : [];
    }),
  );
  return [...Map.groupBy(regions, ({ properties }) => stateOf(properties))].flatMap(([state, members]) => {
    const country = countryOf(
      state,
      members.find(({ properties }) => properties.a3 === state)?.properties.country ?? '',
    );
    if (!country) return [];
    return [{ country, shape: merge(topology, members), bordered: hasLandBorder.has(state) }];
  });
}

/**
 * `places` are the towns of the map: a region that is named after one is named at a distance from it, or not at all. None
 * is named before the zoom at which it is told from others, nor before half of those of its country are.
 */
export function labelRegions(
  topology: RegionTopology,
  places: TileFeature[],
  print: (id: string, name: string) => string,
  zoomOf: (region: Region) => number,
): TileFeature[] {
  const towns = Map.groupBy(places, ({ properties }) => String(properties?.name));
  const own = topology.objects.regions.geometries.filter(
    ({ properties }) => countryOf(properties.a3, properties.country) && isNamed(properties),
  );
  const labels = own.map((shape) => {
    const { names, geonames } = shape.properties;
    const name = bareName('en', print(String(geonames), shape.properties.name));
    const others = Object.fromEntries(
      Object.entries(names)
        .map(([lang, text]) => [`name_${lang}`, bareName(lang, text)])
        .filter(([, text]) => text !== name),
    );
    const { geometry } = feature(topology, shape) as Feature<Polygon | MultiPolygon>;
    const region = label(geometry, REGION, { name, ...others });
    const z = Math.max(
      zoomOf(shape.properties),
      region.properties?.z,
      ...(towns.get(name) ?? []).map((town) => zoomApart(region, town)),
    );
    return { region, z, state: stateOf(shape.properties) };
  });
  const fair = fairZooms(labels);
  return labels.flatMap(({ region, z: own, state }) => {
    const z = Math.max(own, fair.get(state) ?? 0);
    return z > LAST_ZOOM ? [] : [{ ...region, properties: { ...region.properties, z }, minZoom: Math.floor(z) }];
  });
}

/**
 * The zoom from which half of a state's regions are named: before it, one of them alone would look as if it were told of. Where so many
 * are named after their seats that there is none, a map that holds few of them names the others.
 */
function fairZooms(labels: readonly { z: number; state: string }[]): Map<string, number> {
  const states = Map.groupBy(labels, ({ state }) => state);
  return new Map(
    [...states].map(([state, of]) => {
      const zooms = of.map(({ z }) => z).sort((a, b) => a - b);
      return [state, Math.min(LAST_ZOOM, zooms[Math.ceil(zooms.length / 2) - 1] ?? LAST_ZOOM)];
    }),
  );
}

/** The zoom from which two points are far enough apart on the map to bear the same name, in steps of a half. */
function zoomApart(a: TileFeature, b: TileFeature): number {
  const away = Math.hypot(...difference(pointOf(a), pointOf(b)));
  return away > NEAR ? 0 : Math.ceil(Math.log2(APART / Math.max(away * TILE, 1e-9)) * 2) / 2;
}

// Share of the world's width: a town of that name across the world is another.
const NEAR = 0.02;

function difference([lng1 = 0, lat1 = 0]: Position, [lng2 = 0, lat2 = 0]: Position): [x: number, y: number] {
  return [(lng2 - lng1) / 360, mercatorY(lat2) - mercatorY(lat1)];
}

function pointOf({ geometry }: TileFeature): Position {
  return geometry.type === 'Point' ? geometry.coordinates : [];
}

/** Areas of area-names.tsv, which belong to no state's regions. */
export function labelAreas(table: string): TileFeature[] {
  const rows = table.split('\n').filter((line) => line && !line.startsWith('#'));
  return rows.map((row) => {
    const [point = '', zoom, name, ...others] = row.split('\t');
    const names = others.map((other) => other.split('=', 2)).map(([lang, text]) => [`name_${lang}`, text]);
    return {
      type: 'Feature',
      properties: { name, ...Object.fromEntries(names), z: Number(zoom), rank: 0 },
      geometry: { type: 'Point', coordinates: point.split(' ').map(Number) },
      minZoom: Math.floor(Number(zoom)),
    };
  });
}

function label(shape: Polygon | MultiPolygon, kind: LabelKind, properties: Record<string, string>): TileFeature {
  const spine = spineOf(shape, kind.along);
  const { centre, width } = spine ? { centre: [], width: spine.length } : findLabelBox(shape);
  const fits = ({ pixels, from }: { pixels: number; from: number }) =>
    Math.max(from, Math.ceil(Math.log2(pixels / (width * TILE)) * 2) / 2);
  const z = spine
    ? Math.min(kind.to, fits(kind.turned))
    : Math.min(kind.to, fits(kind), kind.atSea ? fits(kind.atSea) : kind.to);
  const label: TileFeature = {
    type: 'Feature',
    properties: { ...properties, z, rank: Math.round(-100 * Math.log2(width)), width: Math.round(width * 1e4) / 1e4 },
    geometry: { type: 'Point', coordinates: centre },
    minZoom: Math.floor(z),
  };
  return spine ? alongSpine(label, spine) : label;
}
