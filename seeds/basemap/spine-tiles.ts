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

/** The names along spines, as lines, by the name Z/X/Y of the tile that holds the middle of each. */
export function placeNames(features: TileFeature[], maxZoom: number): Map<string, GeoJSONVTFeature[]> {
  const tiles = new Map<string, GeoJSONVTFeature[]>();
  for (const { spine, properties, minZoom } of features) {
    if (!spine) continue;
    const slides = properties?.kind === 'sea' ? [0, 1, -1] : [0];
    for (let zoom = Math.min(minZoom, maxZoom); zoom <= maxZoom; zoom++) {
      const step = (SLIDE * String(properties?.name).length) / (TILE * 2 ** zoom);
      for (const place of slides.map((way) => slide(spine, way * step))) {
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

/** In units of a tile. */
function drawIn(spine: Spine, zoom: number, x: number, y: number): [number, number][] {
  return pointsAlong(spine, LENGTH / (TILE * 2 ** zoom)).map(([left, top]) => [
    Math.round((left * 2 ** zoom - x) * EXTENT),
    Math.round((top * 2 ** zoom - y) * EXTENT),
  ]);
}
