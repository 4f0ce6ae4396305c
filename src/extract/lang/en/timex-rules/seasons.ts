import type { TimexRule } from '../../../timex-engine.ts';
import type { Meaning } from '../../../timex-meaning.ts';
import { CUE } from '../time-cues.ts';
import { ORDINALS, SEASON, SEASONS, SHIFT } from '../time-words.ts';
import { yearOf } from './dates.ts';

/** Seasons, quarters and halves of a year. */

// [the summer of 1955], [spring 2008], [autumn of 481 BC]
export const seasonYear: TimexRule = {
  name: '<season> <year>',
  cues: CUE.season,
  pattern: new RegExp(
    `(?:the )?(?<season>${SEASON})(?: of|,)? (?:(?<year>[12]\\d{3}|'\\d\\d)(?!-?\\d)|(?<bc>\\d{1,4}) ?(?:BCE?\\b|B\\.C\\.))`,
    'i',
  ),
  read: ({ season, year, bc }) => ({
    kind: 'calendar',
    season: SEASONS[(season ?? '').toLowerCase()] ?? 'SP',
    year: bc === undefined ? yearOf(year ?? '') : 1 - Number(bc),
  }),
};

// in [the winter], by [spring], the [Spring] Offensive, the [winter] campaign
export const season: TimexRule = {
  name: '<season>',
  cues: CUE.season,
  pattern: new RegExp(`(?<season>${SEASON})(?![\\w-])`, 'i'),
  read: ({ season: word }, { sentence, start, end }) => {
    const name = (word ?? '').toLowerCase();
    const before = sentence.slice(Math.max(0, start - 20), start);
    const after = sentence.slice(end, end + 20);
    const led = LEADS.test(before) || (name !== 'fall' && name !== 'spring' && LEADS_LOOSELY.test(before));
    // "The fall of Aleppo", "prices fall", "they spring from", "Silver Spring", "Winter Park".
    if (name === 'fall' && (/^ (?:of|in|back|apart)\b/.test(after) || !led)) return null;
    if (name === 'spring' && !led && !/^ (?:offensive|campaign|break|semester|fighting)/i.test(after)) return null;
    // "Summer Olympics", "the Summer Palace": a capital of its own belongs to a name.
    const named = start > 0 && /^[A-Z]/.test(word ?? '');
    if (
      (!led || named) &&
      (/[A-Z][a-z]+\.? $/.test(before) || /^ [A-Z]/.test(after)) &&
      !/^ (?:Offensive|Campaign|War)/.test(after)
    )
      return null;
    if (NO_SEASON.test(after) || (/(?<!ou)s $/.test(before) && /^ (?:on|along|in)\b/.test(after))) return null;
    const year =
      /^ (?:[A-Z]?[a-z]{1,12} (?:of|in)|and (?:early |late )?(?:spring|summer|autumn|fall|winter)(?: of)?) (?<year>[12]\d{3})\b/.exec(
        sentence.slice(end, end + 32),
      )?.groups?.year;
    return { kind: 'calendar', season: SEASONS[name] ?? 'SP', ...(year !== undefined && { year: Number(year) }) };
  },
};
/** The autumn of his career, winter wheat; birds winter on a coast. */
const NO_SEASON =
  /^ (?:of (?:his|her|their|its) (?:life|career|days)|wheat|barley|tyres?|tires?|coats?|squash|houses?)\b/;
const LEADS =
  /\b(?:spent|spend|in|by|of|since|until|during|through|throughout|over|this|last|next|early|late|mid|before|after|every|each)(?: the)?[ -]$/i;
const LEADS_LOOSELY = /\b(?:the|for|and|or|to|into|from)(?: the)? $/i;

