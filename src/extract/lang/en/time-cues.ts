import { DAY_PARTS, DECADES, DURATION_UNITS, MONTHS, SEASONS, SPOKEN_CENTURIES, WEEKDAYS } from './time-words.ts';

/**
 * Kinds of words that show a rule could match: one look at the words of a sentence tells which rules to try.
 * A rule is tried where all of its kinds are there.
 */
export const CUE = {
  digit: 1 << 0,
  fourDigits: 1 << 1,
  month: 1 << 2,
  weekday: 1 << 3,
  unit: 1 << 4,
  /** A unit or a season: what "last" and "next" may stand before. */
  period: 1 << 5,
  weekend: 1 << 6,
  quarter: 1 << 7,
  reporting: 1 << 8,
  half: 1 << 9,
  century: 1 << 10,
  season: 1 << 11,
  dayPart: 1 << 12,
  feast: 1 << 13,
  /** last, next, that. */
  lead: 1 << 14,
  /** ago, later. */
  way: 1 << 15,
  end: 1 << 16,
  often: 1 << 17,
  today: 1 << 18,
  reference: 1 << 19,
  /** o'clock, half past. */
  clock: 1 << 20,
  /** two thousand, nineteen ninety-six. */
  spokenYear: 1 << 21,
  /** sixties. */
  decade: 1 << 22,
  threeDigits: 1 << 23,
  /** '99, the 1990s: an apostrophe or an s beside figures. */
  shortYear: 1 << 24,
  /** BC. */
  era: 1 << 25,
  /** 17:00, 5.30. */
  clockMark: 1 << 26,
  /** 3/11. */
  dateMark: 1 << 27,
  /** the 20th. */
  ordinal: 1 << 28,
  /** before, after, eve: what stands between a unit and a happening. */
  beside: 1 << 29,
  /** A month or a weekday. */
  named: 1 << 30,
  /** Q3, H1, AD, fiscal 2024, 9/11, 5 p.m.: what a rare rule wants beside its figures. */
  rare: 1 << 31,
} as const;

/** The kinds of time words in a sentence, as a bit set of `CUE`. */
export function findCues(sentence: string): number {
  let cues = 0;
  for (let end = 0, start = 0; start < sentence.length; start = end + 1) {
    end = start;
    const first = sentence.charCodeAt(start);
    if (isDigit(first)) {
      while (isDigit(sentence.charCodeAt(end + 1))) end += 1;
      const length = end + 1 - start;
      cues |= CUE.digit | (length === 4 ? CUE.fourDigits : length === 3 ? CUE.threeDigits : 0);
    } else if (isLetter(first)) {
      while (isLetter(sentence.charCodeAt(end + 1))) end += 1;
      const length = end + 1 - start;
      if (length > 31 || ((LENGTHS[first & LETTER] ?? 0) & (1 << length)) === 0) continue;
      const word = sentence.slice(start, end + 1);
      cues |= KINDS.get(first >= LOWER_CASE ? word : word.toLowerCase()) ?? 0;
    }
  }
  return (cues & CUE.digit) === 0 ? cues : cues | findMarks(sentence);
}

/** Behind the end of a sentence its code is no number, and neither. */
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
const isLetter = (code: number) => (code >= LOWER_CASE && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);

/** What stands beside figures. */
function findMarks(sentence: string): number {
  let marks = 0;
  if (/'\d|\d'?s\b/.test(sentence)) marks |= CUE.shortYear;
  if (/\bB\.?C/.test(sentence)) marks |= CUE.era;
  if (/\d[:.]\d/.test(sentence)) marks |= CUE.clockMark | CUE.dateMark;
  else if (/\d[/-]\d/.test(sentence)) marks |= CUE.dateMark;
  if (/\d(?:st|nd|rd|th)\b/.test(sentence)) marks |= CUE.ordinal;
  if (RARE.test(sentence)) marks |= CUE.rare;
  return marks;
}

const RARE = /[QH][1-4]|A\.?D|CE\b|FY|[Ff]iscal|[Ff]inancial|9\/11|Sept|\d ?[AaPp]\.?[Mm]|o'clock/;

/** Adds words, in lower case, that show one kind. */
export function addCues(words: readonly string[], kind: number): void {
  for (const word of words) {
    KINDS.set(word, (KINDS.get(word) ?? 0) | kind);
    const first = word.charCodeAt(0) & LETTER;
    LENGTHS[first] = (LENGTHS[first] ?? 0) | (1 << word.length);
  }
}

const LOWER_CASE = 'a'.charCodeAt(0);
const KINDS = new Map<string, number>();
/** How long the words of `KINDS` are that begin with a letter, as bits: most words need not be looked up. */
const LENGTHS: number[] = new Array<number>(32).fill(0);
/** The bits of a letter that its case leaves alone. */
const LETTER = 31;

const units = Object.keys(DURATION_UNITS);
const weekdays = Object.keys(WEEKDAYS);
addCues(Object.keys(MONTHS), CUE.month | CUE.named);
addCues(
  [...weekdays, ...weekdays.filter((name) => name.endsWith('day')).map((name) => `${name}s`)],
  CUE.weekday | CUE.named,
);
addCues([...units, ...units.map((unit) => `${unit}s`), 'centuries'], CUE.unit | CUE.period);
addCues(Object.keys(SEASONS), CUE.season | CUE.period);
addCues([...Object.keys(DAY_PARTS), 'noon', 'midnight'], CUE.dayPart);
addCues(['weekend'], CUE.weekend);
addCues(['quarter'], CUE.quarter | CUE.reporting);
addCues(['period', 'months', 'ago', 'earlier'], CUE.reporting);
addCues(['half'], CUE.half);
addCues(['century'], CUE.century);
addCues(
  'last this next past coming current previous preceding prior following subsequent same that'.split(' '),
  CUE.lead,
);
addCues(
  'ago earlier later previously hence now afterwards beforehand before after following prior ahead'.split(' '),
  CUE.way,
);
addCues(['before', 'after', 'eve'], CUE.beside);
addCues(['end'], CUE.end);
addCues('every each per any hourly daily nightly weekly monthly yearly annually'.split(' '), CUE.often);
addCues('today yesterday tomorrow tonight'.split(' '), CUE.today);
addCues('now currently presently nowadays days time present recently past future'.split(' '), CUE.reference);
addCues(['clock', 'past', 'half', 'quarter'], CUE.clock);
addCues(['thousand', ...Object.keys(SPOKEN_CENTURIES)], CUE.spokenYear);
addCues(Object.keys(DECADES), CUE.decade);
