import type { DayPart, Season, Unit } from '../../timex-meaning.ts';

/** The English words of time, as tables; the rules compose their patterns from them. */

export const MONTHS: Readonly<Record<string, number>> = {
  january: 1,
  jan: 1,
  february: 2,
  feb: 2,
  march: 3,
  mar: 3,
  april: 4,
  apr: 4,
  may: 5,
  june: 6,
  jun: 6,
  july: 7,
  jul: 7,
  august: 8,
  aug: 8,
  september: 9,
  sept: 9,
  sep: 9,
  october: 10,
  oct: 10,
  november: 11,
  nov: 11,
  december: 12,
  dec: 12,
};

export const WEEKDAYS: Readonly<Record<string, number>> = {
  monday: 1,
  mon: 1,
  tuesday: 2,
  tues: 2,
  tue: 2,
  wednesday: 3,
  weds: 3,
  wed: 3,
  thursday: 4,
  thurs: 4,
  thur: 4,
  thu: 4,
  friday: 5,
  fri: 5,
  saturday: 6,
  sat: 6,
  sunday: 7,
  sun: 7,
};

export const SEASONS: Readonly<Record<string, Season>> = {
  spring: 'SP',
  summer: 'SU',
  fall: 'FA',
  autumn: 'FA',
  winter: 'WI',
};

export const DAY_PARTS: Readonly<Record<string, DayPart>> = {
  dawn: 'MO',
  sunrise: 'MO',
  daybreak: 'MO',
  morning: 'MO',
  lunchtime: 'MI',
  midday: 'MI',
  afternoon: 'AF',
  teatime: 'AF',
  evening: 'EV',
  dusk: 'EV',
  sunset: 'EV',
  nightfall: 'EV',
  night: 'NI',
  overnight: 'NI',
  nighttime: 'NI',
  daytime: 'DT',
};

export const UNITS: Readonly<Record<string, Unit>> = {
  second: 'second',
  minute: 'minute',
  hour: 'hour',
  day: 'day',
  week: 'week',
  weekend: 'weekend',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  decade: 'decade',
  century: 'century',
  centurie: 'century',
  ...SEASONS,
};

/** Words before a unit, a month or a feast: which one, counted from now or from what was told. */
export const SHIFT: Readonly<Record<string, -1 | 0 | 1>> = {
  last: -1,
  past: -1,
  previous: -1,
  preceding: -1,
  prior: -1,
  this: 0,
  current: 0,
  that: 0,
  same: 0,
  next: 1,
  coming: 1,
  upcoming: 1,
  following: 1,
  subsequent: 1,
};

/** TIMEX3 designators of a duration; a fortnight is two weeks, a decade ten years. */
export const DURATION_UNITS: Readonly<Record<string, { prefix: 'P' | 'PT'; times: number; code: string }>> = {
  second: { prefix: 'PT', times: 1, code: 'S' },
  minute: { prefix: 'PT', times: 1, code: 'M' },
  hour: { prefix: 'PT', times: 1, code: 'H' },
  day: { prefix: 'P', times: 1, code: 'D' },
  night: { prefix: 'P', times: 1, code: 'D' },
  week: { prefix: 'P', times: 1, code: 'W' },
  weekend: { prefix: 'P', times: 1, code: 'WE' },
  fortnight: { prefix: 'P', times: 2, code: 'W' },
  month: { prefix: 'P', times: 1, code: 'M' },
  quarter: { prefix: 'P', times: 1, code: 'Q' },
  year: { prefix: 'P', times: 1, code: 'Y' },
  decade: { prefix: 'P', times: 10, code: 'Y' },
  century: { prefix: 'P', times: 100, code: 'Y' },
  centurie: { prefix: 'P', times: 100, code: 'Y' },
};

const SMALL_NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SMALL_ORDINALS = [
  'zeroth',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
];

export const NUMBERS: Readonly<Record<string, number>> = Object.fromEntries([
  ...SMALL_NUMBERS.map((word, index) => [word, index]),
  ...TENS.map((word, index) => [word, 20 + 10 * index]),
  ['a', 1],
  ['an', 1],
  ['another', 1],
  ['hundred', 100],
  ['dozen', 12],
]);

