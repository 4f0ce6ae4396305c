import type { Timex } from '../types.ts';
import { fromDay } from './calendar.ts';
import type { Meaning, Unit } from './timex-meaning.ts';
import type { PlacedMention, Resolved } from './timex-resolved.ts';
import { dayPeriod, type Period } from './timex-value.ts';

/** What an account has told so far, and what a time in it is counted from. */

/** Something told, from which the text may count on. */
export interface Told {
  period: Period;
  span: PlacedMention['span'];
  sentence: number;
  /** It was evening or night: a clock in the small hours is of the next day. */
  late?: boolean;
}

export interface State {
  dct: number | null;
  narrative: boolean;
  /** What was told last. */
  focus: Told | null;
  /** The last date with a month at least, and the year that was named after it. */
  dated: Told | null;
  day: Told | null;
  year: number | null;
  /** The quarter that a company's figures are for. */
  quarter: Period | null;
  /** What happened, by each of its bare words, with its time. */
  happened: Map<string, Happened[]>;
  sentence: number;
}

export interface Happened {
  words: readonly string[];
  told: Told;
}

/** Before anything was told. Without a day of publication, every text is a history. */
export function openAccount(mentions: readonly PlacedMention[], dct: number | null): State {
  const narrative = dct === null || isNarrative(mentions, dct);
  return {
    dct,
    narrative,
    focus: null,
    dated: null,
    day: null,
    year: null,
    quarter: null,
    happened: new Map(),
    sentence: 0,
  };
}

/** Takes note of what a mention was found to tell. */
export function remember(mention: PlacedMention, { period }: Resolved, state: State): void {
  const { meaning, span, sentence, aside, bound, dates } = mention;
  if (!period) {
    // "Two days after the vote … The next day", "the following Tuesday … the same day": nobody knows which, unless its
    // sentence says: "on Monday, two weeks after the vote".
    const lost = (meaning.kind === 'event' && state.day?.sentence !== sentence) || countsFromText(meaning);
    if (lost) [state.focus, state.day] = [null, null];
    return;
  }
  if (dates) noteHappened(dates, { period, span, sentence }, state);
  if (period.grain === 'quarter' && meaning.kind === 'calendar') state.quarter ??= period;
  // "Held since 2016": what is told goes on now, not then.
  if (aside || bound === 'since') return;
  const told = { period, span, sentence, late: isLate(meaning, period, state.day) };
  state.focus = told;
  if (period.grain === 'day' && !looksBack(meaning)) state.day = told;
  if (period.grain === 'year') {
    // "Two decades earlier" looks back; the account stays where it is.
    if (meaning.kind === 'calendar') state.year = fromDay(period.from).year;
  } else if (period.grain !== 'decade' && period.grain !== 'century') {
    state.dated = told;
    state.year = null;
  }
}

function noteHappened(words: readonly string[], told: Told, { happened }: State): void {
  for (const word of words) {
    const known = happened.get(word) ?? [];
    const again = known.some((other) => other.told.period.value === told.period.value && sameWords(other.words, words));
    if (!again && known.length < MOST_HAPPENINGS) happened.set(word, [...known, { words, told }]);
  }
}

/** Of one word: more than news has, so that odd text costs no more than its length. */
const MOST_HAPPENINGS = 50;

const sameWords = (a: readonly string[], b: readonly string[]) => a.join(' ') === b.join(' ');

/** "11 p.m. on Friday": said of the clock, it still holds when the day follows. */
function isLate({ clock, dayPart, part, late }: Meaning, period: Period, before: Told | null): boolean {
  if (clock) return clock.hour >= EVENING;
  if (dayPart) return dayPart === 'EV' || dayPart === 'NI';
  return late === true || part === 'END' || (before?.late === true && before.period.value === period.value);
}

const EVENING = 18;
const SMALL_HOURS = 6;

/** The day of a clock: "late on Saturday … by 2 a.m." is told of Sunday. */
export function isNextDay({ clock }: Meaning, { day }: State): boolean {
  return day?.late === true && clock !== undefined && clock.hour < SMALL_HOURS;
}

