import { fill, type PageWords } from './words.ts';

/** The language, the zone in which days are counted, and the words around dates. */
export interface Tongue {
  lang: string;
  zone: string;
  /** The city that the zone is named after, in the reader's language, where it is known. */
  city?: string;
  words: PageWords;
}

const DATE =
  /^(?<year>-?\d{4})(?:-(?<month>\d\d))?(?:-(?<day>\d\d))?(?:T(?<hour>\d\d):(?<minute>\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?<mark>[~?%])?$/;

/** Meteorological season (EDTF 21-24) to the month that a calendar would name first. */
const SEASON_MONTHS: Record<number, [first: number, last: number]> = {
  21: [3, 5],
  22: [6, 8],
  23: [9, 11],
  24: [12, 2],
};

type Precision = 'minute' | 'day' | 'month' | 'season' | 'year';

interface Stamp {
  precision: Precision;
  date: Date;
  /** EDTF number of the season, 0 without one. */
  season: number;
  mark: string;
}

/**
 * An EDTF date or interval as a reader says it: "Saturday 30 November 2024", "27 to 30 November 2024", "since 2016".
 * Never finer than the value. A value that is not understood is shown as it is.
 */
export function dateLabel(edtf: string, tongue: Tongue, length: 'long' | 'short' = 'long'): string {
  const { words } = tongue;
  if (edtf === '') return words.undated;
  const [first = '', last, ...rest] = edtf.split('/');
  if (rest.length > 0 || ![first, last ?? first].every(isReadable)) return edtf;
  if (last === undefined) return side(first, tongue, length) ?? words.undated;
  const from = side(first, tongue, length);
  const to = side(last, tongue, length);
  if (from === null && to === null) return words.undated;
  if (to === null) return fill(words.since, { date: from ?? '' });
  if (from === null) return fill(words.until, { date: to });
  return rangeLabel(first, last, tongue, length) ?? fill(words.range, { from, to });
}

/** How exactly an instant can be told, from the room that it has on the axis. */
export type Grain = 'year' | 'month' | 'day' | 'minute';

/** An instant in the story's zone, as exactly as the grain. */
export function momentLabel(
  time: number,
  { lang, zone }: Tongue,
  length: 'long' | 'short' = 'long',
  grain: Grain = 'day',
): string {
  const shown = { ...fields(grain, length), timeZone: zone };
  if (shown.weekday) shown.weekday = 'short';
  return formatter(lang, shown).format(time);
}

/** From one instant to another in the story's zone, as exactly as the grain: "27–30 November 2024". */
export function spanLabel(
  from: number,
  to: number,
  { lang, zone }: Tongue,
  length: 'long' | 'short' = 'long',
  grain: Grain = 'day',
): string {
  const shown = { ...fields(grain, length), timeZone: zone };
  delete shown.weekday;
  return formatter(lang, shown).formatRange(from, to);
}

/** The same for the ear, which hears no dash: "27 to 30 November 2024". */
export function spokenSpan(from: number, to: number, { lang, zone, words }: Tongue, grain: Grain = 'day'): string {
  const shown = { ...fields(grain, 'long'), timeZone: zone };
  delete shown.weekday;
  const parts = formatter(lang, shown).formatRangeToParts(from, to);
  const text = (start: number, end?: number) =>
    parts
      .slice(start, end)
      .map(({ value }) => value)
      .join('');
  const of = (source: string) => [
    parts.findIndex((part) => part.source === source),
    parts.findLastIndex((part) => part.source === source) + 1,
  ];
  const [[first = 0, second = 0], [third = 0]] = [of('startRange'), of('endRange')];
  // Both on one day, or one month: there is no range to speak of.
  if (first === -1 || third < second) return text(0);
  const [, between = ' – '] = /\{from\}(?<between>[^{]*)\{to\}/.exec(words.range) ?? [];
  // German writes a dot after the first day, before the dash.
  const [dot = ''] = text(second, third).split('–');
  return text(0, second) + dot.trim() + between + text(third);
}

/** In whose days and hours the times are: "Times in Damascus". */
export function zoneLabel({ zone, city, words }: Tongue): string {
  return fill(words.zone, { zone: city ?? cityOf(zone) });
}

/** The city that a zone of the IANA is named after: "New York". */
export function cityOf(zone: string): string {
  return zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
}

/** The same by its distance from Greenwich at an instant, where there is little room: "GMT+3". */
export function shortZone(time: number, { lang, zone }: Tongue): string {
  const parts = formatter(lang, { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(time);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/** Minutes by which a zone is ahead of UTC at an instant. */
export function zoneOffset(time: number, zone: string): number {
  const parts = formatter('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    era: 'short',
  }).formatToParts(time);
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const before = parts.some((part) => part.type === 'era' && part.value.startsWith('B'));
  const year = before ? 1 - value('year') : value('year');
  const wall = utc(year, value('month') - 1, value('day'), value('hour'), value('minute'));
  return Math.round((wall - Math.floor(time / 60_000) * 60_000) / 60_000);
}

/** The instant of a wall clock in a zone. In the hour that a clock skips, the instant an hour on. */
export function zoned(zone: string, year: number, month: number, day = 1, hour = 0): number {
  const wall = utc(year, month, day, hour, 0);
  const guess = wall - zoneOffset(wall, zone) * 60_000;
  return wall - zoneOffset(guess, zone) * 60_000;
}

/** `Date.UTC` that takes the years 0 to 99 as they are. */
function utc(year: number, month: number, day: number, hour: number, minute: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  date.setUTCHours(hour, minute);
  return date.getTime();
}

function isReadable(text: string): boolean {
  return text === '' || text === '..' || readStamp(text) !== null;
}

function side(text: string, tongue: Tongue, length: 'long' | 'short'): string | null {
  const stamp = readStamp(text);
  if (!stamp) return null;
  const label =
    stamp.precision === 'season'
      ? season(stamp, tongue)
      : formatter(tongue.lang, fields(stamp.precision, length)).format(stamp.date);
  return stamp.mark === '' ? label : fill(tongue.words.about, { date: label });
}

function season(stamp: Stamp, { lang }: Tongue): string {
  const [first, last] = SEASON_MONTHS[stamp.season] ?? [1, 12];
  const year = stamp.date.getUTCFullYear();
  const end = utc(last < first ? year + 1 : year, last - 1, 1, 0, 0);
  return formatter(lang, fields('month', 'long')).formatRange(utc(year, first - 1, 1, 0, 0), end);
}

function rangeLabel(first: string, last: string, { lang }: Tongue, length: 'long' | 'short'): string | null {
  const [from, to] = [readStamp(first), readStamp(last)];
  if (!from || !to || from.mark !== to.mark || from.mark !== '' || from.precision !== to.precision) return null;
  if (from.precision === 'season' || from.date > to.date) return null;
  const shown = fields(from.precision, length);
  delete shown.weekday;
  return formatter(lang, shown).formatRange(from.date, to.date);
}

function readStamp(text: string): Stamp | null {
  const groups = DATE.exec(text)?.groups;
  if (!groups) return null;
  const { year, month, day, hour, minute, mark = '' } = groups;
  const number = Number(month ?? 1);
  if (month !== undefined && SEASON_MONTHS[number]) {
    return { precision: 'season', date: new Date(utc(Number(year), 0, 1, 0, 0)), season: number, mark };
  }
  if (number < 1 || number > 12) return null;
  const date = new Date(utc(Number(year), number - 1, Number(day ?? 1), Number(hour ?? 0), Number(minute ?? 0)));
  const precision = hour !== undefined ? 'minute' : day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
  return { precision, date, season: 0, mark };
}

function fields(precision: Precision, length: 'long' | 'short'): Intl.DateTimeFormatOptions {
  const month = length === 'long' ? 'long' : 'short';
  switch (precision) {
    case 'year':
      return { timeZone: 'UTC', year: 'numeric' };
    case 'month':
    case 'season':
      return { timeZone: 'UTC', year: 'numeric', month };
    case 'day':
      return { timeZone: 'UTC', year: 'numeric', month, day: 'numeric', ...(length === 'long' && { weekday: 'long' }) };
    case 'minute':
      return { timeZone: 'UTC', year: 'numeric', month, day: 'numeric', hour: 'numeric', minute: '2-digit' };
  }
}

// Making an Intl formatter costs more than a hundred uses of it.
const formatters = new Map<string, Intl.DateTimeFormat>();

export function formatter(lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = lang + JSON.stringify(options);
  // English without a country puts the day first, as most of its readers do.
  const found = formatters.get(key) ?? new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, options);
  formatters.set(key, found);
  return found;
}
