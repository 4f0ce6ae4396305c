// Where a name fits best inside a shape: the widest box of a label's proportions, in the plane of the map.
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { latitude, mercatorY } from '../../src/basemap/view.ts';
import { areaOf, polygonsOf } from './area.ts';

/** The middle of the box in degrees, and its width as a share of the world's width (1 at zoom 0 is 512 pixels). */
export interface LabelBox {
  centre: [lng: number, lat: number];
  width: number;
}

type Span = [from: number, to: number];

// Labels are some five times as wide as they are high; rows enough that a fjord does not decide.
const PROPORTION = 5;
const ROWS = 96;
const SHARES = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1];

export function findLabelBox(shape: Polygon | MultiPolygon): LabelBox {
  const polygon = polygonsOf(shape)
    .map((rings) => rings.map((ring) => ring.map(project)))
    .reduce(larger);
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
  return { centre: [(best.x - 0.5) * 360, latitude(best.y)], width: best.width };
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
