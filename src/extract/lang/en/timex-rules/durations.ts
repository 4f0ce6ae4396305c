import type { TimexMod } from '../../../../types.ts';
import type { Match, TimexRule } from '../../../timex-engine.ts';
import type { Meaning } from '../../../timex-meaning.ts';
import { CUE } from '../time-cues.ts';
import { COUNT, countOf, DURATION_UNITS, UNIT, UNITS, WEEKDAY, weekdayNamed } from '../time-words.ts';

/** Durations, offsets that are counted from another time, and times that come back. */

const APPROX =
  '(?<approx>(?:about|around|roughly|approximately|nearly|almost|close to|some|over|more than|less than|fewer than|under|at least|at most|up to|no more than|no less than|not more than|well over|a mere|just) )';
const MODS: Readonly<Record<string, TimexMod>> = {
  nearly: 'LESS_THAN',
  almost: 'LESS_THAN',
  'close to': 'LESS_THAN',
  'less than': 'LESS_THAN',
  'fewer than': 'LESS_THAN',
  under: 'LESS_THAN',
  over: 'MORE_THAN',
  'well over': 'MORE_THAN',
  'more than': 'MORE_THAN',
  'at least': 'EQUAL_OR_MORE',
  'no less than': 'EQUAL_OR_MORE',
  'at most': 'EQUAL_OR_LESS',
  'up to': 'EQUAL_OR_LESS',
  'no more than': 'EQUAL_OR_LESS',
  'not more than': 'EQUAL_OR_LESS',
};
const MANY = `(?:(?<vague>a (?:few|couple of|couple|number of|handful of)|few|several|many|some)|(?<count>half an?|an?|another|${COUNT}))`;
const UNIT_S = `(?<unit>${UNIT}|centurie)s?`;

// [two days ago], [a week earlier], [nearly three years later], [days later]
export const counted: TimexRule = {
  name: '<count> <unit> ago|later',
  cues: CUE.unit | CUE.way,
  pattern: new RegExp(
    `\\b${APPROX}?(?:${MANY} (?:short |long |more |full )?)?${UNIT_S}(?: or so)? (?<way>ago|earlier|later|previously|hence|from now|afterwards|beforehand|on(?= ?[.,;)]|$)|before(?= ?[.,;)]|$)|after(?= ?[.,;)]|$))(?!\\w)`,
    'i',
  ),
  read: ({ approx, vague, count, unit, way }, at) => {
    const direction = (way ?? '').toLowerCase();
    const number = count === undefined || vague !== undefined ? null : countOf(count);
    const back =
      direction === 'ago' ||
      direction === 'earlier' ||
      direction === 'previously' ||
      direction === 'beforehand' ||
      direction === 'before';
    const word = (unit ?? '').toLowerCase();
    const meaning: Meaning = {
      kind: 'offset',
      unit: word === 'fortnight' ? 'week' : word === 'night' ? 'day' : (UNITS[word] ?? 'day'),
      count: number === null ? null : number * (word === 'fortnight' ? 2 : 1),
      sign: back ? -1 : 1,
      from: direction === 'ago' || direction === 'hence' || direction === 'from now' ? 'dct' : 'text',
    };
    if (word === 'year' && number === 1 && back && MONEY.test(around(at))) return { ...meaning, orQuarter: true };
    return withApprox(meaning, approx);
  },
};

/** Figures of a company: "a year earlier" is then the same quarter of the year before. */
const MONEY = /\b(?:a share|cents|net (?:income|loss|sales)|earned|earnings|profits?|revenues?|sales|[mb]illion)\b/;

function around({ sentence, start, end }: Match): string {
  return sentence.slice(Math.max(0, start - 120), end + 80);
}

// [two weeks], [nearly five months], [10-year], [a few days], [the past two years], [the next several days]
export const duration: TimexRule = {
  name: '<count> <unit>',
  cues: CUE.unit,
  pattern: new RegExp(
    `\\b(?:the (?:past|last|next|first|coming|previous|following|final|other) |(?:past|next|another) )?${APPROX}?${MANY}(?: ?-|(?: (?:more|full|long|short|additional|consecutive|straight|mere|whole|entire))?) ?${UNIT_S}(?![\\w])`,
    'i',
  ),
  read: ({ approx, vague, count, unit }, at) => {
    // "23 seconds", "a second" of an ordinal: a second is a time only in the plural or after a number.
    const word = (unit ?? '').toLowerCase();
    if (word === 'second' && !/s$/i.test(at.sentence.slice(at.start, at.end))) return null;
    // Three-quarters of the town; a quarter of it.
    if (word === 'quarter' && (/-quarters$/i.test(at.sentence.slice(at.start, at.end)) || /^an?$/i.test(count ?? '')))
      return null;
    // "A 24-hour news channel" never closes.
    if (
      /^ (?:news|TV|television|cable|channel|hotline|service|shop|store)\b/.test(at.sentence.slice(at.end, at.end + 12))
    )
      return null;
    // An age is no time: "52 years old", "a 52-year-old", "19 years of age".
    if (/^(?:[ -]olds?\b| of age\b)/.test(at.sentence.slice(at.end, at.end + 8))) return null;
    return withApprox(
      { kind: 'duration', value: periodOf(vague === undefined ? countOf(count ?? '') : null, word) },
      approx,
    );
  },
};

