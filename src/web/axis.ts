import { findRuns, type Stretch, usualLength } from './bursts.ts';

/**
 * The time axis. A story is a burst of days, a handful of years behind it and perhaps a day that lies far ahead; one
 * linear axis shows one of them. So the axis is made of pieces, a run of events each: a piece is linear, and where the
 * pace changes or time is left out, a break between pieces is drawn as a break.
 *
 *     2011 ····· 2020  //  27 Nov  28  29  30  //  14 Jul
 *     └─ one piece ─┘      └── one piece ───┘      └─ ─┘
 */
export interface Axis {
  pieces: Piece[];
  width: number;
  /** Pixels of an instant; outside the axis, its nearest end. */
  x(time: number): number;
  /** The instant at a pixel; the inverse of `x` except within a break, where it runs through the gap. */
  time(x: number): number;
}

export interface Piece {
  /** What it shows, with air at both ends. */
  from: number;
  to: number;
  /** First and last instant of its events, and what they weigh together. */
  first: number;
  last: number;
  mass: number;
  x0: number;
  x1: number;
}

/** Pixels of a break, and on a phone. */
const BREAK = 26;
const SMALL_BREAK = 16;
const PHONE = 480;
/** A piece is at least so wide, px, as far as there is room. */
const NARROWEST = 60;
/** No more of the axis goes to pieces for being pieces. */
const MOST_TO_LEAST = 0.4;
/** Pixels of axis for each piece: the smallest phones have three. */
const ROOM_OF_PIECE = 100;
const MOST_PIECES = 4;
/** Where no screen is asked, px. */
export const USUAL_WIDTH = 600;
// Pieces grow with their events, the crowded ones a little less: a dozen years are to be read beside a hundred days.
const GROWTH = 0.8;
const AIR = 0.03;
const AIR_OF_DAY = 0.45;
const DAY = 24 * 3_600_000;
// A stretch this many times as long as the usual one is long.
const LONG = 8;

/** `stretches` have finite ends, in any order. `width` in pixels. */
export function makeAxis(stretches: readonly Stretch[], width: number): Axis {
  const runs = findRuns(stretches, Math.max(1, Math.min(MOST_PIECES, Math.floor(width / ROOM_OF_PIECE))));
  const between = width < PHONE ? SMALL_BREAK : BREAK;
  const room = Math.max(0, width - between * (runs.length - 1));
  const masses = runs.map((run) => run.reduce((sum, { mass = 1 }) => sum + mass, 0));
  const shares = share(
    masses.map((mass) => mass ** GROWTH),
    room,
    Math.min(NARROWEST, (room * MOST_TO_LEAST) / runs.length),
  );
  const pieces: Piece[] = [];
  let x0 = 0;
  for (const [index, run] of runs.entries()) {
    const x1 = x0 + (shares[index] ?? 0);
    const piece = { ...ends(run, runs.length === 1), mass: masses[index] ?? 0, x0, x1 };
    const before = pieces.at(-1);
    if (before) part(before, piece);
    pieces.push(piece);
    x0 = x1 + between;
  }
  return { pieces, width, ...interpolate(pieces) };
}

/**
 * Where only the pace changes, pieces follow each other without a gap: they part between the last event of one and the
 * first of the other, and what runs over ends there. An instant is left between them, so that the axis has no jump.
 */
function part(before: Piece, after: Piece) {
  if (before.to < after.from) return;
  const middle = (Math.min(before.last, after.first) + after.first) / 2;
  before.to = Math.min(before.to, middle - 1);
  before.last = Math.min(before.last, before.to);
  after.from = Math.max(after.from, middle);
}

/** Widths by weight, none under `least`: what the narrow ones are given is taken from the others. */
function share(weights: readonly number[], room: number, least: number): number[] {
  const narrow = new Set<number>();
  for (;;) {
    const wide = weights.filter((_, index) => !narrow.has(index)).reduce((sum, weight) => sum + weight, 0);
    const free = room - least * narrow.size;
    const widths = weights.map((weight, index) => (narrow.has(index) ? least : (free * weight) / wide));
    const under = widths.findIndex((width, index) => width < least && !narrow.has(index));
    if (under === -1) return widths;
    narrow.add(under);
  }
}

/**
 * First and last instant of a piece, and the same with some air, so that the outer bars are not cut. A month among
 * days counts by its first day: the piece would otherwise hold a month for it alone, and the days would lie in a
 * corner. Its bar runs on past the end. A single day among other pieces stands between not quite half a day on either
 * side.
 */
function ends(run: readonly Stretch[], alone: boolean): Pick<Piece, 'first' | 'last' | 'from' | 'to'> {
  const usual = usualLength(run);
  const first = run.reduce((least, { from }) => Math.min(least, from), run[0]?.from ?? 0);
  const last = run.reduce((most, { from, to }) => Math.max(most, to - from > LONG * usual ? from : to), first);
  const least = last === first ? DAY / 2 : !alone && last - first <= DAY ? DAY * AIR_OF_DAY : 0;
  const air = Math.max((last - first) * AIR, least);
  return { first, last, from: first - air, to: last + air };
}

function interpolate(pieces: Piece[]): Pick<Axis, 'x' | 'time'> {
  const times = pieces.flatMap(({ from, to }) => [from, to]);
  const pixels = pieces.flatMap(({ x0, x1 }) => [x0, x1]);
  const along = (from: number[], to: number[]) => (value: number) => {
    const last = from.length - 1;
    if (value <= (from[0] ?? 0)) return to[0] ?? 0;
    if (value >= (from[last] ?? 0)) return to[last] ?? 0;
    let index = 1;
    while (value > (from[index] ?? 0)) index += 1;
    const [f0 = 0, f1 = 0] = [from[index - 1], from[index]];
    const [t0 = 0, t1 = 0] = [to[index - 1], to[index]];
    return f1 === f0 ? t0 : t0 + ((value - f0) / (f1 - f0)) * (t1 - t0);
  };
  return { x: along(times, pixels), time: along(pixels, times) };
}
