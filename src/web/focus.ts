import { isWide } from './area.ts';
import type { Item } from './item.ts';

/** West, south, east, north, in degrees; east is more than 180 where the bounds cross that meridian. */
export type Bounds = [number, number, number, number];

const WORLD: Bounds = [-170, -55, 180, 75];
/** Share of the events that the first view must hold. */
const MOST = 0.8;
/** A place this many times as far out as the core reaches stays outside. */
const NEAR = 1.8;

/**
 * What a map shows first: the ground on which most of the story happens. A talk in a far capital, or a whole country
 * that is known by its middle alone, must not shrink the rest to a dot.
 */
export function focus(items: readonly Item[]): Bounds {
  const placed = items.filter(({ at }) => at !== null);
  const sharp = placed.filter((item) => !isWide(item));
  const points = turned((sharp.length > 0 ? sharp : placed).flatMap(({ at }) => (at ? [at] : [])));
  if (points.length === 0) return WORLD;
  const middle = [median(points.map(([lng]) => lng)), median(points.map(([, lat]) => lat))] as const;
  const shrink = Math.cos((middle[1] * Math.PI) / 180);
  const ranked = points
    .map((point) => ({ point, far: Math.hypot((point[0] - middle[0]) * shrink, point[1] - middle[1]) }))
    .sort((a, b) => a.far - b.far);
  const core = ranked[Math.ceil(ranked.length * MOST) - 1]?.far ?? 0;
  const kept = ranked.filter(({ far }) => far <= Math.max(core * NEAR, 0.2)).map(({ point }) => point);
  const [lngs, lats] = [kept.map(([lng]) => lng), kept.map(([, lat]) => lat)];
  return [least(lngs), least(lats), -least(lngs.map((lng) => -lng)), -least(lats.map((lat) => -lat))];
}

/** Degrees by which a map must shrink before it shows the far side of the earth in its middle. */
const SAVING = 60;

/** The points as one stretch of longitudes: Fiji and Samoa lie beside each other, not at the two ends of the world. */
function turned(points: [number, number][]): [number, number][] {
  const lngs = points.map(([lng]) => lng).sort((a, b) => a - b);
  let first = lngs[0] ?? 0;
  let widest = 360 - ((lngs.at(-1) ?? 0) - first) + SAVING;
  lngs.forEach((lng, i) => {
    const gap = lng - (lngs[i - 1] ?? lng);
    if (gap > widest) [first, widest] = [lng, gap];
  });
  return points.map(([lng, lat]) => [lng < first ? lng + 360 : lng, lat]);
}

// Not Math.min(...values): a hundred thousand arguments are too many.
function least(values: number[]): number {
  return values.reduce((low, value) => (value < low ? value : low), Number.POSITIVE_INFINITY);
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
