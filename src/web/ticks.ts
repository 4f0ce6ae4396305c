import type { Axis, Piece } from './axis.ts';
import { formatter, type Tongue, zoned, zoneOffset } from './time.ts';
import { plural } from './words.ts';

/** Pixels along the axis: of the stroke, if it lies on the piece, and of the words under it. */
export interface Tick {
  x: number | null;
  middle: number;
  /** "27", under it on the first of its kind "Nov 2024". */
  label: string;
  context: string;
  /** "Nov", where the context has no room. */
  shortContext: string;
}

/** The time that a break leaves out, in words, at its middle. */
export interface Gap {
  x: number;
  label: string;
}

export function makeGaps({ pieces }: Axis, { words, lang }: Tongue): Gap[] {
  return pieces.slice(1).flatMap((piece, index) => {
    const before = pieces[index];
    if (!before) return [];
    const days = (piece.first - before.last) / (24 * HOUR);
    const x = (before.x1 + piece.x0) / 2;
    if (days < 2) return [{ x, label: '' }];
    if (days < 60) return [{ x, label: plural(words.days, Math.round(days), lang) }];
    const months = days / 30.44;
    return [
      {
        x,
        label:
          months < 24
            ? plural(words.months, Math.round(months), lang)
            : plural(words.years, Math.round(months / 12), lang),
      },
    ];
  });
}

type Unit = 'hour' | 'day' | 'month' | 'year';
const HOUR = 3_600_000;

/** Steps from fine to coarse, with their length and the width that a label needs in the usual size of the type, px. */
export const STEPS: { unit: Unit; count: number; length: number; room: number }[] = [
  { unit: 'hour', count: 1, length: HOUR, room: 44 },
  { unit: 'hour', count: 3, length: 3 * HOUR, room: 44 },
  { unit: 'hour', count: 6, length: 6 * HOUR, room: 44 },
  { unit: 'day', count: 1, length: 24 * HOUR, room: 24 },
  { unit: 'day', count: 2, length: 48 * HOUR, room: 24 },
  { unit: 'day', count: 7, length: 168 * HOUR, room: 28 },
  { unit: 'month', count: 1, length: 730 * HOUR, room: 38 },
  { unit: 'month', count: 3, length: 2190 * HOUR, room: 38 },
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((count) => ({
    unit: 'year' as const,
    count,
    length: count * 8766 * HOUR,
    room: 40,
  })),
];

/** Ticks on calendar boundaries of the zone, as fine as labels have room. `scale` is that of the type. */
export function makeTicks(axis: Axis, tongue: Tongue, scale: number): Tick[] {
  return axis.pieces.flatMap((piece) => ticksOf(piece, axis, tongue, scale));
}

function ticksOf(piece: Piece, axis: Axis, tongue: Tongue, scale: number): Tick[] {
  const found = finest(piece, tongue.zone, scale);
  if (!found) return [];
  const { step, spans } = found;
  let last = '';
  return spans.map(({ time, middle }) => {
    const wall = wallClock(time, tongue.zone);
    const { label, context: around, shortContext } = LABELS[step.unit];
    const context = format(around, wall, tongue);
    const tick = {
      x: time < piece.from ? null : axis.x(time),
      middle: axis.x(middle),
      label: format(label, wall, tongue),
      context: context === last ? '' : context,
      shortContext: context === last ? '' : format(shortContext, wall, tongue),
    };
    last = context;
    return tick;
  });
}

type Step = (typeof STEPS)[number];

/** The finest step whose names have room on a piece, and what is named: where it begins and where its name stands. */
function finest(
  piece: Piece,
  zone: string,
  scale: number,
): { step: Step; spans: { time: number; middle: number }[] } | null {
  const width = Math.abs(piece.x1 - piece.x0);
  const perPixel = (piece.to - piece.from) / width;
  for (const step of STEPS) {
    const room = step.room * scale;
    // To look closer would list the hours of a century.
    if (step.length / perPixel < room / 2) continue;
    const times = boundaries(step.unit, step.count, piece, zone);
    const spans = times
      .map((time, index) => ({
        time,
        // A day, a month or a year is named in its middle, an hour or a run of several at its start.
        middle: step.count === 1 && step.unit !== 'hour' ? (time + (times[index + 1] ?? time)) / 2 : time,
      }))
      .filter(({ middle }) => middle >= piece.from && middle <= piece.to);
    if (step.length / perPixel >= room || (spans.length === 1 && width >= room)) return { step, spans };
  }
  return null;
}

/** Instants of a calendar step around a piece, in time order. */
export function boundaries(unit: Unit, count: number, piece: Piece, zone: string): number[] {
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

type Format = Intl.DateTimeFormatOptions | null;

const LABELS: Record<Unit, { label: Intl.DateTimeFormatOptions; context: Format; shortContext: Format }> = {
  hour: {
    label: { hour: 'numeric' },
    context: { day: 'numeric', month: 'short', year: 'numeric' },
    shortContext: { day: 'numeric', month: 'short' },
  },
  day: { label: { day: 'numeric' }, context: { month: 'short', year: 'numeric' }, shortContext: { month: 'short' } },
  month: { label: { month: 'short' }, context: { year: 'numeric' }, shortContext: { year: 'numeric' } },
  year: { label: { year: 'numeric' }, context: null, shortContext: null },
};

function format(options: Format, wall: Date, { lang }: Tongue): string {
  return options === null ? '' : formatter(lang, { ...options, timeZone: 'UTC' }).format(wall);
}
