// Cuts layers into tiles.
import { GeoJSONVT, type GeoJSONVTFeature, type GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Feature, FeatureCollection } from 'geojson';
import { freeMemory } from './memory.ts';
import type { Spine } from './spine.ts';
import { placeNames } from './spine-tiles.ts';

/** One layer of the tiles. A feature appears from `minZoom` on; a point may be a label of its own rank. */
export interface Layer {
  name: string;
  features: TileFeature[];
  /** The last zoom that it is cut for, where it is too coarse for more. */
  maxZoom?: number;
  /** By how many units of a tile its lines may be off, and how far beyond its edge a tile holds what is there. */
  tolerance?: number;
  buffer?: number;
}

/** A point with a `spine` is a name that runs along it: it stands in the tiles as a line. */
export type TileFeature = Feature & { minZoom: number; spine?: Spine };

/** Units of a tile. */
export const EXTENT = 4096;
// Names and lines run on beyond the edge, so that strokes meet and labels are placed alike on both sides.
const BUFFER = 96;
const TOLERANCE = 3.5;

/**
 * Every tile with something in it as Mapbox Vector Tile bytes, by its name Z/X/Y, in the order of those names.
 * One layer is cut after the other, which keeps one index in memory: the bytes of two layers, one behind the
 * other, are those of a tile with both.
 */
export function cutTiles(layers: Layer[], maxZoom: number): [name: string, bytes: Uint8Array][] {
  const tiles = new Map<string, Uint8Array[]>();
  for (const layer of layers) {
    for (const [tile, bytes] of cutLayer(layer, Math.min(maxZoom, layer.maxZoom ?? maxZoom))) {
      const parts = tiles.get(tile);
      if (parts) parts.push(bytes);
      else tiles.set(tile, [bytes]);
    }
    freeMemory();
  }
  return [...tiles.keys()].sort().map((tile) => [tile, Buffer.concat(tiles.get(tile) ?? [])]);
}

function* cutLayer(
  { name: layer, features, tolerance, buffer }: Layer,
  maxZoom: number,
): Generator<[string, Uint8Array]> {
  const along = placeNames(features, maxZoom);
  const zooms = indexByZoom(
    features.filter(({ spine }) => !spine),
    maxZoom,
    { tolerance, buffer },
  );
  const queue = [{ z: 0, x: 0, y: 0 }];
  for (let at = queue.pop(); at; at = queue.pop()) {
    const { z, x, y } = at;
    const parts = zooms.filter(({ minZoom }) => minZoom <= z).map(({ index }) => index.getTile(z, x, y));
    const name = `${z}/${x}/${y}`;
    const found: GeoJSONVTFeature[] = [...parts.flatMap((part) => part?.features ?? []), ...(along.get(name) ?? [])];
    along.delete(name);
    if (found.length > 0) yield [name, encode(layer, found)];
    if (z === maxZoom) continue;
    for (const quarter of [0, 1, 2, 3]) {
      const child = { z: z + 1, x: 2 * x + (quarter & 1), y: 2 * y + (quarter >> 1) };
      if (zooms.some(({ index }) => index.getTile(child.z, child.x, child.y))) queue.push(child);
    }
  }
  for (const [name, names] of along) yield [name, encode(layer, names)];
}

function encode(layer: string, features: GeoJSONVTFeature[]): Uint8Array {
  return fromGeojsonVt({ [layer]: { features } as GeoJSONVTTile }, { version: 2, extent: EXTENT });
}

function indexByZoom(
  features: TileFeature[],
  maxZoom: number,
  { tolerance = TOLERANCE, buffer = BUFFER }: Pick<Layer, 'tolerance' | 'buffer'>,
) {
  const groups = Map.groupBy(features, ({ minZoom }) => Math.min(minZoom, maxZoom));
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([minZoom, group]) => {
      const collection: FeatureCollection = { type: 'FeatureCollection', features: group };
      const index = new GeoJSONVT(collection, {
        maxZoom,
        indexMaxZoom: maxZoom,
        indexMaxPoints: 0,
        tolerance,
        extent: EXTENT,
        buffer,
      });
      return { minZoom, index };
    });
}
