import { type LabelOptions, labelPoster, type PosterLabel } from './poster-labels.ts';
import type { Line, Shapes } from './shapes.ts';
import { latitude, mercatorY, type View } from './view.ts';

/** A map for any window as the data of an SVG picture: paths and labels, drawn in order, in the view's pixels. */
export interface Poster {
  paths: PosterPath[];
  labels: PosterLabel[];
}

export interface PosterPath {
  layer: 'land' | 'lake' | 'river' | 'region' | 'border' | 'disputed';
  /** Path data in half pixels: draw it with `transform="scale(.5)"`. */
  d: string;
}

interface Plan {
  layer: PosterPath['layer'];
  area: boolean;
  /** First zoom at which it is drawn. */
  from: number;
  /** Name of its coarser version, drawn below zoom 4. */
  coarse?: string;
  /** Half pixels by which it may be off. */
  tolerance?: number;
  /** Half pixels that a shape must be wide and high, taken together; a speck when absent. */
  least?: number;
}

const PLAN: Plan[] = [
  { layer: 'land', area: true, from: -9, coarse: 'coarse-land' },
  { layer: 'river', area: false, from: 3 },
  // The script's map has the lakes that are smaller.
  { layer: 'lake', area: true, from: 2, least: 32 },
  { layer: 'region', area: false, from: 5.5, tolerance: 3 },
  { layer: 'border', area: false, from: -9, coarse: 'coarse-border' },
  { layer: 'disputed', area: false, from: 2 },
];

const FINE_FROM = 4;
const TILE = 512;
const MARGIN = 4; // pixels beyond the edge, so that strokes leave the picture
const SPECK = 4; // half pixels
const TOLERANCE = 1.6; // half pixels by which a line may be off

export function drawPoster(shapes: Shapes, view: View, options: LabelOptions): Poster {
  const paths = PLAN.filter(({ from }) => view.zoom >= from).flatMap(
    ({ layer, area, coarse, ...fine }): PosterPath[] => {
      const name = (view.zoom < FINE_FROM && coarse) || layer;
      const d = drawShapes((edges) => shapes.within(name, ...edges), area, view, fine);
      return d ? [{ layer, d }] : [];
    },
  );
  return { paths, labels: labelPoster(shapes, view, options) };
}

/**
 * The outline of a country (by ISO code) or first-level region (by GeoNames id) in a view: path data in half pixels, to be
 * filled by the even-odd rule. Empty where it is unknown or out of sight.
 */
export function drawOutline(shapes: Shapes, view: View, name: string): string {
  const rings = shapes.outline(name);
  return drawShapes(() => rings, true, view);
}

function drawShapes(
  shapesWithin: (edges: Edges) => Line[],
  area: boolean,
  view: View,
  { least, tolerance = TOLERANCE }: Pick<Plan, 'least' | 'tolerance'> = {},
): string {
  const size = TILE * 2 ** view.zoom;
  const middle = mercatorY(view.lat);
  const reachX = ((view.width / 2 + MARGIN) / size) * 360;
  const reachY = (view.height / 2 + MARGIN) / size;
  const [south, north] = [latitude(middle + reachY), latitude(middle - reachY)];
  let d = '';
  // A window across 180 degrees, or one wider than the world, shows the world's copies beside it.
  for (const turn of [-360, 0, 360]) {
    const centre = view.lng + turn;
    const edges: Edges = [centre - reachX, south, centre + reachX, north];
    const toPixels = (lng: number, lat: number): [number, number] => [
      Math.round(view.width + (2 * size * (lng - centre)) / 360),
      Math.round(view.height + 2 * size * (mercatorY(lat) - middle)),
    ];
    for (const line of shapesWithin(edges)) {
      for (const run of area ? clipArea(line, edges) : clipLine(line, edges))
        d += pathOf(thin(run, toPixels, tolerance), area, least);
    }
  }
  return d;
}

type Edges = [west: number, south: number, east: number, north: number];

