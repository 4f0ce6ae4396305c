import { pad } from '../../../calendar.ts';
import type { TimexRule } from '../../../timex-engine.ts';
import { CUE } from '../time-cues.ts';
import { COUNT, countOf, MONTH, monthOf, ordinalOf, SEASON, SEASONS, UNIT } from '../time-words.ts';
import { periodOf, UNIT_S } from './amounts.ts';

/** Times that come back. */

/** Every second year, every third day. */
const NTH = 'second|third|fourth|fifth|sixth|seventh|tenth';
const OFTEN = `once|twice|thrice|(?:${COUNT}|several|many|a few|a couple of) times`;

// [daily], [weekly], [annually]
export const adverbSet: TimexRule = {
  name: '<daily>',
  cues: CUE.often,
  pattern: new RegExp(`(?:(?:${OFTEN})[- ])?(?<word>hourly|daily|nightly|weekly|monthly|yearly|annually)(?!\\w)`, 'i'),
  // A name: the Daily Star, the Weekly Standard.
  read: ({ word }, { start }) =>
    /^[A-Z]/.test(word ?? '') && start > 0
      ? null
      : { kind: 'set', value: SET_VALUES[(word ?? '').toLowerCase()] ?? 'P1D' },
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

// [twice a week], [three times a month], [24 hours a day], [twice daily]
export const timesPerUnit: TimexRule = {
  name: '<count> times a <unit>',
  cues: CUE.unit,
  pattern: new RegExp(
    `\\b(?:(?:${OFTEN})(?: in)?|(?:${COUNT}) (?:hours|days|nights|weeks|weekends|months|minutes)) (?:an?|per|each|every) ${UNIT_S}(?!\\w| (?:ago|later|earlier|before|after)\\b)`,
    'i',
  ),
  read: ({ unit }) => ({ kind: 'set', value: periodOf(1, (unit ?? '').toLowerCase()) }),
};

// 200 cars [a day], $900 [a month], 60 miles [an hour]
export const perUnit: TimexRule = {
  name: '<rate> a <unit>',
  cues: CUE.unit,
  pattern: new RegExp(
    `\\b(?:a|an) (?<unit>${UNIT})(?![\\w-]| (?:ago|later|earlier|before|after|from|and a half|or|long|old|to|of|in which)\\b)`,
    'i',
  ),
  read: ({ unit }, { sentence, start }) =>
    RATE.test(sentence.slice(Math.max(0, start - 40), start))
      ? { kind: 'set', value: periodOf(1, (unit ?? '').toLowerCase()) }
      : null,
};
/** A figure and what it counts; "in a day", "took a year" and the like are no rate. */
const RATE =
  /(?:\d|\b(?:million|billion|trillion|thousand|hundred|dozen|cents|dollars|pounds|euros|percent))%?(?: (?!(?:in|for|within|over|after|of|than|about|nearly|almost|took|takes|lasted|spent|just|only|under|and|but|or|by|at|to|with|that|is|was|were|are)\b)[a-z]{1,14}){0,2}(?: of [a-z]{1,14})? $/;

// [every day], [each month], [every three years], [every half hour], [per month]
export const everyUnit: TimexRule = {
  name: 'every <unit>',
  cues: CUE.unit | CUE.often,
  pattern: new RegExp(
    `\\b(?:every|each|per) (?:(?<count>other|few|${COUNT}) |(?<nth>${NTH}) |(?<half>half)[ -](?=hour))?${UNIT_S}(?!\\w)`,
    'i',
  ),
  read: ({ count, nth, half, unit }, { sentence, end }) => {
    // "Every second house" is half of them.
    if (count === undefined && unit?.toLowerCase() === 'second' && HOUSE.test(sentence.slice(end, end + 5)))
      return null;
    const number = half !== undefined ? 0.5 : nth === undefined ? howMany(count) : ordinalOf(nth);
    return { kind: 'set', value: periodOf(number, (unit ?? '').toLowerCase()) };
  },
};

const HOUSE = /^ (?!(?:of|that|it|in|he|she|we|they)\b)[a-z]/;

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

// [every June], [each summer], [every Christmas]
export const everyYear: TimexRule = {
  name: 'every <month>',
  cues: CUE.often,
  pattern: new RegExp(
    `\\b(?:[Ee]very|[Ee]ach) (?:(?<month>${MONTH})|(?<season>${SEASON})|Christmas|Easter|Ramadan|Thanksgiving|New Year)(?!\\w)`,
  ),
  read: ({ month, season }) => {
    if (month !== undefined) return { kind: 'set', value: `XXXX-${pad(monthOf(month) ?? 1)}` };
    return { kind: 'set', value: season === undefined ? 'P1Y' : `XXXX-${SEASONS[season] ?? 'SP'}` };
  },
};

function howMany(count: string | undefined): number | null {
  if (count === undefined) return 1;
  return count.toLowerCase() === 'other' ? 2 : countOf(count);
}
