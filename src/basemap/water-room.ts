import type { Box } from './label-room.ts';
import type { Rows } from './widest-box.ts';

/** From how far away a name comes into the frame: in widths of it, and pixels of a narrow one. */
const FARTHEST = { share: 0.22, least: 130 };
/** Pixels between the places that are tried, and between a name and the coast. */
const STEP = 12;
const AIR = 5;

/**
 * Where in a part of a picture a name of a size stands on open water, the nearest to the point that it belongs to first.
 * None wanders far, nor over land: what lies between must be water; nor nearer to one of `others`, which would be named by it.
 * `land` are the stretches of land in the picture.
 */
export function waterStands(
  land: Rows,
  frame: Box,
  own: readonly [x: number, y: number],
  { width, height }: Pick<Box, 'width' | 'height'>,
  others: readonly (readonly [x: number, y: number])[],
): [x: number, y: number][] {
  const found: { x: number; y: number; far: number }[] = [];
  const most = Math.max(FARTHEST.share * frame.width, FARTHEST.least);
  const away = (at: number, from: number, length: number) => Math.max(0, from - at, at - from - length);
  if (Math.hypot(away(own[0], frame.x, frame.width), away(own[1], frame.y, frame.height)) > most) return [];
  for (let y = frame.y + height / 2 + AIR; y <= frame.y + frame.height - height / 2 - AIR; y += STEP)
    for (let x = frame.x + width / 2 + AIR; x <= frame.x + frame.width - width / 2 - AIR; x += STEP)
      found.push({ x, y, far: Math.hypot(x - own[0], y - own[1]) });
  return found
    .filter(({ far }) => far < most)
    .filter(({ x, y, far }) => others.every(([atX, atY]) => Math.hypot(x - atX, y - atY) > far))
    .sort((a, b) => a.far - b.far)
    .filter(({ x, y }) => isWater(land, x, y, width / 2 + AIR, height / 2 + AIR) && isOneWater(land, [x, y], own))
    .slice(0, MOST)
    .map(({ x, y }) => [x, y]);
}

/** So many places are enough to choose from. */
const MOST = 40;

/** The land that the name of a water gives way to: that of an ocean runs over its islands. */
export function landFor(kind: string, land: Rows): Rows {
  if (kind !== 'ocean') return land;
  return { ...land, spans: land.spans.map((spans) => spans.filter(([from, to]) => to - from > ISLAND)) };
}

/** So many pixels across an island is a speck in an ocean. */
const ISLAND = 14;

/** Whether a name of a size stands on open water at a point. */
export function isOpen(
  land: Rows,
  [x, y]: readonly [number, number],
  { width, height }: Pick<Box, 'width' | 'height'>,
): boolean {
  return isWater(land, x, y, width / 2 + AIR, height / 2 + AIR);
}

/** How much of the middle line of a name that stands at a point lies on land, of 1. */
export function ashore({ top, height, spans }: Rows, [x, y]: readonly [number, number], { width }: Pick<Box, 'width'>) {
  const over = (spans[Math.floor((y - top) / height)] ?? []).map(([from, to]) =>
    Math.max(0, Math.min(to, x + width / 2) - Math.max(from, x - width / 2)),
  );
  return over.reduce((sum, length) => sum + length, 0) / width;
}

/** The ways to set a name that run ashore by so little that a strait or a bay may bear it, those first that do least; no ocean does. */
export function wettest<T>(kind: string, ways: readonly T[], dryness: (way: T) => number): T[] {
  if (kind === 'ocean') return [];
  return ways
    .map((way) => ({ way, dry: dryness(way) }))
    .filter(({ dry }) => dry <= ASHORE)
    .sort((a, b) => a.dry - b.dry)
    .map(({ way }) => way);
}

const ASHORE = 0.35;

function isWater({ top, height, spans }: Rows, x: number, y: number, halfWidth: number, halfHeight: number): boolean {
  const first = Math.max(0, Math.floor((y - halfHeight - top) / height));
  const last = Math.min(spans.length - 1, Math.floor((y + halfHeight - top) / height));
  for (let row = first; row <= last; row++)
    if (spans[row]?.some(([from, to]) => from < x + halfWidth && to > x - halfWidth)) return false;
  return true;
}

function isOneWater(land: Rows, [x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): boolean {
  const steps = Math.ceil(Math.hypot(x2 - x1, y2 - y1) / land.height);
  for (let step = 0; step <= steps; step++) {
    const share = step / Math.max(1, steps);
    const y = y1 + (y2 - y1) * share;
    if (y < land.top || y > land.top + land.height * land.spans.length) continue;
    // Not through a strait, nor between islands.
    if (!isWater(land, x1 + (x2 - x1) * share, y, land.height, land.height)) return false;
  }
  return true;
}
