// Cuts layers into tiles.
import { GeoJSONVT, type GeoJSONVTFeature, type GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Feature, FeatureCollection } from 'geojson';

/** One layer of the tiles. A feature appears from `minZoom` on; a point may be a label of its own rank. */
export interface Layer {
  name: string;
  features: TileFeature[];
}

export type TileFeature = Feature & { minZoom: number };

export interface Tile {
  z: number;
  x: number;
  y: number;
  tile: Record<string, GeoJSONVTTile>;
}

const EXTENT = 4096;
// Names and lines run on beyond the edge, so that strokes meet and labels are placed alike on both sides.
const BUFFER = 96;
const TOLERANCE = 3.5;

/** Every tile with something in it, from the world down, in the order of a depth-first walk. */
export function* cutTiles(layers: Layer[], maxZoom: number): Generator<Tile> {
  const indexes = layers.map(({ name, features }) => ({ name, zooms: indexByZoom(features, maxZoom) }));
  const queue = [{ z: 0, x: 0, y: 0 }];
  for (let at = queue.pop(); at; at = queue.pop()) {
    const { z, x, y } = at;
    const tile: Record<string, GeoJSONVTTile> = {};
    for (const { name, zooms } of indexes) {
      const parts = zooms.filter(({ minZoom }) => minZoom <= z).map(({ index }) => index.getTile(z, x, y));
      const features: GeoJSONVTFeature[] = parts.flatMap((part) => part?.features ?? []);
      if (features.length > 0) tile[name] = { features } as GeoJSONVTTile;
    }
    if (Object.keys(tile).length > 0) yield { z, x, y, tile };
    if (z === maxZoom) continue;
    for (const [dx, dy] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const) {
      const child = { z: z + 1, x: 2 * x + dx, y: 2 * y + dy };
      if (indexes.some(({ zooms }) => zooms.some(({ index }) => index.getTile(child.z, child.x, child.y))))
        queue.push(child);
    }
  }
}

/** A tile as Mapbox Vector Tile bytes. */
export function encodeTile(tile: Tile['tile']): Uint8Array {
  return fromGeojsonVt(tile, { version: 2, extent: EXTENT });
}

function indexByZoom(features: TileFeature[], maxZoom: number) {
  const groups = Map.groupBy(features, ({ minZoom }) => Math.min(minZoom, maxZoom));
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([minZoom, group]) => {
      const collection: FeatureCollection = { type: 'FeatureCollection', features: group };
      const index = new GeoJSONVT(collection, {
        maxZoom,
        indexMaxZoom: maxZoom,
        indexMaxPoints: 0,
        tolerance: TOLERANCE,
        extent: EXTENT,
        buffer: BUFFER,
      });
      return { minZoom, index };
    });
}
