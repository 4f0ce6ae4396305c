import { daysInMonth, fromDay, isDay, nthWeekday, toDay, weekdayOf } from './calendar.ts';
import { feastPeriod } from './feasts.ts';
import type { CalendarFields, Direction } from './timex-meaning.ts';
import {
  dayPeriod,
  halfPeriod,
  monthPeriod,
  type Period,
  periodAfter,
  periodAround,
  quarterPeriod,
  seasonPeriod,
  yearPeriod,
} from './timex-value.ts';

/** Which Wednesday, which November: the choice among the dates that an incomplete one may mean. */

/** 10/05/2024 is in May where October has not come yet. */
export function inFigures(fields: CalendarFields, dct: number | null): CalendarFields {
  const { year, month, day, swappable } = fields;
  if (!swappable || dct === null || year === undefined || month === undefined || day === undefined) return fields;
  return toDay(year, month, day) > dct && toDay(year, day, month) <= dct
    ? { ...fields, month: day, day: month }
    : fields;
}

/** The period with these fields in a year; null where it does not exist (29 February). */
export function periodInYear(fields: CalendarFields, year: number): Period | null {
  const { month, day, season, quarter, half, weekday, nth } = fields;
  if (month !== undefined && weekday !== undefined && nth !== undefined)
    return dayPeriod(nthWeekday(year, month, weekday, nth));
  if (month !== undefined && day !== undefined) {
    if (!isDay(year, month, day)) return null;
    const found = toDay(year, month, day);
    return weekday === undefined || weekdayOf(found) === weekday ? dayPeriod(found) : null;
  }
  if (month !== undefined) return monthPeriod(year, month);
  if (season !== undefined) return seasonPeriod(year, season);
  if (quarter !== undefined) return quarterPeriod(year, quarter);
  if (half !== undefined) return halfPeriod(year, half);
  return yearPeriod(year);
}

/** News: weekdays are the latest, the day of publication included; other dates the nearest, weighed by the tense. */
export function inNews(fields: CalendarFields, dct: number, direction: Direction): Period | null {
  const { weekday, month, day } = fields;
  if (weekday !== undefined && month === undefined) return weekdayInNews(weekday, dct, direction);
  if (month === undefined && day !== undefined) return dayOfMonth(day, dct, direction);
  const { year } = fromDay(dct);
  let best: Period | null = null;
  let least = Number.POSITIVE_INFINITY;
  // A weekday comes back to a date after five, six or eleven years, a leap day after four.
  const rare = (weekday !== undefined && day !== undefined) || (month === 2 && day === 29);
  const [back, ahead] = rare ? [YEARS_BACK, YEARS_AHEAD] : [1, 1];
  for (let candidate = year - back; candidate <= year + ahead; candidate += 1) {
    const period = periodInYear(fields, candidate);
    const cost = period ? distance(period, dct) * weight(period, dct, direction) : Number.POSITIVE_INFINITY;
    if (cost < least) [best, least] = [period, cost];
  }
  return best;
}

const YEARS_BACK = 11;
const YEARS_AHEAD = 6;
/** How many times farther a date against the tense must be to lose to one with it. */
const AGAINST_TENSE = 4;
const AGAINST_SENSE = 16;
/** Nobody finds on a day to come, however near it is. */
const AGAINST_DEED = 100;
/** News tells of the past unless it says otherwise. */
const AGAINST_HABIT = 1.4;

function weight(period: Period, dct: number, direction: Direction): number {
  const ahead = period.from > dct;
  if (direction === 'unknown') return ahead ? AGAINST_HABIT : 1;
  if (direction === 'done') return ahead ? AGAINST_DEED : 1;
  if (direction === 'surely past') return ahead ? AGAINST_SENSE : 1;
  return ahead === (direction === 'future') ? 1 : AGAINST_TENSE;
}

function distance(period: Period, day: number): number {
  return period.from > day ? period.from - day : Math.max(0, day - period.to);
}

/** Stands for Saturday and Sunday together among the weekdays. */
export const WEEKEND = 67;

function weekdayInNews(weekday: number, dct: number, direction: Direction): Period {
  if (weekday === WEEKEND) {
    const weekend = periodAround('weekend', dct);
    return direction !== 'future' && weekend.from > dct ? periodAfter('weekend', dct, -1) : weekend;
  }
  const back = (weekdayOf(dct) - weekday + 7) % 7;
  return dayPeriod(direction === 'future' && back > 0 ? dct + 7 - back : dct - back);
}