// [the third quarter], [fourth-quarter], [the first quarter of 2024], [Q3 2024]
export const quarter: TimexRule = {
  name: '<ordinal> quarter',
  cues: CUE.quarter,
  pattern:
    /\b(?:the |this year's |last year's |next year's )?(?:(?<before>(?:19|20)\d\d)(?:'s)? )?(?:fiscal[ -])?(?<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)(?: fiscal)?[ -]quarter(?![\w-])(?:(?: of)?(?: fiscal)?(?: year)? (?<year>(?:19|20)\d\d)(?!\d)| of (?<of>this|last|next) year)?/i,
  read: ({ ordinal, before, year, of }, { sentence, start }) => {
    const meaning: Meaning = { kind: 'calendar', quarter: numberOf(ordinal) };
    if (year !== undefined || before !== undefined) meaning.year = Number(year ?? before);
    const relative = of ?? /^(this|last|next) year's/i.exec(sentence.slice(start))?.[1];
    if (relative) meaning.shift = SHIFT[relative.toLowerCase()] ?? 0;
    return meaning;
  },
};

// [Q3], [Q1 2024]
export const shortQuarter: TimexRule = {
  name: 'Q<n> <year>',
  cues: CUE.rare,
  pattern: /Q(?<quarter>[1-4])(?!\w)(?:(?: of)? (?<year>(?:19|20)\d\d)(?!\d))?/,
  read: ({ quarter: number, year }) =>
    year === undefined
      ? { kind: 'calendar', quarter: Number(number) }
      : { kind: 'calendar', quarter: Number(number), year: Number(year) },
};

// [H1 2024], in [H2]
export const shortHalf: TimexRule = {
  name: 'H<n> <year>',
  cues: CUE.rare,
  pattern: /H(?<half>[12])(?![\w-])(?: (?<year>(?:19|20)\d\d)(?!\d))?/,
  read: ({ half: number, year }, { sentence, start }) =>
    year === undefined && !/\b(?:in|for|of|from|to) $/.test(sentence.slice(Math.max(0, start - 5), start))
      ? null
      : { kind: 'calendar', half: Number(number), ...(year !== undefined && { year: Number(year) }) },
};

// [the second half of 2008], [first half]
export const half: TimexRule = {
  name: 'the <ordinal> half of <year>',
  cues: CUE.half,
  pattern:
    /\b(?:the )?(?<ordinal>first|second|latter)[ -]half(?: of (?:(?<year>(?:1\d|20)\d\d)(?!\d)|(?<of>this|last|next|the) (?:fiscal )?year)|(?= (?:earnings|profits?|net|results|sales|loss|revenues?|output|growth|figures)\b))/i,
  read: ({ ordinal, year, of }) => {
    const meaning: Meaning = { kind: 'calendar', half: ordinal?.toLowerCase() === 'first' ? 1 : 2 };
    if (year !== undefined) meaning.year = Number(year);
    else if (of) meaning.shift = SHIFT[of.toLowerCase()] ?? 0;
    return meaning;
  },
};

function numberOf(ordinal: string | undefined): number {
  const word = (ordinal ?? '').toLowerCase();
  return ORDINALS[word] ?? Number.parseInt(word, 10);
}

// [the latest quarter], [the year-ago quarter], [the year-earlier period], [the 1988 period]
export const reporting: TimexRule = {
  name: 'the latest quarter',
  cues: CUE.reporting,
  pattern:
    /\b(?:the |a )?(?:(?<latest>latest|most recent|last|just-ended) (?:quarter|period|three months)|(?<ago>year[- ](?:ago|earlier))(?: (?:(?:first|second|third|fourth) )?(?:quarter|period))?|(?<same>same|corresponding|comparable|like) (?:quarter|period)(?: (?<last>(?:of )?last year|a year (?:ago|earlier)|the year before|the previous year))?|(?<year>(?:19|20)\d\d) (?:quarter|period))(?![\w-])/i,
  read: ({ latest, year, same, last }, { sentence, start, end }) => {
    if (latest !== undefined) return { kind: 'reporting', shift: 0 };
    if (year !== undefined) return { kind: 'reporting', shift: 0, year: Number(year) };
    if (same !== undefined && last === undefined) return null;
    // "The year-ago results" are read without their article: it belongs to the noun.
    return /^(?:a|the) year[- ]\w+$/i.test(sentence.slice(start, end)) ? null : { kind: 'reporting', shift: -1 };
  },
};
