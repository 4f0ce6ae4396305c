import type { Axis, Piece } from './axis.ts';
import { formatter, type Tongue, zoned, zoneOffset } from './time.ts';

export interface Tick {
  time: number;
  x: number;
  label: string;
  /** The first of its year, month or day: carries the larger unit. */
  major: boolean;
}

type Unit = 'hour' | 'day' | 'month' | 'year';
const HOUR = 3_600_000;

/** Steps from fine to coarse, with their length and the width in pixels that a label needs. */
const STEPS: { unit: Unit; count: number; length: number; room: number }[] = [
  { unit: 'hour', count: 1, length: HOUR, room: 44 },
  { unit: 'hour', count: 3, length: 3 * HOUR, room: 44 },
  { unit: 'hour', count: 6, length: 6 * HOUR, room: 44 },
  { unit: 'day', count: 1, length: 24 * HOUR, room: 34 },
  { unit: 'day', count: 2, length: 48 * HOUR, room: 34 },
  { unit: 'day', count: 7, length: 168 * HOUR, room: 40 },
  { unit: 'month', count: 1, length: 730 * HOUR, room: 38 },
  { unit: 'month', count: 3, length: 2190 * HOUR, room: 38 },
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((count) => ({
    unit: 'year' as const,
    count,
    length: count * 8766 * HOUR,
    room: 40,
  })),
];

/** Ticks on calendar boundaries of the zone, as fine as labels have room. */
export function makeTicks(axis: Axis, tongue: Tongue): Tick[] {
  return axis.pieces.flatMap((piece) => ticksOf(piece, axis, tongue));
}

function ticksOf(piece: Piece, axis: Axis, tongue: Tongue): Tick[] {
  const width = Math.abs(piece.x1 - piece.x0);
  const perPixel = (piece.to - piece.from) / width;
  const step = STEPS.find(({ length, room }) => length / perPixel >= room) ?? STEPS.at(-1);
  if (!step || !(perPixel > 0)) return [];
  const ticks: Tick[] = [];
  let last: Date | null = null;
  for (const time of boundaries(step.unit, step.count, piece, tongue.zone)) {
    if (time < piece.from || time > piece.to) continue;
    const wall = wallClock(time, tongue.zone);
    const major = last === null || carries(step.unit, last, wall);
    ticks.push({ time, x: axis.x(time), label: label(step.unit, major, wall, tongue), major });
    last = wall;
  }
  return ticks;
}

/** Instants of a calendar step around a piece. */
function boundaries(unit: Unit, count: number, piece: Piece, zone: string): number[] {
  const first = wallClock(piece.from, zone);
  const year = first.getUTCFullYear();
  const length = STEPS.find((step) => step.unit === unit && step.count === count)?.length ?? HOUR;
  const many = Math.ceil((piece.to - piece.from) / length) + 2;
  const at = (index: number): number => {
    const steps = index * count;
    switch (unit) {
      case 'year':
        return zoned(zone, Math.floor(year / count) * count + steps, 0);
      case 'month':
        return zoned(zone, year, Math.floor(first.getUTCMonth() / count) * count + steps);
      case 'day':
        return zoned(zone, year, first.getUTCMonth(), first.getUTCDate() + steps);
      case 'hour':
        return zoned(zone, year, first.getUTCMonth(), first.getUTCDate(), steps);
    }
  };
  const extra = unit === 'hour' ? Math.ceil(24 / count) : 1;
  return Array.from({ length: many + extra }, (_, index) => at(index));
}

function wallClock(time: number, zone: string): Date {
  return new Date(time + zoneOffset(time, zone) * 60_000);
}

function carries(unit: Unit, last: Date, now: Date): boolean {
  switch (unit) {
    case 'hour':
      return last.getUTCDate() !== now.getUTCDate();
    case 'day':
      return last.getUTCMonth() !== now.getUTCMonth();
    case 'month':
      return last.getUTCFullYear() !== now.getUTCFullYear();
    case 'year':
      return false;
  }
}

const LABELS: Record<Unit, { minor: Intl.DateTimeFormatOptions; major: Intl.DateTimeFormatOptions }> = {
  hour: { minor: { hour: 'numeric' }, major: { day: 'numeric', month: 'short' } },
  day: { minor: { day: 'numeric' }, major: { day: 'numeric', month: 'short' } },
  month: { minor: { month: 'short' }, major: { month: 'short', year: 'numeric' } },
  year: { minor: { year: 'numeric' }, major: { year: 'numeric' } },
};

function label(unit: Unit, major: boolean, wall: Date, { lang }: Tongue): string {
  const options = LABELS[unit][major ? 'major' : 'minor'];
  return formatter(lang, { ...options, timeZone: 'UTC' }).format(wall);
}
