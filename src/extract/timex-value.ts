import {
  addMonths,
  clampYear,
  daysInMonth,
  formatDay,
  formatYear,
  fromDay,
  isoWeek,
  pad,
  toDay,
  weekdayOf,
} from './calendar.ts';
import type { Part, Season, Unit } from './timex-meaning.ts';

/** A stretch of the calendar that has a TIMEX3 value: a day, a week, a quarter, a decade. */
export interface Period {
  grain: Unit;
  /** First and last day, as day numbers. */
  from: number;
  to: number;
  /** TIMEX3 value: 2024-11-30, 2024-W48, 2024-W48-WE, 2024-11, 2024-Q4, 2024-H2, 2024-FA, 2024, 202, 20, BC0480. */
  value: string;
}

const SEASON_START: Readonly<Record<Season, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };
/** EDTF level 1 season codes. */
const SEASON_CODE: Readonly<Record<Season, string>> = { SP: '21', SU: '22', FA: '23', WI: '24' };

export function dayPeriod(day: number): Period {
  const { year, month, day: dayOfMonth } = fromDay(day);
  return { grain: 'day', from: day, to: day, value: `${yearValue(year)}-${pad(month)}-${pad(dayOfMonth)}` };
}

export function monthPeriod(year: number, month: number): Period {
  const from = toDay(year, month);
  return {
    grain: 'month',
    from,
    to: toDay(year, month, daysInMonth(year, month)),
    value: `${yearValue(year)}-${pad(month)}`,
  };
}

export function quarterPeriod(year: number, quarter: number): Period {
  return months('quarter', year, quarter * 3 - 2, 3, `Q${quarter}`);
}

export function halfPeriod(year: number, half: number): Period {
  return months('half', year, half * 6 - 5, 6, `H${half}`);
}

/** The winter of a year begins in its December. */
export function seasonPeriod(year: number, season: Season): Period {
  return months(season, year, SEASON_START[season], 3, season);
}

export function yearPeriod(year: number): Period {
  const clamped = clampYear(year);
  return { grain: 'year', from: toDay(clamped), to: toDay(clamped, 12, 31), value: yearValue(clamped) };
}

/** `from` is the first year, or with `bc` the digits before BC: the 470s BC have 470, the 4th century BC 400. */
export function spanPeriod(unit: 'decade' | 'century', from: number, bc = false): Period {
  const years = unit === 'decade' ? 10 : 100;
  const digits = unit === 'decade' ? 3 : 2;
  if (!bc) {
    const first = clampYear(from - (((from % years) + years) % years));
    return {
      grain: unit,
      from: toDay(first),
      to: toDay(first + years - 1, 12, 31),
      value: pad(Math.floor(first / years), digits),
    };
  }
  // The 470s BC: 479 BC to 470 BC. The 4th century BC: 400 BC to 301 BC, in TIMEX3 BC03 (the years 3xx).
  const low = Math.min(unit === 'decade' ? from : from - 100, 10_000 - years);
  const oldest = low + years - 1;
  return {
    grain: unit,
    from: toDay(1 - oldest),
    // There is no year 0 BC: the first century, BC00, ends with 1 BC.
    to: toDay(1 - Math.max(1, low), 12, 31),
    value: `BC${pad(Math.floor(low / years), digits)}`,
  };
}

/** Some days in a row without a name of their own, as long as Ramadan. */
export function stretchPeriod(from: number, to: number): Period {
  return { grain: 'week', from, to, value: `${dayPeriod(from).value}/${dayPeriod(to).value}` };
}

/** The period of a unit that holds a day. */
export function periodAround(unit: Unit, day: number): Period {
  const { year, month } = fromDay(day);
  switch (unit) {
    case 'week': {
      const from = day - weekdayOf(day) + 1;
      return { grain: 'week', from, to: from + 6, value: weekValue(from) };
    }
    case 'weekend': {
      const from = day - weekdayOf(day) + 6;
      return { grain: 'weekend', from, to: from + 1, value: `${weekValue(from)}-WE` };
    }
    case 'month':
      return monthPeriod(year, month);
    case 'quarter':
      return quarterPeriod(year, Math.ceil(month / 3));
    case 'half':
      return halfPeriod(year, month > 6 ? 2 : 1);
    case 'SP':
    case 'SU':
    case 'FA':
      return seasonPeriod(year, unit);
    case 'WI':
      return seasonPeriod(month < 3 ? year - 1 : year, unit);
    case 'year':
      return yearPeriod(year);
    case 'decade':
    case 'century':
      return year > 0 ? spanPeriod(unit, year) : spanPeriod(unit, bcStart(unit, 1 - year), true);
    default:
      return dayPeriod(day);
  }
}

