import { formatDay, isDay, toDay } from './calendar.ts';
import { offsetOnDay } from './zone-offset.ts';

/**
 * EDTF (ISO 8601-2, level 1) to calendar days and to instants.
 *
 * Read: `2024`, `2024-11`, `2024-11-30`, `202X`, `20XX`, seasons `2024-21` to `2024-24`, a moment
 * `2024-11-30T17:00:00+03:00`, the qualifiers `~ ? %`, and intervals of these with `..` for an open end.
 */

/** First and last calendar day, `YYYY-MM-DD`; null where the interval is open or its end is unknown. */
export interface DaySpan {
  readonly from: string | null;
  readonly to: string | null;
}

/** First and last instant, RFC 3339; `end` is null where the interval is open. */
export interface InstantSpan {
  start: string | null;
  end: string | null;
}

/** The days that an EDTF value covers; null for what is not EDTF level 1, or lies outside the years 0 to 9999. */
export function daysOf(edtf: string): DaySpan | null {
  let days = remembered.get(edtf);
  if (days === undefined) {
    days = readDays(edtf);
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(edtf, days);
  }
  return days;
}

/** The few dates of a story are asked for again and again. */
const remembered = new Map<string, DaySpan | null>();
const REMEMBERED = 1000;

function readDays(edtf: string): DaySpan | null {
  const halves = edtf.split('/');
  if (halves.length > 2) return null;
  const [first = '', second] = halves;
  if (second === undefined) return daysOfDate(first);
  const from = isOpen(first) ? { from: null, to: null } : daysOfDate(first);
  const to = isOpen(second) ? { from: null, to: null } : daysOfDate(second);
  if (!from || !to || (from.from === null && to.to === null)) return null;
  if (from.from !== null && to.to !== null && from.from > to.to) return null;
  return { from: from.from, to: to.to };
}

/**
 * First and last instant of an EDTF value in an IANA zone: a day runs from 00:00:00 to 23:59:59 there, a minute for
 * its 60 seconds. A moment keeps the offset that it states. An unknown zone counts as UTC.
 */
export function instantsOf(edtf: string, zone: string): InstantSpan {
  const days = daysOf(edtf);
  if (!days) return { start: null, end: null };
  const [first = '', last = first] = edtf.split('/');
  return {
    start: days.from && (momentOf(first) ?? atLocal(days.from, '00:00:00', zone)),
    end: days.to && (momentOf(last) ?? atLocal(days.to, '23:59:59', zone)),
  };
}

/** The EDTF interval of two days; a single day where they are the same, `..` where one is null. */
export function edtfOf({ from, to }: DaySpan): string {
  if (from === to && from !== null) return from;
  return `${from ?? '..'}/${to ?? '..'}`;
}

/** `day` moved by a number of days. */
export function shiftDay(day: string, days: number): string {
  return formatDay(dayNumber(day) + days);
}

/** Whole days from one calendar day to another; negative when `to` lies before `from`. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

const dayNumber = (day: string) => toDay(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)));

const isOpen = (half: string) => half === '' || half === '..';

const DATE =
  /^(?<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?<month>\d{2}))?(?:-(?<day>\d{2}))?(?<time>T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?[~?%]?$/;

/** Months of the northern seasons; a winter belongs to the year in which it begins. */
const SEASONS: Record<string, readonly [first: number, last: number]> = {
  21: [3, 5],
  22: [6, 8],
  23: [9, 11],
  24: [12, 14],
};

function daysOfDate(date: string): DaySpan | null {
  const { year, month, day } = DATE.exec(date)?.groups ?? {};
  if (year === undefined) return null;
  if (month === undefined)
    return { from: `${year.replaceAll('X', '0')}-01-01`, to: `${year.replaceAll('X', '9')}-12-31` };
  if (year.includes('X')) return null;
  const season = SEASONS[month];
  if (season) return { from: dayAt(year, season[0], 1), to: dayAt(year, season[1] + 1, 0) };
  if (day === undefined) {
    if (Number(month) < 1 || Number(month) > 12) return null;
    return { from: `${year}-${month}-01`, to: dayAt(year, Number(month) + 1, 0) };
  }
  if (!isDay(Number(year), Number(month), Number(day))) return null;
  const whole = `${year}-${month}-${day}`;
  return { from: whole, to: whole };
}

/** The day of a year by month and day of month; both may overflow, and day 0 is the last of the month before. */
function dayAt(year: string, month: number, day: number): string {
  return formatDay(toDay(Number(year), month, day));
}

/** A moment with its offset, seconds filled in; null for anything coarser or without an offset. */
function momentOf(date: string): string | null {
  const moment = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(:\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:\d{2})$/.exec(date);
  return moment ? `${moment[1]}${moment[2] ?? ':00'}${moment[3]}` : null;
}

/** A local day and clock time with the offset that the zone has then. */
function atLocal(day: string, time: string, zone: string): string {
  return `${day}T${time}${formatOffset(offsetOnDay(day, time, zone))}`;
}

function formatOffset(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
