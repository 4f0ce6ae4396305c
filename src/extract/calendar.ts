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
/** Days of 400 Gregorian years, and from 0000-03-01 to 1970-01-01. */
const DAYS_IN_ERA = 146_097;
const TO_EPOCH = 719_468;

/**
 * The number of a day. A month or day past its end runs over into the next, as in `Date`, which would cost ten times as much.
 * Years are counted from March, so that the leap day comes last (the way of Howard Hinnant's `days_from_civil`).
 */
export function toDay(year: number, month = 1, day = 1): number {
  const months = year * 12 + month - 1;
  const fromMarch = (months % 12) - 2;
  const shifted = ((fromMarch % 12) + 12) % 12;
  const y = Math.floor(months / 12) - (((months % 12) + 12) % 12 < 2 ? 1 : 0);
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * shifted + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_ERA + dayOfEra - TO_EPOCH;
}

export function fromDay(day: number): CalendarDay {
  const days = day + TO_EPOCH;
  const era = Math.floor(days / DAYS_IN_ERA);
  const dayOfEra = days - era * DAYS_IN_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
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

/** The nth such weekday of a month, as a day number; -1 is the last. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  if (nth < 0) {
    const last = toDay(year, month + 1, 1) - 1;
    return last - ((weekdayOf(last) - weekday + 7) % 7);
  }
  const first = toDay(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1);
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
