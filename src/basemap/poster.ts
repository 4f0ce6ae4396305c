import { clipArea, clipLine, type Edges } from './clip.ts';
import { labelPoster } from './poster-labels.ts';
import type { LabelOptions, PosterLabel } from './poster-sheet.ts';
import type { Line, Shapes } from './shapes.ts';
import { type Point, simplify } from './simplify.ts';
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
  { layer: 'river', area: false, from: 3, tolerance: 2.4 },
  // The script's map has the lakes that are smaller.
  { layer: 'lake', area: true, from: 2, least: 32 },
  { layer: 'region', area: false, from: 5.5, tolerance: 6 },
  { layer: 'border', area: false, from: -9, coarse: 'coarse-border' },
  { layer: 'disputed', area: false, from: 2 },
];

const FINE_FROM = 4;
const TILE = 512;
const MARGIN = 4; // pixels beyond the edge, so that strokes leave the picture
const SPECK = 4; // half pixels
const TOLERANCE = 1.8; // half pixels by which a line may be off

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
    const toPixels = (lng: number, lat: number): Point => [
      Math.round(view.width + (2 * size * (lng - centre)) / 360),
      Math.round(view.height + 2 * size * (mercatorY(lat) - middle)),
    ];
    for (const line of shapesWithin(edges)) {
      for (const run of area ? clipArea(line, edges) : clipLine(line, edges))
        d += pathOf(simplify(pairsOf(run, toPixels), tolerance), area, least);
    }
  }
  return d;
}

function pairsOf(line: Line, toPixels: (lng: number, lat: number) => Point): Point[] {
  return Array.from({ length: line.length >> 1 }, (_, i) => toPixels(line[2 * i] ?? 0, line[2 * i + 1] ?? 0));
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