export interface Base {
  period: Period;
  anchor: Timex['anchor'];
}

/** What a time is counted from: the DCT, or in a history and for "later" and "that day" what was told before. */
export function baseFor(from: 'dct' | 'text', state: State, told: Told | null = state.focus): Base | null {
  if ((from === 'text' || state.narrative) && told) {
    return { period: told.period, anchor: { start: told.span.start, text: told.span.text } };
  }
  if (state.dct === null) return null;
  return { period: dayPeriod(state.dct), anchor: 'dct' };
}

/** News within a history: after an old date in the same sentence, "by 11 November" is of that time. */
export function goesOn({ dct, narrative, focus, sentence }: State): boolean {
  if (narrative || dct === null || focus?.sentence !== sentence || isCoarser(focus.period.grain, 'month')) return false;
  return focus.period.to < dct - OLD_DAYS;
}

const OLD_DAYS = 300;

/** What was told last, or the day told before it where that lies within: "on Saturday ... this week ... the same day". */
export function toldDay({ focus, day }: State): Told | null {
  if (!focus || !day || focus.period.grain === 'day') return focus;
  return day.period.from >= focus.period.from && day.period.to <= focus.period.to ? day : focus;
}

/** Whether the day told last is the one that a time of day is of. */
export function isCurrent({ day, dct, sentence }: State): boolean {
  if (!day || dct === null || day.sentence === sentence) return true;
  return sentence - day.sentence <= NEAR_SENTENCES && Math.abs(day.period.from - dct) <= NEAR_DAYS;
}

const NEAR_SENTENCES = 3;
const NEAR_DAYS = 10;

/** Weekdays, `today` and the like tell a day's news; many full dates of other years tell history. */
function isNarrative(mentions: readonly PlacedMention[], dct: number): boolean {
  const { year } = fromDay(dct);
  let old = 0;
  let news = 0;
  for (const { meaning } of mentions) {
    if (meaning.kind === 'calendar' && meaning.year !== undefined) old += Math.abs(meaning.year - year) > 1 ? 1 : 0;
    else if (meaning.kind === 'calendar' && meaning.weekday !== undefined) news += 1;
    else if (meaning.kind === 'nearest') news += 1;
    else if (meaning.kind === 'deictic' && meaning.from === 'dct') news += 1;
  }
  return old >= OLD_DATES && old > OLD_TO_NEWS * news;
}

/** So many dates of other years, and so many for each of the day's own, make a history. */
const OLD_DATES = 8;
const OLD_TO_NEWS = 5;

/** Counted in days from what was told. */
function countsFromText(meaning: Meaning): boolean {
  if (meaning.kind === 'nearest') return meaning.from === 'text';
  if (meaning.kind === 'deictic') return meaning.from === 'text' && meaning.unit === 'day';
  return meaning.kind === 'offset' && meaning.from === 'text' && meaning.unit === 'day' && meaning.count !== null;
}

/** "The day before": the account goes on from the day that this was told from. */
function looksBack(meaning: Meaning): boolean {
  if (meaning.kind === 'deictic') return meaning.from === 'text' && meaning.shift < 0;
  return meaning.kind === 'offset' && meaning.from === 'text' && meaning.sign < 0;
}

export const COARSENESS: Readonly<Record<Unit, number>> = {
  second: 0,
  minute: 0,
  hour: 0,
  day: 1,
  weekend: 2,
  week: 2,
  month: 3,
  quarter: 4,
  SP: 4,
  SU: 4,
  FA: 4,
  WI: 4,
  half: 5,
  year: 6,
  decade: 7,
  century: 8,
};

/** "Two days later" cannot be counted from a month; that same spring can be told from a year. */
export function isCoarser(grain: Unit, unit: Unit): boolean {
  return COARSENESS[grain] > (isSeason(unit) ? COARSENESS.year : COARSENESS[unit]);
}

export function isSeason(unit: Unit): boolean {
  return unit === 'SP' || unit === 'SU' || unit === 'FA' || unit === 'WI';
}