export const ORDINALS: Readonly<Record<string, number>> = Object.fromEntries([
  ...SMALL_ORDINALS.map((word, index) => [word, index]),
  ...SMALL_ORDINALS.slice(1, 10).map((word, index) => [`twenty-${word}`, 21 + index]),
  ['thirtieth', 30],
  ['thirty-first', 31],
]);

/** Decades by name. */
export const DECADES: Readonly<Record<string, number>> = Object.fromEntries([
  ...TENS.map((word, index) => [word.replace(/y$/, 'ies'), 1920 + 10 * index]),
  ['noughties', 2000],
]);

/** Hundreds of years as they are spoken: nineteen ninety-six. */
export const SPOKEN_CENTURIES: Readonly<Record<string, number>> = { seventeen: 1700, eighteen: 1800, nineteen: 1900 };

/** Alternation of the words, longest first. */
export function anyOf(words: readonly string[]): string {
  return [...words].sort((a, b) => b.length - a.length).join('|');
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const cased = (words: readonly string[]) => anyOf(words.flatMap((word) => [capital(word), word.toUpperCase()]));

/** Month and weekday names are written with a capital: "may" and "march" are verbs, "sat" and "sun" are not days. */
export const MONTH = `(?:${cased(Object.keys(MONTHS).filter((name) => name.length > 4 || name === 'june' || name === 'july' || name === 'may'))}|(?:${cased(
  ['jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sept', 'sep', 'oct', 'nov', 'dec'],
)})(?!\\w)\\.?)`;
export const WEEKDAY = `(?:${cased(Object.keys(WEEKDAYS).filter((name) => name.endsWith('day')))})`;
export const SHORT_WEEKDAY = `(?:${cased(Object.keys(WEEKDAYS).filter((name) => !name.endsWith('day')))})(?!\\w)\\.?`;
export const UNIT = anyOf(Object.keys(DURATION_UNITS).filter((unit) => unit !== 'centurie'));
export const SEASON = anyOf(Object.keys(SEASONS));
export const DAY_PART = anyOf(Object.keys(DAY_PARTS));
export const ORDINAL = `(?:${anyOf(Object.keys(ORDINALS).slice(1))}|\\d{1,2}(?:st|nd|rd|th))`;
export const WORD_NUMBER = `(?:${anyOf(TENS)})(?:[- ](?:${anyOf(SMALL_NUMBERS.slice(1, 10))}))?|${anyOf(SMALL_NUMBERS)}|hundred|dozen`;
/** [24], [1.5], [twenty-four], [two and a half]. */
export const COUNT = `(?:\\d{1,4}(?:\\.\\d{1,2})?|${WORD_NUMBER})(?: and a half)?`;

/** "Sept." to 9; undefined for a word that is no month. */
export function monthOf(word: string | undefined): number | undefined {
  return MONTHS[(word ?? '').toLowerCase().replace('.', '')];
}

export function weekdayNamed(word: string | undefined): number | undefined {
  return WEEKDAYS[(word ?? '').toLowerCase().replace('.', '')];
}

/** [24], [twenty-four], [two and a half] as a number; null when nobody counted. */
export function countOf(words: string): number | null {
  const text = words.toLowerCase().trim();
  const half = text.endsWith(' and a half') ? 0.5 : 0;
  const plain = text.replace(/ and a half$/, '');
  if (/^\d/.test(plain)) return Number(plain) + half;
  if (plain.startsWith('half a')) return 0.5;
  let total = half;
  for (const word of plain.split(/[- ]/)) {
    const value = NUMBERS[word];
    if (value === undefined) return null;
    total += value;
  }
  return total;
}

export function ordinalOf(word: string | undefined): number | null {
  const text = (word ?? '').toLowerCase();
  return ORDINALS[text] ?? (/^\d/.test(text) ? Number.parseInt(text, 10) : null);
}
