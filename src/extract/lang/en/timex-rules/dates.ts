import type { TimexRule } from '../../../timex-engine.ts';
import type { Meaning } from '../../../timex-meaning.ts';
import { CUE } from '../time-cues.ts';
import { anyOf, MONTH, monthOf, ORDINALS, ordinalOf, SHORT_WEEKDAY, WEEKDAY, weekdayNamed } from '../time-words.ts';

/** Days and months by name, in every order that news writes them. */

const DAY = '(?<day>[0-3]?\\d)(?:st|nd|rd|th)?';
const WORD_DAY = `(?<dayWord>${anyOf(Object.keys(ORDINALS).slice(1))})`;
const NAMED_DAY = `(?:(?<weekday>${WEEKDAY}|${SHORT_WEEKDAY}),? (?:the )?)?`;
const YEAR = "(?<year>[12]\\d{3}|'\\d\\d)(?!-?\\d)";
const ERA = '(?<era> (?:BCE?|B\\.C\\.?))?';
const JOIN = '(?: ?[-/] ?| to | and | or | until | through |, )';
/** After the first of two: [31 May]-1 June 1916, [April] and June 1955. */
const YEAR_AHEAD = new RegExp(`^${JOIN}(?:[0-3]?\\d )?${MONTH}(?: [0-3]?\\d)?(?:, ?| )(?<year>[12]\\d{3})\\b`);

// [Nov. 30, 2024] [Saturday, November 30th] [March fifteenth]
export const monthDay: TimexRule = {
  name: '<month> <day>, <year>',
  cues: CUE.month,
  pattern: new RegExp(
    `\\b${NAMED_DAY}(?<month>${MONTH}) (?:the )?(?:${DAY}|${WORD_DAY})(?!\\w|[.,:]\\d)(?:(?:, ?| )${YEAR})?`,
  ),
  read: readDate,
};

// [30 November 2024] [the 19th of October 1950] [Saturday 30 November]
export const dayMonth: TimexRule = {
  name: '<day> <month> <year>',
  cues: CUE.month,
  pattern: new RegExp(
    `\\b${NAMED_DAY}(?:[Tt]he )?(?:${DAY}(?: of|-)?|${WORD_DAY} of) ?(?<month>${MONTH})(?!\\w)(?:(?:, ?| of | |-)${YEAR}${ERA})?`,
    '',
  ),
  read: (groups, at) =>
    // May 30-June 2
    /^\d\d?-/.test(at.sentence.slice(at.start, at.end)) &&
    MONTH_BEFORE.test(at.sentence.slice(Math.max(0, at.start - 11), at.start))
      ? null
      : readDate(groups, at),
};
const MONTH_BEFORE = new RegExp(`${MONTH} $`);

// [3]-5 June 2024, [6] and 7 May
export const firstDayOfTwo: TimexRule = {
  name: '<day> to <day> <month>',
  cues: CUE.month | CUE.digit,
  pattern: new RegExp(
    `\\b(?:the )?${DAY}(?=(?:${JOIN}(?:the )?[0-3]?\\d(?:st|nd|rd|th)?){1,2} (?:of )?(?<month>${MONTH})(?!\\w)(?:(?:, ?| )${YEAR})?)`,
  ),
  read: readDate,
};

const SOME_DAY = '[0-3]?\\d(?:st|nd|rd|th)?';
const NO_DAY = `(?!\\w|[.,:]\\d| (?:${MONTH}|percent|people))`;
/** "June 1, [4] and 9", but "on June 1, 12 people died". */
const IN_LIST = `, (?=${SOME_DAY}(?:, [0-3]?\\d\\b|,? and [0-3]?\\d\\b))`;

// June 3-[5, 2024], April 6 and [7]
export const secondDayOfTwo: TimexRule = {
  name: '<month> <day> to <day>',
  cues: CUE.month | CUE.digit,
  pattern: new RegExp(
    `(?<=(?<month>${MONTH}) ${SOME_DAY}(?: ?- ?| to | and | or | through |${IN_LIST}))${DAY}${NO_DAY}(?:(?:, ?| )${YEAR})?`,
  ),
  read: readDate,
};