function dayOfMonth(day: number, dct: number, direction: Direction): Period | null {
  const { year, month, day: today } = fromDay(dct);
  const shift = direction === 'future' ? (day < today ? 1 : 0) : day > today ? -1 : 0;
  const first = fromDay(toDay(year, month + shift));
  return day <= daysInMonth(first.year, first.month) ? dayPeriod(toDay(first.year, first.month, day)) : null;
}

/**
 * History goes on from what it told last. `told` is the last date with a month at least; `year` a year that was
 * named after it, if any: then that year holds, unless the date follows close upon what was told.
 */
export function inHistory(fields: CalendarFields, told: Period | null, year: number | null): Period | null {
  const { weekday, month, day } = fields;
  if (weekday !== undefined && month === undefined)
    return told?.grain === 'day' ? weekdayAfter(weekday, told.from) : null;
  if (month === undefined && day !== undefined) return told ? dayOfMonth(day, told.from, 'future') : null;
  const next = told ? following(fields, told) : null;
  if (year === null) return next;
  if (next && told && next.from - told.to <= CLOSE_UPON && next.to >= told.from) return next;
  return periodInYear(fields, year) ?? next;
}

/** Days within which a date continues the account, whatever year was named in passing. */
const CLOSE_UPON = 45;
/** A history that goes back more than so many days has rather gone on to the next year. */
const BACK_LIMIT = 300;

/** The end of a range: the first such date that is not before its beginning. */
export function notBefore(fields: CalendarFields, day: number): Period | null {
  const { weekday, month } = fields;
  if (weekday !== undefined && month === undefined) return weekdayAfter(weekday, day);
  if (month === undefined && fields.day !== undefined) return dayOfMonth(fields.day, day, 'future');
  const { year } = fromDay(day);
  const same = periodInYear(fields, year);
  return same && same.to >= day ? same : periodInYear(fields, year + 1);
}

/** The date in the same year as the one told last, or in the next where that is the nearer. */
function following(fields: CalendarFields, told: Period): Period | null {
  const { year } = fromDay(told.from);
  const same = periodInYear(fields, year);
  if (same && told.from - same.from <= BACK_LIMIT) return same;
  return periodInYear(fields, year + 1) ?? same;
}

function weekdayAfter(weekday: number, day: number): Period {
  if (weekday === WEEKEND) return periodAround('weekend', day);
  return dayPeriod(day + ((weekday - weekdayOf(day) + 7) % 7));
}

/** [Christmas], [last Ramadan], [next Easter]: the nearest, weighed by the tense, unless the words tell which. */
export function nearestFeast(
  feast: string,
  dct: number,
  shift: number | undefined,
  direction: Direction,
): Period | null {
  const { year } = fromDay(dct);
  const periods = [year - 1, year, year + 1]
    .map((candidate) => feastPeriod(feast, candidate))
    .filter((period) => period !== null);
  if (shift === -1) return periods.findLast((period) => period.to < dct) ?? null;
  if (shift === 1) return periods.find((period) => period.from > dct) ?? null;
  const cost = (period: Period) => distance(period, dct) * weight(period, dct, direction);
  return periods.reduce<Period | null>((best, period) => (best && cost(best) <= cost(period) ? best : period), null);
}

/** [last Friday], [next June]: never the day or month itself. `shift` 0 is that of the same week or the nearest year. */
export function nearest(fields: CalendarFields, day: number, shift: -1 | 0 | 1): Period | null {
  const { weekday, month } = fields;
  if (weekday !== undefined && month === undefined) {
    const ahead = (weekday - weekdayOf(day) + 7) % 7;
    if (shift === 0) return dayPeriod(day - weekdayOf(day) + weekday);
    return dayPeriod(shift < 0 ? day - (ahead === 0 ? 7 : 7 - ahead) : day + (ahead === 0 ? 7 : ahead));
  }
  const { year } = fromDay(day);
  const years = shift < 0 ? [year, year - 1] : shift > 0 ? [year, year + 1] : [year];
  const periods = years.map((candidate) => periodInYear(fields, candidate)).filter((period) => period !== null);
  return periods.find((period) => (shift < 0 ? period.to < day : shift > 0 ? period.from > day : true)) ?? null;
}
