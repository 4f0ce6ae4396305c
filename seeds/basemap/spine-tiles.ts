// Names along lines, in tiles. A line that were cut at the edges of tiles would be named in each: it stands whole in one.
import type { GeoJSONVTFeature } from '@maplibre/geojson-vt';
import { TILE } from '../../src/basemap/view.ts';
import { pointsAlong, type Spine, slide } from './spine.ts';
import { EXTENT, type TileFeature } from './tiles.ts';

/**
 * Pixels of a line: the engine drops a name that the line is too short for when its letters are largest, and reads no line that
 * leaves its tile by more than two others. Beyond the room of the name it is straight.
 */
const LENGTH = 1000;

/**
 * Pixels by which the name of a sea may slide along its line, a letter, where a town on the shore is in its way: so few that
 * its places overlap up to the next zoom, where they are twice as far apart, and one of them alone is taken.
 */
const SLIDE = 1.3;
/**
 * A range is long, and towns and countries are named before it: its name may stand by so many steps, shares of its own length, to either side of
 * the middle. Each place but the outermost two overlaps the others, so that one alone is taken.
 */
const RANGE_STEPS = [0, 1, -1, 2, -2].map((step) => step * 0.24);
/** Pixels of a letter of a range, and how far apart its letters are set at least and at most, in those: as `relief` in map-labels.ts sets them. */
const LETTER = { size: 14, least: 0.7, most: 1.3 };

/** The names along spines, as lines, by the name Z/X/Y of the tile that holds the middle of each. */
export function placeNames(features: TileFeature[], maxZoom: number): Map<string, GeoJSONVTFeature[]> {
  const tiles = new Map<string, GeoJSONVTFeature[]>();
  for (const { spine, properties, minZoom } of features) {
    if (!spine) continue;
    for (let zoom = Math.min(minZoom, maxZoom); zoom <= maxZoom; zoom++) {
      for (const place of slidesOf(properties, spine, TILE * 2 ** zoom).map((way) => slide(spine, way))) {
        const [x, y] = [place.x, place.y].map((share) => Math.floor(share * 2 ** zoom));
        const tile = `${zoom}/${x}/${y}`;
        const line: GeoJSONVTFeature = { type: 2, tags: properties, geometry: [drawIn(place, zoom, x ?? 0, y ?? 0)] };
        const others = tiles.get(tile);
        if (others) others.push(line);
        else tiles.set(tile, [line]);
      }
    }
  }
  return tiles;
}

/** How far along its line a name may stand from the middle, the best first. `world` pixels are one. */
function slidesOf(properties: TileFeature['properties'], { length }: Spine, world: number): number[] {
  const letters = String(properties?.name).length;
  if (properties?.kind === 'sea') return [0, 1, -1].map((way) => (way * SLIDE * letters) / world);
  if (properties?.kind !== 'range') return [0];
  const { size, least, most } = LETTER;
  const name = Math.max(letters * size * least, Math.min(letters * size * most, (length * world) / 2)) / world;
  return RANGE_STEPS.map((step) => step * name).filter((way) => 2 * Math.abs(way) <= Math.max(0, length - name));
}

/** In units of a tile. */
function drawIn(spine: Spine, zoom: number, x: number, y: number): [number, number][] {
  return pointsAlong(spine, LENGTH / (TILE * 2 ** zoom)).map(([left, top]) => [
    Math.round((left * 2 ** zoom - x) * EXTENT),
    Math.round((top * 2 ** zoom - y) * EXTENT),
  ]);
}
