import { clipArea } from './clip.ts';
import type { Line, Shapes } from './shapes.ts';
import { latitude, mercatorY, projector, TILE, type View } from './view.ts';
import { type Rows, rowsOf } from './widest-box.ts';

/** Pixels between the lines that a country is looked along: so many lines, where it is small. */
const ROW = { least: 2, most: 8, lines: 30 };

/** What a picture shows of a country, in its pixels. */
export function groundInView(shapes: Shapes, view: View, iso: string): Rows {
  const project = projector(view);
  // What lies behind the far side of the earth would be drawn across the picture.
  const rings = shapes.outline(iso).filter((ring) => isNear(ring, view));
  const planes = rings.map((ring) => pairsOf(ring).map(([lng, lat]) => project(lng, lat)));
  const ys = planes.flat().map(([, y = 0]) => Math.max(0, Math.min(view.height, y)));
  const [top, bottom] = [least(ys), -least(ys.map((y) => -y))];
  return rowsOf(planes, top, bottom, Math.max(ROW.least, Math.min(ROW.most, (bottom - top) / ROW.lines)));
}

// Not Math.min(...values): a long coast has too many.
function least(values: readonly number[]): number {
  return values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
}

/** The stretches of land in a picture, row by row. `coarse` takes the outlines that a map of the world is drawn by. */
export function landRows(shapes: Shapes, view: View, coarse: boolean): Rows {
  const project = projector(view);
  const edges = edgesOf(view);
  const rings = shapes.within(coarse ? 'coarse-land' : 'land', ...edges).flatMap((ring) => clipArea(ring, edges));
  return rowsOf(
    rings.map((ring) => pairsOf(ring).map(([lng, lat]) => project(lng, lat))),
    0,
    view.height,
    ROW.most,
  );
}

/** Degrees that a picture shows: west, south, east, north. */
export function edgesOf({ lng, lat, zoom, width, height }: View): [number, number, number, number] {
  const world = TILE * 2 ** zoom;
  const [halfX, halfY] = [(width / 2 / world) * 360, height / 2 / world];
  return [lng - halfX, latitude(mercatorY(lat) + halfY), lng + halfX, latitude(mercatorY(lat) - halfY)];
}

function isNear(ring: Line, { lng }: View): boolean {
  return pairsOf(ring).every(([at]) => Math.abs(at - lng) < 180);
}

function pairsOf(line: Line): [lng: number, lat: number][] {
  return Array.from({ length: line.length >> 1 }, (_, i) => [line[2 * i] ?? 0, line[2 * i + 1] ?? 0]);
}
