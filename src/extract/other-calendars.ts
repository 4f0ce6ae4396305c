import { toDay } from './calendar.ts';

/**
 * Months of calendars other than the Gregorian, most of which follow the moon, from the tables that every JavaScript engine carries (ICU, through `Intl`).
 * The Islamic months are those of Umm al-Qura; where the new moon is looked for, a feast may fall a day later.
 */
export type OtherCalendar = 'islamic-umalqura' | 'hebrew' | 'chinese' | 'persian';

export interface Month {
  /** First and last day, as day numbers. */
  from: number;
  to: number;
}

/** The month of that name (letters only: `DhulHijjah`) that begins in a Gregorian year; null where none does, or the engine lacks the calendar. */
export function monthInYear(calendar: OtherCalendar, name: string, year: number): Month | null {
  const key = `${calendar} ${year}`;
  const months = known.get(key) ?? listMonths(calendar, year);
  known.set(key, months);
  return months.get(name) ?? null;
}

/** Outside these years the tables end, or are only reckoned. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2076;
const SHORTEST_MONTH = 29;
const MS_A_DAY = 86_400_000;
const known = new Map<string, ReadonlyMap<string, Month>>();
const formats = new Map<OtherCalendar, Intl.DateTimeFormat>();

function listMonths(calendar: OtherCalendar, year: number): ReadonlyMap<string, Month> {
  const months = new Map<string, Month>();
  if (year < FIRST_YEAR || year > LAST_YEAR) return months;
  const lastDay = toDay(year, 12, 31);
  let day = toDay(year);
  while (day <= lastDay) {
    const read = readDay(calendar, day);
    if (!read) return months;
    if (read.day !== 1) {
      day += Math.max(1, SHORTEST_MONTH + 1 - read.day);
      continue;
    }
    const next = readDay(calendar, day + SHORTEST_MONTH)?.day === 1 ? SHORTEST_MONTH : SHORTEST_MONTH + 1;
    if (!months.has(read.month)) months.set(read.month, { from: day, to: day + next - 1 });
    day += next;
  }
  return months;
}

function readDay(calendar: OtherCalendar, day: number): { month: string; day: number } | null {
  const format =
    formats.get(calendar) ??
    new Intl.DateTimeFormat(`en-u-ca-${calendar}`, { month: 'long', day: 'numeric', timeZone: 'UTC' });
  formats.set(calendar, format);
  if (format.resolvedOptions().calendar !== calendar) return null;
  const parts = format.formatToParts(new Date(day * MS_A_DAY));
  const value = (type: 'month' | 'day') => parts.find((part) => part.type === type)?.value ?? '';
  // Engines differ in the apostrophes of "Dhu'l-Hijjah".
  return { month: value('month').replace(/[^A-Za-z]/g, ''), day: Number.parseInt(value('day'), 10) };
}
