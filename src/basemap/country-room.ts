import { clipArea } from './clip.ts';
import type { Line, Shapes } from './shapes.ts';
import { latitude, mercatorY, projector, TILE, type View } from './view.ts';
import { type Room, type Rows, rowsOf, widestBox } from './widest-box.ts';

/** Pixels between the lines that a country is looked along: so many lines, where it is small. */
const ROW = { least: 2, most: 8, lines: 30 };
/** Pixels at the top and the foot of a picture in which no name stands. */
const EDGE = 4;

/** Parts of what is seen of a country that are looked through by themselves: the middle of the largest room may be taken. */
const PARTS = [
  [0, 0, 1, 1],
  [0, 0, 0.5, 1],
  [0.5, 0, 1, 1],
  [0, 0, 1, 0.5],
  [0, 0.5, 1, 1],
  [0, 0, 0.5, 0.5],
  [0.5, 0, 1, 0.5],
  [0, 0.5, 0.5, 1],
  [0.5, 0.5, 1, 1],
  [0.25, 0.25, 0.75, 0.75],
  [0, 0, 1, 0.3],
  [0, 0.2, 1, 0.5],
  [0, 0.35, 1, 0.65],
  [0, 0.5, 1, 0.8],
  [0, 0.7, 1, 1],
] as const;

/**
 * Where in a picture there is room for the name of a country of which it shows a part, in pixels, the widest first: above
 * `foot` pixels that something may lie over.
 */
export function roomsInView(shapes: Shapes, view: View, iso: string, foot: number): Room[] {
  const project = projector(view);
  // What lies behind the far side of the earth would be drawn across the picture.
  const rings = shapes.outline(iso).filter((ring) => isNear(ring, view));
  const planes = rings.map((ring) => pairsOf(ring).map(([lng, lat]) => project(lng, lat)));
  const [head, deepest] = [EDGE, view.height - EDGE - foot];
  const ys = planes.flat().map(([, y = 0]) => Math.max(head, Math.min(deepest, y)));
  const [top, bottom] = [least(ys), -least(ys.map((y) => -y))];
  const rows = rowsOf(planes, top, bottom, Math.max(ROW.least, Math.min(ROW.most, (bottom - top) / ROW.lines)));
  const seen = { ...acrossOf(rows, view.width), top, bottom };
  const across = (share: number) => seen.left + share * (seen.right - seen.left);
  const down = (share: number) => seen.top + share * (seen.bottom - seen.top);
  const rooms = PARTS.map(([left, top, right, bottom]) =>
    widestBox(rows, { left: across(left), top: down(top), right: across(right), bottom: down(bottom) }),
  );
  return rooms.filter((room) => room.width > 0).sort((a, b) => b.width - a.width);
}

/** From where to where a shape is seen in a picture of a width. */
function acrossOf({ spans }: Rows, width: number) {
  const ends = spans.flat().flatMap((span) => span.map((end) => Math.max(0, Math.min(width, end))));
  return { left: least(ends), right: -least(ends.map((end) => -end)) };
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