/** The period so many units after (or before) the one that holds `day`. */
export function periodAfter(unit: Unit, day: number, shift: number): Period {
  const around = periodAround(unit, day);
  if (shift === 0) return around;
  switch (unit) {
    case 'week':
    case 'weekend':
      return periodAround(unit, around.from + 7 * shift);
    case 'month':
      return periodAround(unit, clampDay(addMonths(around.from, shift)));
    case 'quarter':
      return periodAround(unit, clampDay(addMonths(around.from, 3 * shift)));
    case 'half':
      return periodAround(unit, clampDay(addMonths(around.from, 6 * shift)));
    case 'SP':
    case 'SU':
    case 'FA':
    case 'WI':
      return seasonPeriod(clampYear(fromDay(around.from).year + shift), unit);
    case 'year':
      return yearPeriod(fromDay(around.from).year + shift);
    case 'decade':
    case 'century':
      return periodAround(unit, toDay(clampYear(fromDay(day).year + shift * (unit === 'decade' ? 10 : 100))));
    default:
      return dayPeriod(clampDay(day + shift));
  }
}

/** A third of a period: its start, middle or end. A day stays whole. */
export function partOf(period: Period, part: Part): { from: number; to: number } {
  const { grain, from, to } = period;
  if (grain === 'day') return period;
  const first = fromDay(from);
  const lengthMonths = MONTHS_IN[grain];
  if (lengthMonths !== undefined && lengthMonths >= 3) {
    const cut = (third: number) => addMonths(from, Math.floor((lengthMonths * third) / 3));
    if (part === 'START') return { from, to: cut(1) - 1 };
    return part === 'MID' ? { from: cut(1), to: cut(2) - 1 } : { from: cut(2), to };
  }
  if (grain === 'month') {
    const day = (dayOfMonth: number) => toDay(first.year, first.month, dayOfMonth);
    if (part === 'START') return { from, to: day(10) };
    return part === 'MID' ? { from: day(11), to: day(20) } : { from: day(21), to };
  }
  const third = Math.max(1, Math.round((to - from + 1) / 3));
  if (part === 'START') return { from, to: from + third - 1 };
  return part === 'MID' ? { from: from + third, to: to - third } : { from: to - third + 1, to };
}

const MONTHS_IN: Partial<Record<Unit, number>> = {
  quarter: 3,
  half: 6,
  SP: 3,
  SU: 3,
  FA: 3,
  WI: 3,
  year: 12,
  decade: 120,
  century: 1200,
};

/** EDTF level 1 of a period: `2024-11-30`, `2024-11`, `2024-23`, `2024`, `202X`, an interval for what has no name there. */
export function periodToEdtf({ grain, from, to }: Period): string {
  const { year, month } = fromDay(from);
  switch (grain) {
    case 'day':
      return formatDay(from);
    case 'month':
      return `${formatYear(year)}-${pad(month)}`;
    case 'SP':
    case 'SU':
    case 'FA':
    case 'WI':
      return `${formatYear(year)}-${SEASON_CODE[grain]}`;
    case 'quarter':
    case 'half': {
      const last = fromDay(to);
      return `${formatYear(year)}-${pad(month)}/${formatYear(last.year)}-${pad(last.month)}`;
    }
    case 'year':
      return formatYear(year);
    case 'decade':
      return year > 0 ? `${pad(Math.floor(year / 10), 3)}X` : `${formatYear(year)}/${formatYear(fromDay(to).year)}`;
    case 'century':
      return year > 0 ? `${pad(Math.floor(year / 100))}XX` : `${formatYear(year)}/${formatYear(fromDay(to).year)}`;
    default:
      return `${formatDay(from)}/${formatDay(to)}`;
  }
}

/** TIMEX3 writes 480 BC as BC0480. */
export function yearValue(year: number): string {
  return year > 0 ? pad(year, 4) : `BC${pad(1 - year, 4)}`;
}

function months(grain: Unit, year: number, firstMonth: number, length: number, name: string): Period {
  return {
    grain,
    from: toDay(year, firstMonth),
    to: toDay(year, firstMonth + length) - 1,
    value: `${yearValue(year)}-${name}`,
  };
}

function weekValue(day: number): string {
  const { year, week } = isoWeek(day);
  return `${yearValue(year)}-W${pad(week)}`;
}

function bcStart(unit: 'decade' | 'century', year: number): number {
  return unit === 'decade' ? Math.floor(year / 10) * 10 : (Math.floor(year / 100) + 1) * 100;
}

export function clampDay(day: number): number {
  return Math.max(toDay(clampYear(-9999)), Math.min(toDay(clampYear(9999), 12, 31), day));
}
