import { daysOf } from '../extract/edtf.ts';
import type { NewsEvent, When } from '../types.ts';

/**
 * The time of an event as Linked Places has it. What the text states is `in` its date; the bounds of an inferred or
 * approximate time are the earliest start and the latest end.
 */
export function toWhen(event: Pick<NewsEvent, 'edtf' | 'inferred'>, lang: string): When {
  const [first = '', last = first] = event.edtf.split('/');
  const days = daysOf(event.edtf);
  const loose = event.inferred || /[~?%]/.test(event.edtf);
  const start = isOpen(first) ? null : loose ? days?.from : isoOf(first, 'from');
  const end = isOpen(last) ? null : loose ? days?.to : isoOf(last, 'to');
  return {
    timespans: [
      {
        ...(start && { start: loose ? { earliest: start } : { in: start } }),
        ...(end && { end: loose ? { latest: end } : { in: end } }),
      },
    ],
    label: toLabel(event.edtf, lang),
  };
}

/**
 * An EDTF value as a newspaper would write it: "Saturday 30 November 2024", "27–30 November 2024", "since 2016".
 * A clock time is that of the place, as the value has it.
 */
export function toLabel(edtf: string, lang: string): string {
  const [first = '', last] = edtf.split('/');
  const words = WORDS[new Intl.Locale(lang).language] ?? SIGNS;
  const qualified = (label: string) => (/[~?%]/.test(edtf) ? words.about.replace('%', label) : label);
  if (last === undefined) return qualified(formatDate(first, lang));
  if (isOpen(first) && isOpen(last)) return '';
  if (isOpen(last)) return qualified(words.since.replace('%', formatDate(first, lang)));
  if (isOpen(first)) return qualified(words.until.replace('%', formatDate(last, lang)));
  return qualified(formatRange(first, last, lang));
}

const WORDS: Record<string, { since: string; until: string; about: string }> = {
  en: { since: 'since %', until: 'until %', about: 'about %' },
  ar: { since: 'منذ %', until: 'حتى %', about: 'نحو %' },
  de: { since: 'seit %', until: 'bis %', about: 'um %' },
  es: { since: 'desde %', until: 'hasta %', about: 'hacia %' },
  fr: { since: 'depuis %', until: "jusqu'à %", about: 'vers %' },
};

/** For the languages that the table lacks. */
const SIGNS = { since: '% –', until: '– %', about: '~ %' };

/** English alone writes the month before the day, as only one country does. */
const localeOf = (lang: string) => (lang === 'en' ? 'en-GB' : lang);

const isOpen = (half: string) => half === '' || half === '..';

const PARTS = /^(?<year>[\dX]{4})(?:-(?<month>\d{2}))?(?:-(?<day>\d{2}))?(?:T(?<hour>\d{2}):(?<minute>\d{2}))?/;

/** The finest field of a date says how it is written. */
const FORMATS = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  day: { year: 'numeric', month: 'long', day: 'numeric' },
  minute: { year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

function formatDate(date: string, lang: string): string {
  const unit = unitOf(date);
  if (unit === null) return formatDays(date, lang);
  const weekday = unit === 'day' || unit === 'minute' ? ({ weekday: 'long' } as const) : {};
  const label = formatterOf(lang, { ...FORMATS[unit], ...weekday }).format(wallClock(date));
  // British papers set no comma after the day of the week, whatever ICU does.
  return localeOf(lang) === 'en-GB' ? label.replace(', ', ' ') : label;
}

function formatRange(first: string, last: string, lang: string): string {
  const unit = unitOf(first);
  if (unit === null || unitOf(last) !== unit) {
    return `${formatDate(first, lang)} – ${formatDate(last, lang)}`;
  }
  return formatterOf(lang, FORMATS[unit]).formatRange(wallClock(first), wallClock(last));
}

/** Decades, centuries and seasons are written by the first and last month that they cover. */
function formatDays(date: string, lang: string): string {
  const days = daysOf(date);
  if (!days?.from || !days.to) return date;
  const unit = date.includes('X') ? FORMATS.year : FORMATS.month;
  return formatterOf(lang, unit).formatRange(wallClock(days.from), wallClock(days.to));
}

function formatterOf(lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(localeOf(lang), { ...options, timeZone: 'UTC', calendar: 'gregory' });
}

function unitOf(date: string): keyof typeof FORMATS | null {
  const { year, month, day, hour } = PARTS.exec(date)?.groups ?? {};
  if (year === undefined || year.includes('X') || Number(month) > 12) return null;
  return hour ? 'minute' : day ? 'day' : month ? 'month' : 'year';
}

/** What calendar and clock show, put into UTC, so that no zone moves it. */
function wallClock(date: string): Date {
  const { year, month = '1', day = '1', hour = '0', minute = '0' } = PARTS.exec(date)?.groups ?? {};
  const wall = new Date(0);
  wall.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  wall.setUTCHours(Number(hour), Number(minute));
  return wall;
}

/** A half of an EDTF interval as ISO 8601-1 writes it; what that cannot say becomes its first or last day. */
function isoOf(half: string, side: 'from' | 'to'): string | null {
  return unitOf(half) === null ? (daysOf(half)?.[side] ?? null) : half;
}
