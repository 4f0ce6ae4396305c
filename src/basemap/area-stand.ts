import type { Line, Shapes } from './shapes.ts';
import { latitude, mercatorY, wrap } from './view.ts';

type Position = [lng: number, lat: number];
type Point = readonly [x: number, y: number];

/**
 * How far from a capital the mark of an area stands, by the side of a square as large as it: as wide as the ring, the capital's
 * dot and some air are on a map that shows the area some fifty pixels wide. Shares of the world's width: no farther than
 * is seen where countries come into a map (22 pixels at zoom 3.5), and nothing where it is not worth while.
 */
const CLEAR = { share: 0.45, most: 0.0038, least: 0.0003 };
/** Of the same from the seats of regions, and of the side from the edge of the area. */
const [SEATS, EDGE] = [0.5, 0.12];
/**
 * What is asked for, the best first, and how far from the middle at most, in the distance that is kept from capitals: where there is
 * no such place the next is taken, and without any the mark stays.
 */
const WISHES = [
  { capitals: 1, seats: 1, edge: 1, far: 1 },
  { capitals: 1, seats: 0.5, edge: 1, far: 1.2 },
  { capitals: 1, seats: 0, edge: 1, far: 1.6 },
  { capitals: 1, seats: 0, edge: 0.4, far: 1.6 },
  { capitals: 0.7, seats: 0, edge: 0.4, far: 1.6 },
];
/** The farthest of these. */
const FARTHEST = 1.6;
/** Places are tried on circles about the middle: so many, and as many on each. */
const [CIRCLES, TRIES] = [30, 48];

/**
 * Where the mark of a country (ISO code) or first-level region (GeoNames id) stands, whose middle is `at`: there, unless a
 * capital lies so near that the mark would cover it. Then it is the nearest place in the area that is clear of
 * capitals, as far as can be of seats, and of the area's edge. Degrees, longitude and latitude; `at` itself where there is none.
 */
export function standInArea(shapes: Shapes, name: string, at: Position): Position {
  const middle = toPlane(at);
  const { capital, seat } = shapes.head.places;
  const near = (towns: typeof capital, reach: number) =>
    towns.map(([, lng, lat]) => toPlane([lng, lat], at)).filter((town) => away(town, middle) < reach);
  if (near(capital, CLEAR.most).length === 0) return at;
  const rings = shapes.outline(name).map((ring) => planeOf(ring, at));
  const side = Math.sqrt(Math.abs(rings.reduce((sum, ring) => sum + signedArea(ring), 0)));
  const clear = Math.min(CLEAR.most, CLEAR.share * side);
  const capitals = near(capital, (FARTHEST + 1) * clear);
  if (clear < CLEAR.least || capitals.every((town) => away(town, middle) >= clear)) return at;
  const seats = near(seat, (FARTHEST + 1) * clear);
  const tries = placesAround(middle, FARTHEST * clear);
  for (const wish of WISHES) {
    const found = tries.find(
      (point) =>
        away(point, middle) <= wish.far * clear &&
        capitals.every((town) => away(town, point) >= wish.capitals * clear) &&
        seats.every((town) => away(town, point) >= wish.seats * SEATS * clear) &&
        isWithin(rings, point, wish.edge * EDGE * side),
    );
    if (found) return toDegrees(found);
  }
  return at;
}

/** The nearest first. */
function placesAround([x, y]: Point, reach: number): Point[] {
  return Array.from({ length: CIRCLES * TRIES }, (_, index) => {
    const radius = ((Math.floor(index / TRIES) + 1) / CIRCLES) * reach;
    const turn = ((index % TRIES) / TRIES) * 2 * Math.PI;
    return [x + radius * Math.cos(turn), y + radius * Math.sin(turn)];
  });
}

/** Whether a point lies in an area, so far from its edge. Holes are rings too. */
function isWithin(rings: readonly Point[][], [x, y]: Point, edge: number): boolean {
  let inside = false;
  for (const ring of rings) {
    let [x1, y1] = ring.at(-1) ?? [0, 0];
    for (const [x2, y2] of ring) {
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
      if (Math.abs(y - y1) < edge + Math.abs(y2 - y1) && toSegment([x, y], [x1, y1], [x2, y2]) < edge) return false;
      [x1, y1] = [x2, y2];
    }
  }
  return inside;
}

function toSegment([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2 || 1;
  const along = Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length));
  return Math.hypot(x1 + along * (x2 - x1) - x, y1 + along * (y2 - y1) - y);
}

function away([x1, y1]: Point, [x2, y2]: Point): number {
  return Math.hypot(x1 - x2, y1 - y2);
}

/** Holes run the other way: theirs has the other sign. */
function signedArea(ring: readonly Point[]): number {
  const twice = ring.reduce((sum, [x, y], i) => {
    const [x0, y0] = ring.at(i - 1) ?? [0, 0];
    return sum + (x0 * y - x * y0);
  }, 0);
  return twice / 2;
}

function planeOf(ring: Line, near: Position): Point[] {
  return Array.from({ length: ring.length >> 1 }, (_, i) => toPlane([ring[2 * i] ?? 0, ring[2 * i + 1] ?? 0], near));
}

/** Shares of the world's width, on the same side of 180 degrees as another place. */
function toPlane([lng, lat]: Position, [near] = [lng, lat]): Point {
  return [(near + wrap(lng - near) + 180) / 360, mercatorY(lat)];
}

function toDegrees([x, y]: Point): Position {
  return [wrap(x * 360 - 180), latitude(y)].map((value) => Math.round(value * 1e4) / 1e4) as [number, number];
}
