import type { Line, Shapes } from './shapes.ts';
import { latitude, mercatorY, projector, TILE, type View } from './view.ts';
import { type Room, rowsOf, widestBox } from './widest-box.ts';

/** Pixels between the lines that a country is looked along. */
const ROW = 8;

/** Where in a picture there is most room for the name of a country of which it shows a part, in pixels; of width 0 where there is none. */
export function roomInView(shapes: Shapes, view: View, iso: string): Room {
  const project = projector(view);
  const [left, right] = [0, view.width];
  // What lies behind the far side of the earth would be drawn across the picture.
  const rings = shapes.outline(iso).filter((ring) => isNear(ring, view));
  const planes = rings.map((ring) => pairsOf(ring).map(([lng, lat]) => project(lng, lat)));
  return widestBox(rowsOf(planes, 0, view.height, ROW), { left, top: 0, right, bottom: view.height });
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