/** Cuts a ring off at each edge in turn (Sutherland and Hodgman). What is left may run along the edges: none is seen. */
function clipArea(ring: Line, edges: Edges): Line[] {
  let kept = ring;
  for (const [axis, edge, side] of [
    [0, edges[0], 1],
    [0, edges[2], -1],
    [1, edges[1], 1],
    [1, edges[3], -1],
  ] as const) {
    const from = kept;
    const cut: number[] = [];
    for (let i = 0; i < from.length; i += 2) {
      const before = i === 0 ? from.length - 2 : i - 2;
      const a = from[before + axis] ?? 0;
      const b = from[i + axis] ?? 0;
      const inside = (b - edge) * side >= 0;
      if ((a - edge) * side >= 0 !== inside) {
        const share = (edge - a) / (b - a);
        const other = (from[before + 1 - axis] ?? 0) * (1 - share) + (from[i + 1 - axis] ?? 0) * share;
        cut.push(axis === 0 ? edge : other, axis === 0 ? other : edge);
      }
      if (inside) cut.push(from[i] ?? 0, from[i + 1] ?? 0);
    }
    kept = cut;
  }
  return kept.length >= 6 ? [kept] : [];
}

/** The runs of a line whose segments may touch the window. */
function clipLine(line: Line, [west, south, east, north]: Edges): Line[] {
  const runs: number[][] = [];
  let open = false;
  for (let i = 2; i < line.length; i += 2) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [line[i - 2], line[i - 1], line[i], line[i + 1]];
    const outside =
      (x1 < west && x2 < west) || (x1 > east && x2 > east) || (y1 < south && y2 < south) || (y1 > north && y2 > north);
    if (!outside && !open) runs.push([x1, y1]);
    if (!outside) runs.at(-1)?.push(x2, y2);
    open = !outside;
  }
  return runs;
}

/** In half pixels, without the points that lie too near to the line between those around them to be missed. */
function thin(line: Line, toPixels: (lng: number, lat: number) => [number, number], tolerance: number): number[] {
  const points = Array.from({ length: line.length >> 1 }, (_, i) => toPixels(line[2 * i] ?? 0, line[2 * i + 1] ?? 0));
  const kept = new Uint8Array(points.length);
  kept[0] = kept[points.length - 1] = 1;
  // Douglas and Peucker, with a list of what is left to look through: a coast may have a hundred thousand points.
  const open: [first: number, last: number][] = [[0, points.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [first, last] = span;
    const [far, away] = farthest(points, first, last);
    if (away <= tolerance) continue;
    kept[far] = 1;
    open.push([first, far], [far, last]);
  }
  return points.filter((_, i) => kept[i] === 1).flat();
}

/** The point between two that lies farthest from the stretch between them, and how far. */
function farthest(points: readonly [number, number][], first: number, last: number): [index: number, away: number] {
  const [[x1, y1], [x2, y2]] = [points[first] ?? [0, 0], points[last] ?? [0, 0]];
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  let [index, most] = [first, 0];
  for (let i = first + 1; i < last; i++) {
    const [x, y] = points[i] ?? [0, 0];
    const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length));
    const away = (x - x1 - share * dx) ** 2 + (y - y1 - share * dy) ** 2;
    if (away > most) [index, most] = [i, away];
  }
  return [index, Math.sqrt(most)];
}

/** SVG path data in relative steps, as short as it gets. Areas under `least` half pixels, width and height together, are left out. */
export function pathOf(points: number[], area: boolean, least = SPECK): string {
  if (area && reachOf(points) < least) return '';
  let d = `M${points[0]} ${points[1]}l`;
  let last = '';
  for (let i = 2; i < points.length; i += 2) {
    for (const step of [(points[i] ?? 0) - (points[i - 2] ?? 0), (points[i + 1] ?? 0) - (points[i - 1] ?? 0)]) {
      if (last !== '' && step >= 0) d += ' ';
      d += step;
      last = 'step';
    }
  }
  return area ? `${d}z` : d;
}

function reachOf(points: number[]): number {
  const xs = points.filter((_, i) => i % 2 === 0);
  const ys = points.filter((_, i) => i % 2 === 1);
  return Math.max(...xs) - Math.min(...xs) + Math.max(...ys) - Math.min(...ys);
}
