/**
 * Calendar arithmetic on whole days of the proleptic Gregorian calendar, free of any time zone.
 * A day is a number: days since 1970-01-01. Years are astronomical: year 0 is 1 BC, -479 is 480 BC.
 */

export interface CalendarDay {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
}

/** The years that EDTF level 1 writes with four digits. */
const YEAR_LIMIT = 9999;
const MS_A_DAY = 86_400_000;

/** The number of a day. A month or day past its end runs over into the next, as in `Date`. */
export function toDay(year: number, month = 1, day = 1): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / MS_A_DAY);
}

export function fromDay(day: number): CalendarDay {
  const date = new Date(day * MS_A_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function daysInMonth(year: number, month: number): number {
  return toDay(year, month + 1, 1) - toDay(year, month, 1);
}

/** True for a day that exists: no 30 February, no year that EDTF cannot hold. */
export function isDay(year: number, month: number, day: number): boolean {
  return Math.abs(year) <= YEAR_LIMIT && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The same day of the month so many months on, or that month's last day. */
export function addMonths(day: number, months: number): number {
  const { year, month, day: dayOfMonth } = fromDay(day);
  const first = fromDay(toDay(year, month + months, 1));
  return toDay(first.year, first.month, Math.min(dayOfMonth, daysInMonth(first.year, first.month)));
}

/** ISO 8601 week: the year it belongs to and its number. */
export function isoWeek(day: number): { year: number; week: number } {
  const thursday = day - weekdayOf(day) + 4;
  const { year } = fromDay(thursday);
  return { year, week: Math.floor((thursday - toDay(year)) / 7) + 1 };
}

export function clampYear(year: number): number {
  return Math.max(-YEAR_LIMIT, Math.min(YEAR_LIMIT, year));
}

/** `2024-11-30`; 1 August 480 BC is `-0479-08-01`. */
export function formatDay(day: number): string {
  const { year, month, day: dayOfMonth } = fromDay(day);
  return `${formatYear(year)}-${pad(month)}-${pad(dayOfMonth)}`;
}

export function formatYear(year: number): string {
  return year < 0 ? `-${pad(-year, 4)}` : pad(year, 4);
}

export function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}

/** The calendar day of an RFC 3339 instant or date, in its own offset; null when it is neither. */
export function readDay(written: string | undefined): number | null {
  const groups = written?.match(/^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?![\d-])/)?.groups;
  if (!groups) return null;
  const [year, month, day] = [Number(groups.year), Number(groups.month), Number(groups.day)];
  return isDay(year, month, day) ? toDay(year, month, day) : null;
}
