import { pathOf } from './poster.ts';
import type { Line, Shapes } from './shapes.ts';
import { simplify } from './simplify.ts';
import { latitude, mercatorY, type View, wrap } from './view.ts';

/** A globe that shows where in the world a view is, as path data in half pixels: draw it with `transform="scale(.5)"`. */
export interface Locator {
  /** The land of the near side, by the even-odd rule. */
  land: string;
  /** The view's outline. */
  frame: string;
}

// Half pixels by which a coast may be off, and that a land is wide and high at least, taken together.
const TOLERANCE = 2.2;
const LEAST = 10;
const FRAME_STEPS = 8;

/** The globe as seen from above the middle of the view, `size` pixels wide. */
export function drawLocator(shapes: Shapes, view: View, size: number): Locator {
  const globe = lookAt(view.lng, view.lat, size);
  let land = '';
  for (const ring of shapes.within('coarse-land', -180, -90, 180, 90)) {
    const seen = Array.from({ length: ring.length >> 1 }, (_, i) => globe(ring[2 * i] ?? 0, ring[2 * i + 1] ?? 0));
    if (!seen.some(({ near }) => near)) continue;
    const points = simplify(
      seen.map(({ x, y }) => [x, y]),
      TOLERANCE,
    );
    if (points.length > 4) land += pathOf(points, true, LEAST);
    // Drawn out to the rim, a ring around the far end of the earth is all but the land that is meant.
    if (contains(ring, wrap(view.lng + 180), -view.lat))
      land += `M0 ${size}a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0z`;
  }
  const frame = frameOf(view).flatMap(([lng, lat]) => [globe(lng, lat).x, globe(lng, lat).y]);
  return { land, frame: pathOf(frame, true) };
}

function contains(ring: Line, lng: number, lat: number): boolean {
  let inside = false;
  for (let i = 0; i < ring.length; i += 2) {
    const before = i === 0 ? ring.length - 2 : i - 2;
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [ring[before], ring[before + 1], ring[i], ring[i + 1]];
    if (y1 > lat !== y2 > lat && lng < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}

/** Orthographic projection; a point of the far side is pushed out to the rim, so that outlines close along it. */
function lookAt(lng0: number, lat0: number, radius: number) {
  const rad = Math.PI / 180;
  const [sin0, cos0] = [Math.sin(lat0 * rad), Math.cos(lat0 * rad)];
  return (lng: number, lat: number) => {
    const [sin, cos] = [Math.sin(lat * rad), Math.cos(lat * rad)];
    const turn = (lng - lng0) * rad;
    const east = cos * Math.sin(turn);
    const north = cos0 * sin - sin0 * cos * Math.cos(turn);
    const near = sin0 * sin + cos0 * cos * Math.cos(turn) >= 0;
    const reach = near ? 1 : 1 / Math.max(Math.hypot(east, north), 1e-6);
    return { x: Math.round(radius * (1 + east * reach)), y: Math.round(radius * (1 - north * reach)), near };
  };
}

/** The corners of the view and points between them, for a parallel is bent on the globe. */
function frameOf({ lng, lat, zoom, width, height }: View): [lng: number, lat: number][] {
  const world = 512 * 2 ** zoom;
  const [halfX, halfY] = [(width / 2 / world) * 360, height / 2 / world];
  const [north, south] = [latitude(mercatorY(lat) - halfY), latitude(mercatorY(lat) + halfY)];
  const across = Array.from({ length: FRAME_STEPS + 1 }, (_, i) => lng - halfX + (2 * halfX * i) / FRAME_STEPS);
  return [
    ...across.map((at): [number, number] => [at, north]),
    ...across.toReversed().map((at): [number, number] => [at, south]),
  ];
}
