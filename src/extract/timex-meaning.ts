import type { TimexMod } from '../types.ts';

/**
 * What a time expression says before anybody knows which day it is: the language side turns words into
 * a meaning, the resolver turns a meaning into a value. Nothing here knows a language.
 */

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'half'
  | Season
  | 'year'
  | 'decade'
  | 'century';
/** TIMEX3 names: spring, summer, fall, winter. */
export type Season = 'SP' | 'SU' | 'FA' | 'WI';
/** TIMEX3 names of the parts of a day: morning, midday, afternoon, evening, night, daytime. */
export type DayPart = 'MO' | 'MI' | 'AF' | 'EV' | 'NI' | 'DT';
export type Part = 'START' | 'MID' | 'END';

/** Which way an incomplete date lies by the words around it; `surely past` where hardly anything else would make sense, `done` where nothing would. */
export type Direction = 'past' | 'surely past' | 'done' | 'future' | 'unknown';

/** A reading of the clock; `offsetMinutes` null means the zone that is named, or else that of the place. */
export interface ClockReading {
  hour: number;
  minute: number;
  offsetMinutes: number | null;
  /** IANA zone: the offset of [9 a.m. Eastern time] is another in winter and in summer. */
  zone?: string;
  /** Neither a.m. nor p.m. was said, and it may be either. */
  half?: 'unknown';
}

/** Fields that a text gives of a date; what is missing comes from the DCT or from the dates before it. */
export interface CalendarFields {
  /** Astronomical: 480 BC is -479. */
  year?: number;
  /** The year is one only in a text that tells of the years BC. */
  onlyIfOld?: boolean;
  month?: number;
  day?: number;
  /** In figures, with no telling which is the month: 5/10/2024. */
  swappable?: boolean;
  /** ISO: Monday is 1. */
  weekday?: number;
  /** With a month and a weekday: the first, the second, -1 the last. */
  nth?: number;
  season?: Season;
  quarter?: number;
  half?: number;
}

export type Base =
  /** [30 November], [Wednesday], [2016], [the third quarter]; `shift` years on: [June last year] has -1. */
  | ({ kind: 'calendar'; shift?: number; shiftFrom?: 'dct' | 'text' } & CalendarFields)
  /** Ten or hundred years from `from` on, an astronomical year; BC runs the other way. */
  | { kind: 'span'; unit: 'decade' | 'century'; from: number; bc?: boolean }
  /**
   * [last week] is week -1, [today] day 0: counted from the DCT, or from the text's own time. With `orDct`, a day is that of
   * publication where the text told none: later in [the day].
   */
  | { kind: 'deictic'; unit: Unit; shift: number; from: 'dct' | 'text'; orDct?: boolean }
  /** [last Friday], [next June]: the nearest before or after the DCT. */
  | ({ kind: 'nearest'; shift: -1 | 0 | 1; from: 'dct' | 'text' } & CalendarFields)
  /** [two days ago], [a week later]; `count` null is [days later]. With `orQuarter`, the same quarter where a company reports on one. */
  | { kind: 'offset'; unit: Unit; count: number | null; sign: -1 | 1; from: 'dct' | 'text'; orQuarter?: boolean }
  /** [two days] after the vote: counted from a happening, which the text may date elsewhere; where it does not, it is no more than `duration`. */
  | ({ kind: 'event'; event: readonly string[]; duration?: string } & Shift)
  /** The quarter that figures are for: [the latest quarter]; a year on, [the year-ago quarter]; in a year, [the 1988 period]. */
  | { kind: 'reporting'; shift: number; year?: number }
  /** [Christmas], [Thanksgiving Day 2023]. */
  | { kind: 'feast'; feast: string; year?: number; shift?: number }
  /** [now], [recently], [the future]. */
  | { kind: 'reference'; value: 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF' }
  /** TIMEX3 period: P3D, PT2H, PXW. */
  | { kind: 'duration'; value: string }
  | { kind: 'set'; value: string }
  /** A time of day whose day comes from elsewhere: [17:00], [noon], [that morning]. */
  | { kind: 'time' };

/** So many units on, or back where negative. */
export interface Shift {
  unit: Unit;
  count: number;
  /** As fine as what it is counted from: [two years ago today]. */
  fine?: boolean;
}

/** Some units out of a longer period. */
export interface Slice {
  unit: Unit;
  /** The how manieth: 1 the first, -1 the last. */
  nth: number;
  /** [the first three months]; null where nobody counted: [the first months]. */
  count: number | null;
}

export type Meaning = Base & {
  /** [late November], [the end of last year]. */
  part?: Part;
  mod?: TimexMod;
  dayPart?: DayPart;
  clock?: ClockReading;
  /** Late on [Saturday]: the small hours told after it are of Sunday. */
  late?: boolean;
  /** [10 p.m.] on Wednesday, [two days later], on 3 May: the day is that of the mention after it. */
  dayAhead?: boolean;
  /** on 3 May, [two days after] the vote: the day is that of the mention before it. */
  dayBehind?: boolean;
  /** [the day before last Tuesday], [two weeks after Christmas]: so many units on. */
  shifted?: Shift;
  /** [the last week of August], [the second half of June]: some of it. */
  slice?: Slice;
  /** [the week of March 6]: the period that holds it. */
  around?: Unit;
};

/** A stretch of a sentence and what it means; offsets are into the folded sentence. */
export interface Mention {
  start: number;
  end: number;
  meaning: Meaning;
  rule: string;
  bound?: 'since' | 'until' | 'before' | 'after';
  /** Whether it is the first or the second end of a closed range: "from Friday to Sunday". */
  pair?: 'first' | 'second';
}