// June 1, 4 and [9]
export const lastDayOfList: TimexRule = {
  name: '<month> <day>, <day> and <day>',
  cues: CUE.month | CUE.digit,
  pattern: new RegExp(
    `(?<=(?<month>${MONTH}) ${SOME_DAY}(?:, ${SOME_DAY}){1,4},? and )${DAY}${NO_DAY}(?:(?:, ?| )${YEAR})?`,
  ),
  read: readDate,
};

// [November 2024] [Nov. of 1940] [April 480 BC]
export const monthYear: TimexRule = {
  name: '<month> <year>',
  cues: CUE.month | CUE.digit,
  pattern: new RegExp(`\\b(?<month>${MONTH})(?:,? of |, | )(?:${YEAR}|(?<bc>\\d{1,4})(?= B))${ERA}`),
  read: readDate,
};

// in [November], the [August] battles
export const month: TimexRule = {
  name: '<month>',
  cues: CUE.month,
  pattern: new RegExp(`\\b(?<month>${MONTH})(?!\\w|-[a-z]{1,9}-|'s? [A-Z])`),
  read: (groups, at) => {
    const word = groups.month ?? '';
    const before = at.sentence.slice(Math.max(0, at.start - 24), at.start);
    const after = at.sentence.slice(at.end, at.end + 24);
    const led = LEADS_TO_MONTH.test(before);
    if (AMBIGUOUS.has(word.toLowerCase().replace('.', '')) && !led) return null;
    if (word.length > 1 && word === word.toUpperCase() && !led) return null;
    if (!led && /^ [A-Z][a-z]/.test(after) && !/\bthe $/.test(before)) return null;
    if (/\bthe $/.test(before)) return readDate(groups, at);
    // A name: "June Allyson", "General August Willich".
    if (
      !led &&
      (/^ [A-Z][a-z]/.test(after) || /[A-Z][a-z.]{0,20} $/.test(before)) &&
      !/^(?:\W|In |On |The )*$/.test(before)
    )
      return null;
    return readDate(groups, at);
  },
};

/** Words that are a month only after a word that leads to one. */
const AMBIGUOUS = new Set([
  'may',
  'march',
  'jan',
  'feb',
  'mar',
  'apr',
  'jun',
  'jul',
  'aug',
  'sept',
  'sep',
  'oct',
  'nov',
  'dec',
]);
const LEADS_TO_MONTH =
  /(?:^|\W)(?:in|of|by|since|until|till|last|next|this|early|late|mid|from|to|during|through|before|after|every|each|and|for|previous|following|between|throughout|end|a|an)[ -]$/i;

function readDate(
  groups: Readonly<Record<string, string | undefined>>,
  at: { sentence: string; end: number },
): Meaning | null {
  const monthNumber = monthOf(groups.month);
  if (monthNumber === undefined) return null;
  const meaning: Meaning = { kind: 'calendar', month: monthNumber };
  const day = groups.day === undefined ? ordinalOf(groups.dayWord) : Number(groups.day);
  if (day !== null) {
    if (day < 1 || day > 31) return null;
    meaning.day = day;
  }
  const written = groups.year ?? groups.bc ?? YEAR_AHEAD.exec(at.sentence.slice(at.end, at.end + 40))?.groups?.year;
  if (written !== undefined) meaning.year = yearOf(written, groups.era);
  // "Friday, May 3" is in a year in which that day is a Friday.
  else if (day !== null && groups.weekday !== undefined) meaning.weekday = weekdayNamed(groups.weekday);
  return meaning;
}

/** `'99` is the nearest such year: 1950 to 2049. With an era, astronomical. */
export function yearOf(written: string, era?: string): number {
  const digits = written.replace("'", '');
  const year = Number(digits);
  if (era) return 1 - year;
  if (digits.length !== 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

// on [the 20th], by [the 3rd]
export const dayAlone: TimexRule = {
  name: 'the <day>',
  cues: CUE.ordinal,
  pattern:
    /\b[Tt]he (?<day>[0-3]?\d)(?:st|nd|rd|th)(?=$|[.,;:)]| (?:and|but|to|when|while|he|she|they|it|was|were|after|before|at|in)\b)/,
  read: ({ day }, { sentence, start }) =>
    /\b(?:on|by|until|since|from|before|after) $/i.test(sentence.slice(Math.max(0, start - 8), start))
      ? { kind: 'calendar', day: Number(day) }
      : null,
};
