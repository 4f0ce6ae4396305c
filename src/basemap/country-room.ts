import { clipArea } from './clip.ts';
import type { Line, Shapes } from './shapes.ts';
import { latitude, mercatorY, projector, TILE, type View } from './view.ts';
import { type Room, type Rows, rowsOf, type Window, widestBox } from './widest-box.ts';

/** Pixels between the lines that a country is looked along. */
const ROW = 8;

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
] as const;

/** Where in a picture there is room for the name of a country of which it shows a part, in pixels; the widest first. */
export function roomsInView(shapes: Shapes, view: View, iso: string): Room[] {
  const project = projector(view);
  // What lies behind the far side of the earth would be drawn across the picture.
  const rings = shapes.outline(iso).filter((ring) => isNear(ring, view));
  const planes = rings.map((ring) => pairsOf(ring).map(([lng, lat]) => project(lng, lat)));
  const rows = rowsOf(planes, 0, view.height, ROW);
  const seen = reachOf(rows, view.width);
  const across = (share: number) => seen.left + share * (seen.right - seen.left);
  const down = (share: number) => seen.top + share * (seen.bottom - seen.top);
  const rooms = PARTS.map(([left, top, right, bottom]) =>
    widestBox(rows, { left: across(left), top: down(top), right: across(right), bottom: down(bottom) }),
  );
  return rooms.filter((room) => room.width > 0).sort((a, b) => b.width - a.width);
}

/** The part of a picture, so many pixels wide, that holds all of a shape that is seen in it. */
function reachOf({ top, height, spans }: Rows, width: number): Window {
  const filled = spans.flatMap((row, index) => (row.some(([from, to]) => to > 0 && from < width) ? [index] : []));
  const ends = spans.flat().flatMap((span) => span.map((end) => Math.max(0, Math.min(width, end))));
  return {
    left: ends.reduce((a, b) => Math.min(a, b), width),
    top: top + (filled[0] ?? 0) * height,
    right: ends.reduce((a, b) => Math.max(a, b), 0),
    bottom: top + ((filled.at(-1) ?? -1) + 1) * height,
  };
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
    ROW,
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
