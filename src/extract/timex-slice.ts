import type { TimexMod, TimexType } from '../types.ts';
import { addMonths, fromDay } from './calendar.ts';
import type { Slice, Unit } from './timex-meaning.ts';
import { dayPeriod, halfPeriod, type Period, partOf, periodAround } from './timex-value.ts';

/** Some of a period: its second half, its last week, its first three months, its first days. */
export interface Cut {
  value: string;
  period: Period;
  type?: TimexType;
  mod?: TimexMod;
  /** The days that are meant, where `period` is all that has a value of its own. */
  within?: { from: number; to: number };
}

/** Null where the period is too short for it. */
export function sliceOf(period: Period, { unit, nth, count }: Slice): Cut | null {
  if (unit === 'half') return halfOf(period, nth);
  if (count === null) return someOf(period, unit, nth);
  const stretch = stretchOf(period, unit, nth, count);
  if (!stretch || stretch.from < period.from || stretch.to > period.to || lengthOf(stretch) >= lengthOf(period))
    return null;
  const named = count === 1 && unit !== 'week' ? nameOf(unit, stretch) : null;
  if (named) return { value: named.value, period: named };
  return { value: durationValue(unit, count), period: spanned(stretch, period), type: 'DURATION' };
}

/** TIMEX3 period of so many units; `PXD` where nobody counted. */
export function durationValue(unit: Unit, count: number | null): string {
  const [times, code] = DURATIONS[unit] ?? [1, 'D'];
  return `P${count === null ? 'X' : count * times}${code}`;
}

const DURATIONS: Partial<Record<Unit, readonly [times: number, code: string]>> = {
  week: [1, 'W'],
  weekend: [1, 'WE'],
  month: [1, 'M'],
  quarter: [3, 'M'],
  year: [1, 'Y'],
  decade: [10, 'Y'],
};

interface Stretch {
  from: number;
  to: number;
}

const lengthOf = ({ from, to }: Stretch) => to - from + 1;

/** The halves of a year have names of their own; of a month, the second begins with the 16th. */
function halfOf(period: Period, nth: number): Cut {
  const second = nth !== 1;
  if (period.grain === 'year') {
    const half = halfPeriod(fromDay(period.from).year, second ? 2 : 1);
    return { value: half.value, period: half };
  }
  const cut =
    period.grain === 'month'
      ? period.from + 15
      : period.grain === 'decade' || period.grain === 'century'
        ? addMonths(period.from, Math.round((fromDay(period.to).year - fromDay(period.from).year + 1) * 6))
        : period.from + Math.ceil(lengthOf(period) / 2);
  const days = second ? { from: cut, to: period.to } : { from: period.from, to: cut - 1 };
  return { value: period.value, period: spanned(days, period), mod: second ? 'END' : 'START' };
}

/** [the first days of 2016], [the closing weeks of the year]: as long as such words go. */
function someOf(period: Period, unit: Unit, nth: number): Cut {
  const part = nth === 1 ? 'START' : 'END';
  const third = partOf(period, part);
  const most = unit === 'day' ? 10 : unit === 'week' ? 31 : lengthOf(third);
  const length = Math.min(most, lengthOf(third));
  const within =
    nth === 1 ? { from: period.from, to: period.from + length - 1 } : { from: period.to - length + 1, to: period.to };
  return { value: period.value, period, mod: part, within };
}

function stretchOf({ from, to }: Period, unit: Unit, nth: number, count: number): Stretch | null {
  const months = (DURATIONS[unit]?.[0] ?? 1) * (unit === 'month' || unit === 'quarter' ? 1 : 12) * count;
  switch (unit) {
    case 'day':
    case 'week': {
      const days = (unit === 'week' ? 7 : 1) * count;
      return nth < 0 ? { from: to - days + 1, to } : { from: from + (nth - 1) * days, to: from + nth * days - 1 };
    }
    case 'weekend': {
      // Of the weekends that begin in it.
      const first = periodAround('weekend', from).from;
      const last = periodAround('weekend', to).from;
      const saturday = nth < 0 ? (last > to ? last - 7 : last) : (first < from ? first + 7 : first) + 7 * (nth - 1);
      return count === 1 ? { from: saturday, to: Math.min(saturday + 1, to) } : null;
    }
    case 'month':
    case 'quarter':
    case 'year':
    case 'decade':
      return nth < 0
        ? { from: addMonths(to + 1, -months), to }
        : { from: addMonths(from, (nth - 1) * months), to: addMonths(from, nth * months) - 1 };
    default:
      return null;
  }
}

function nameOf(unit: Unit, { from, to }: Stretch): Period | null {
  const named = unit === 'day' ? dayPeriod(from) : periodAround(unit, from);
  return named.from === from && named.to >= to ? named : null;
}

/** The days as a period, in whole months where they are. */
function spanned({ from, to }: Stretch, { grain }: Period): Period {
  const whole = fromDay(from).day === 1 && fromDay(to + 1).day === 1 && grain !== 'month';
  return { grain: whole ? 'half' : 'week', from, to, value: `${dayPeriod(from).value}/${dayPeriod(to).value}` };
}
