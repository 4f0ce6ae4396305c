// The line along which a name follows the shape that it names: one gentle arc, as long as the shape lets it be.
import type { DistanceField } from './distance-field.ts';

/** A piece of a circle in the plane of the map, by its middle. A straight one has no curvature. */
export interface Spine {
  x: number;
  y: number;
  /** Of the line at its middle, radians clockwise from level; it runs to the right. */
  heading: number;
  /** Radians that the heading turns by in a unit of length, clockwise. */
  curvature: number;
  length: number;
}

export interface SpineRoom {
  /** How many times as long as it is high a name may be: the shape is as wide as that all along the spine. */
  proportion: number;
  /** Radians from the heading at one end to that at the other, at most: letters stay readable. */
  turn: number;
}

const HEADINGS = 18;
// Of an arc as long as the shape.
const BENDS = [0, 0.4, 0.8, 1.3, 2];
/** How much shorter a level spine may be than one that stands, and a straight one than one that bends, to be preferred. */
const STANDING = 0.1;
const BENT = 0.06;

/**
 * The best spine of a shape, which follows from its medial axis: the cells that are further from the edge than those beside
 * them are where its middle may lie. Null where there is no room at all.
 */
export function findSpine(field: DistanceField, room: SpineRoom): Spine | null {
  const { cell, columns } = field;
  const size = Math.max(field.columns, field.rows) * cell;
  const bends = BENDS.flatMap((bend) => (bend === 0 ? [0] : [bend, -bend])).map((bend) => bend / size);
  let best: Spine | null = null;
  let most = 0;
  for (const index of medialAxis(field)) {
    const near = field.distances[index] ?? 0;
    if (2 * room.proportion * near <= most) continue;
    const x = field.left + ((index % columns) + 0.5) * cell;
    const y = field.top + (Math.floor(index / columns) + 0.5) * cell;
    for (let turn = 0; turn < HEADINGS; turn++) {
      const heading = (turn / HEADINGS - 0.5) * Math.PI + Math.PI / HEADINGS / 2;
      for (const curvature of bends) {
        const spine = { x, y, heading, curvature, length: lengthOf(field, x, y, heading, curvature, room) };
        const worth = worthOf(spine, room);
        if (worth > most) [best, most] = [spine, worth];
      }
    }
  }
  return best && refine(field, best, room);
}

function worthOf({ heading, curvature, length }: Spine, { turn }: SpineRoom): number {
  const standing = Math.abs(Math.sin(heading));
  return length * (1 - STANDING * standing ** 2) * (1 - (BENT * Math.abs(curvature) * length) / turn);
}

/** Steps a little aside, turns and bends as long as that makes it better. */
function refine(field: DistanceField, spine: Spine, room: SpineRoom): Spine {
  let best = spine;
  for (const share of [1, 0.5, 0.25]) {
    for (let round = 0; round < 8; round++) {
      const [aside, turned] = [field.cell * share, (Math.PI / HEADINGS / 2) * share];
      const bent = (0.15 * share) / (Math.max(field.columns, field.rows) * field.cell);
      const near: Spine[] = [
        { ...best, x: best.x + aside },
        { ...best, x: best.x - aside },
        { ...best, y: best.y + aside },
        { ...best, y: best.y - aside },
        { ...best, heading: best.heading + turned },
        { ...best, heading: best.heading - turned },
        { ...best, curvature: best.curvature + bent },
        { ...best, curvature: best.curvature - bent },
      ].map((next) => ({ ...next, length: lengthOf(field, next.x, next.y, next.heading, next.curvature, room) }));
      const next = near.reduce((a, b) => (worthOf(b, room) > worthOf(a, room) ? b : a));
      if (worthOf(next, room) <= worthOf(best, room)) break;
      best = next;
    }
  }
  return best;
}