// [years], [days]: some, nobody counted; [the past year], [the last decade]
export const bareDuration: TimexRule = {
  name: '<units>',
  cues: CUE.unit,
  pattern:
    /(?:(?<the>the (?:past|last|next|coming|first|whole|entire) (?<one>day|week|month|year|decade|century))|(?:(?:recent|coming|previous|following|past|succeeding|intervening) |the (?:coming|following|past|intervening|succeeding) )?(?<unit>hour|minute|day|week|month|year|decade|centurie)s)(?![\w-]| old| of age)/i,
  read: ({ one, unit }) => ({
    kind: 'duration',
    value: one === undefined ? periodOf(null, unit ?? '') : periodOf(1, one),
  }),
};

const SET_VALUES: Readonly<Record<string, string>> = {
  hourly: 'PT1H',
  daily: 'P1D',
  nightly: 'P1D',
  weekly: 'P1W',
  monthly: 'P1M',
  quarterly: 'P3M',
  yearly: 'P1Y',
  annually: 'P1Y',
};

// [daily], [weekly], [annually]
export const adverbSet: TimexRule = {
  name: '<daily>',
  cues: CUE.often,
  pattern: /(?<word>hourly|daily|nightly|weekly|monthly|yearly|annually)(?!\w)/i,
  // A name: the Daily Star, the Weekly Standard.
  read: ({ word }, { start }) =>
    /^[A-Z]/.test(word ?? '') && start > 0
      ? null
      : { kind: 'set', value: SET_VALUES[(word ?? '').toLowerCase()] ?? 'P1D' },
};

// [every day], [each month], [every three years], [per month]
export const everyUnit: TimexRule = {
  name: 'every <unit>',
  cues: CUE.unit | CUE.often,
  pattern: new RegExp(`\\b(?:every|each|per) (?:(?<count>other|few|${COUNT}) )?${UNIT_S}(?!\\w)`, 'i'),
  read: ({ count, unit }) => {
    const number = count === undefined ? 1 : count.toLowerCase() === 'other' ? 2 : countOf(count);
    return { kind: 'set', value: periodOf(number, (unit ?? '').toLowerCase()) };
  },
};

// [every morning], [each night]
export const everyDayPart: TimexRule = {
  name: 'every <day part>',
  cues: CUE.dayPart | CUE.often,
  pattern: /(?:every|each) (?:(?<morning>morning)|(?<afternoon>afternoon)|(?<evening>evening)|(?<night>night))(?!\w)/i,
  read: ({ morning, afternoon, evening }) => ({
    kind: 'set',
    value: `XXXX-XX-XXT${morning ? 'MO' : afternoon ? 'AF' : evening ? 'EV' : 'NI'}`,
  }),
};

// a week from [Tuesday]
export const weekFrom: TimexRule = {
  name: 'a week from <weekday>',
  cues: CUE.weekday | CUE.unit,
  pattern: new RegExp(`a week (?:from|on|after) (?<weekday>${WEEKDAY})(?!\\w)`, 'i'),
  read: ({ weekday }) => {
    const day = weekdayNamed(weekday);
    return day === undefined ? null : { kind: 'nearest', shift: 1, weekday: day, from: 'dct', dayShift: 7 };
  },
};

/** TIMEX3 period: three days is P3D, some hours PTXH, two and a half years P2.5Y. */
function periodOf(count: number | null, unit: string): string {
  const { prefix, times, code } = DURATION_UNITS[unit.toLowerCase()] ?? { prefix: 'P', times: 1, code: 'D' };
  if (count === null) return `${prefix}X${times === 10 ? 'E' : times === 100 ? 'C' : ''}${times > 2 ? '' : code}`;
  return `${prefix}${count * times}${code}`;
}

function withApprox(meaning: Meaning, approx: string | undefined): Meaning {
  const word = (approx ?? '').trim().toLowerCase();
  return word ? { ...meaning, mod: MODS[word] ?? 'APPROX' } : meaning;
}
