// Where a name fits best inside a shape: the widest box of a label's proportions, in the plane of the map.
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { latitude, mercatorY } from '../../src/basemap/view.ts';
import { type Room, rowsOf, widestBox } from '../../src/basemap/widest-box.ts';
import { areaOf, polygonsOf } from './area.ts';

/** The middle of the box in degrees, and its width as a share of the world's width (1 at zoom 0 is 512 pixels). */
export interface LabelBox {
  centre: [lng: number, lat: number];
  width: number;
}

// Rows enough that a fjord does not decide.
const ROWS = 96;

export function findLabelBox(shape: Polygon | MultiPolygon): LabelBox {
  const polygon = polygonsOf(shape)
    .map((rings) => rings.map((ring) => ring.map(project)))
    .reduce(larger);
  const { x, y, width } = roomIn(polygon);
  return { centre: [(x - 0.5) * 360, latitude(y)], width };
}

/** The widest box in a polygon of the plane. */
export function roomIn(polygon: Position[][]): Room {
  const outer = polygon[0] ?? [];
  const ys = outer.map(([, y = 0]) => y);
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const found = widestBox(rowsOf(polygon, top, bottom, (bottom - top) / ROWS || Number.MIN_VALUE));
  return found.width > 0 ? found : { x: outer[0]?.[0] ?? 0, y: top, width: 0 };
}

/** The larger of two polygons. */
export function larger(a: Position[][], b: Position[][]): Position[][] {
  return areaOf(b[0] ?? []) > areaOf(a[0] ?? []) ? b : a;
}

/** Into the square of the world, its side 1. */
export function project([lng = 0, lat = 0]: Position): Position {
  return [lng / 360 + 0.5, mercatorY(lat)];
}
