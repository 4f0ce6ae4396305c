// Shapes come into the map when they are large enough on it to be seen.
import type { Feature, Position } from 'geojson';
import { mercatorY } from '../../src/basemap/view.ts';
import { areaOf, polygonsOf } from './area.ts';
import type { TileFeature } from './tiles.ts';

const TILE = 512;
// The tiles are drawn on to here; what is too small even then is left out.
const NEAREST = 10;

/** The polygons of shapes, one by one, each from the zoom on at which it is so many pixels wide, and from `first` on. */
export function sizedPolygons(shapes: Feature[], pixels: number, first = 0): TileFeature[] {
  return shapes.flatMap(({ geometry }) =>
    polygonsOf(geometry).flatMap((coordinates): TileFeature[] => {
      const zoom = Math.max(first, Math.ceil(Math.log2(pixels / sizeOf([coordinates]))));
      if (zoom > NEAREST) return [];
      return [{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates }, minZoom: zoom }];
    }),
  );
}

/** The root of the area of some polygons, in pixels at zoom 0. */
export function sizeOf(polygons: Position[][][]): number {
  const boxes = polygons.map(([ring = []]) => areaOf(ring.map(([lng = 0, lat = 0]) => [lng / 360, mercatorY(lat)])));
  return Math.sqrt(boxes.reduce((sum, box) => sum + box, 0)) * TILE;
}
