// Where a name fits best inside a shape: the widest box of a label's proportions, in the plane of the map.
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { latitude, mercatorY } from '../../src/basemap/view.ts';
import { type Room, rowsOf, widestBox } from '../../src/basemap/widest-box.ts';
import { areaOf, polygonsOf } from './area.ts';

/**
 * The middle of the box in degrees, its width as a share of the world's width (1 at zoom 0 is 512 pixels), and by how many
 * degrees it is turned, clockwise.
 */
export interface LabelBox {
  centre: [lng: number, lat: number];
  width: number;
  angle: number;
}

// Rows enough that a fjord does not decide.
const ROWS = 96;

// Names stand level; only where one along the shape can be so many times as long (Chile, Lebanon) it is turned.
const GAIN = 1.9;
const ANGLES = [-75, -60, -45, 45, 60, 75];

/** `turns`: whether the name may stand along the shape. */
export function findLabelBox(shape: Polygon | MultiPolygon, turns = false): LabelBox {
  const polygon = polygonsOf(shape)
    .map((rings) => rings.map((ring) => ring.map(project)))
    .reduce(larger);
  const level = { ...boxIn(polygon), angle: 0 };
  if (!turns) return boxOf(level);
  const turned = ANGLES.map((angle) => {
    const { x, y, width } = boxIn(polygon.map((ring) => ring.map((point) => turn(point, -angle))));
    const [back = 0, down = 0] = turn([x, y], angle);
    return { x: back, y: down, width, angle };
  });
  const best = turned.reduce((a, b) => (b.width > a.width ? b : a));
  return boxOf(best.width > GAIN * level.width ? best : level);
}

function boxOf({ x, y, width, angle }: { x: number; y: number; width: number; angle: number }): LabelBox {
  return { centre: [(x - 0.5) * 360, latitude(y)], width, angle };
}

function boxIn(polygon: Position[][]): Room {
  const outer = polygon[0] ?? [];
  const ys = outer.map(([, y = 0]) => y);
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const found = widestBox(rowsOf(polygon, top, bottom, (bottom - top) / ROWS || Number.MIN_VALUE));
  return found.width > 0 ? found : { x: outer[0]?.[0] ?? 0, y: top, width: 0 };
}

/** About the corner of the world, clockwise as y grows downwards. */
function turn([x = 0, y = 0]: Position, degrees: number): Position {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  return [x * cos - y * sin, x * sin + y * cos];
}

function larger(a: Position[][], b: Position[][]): Position[][] {
  return areaOf(b[0] ?? []) > areaOf(a[0] ?? []) ? b : a;
}

/** Into the square of the world, its side 1. */
export function project([lng = 0, lat = 0]: Position): Position {
  return [lng / 360 + 0.5, mercatorY(lat)];
}