/** How long an arc may be to either side of its middle, so that a name of that length has room all along it. */
function lengthOf(
  field: DistanceField,
  x: number,
  y: number,
  heading: number,
  curvature: number,
  { proportion, turn }: SpineRoom,
): number {
  const step = field.cell;
  const most = curvature === 0 ? Infinity : turn / Math.abs(curvature) / 2;
  const bend = curvature * step;
  let least = distanceAt(field, x, y);
  let ahead = heading - bend / 2;
  let behind = heading + bend / 2;
  let x1 = x;
  let y1 = y;
  let x2 = x;
  let y2 = y;
  // A million arcs are walked along: the way is told in numbers alone.
  let half = 0;
  while (half + step <= most) {
    ahead += bend;
    behind -= bend;
    x1 += step * Math.cos(ahead);
    y1 += step * Math.sin(ahead);
    x2 -= step * Math.cos(behind);
    y2 -= step * Math.sin(behind);
    least = Math.min(least, distanceAt(field, x1, y1), distanceAt(field, x2, y2));
    if ((half + step) / proportion > least) break;
    half += step;
  }
  return 2 * half;
}

/** Between the middles of four cells. */
function distanceAt({ left, top, cell, columns, rows, distances }: DistanceField, x: number, y: number): number {
  const column = (x - left) / cell - 0.5;
  const row = (y - top) / cell - 0.5;
  const c = Math.floor(column);
  const r = Math.floor(row);
  if (c < 0 || r < 0 || c + 1 >= columns || r + 1 >= rows) return 0;
  const at = r * columns + c;
  const across = column - c;
  const upper = (distances[at] ?? 0) * (1 - across) + (distances[at + 1] ?? 0) * across;
  const lower = (distances[at + columns] ?? 0) * (1 - across) + (distances[at + columns + 1] ?? 0) * across;
  return upper + (lower - upper) * (row - r);
}

/** Cells that are no nearer to the edge than both neighbours on one line through them. */
function medialAxis({ columns, rows, distances }: DistanceField): number[] {
  const found: number[] = [];
  const at = (index: number) => distances[index] ?? 0;
  for (let row = 1; row < rows - 1; row++) {
    for (let column = 1; column < columns - 1; column++) {
      const index = row * columns + column;
      const here = at(index);
      if (here <= 0) continue;
      const ridge = (step: number) =>
        here >= at(index - step) && here >= at(index + step) && here > Math.min(at(index - step), at(index + step));
      // Every other one will do.
      if ((row + column) % 2 === 0 && (ridge(1) || ridge(columns) || ridge(columns + 1) || ridge(columns - 1)))
        found.push(index);
    }
  }
  return found.sort((a, b) => at(b) - at(a));
}

/** Places along a spine and on beyond it, tangent to its ends, from left to right: `length` in all, its middle in the middle. */
export function pointsAlong(
  { x, y, heading, curvature, length: own }: Spine,
  length: number,
): [x: number, y: number][] {
  const half = length / 2;
  const bow = Math.min(half, own / 2);
  const ends = half > bow ? [half] : [];
  const steps = curvature === 0 ? [bow] : Array.from({ length: STEPS }, (_, i) => (bow * (i + 1)) / STEPS);
  const ahead = [...steps, ...ends];
  return [...ahead.toReversed().map((away) => -away), ...(curvature === 0 ? [] : [0]), ...ahead].map((away) => {
    const [dx, dy] = offset(Math.sign(away) * Math.min(Math.abs(away), bow), curvature);
    const beyond = away - Math.sign(away) * Math.min(Math.abs(away), bow);
    const tangent = curvature * Math.sign(away) * bow;
    const [across, down] = [dx + beyond * Math.cos(tangent), dy + beyond * Math.sin(tangent)];
    const [sin, cos] = [Math.sin(heading), Math.cos(heading)];
    return [x + across * cos - down * sin, y + across * sin + down * cos];
  });
}

const STEPS = 8;

/** The same arc, with its middle so far along it. */
export function slide({ x, y, heading, curvature, length }: Spine, along: number): Spine {
  const [across, down] = offset(along, curvature);
  const [sin, cos] = [Math.sin(heading), Math.cos(heading)];
  return {
    x: x + across * cos - down * sin,
    y: y + across * sin + down * cos,
    heading: heading + curvature * along,
    curvature,
    length,
  };
}

/** Where one is after some way along an arc that starts level. */
function offset(away: number, curvature: number): [x: number, y: number] {
  if (Math.abs(curvature * away) < 1e-9) return [away, 0];
  return [Math.sin(curvature * away) / curvature, (1 - Math.cos(curvature * away)) / curvature];
}
