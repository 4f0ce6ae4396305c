// Names of countries and regions, each where it fits and from the zoom on at which it does.
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature, merge } from 'topojson-client';
import type { Topology, MultiPolygon as TopoMultiPolygon, Polygon as TopoPolygon } from 'topojson-specification';
import type { Region } from '../sources/basemap.ts';
import { findLabelBox } from './label-box.ts';
import { bareName } from './region-words.ts';
import { countryOf, stateOf } from './states.ts';
import type { TileFeature } from './tiles.ts';

export type RegionShape = (TopoPolygon | TopoMultiPolygon) & { properties: Region };

export type RegionTopology = Topology<{ regions: { type: 'GeometryCollection'; geometries: RegionShape[] } }>;

const TILE = 512;
// Pixels that a name of middling length takes, and the zooms that its kind may start at.
const COUNTRY = { pixels: 46, from: 1, to: 7 };
const REGION = { pixels: 60, from: 5, to: 8 };

/** A point a state; `country` is its ISO code, by which the page names it in the reader's language. */
export function labelCountries(topology: RegionTopology): TileFeature[] {
  return [...Map.groupBy(topology.objects.regions.geometries, ({ properties }) => stateOf(properties))].flatMap(
    ([state, members]) => {
      const country = countryOf(
        state,
        members.find(({ properties }) => properties.a3 === state)?.properties.country ?? '',
      );
      if (!country) return [];
      return [label(merge(topology, members), COUNTRY, { country })];
    },
  );
}

export function labelRegions(topology: RegionTopology): TileFeature[] {
  const own = topology.objects.regions.geometries.filter(({ properties }) =>
    countryOf(properties.a3, properties.country),
  );
  return own.map((shape) => {
    const { name, names } = shape.properties;
    const others = Object.fromEntries(
      Object.entries(names).map(([lang, text]) => [`name_${lang}`, bareName(lang, text)]),
    );
    const { geometry } = feature(topology, shape) as Feature<Polygon | MultiPolygon>;
    return label(geometry, REGION, { name, ...others });
  });
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

function label(shape: Polygon | MultiPolygon, kind: typeof COUNTRY, properties: Record<string, string>): TileFeature {
  const { centre, width } = findLabelBox(shape);
  const z = Math.min(kind.to, Math.max(kind.from, Math.ceil(Math.log2(kind.pixels / (width * TILE)) * 2) / 2));
  return {
    type: 'Feature',
    properties: { ...properties, z, rank: -Math.round(Math.log2(width) * 100) / 100 },
    geometry: { type: 'Point', coordinates: centre },
    minZoom: Math.floor(z),
  };
}
