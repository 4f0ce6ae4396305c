// Where a name fits best inside a shape: the widest box of a label's proportions, in the plane of the map.
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { latitude, mercatorY } from '../../src/basemap/view.ts';
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

type Span = [from: number, to: number];

// Labels are some five times as wide as they are high; rows enough that a fjord does not decide.
const PROPORTION = 5;
const ROWS = 96;
const SHARES = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1];

// Names stand level; only where one along the shape can be so many times as long (Chile, Lebanon) it is turned.
const GAIN = 1.9;
const ANGLES = [-75, -60, -45, 45, 60, 75];

/** `turns`: whether the name may stand along the shape. */
export function findLabelBox(shape: Polygon | MultiPolygon, turns = false): LabelBox {
  const polygon = polygonsOf(shape)
    .map((rings) => rings.map((ring) => ring.map(project)))
    .reduce(larger);
  const level = { ...widestBox(polygon), angle: 0 };
  if (!turns) return boxOf(level);
  const turned = ANGLES.map((angle) => {
    const { x, y, width } = widestBox(polygon.map((ring) => ring.map((point) => turn(point, -angle))));
    const [back = 0, down = 0] = turn([x, y], angle);
    return { x: back, y: down, width, angle };
  });
  const best = turned.reduce((a, b) => (b.width > a.width ? b : a));
  return boxOf(best.width > GAIN * level.width ? best : level);
}

function boxOf({ x, y, width, angle }: { x: number; y: number; width: number; angle: number }): LabelBox {
  return { centre: [(x - 0.5) * 360, latitude(y)], width, angle };
}

function widestBox(polygon: Position[][]): { x: number; y: number; width: number } {
  const outer = polygon[0] ?? [];
  const ys = outer.map(([, y = 0]) => y);
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const height = (bottom - top) / ROWS || Number.MIN_VALUE;
  const rows = Array.from({ length: ROWS }, (_, row) => spansAt(polygon, top + (row + 0.5) * height));

  let best = { x: outer[0]?.[0] ?? 0, y: top, width: 0 };
  rows.forEach((spans, row) => {
    for (const [from, to] of spans) {
      const x = (from + to) / 2;
      const width = (to - from) * (SHARES.find((share) => fits(rows, row, x, (to - from) * share, height)) ?? 0);
      if (width > best.width) best = { x, y: top + (row + 0.5) * height, width };
    }
  });
  return best;
}

/** About the corner of the world, clockwise as y grows downwards. */
function turn([x = 0, y = 0]: Position, degrees: number): Position {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  return [x * cos - y * sin, x * sin + y * cos];
}

function fits(rows: Span[][], row: number, x: number, width: number, height: number): boolean {
  const reach = Math.ceil(width / PROPORTION / 2 / height);
  for (let near = row - reach; near <= row + reach; near++) {
    if (!rows[near]?.some(([from, to]) => from <= x - width / 2 && to >= x + width / 2)) return false;
  }
  return true;
}

/** The stretches of a horizontal line that lie inside, holes left out. */
function spansAt(polygon: Position[][], y: number): Span[] {
  const crossings: number[] = [];
  for (const ring of polygon) {
    ring.forEach(([x1 = 0, y1 = 0], i) => {
      const [x2 = 0, y2 = 0] = ring[i + 1] ?? [x1, y1];
      if (y1 > y !== y2 > y) crossings.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
    });
  }
  crossings.sort((a, b) => a - b);
  return Array.from({ length: crossings.length >> 1 }, (_, i) => [crossings[2 * i] ?? 0, crossings[2 * i + 1] ?? 0]);
}

function larger(a: Position[][], b: Position[][]): Position[][] {
  return areaOf(b[0] ?? []) > areaOf(a[0] ?? []) ? b : a;
}

function project([lng = 0, lat = 0]: Position): Position {
  return [lng / 360 + 0.5, mercatorY(lat)];
}
