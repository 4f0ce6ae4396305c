import type { Timex, TimexMod, TimexType } from '../types.ts';
import { clampYear, fromDay, pad } from './calendar.ts';
import { feastPeriod } from './feasts.ts';
import type { CalendarFields, Direction, Meaning, Mention, Unit } from './timex-meaning.ts';
import { toTimex } from './timex-output.ts';
import { dayPeriod, type Period, periodAfter, periodAround, spanPeriod, yearPeriod } from './timex-value.ts';
import { inHistory, inNews, nearest, nearestFeast, periodInYear, WEEKEND } from './timex-which.ts';

/** A mention in its place in the text, with what the words around it say of its direction. */
export interface PlacedMention extends Mention {
  /** Offsets into the article. */
  span: { start: number; end: number; text: string };
  sentence: number;
  direction: Direction;
  /** Said in brackets, or as the other end of a comparison: the account does not go on from it. */
  aside: boolean;
}

export interface Resolved {
  value: string;
  period: Period | null;
  anchor?: Timex['anchor'];
  type?: TimexType;
  mod?: TimexMod;
}

/** Something told, from which the text may count on. */
interface Told {
  period: Period;
  span: PlacedMention['span'];
  sentence: number;
}

interface State {
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
  sentence: number;
}

/** Gives every mention its value and its days, in the order of the text. `dct` is the day of publication. */
export function resolveMentions(found: readonly PlacedMention[], dct: number | null): Timex[] {
  const mentions = found.some(({ meaning }) => isOld(meaning)) ? found : found.filter(({ meaning }) => !ifOld(meaning));
  const narrative = dct === null || isNarrative(mentions, dct);
  const state: State = { dct, narrative, focus: null, dated: null, day: null, year: null, quarter: null, sentence: 0 };
  const timexes = mentions.map((mention, index) => {
    state.sentence = mention.sentence;
    const ahead = dayAhead(mentions, index, state);
    const resolved = ahead ? { value: ahead.value, period: ahead } : resolve(mention, state);
    remember(mention, resolved, state);
    return toTimex(mention, resolved);
  });
  return joinRanges(mentions, timexes);
}

function isOld(meaning: Meaning): boolean {
  return (
    (meaning.kind === 'calendar' && (meaning.year ?? 1) <= 0 && !ifOld(meaning)) ||
    (meaning.kind === 'span' && meaning.bc === true)
  );
}

function ifOld(meaning: Meaning): boolean {
  return meaning.kind === 'calendar' && meaning.onlyIfOld === true;
}

/** Both ends of a closed range tell of the whole of it: "between 3 and 5 June" is 2024-06-03/2024-06-05. */
function joinRanges(mentions: readonly PlacedMention[], timexes: readonly Timex[]): Timex[] {
  const joined = [...timexes];
  for (const [index, mention] of mentions.entries()) {
    const [first, second] = [timexes[index], timexes[index + 1]];
    if (mention.pair !== 'first' || mentions[index + 1]?.pair !== 'second' || !first?.edtf || !second?.edtf) continue;
    const from = first.edtf.split('/')[0];
    const edtf = `${from}/${second.edtf.split('/').pop()}`;
    if ((first.from ?? '') > (second.to ?? '')) continue;
    joined[index] = { ...first, edtf };
    joined[index + 1] = { ...second, edtf };
  }
  return joined;
}

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

function remember({ meaning, span, sentence, aside }: PlacedMention, { period }: Resolved, state: State): void {
  if (!period) return;
  if (period.grain === 'quarter' && meaning.kind === 'calendar') state.quarter ??= period;
  if (aside) return;
  const told = { period, span, sentence };
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

/** "The day before": the account goes on from the day that this was told from. */
function looksBack(meaning: Meaning): boolean {
  if (meaning.kind === 'deictic') return meaning.from === 'text' && meaning.shift < 0;
  return meaning.kind === 'offset' && meaning.from === 'text' && meaning.sign < 0;
}

/** "10 p.m. on Wednesday", "two days later, on 3 May": the day may be told after. */
function dayAhead(mentions: readonly PlacedMention[], index: number, state: State): Period | null {
  const next = mentions[index + 1];
  if (!next || !mentions[index]?.meaning.dayAhead) return null;
  return next.meaning.dayAhead ? dayAhead(mentions, index + 1, state) : resolve(next, state).period;
}

function resolve(mention: PlacedMention, state: State): Resolved {
  const resolved = resolveBase(mention, state);
  const { period } = resolved;
  const { meaning } = mention;
  if (!period) return resolved;
  if (meaning.dayShift !== undefined && period.grain === 'day')
    return { ...resolved, ...known(dayPeriod(period.from + meaning.dayShift)) };
  if (meaning.around !== undefined) return { ...resolved, ...known(periodAround(meaning.around, period.from)) };
  return resolved;
}

function resolveBase(mention: PlacedMention, state: State): Resolved {
  const { meaning } = mention;
  switch (meaning.kind) {
    case 'reference':
      return { value: meaning.value, period: null };
    case 'duration':
      return { value: meaning.value, period: null, type: 'DURATION' };
    case 'set':
      return { value: meaning.value, period: null, type: 'SET' };
    case 'span':
      return known(spanPeriod(meaning.unit, meaning.from, meaning.bc));
    case 'calendar':
      return resolveCalendar(meaning, mention.direction, state);
    case 'nearest':
      return resolveNearest(meaning, state);
    case 'deictic':
      return resolveDeictic(meaning, state);
    case 'offset':
      return resolveOffset(meaning, state);
    case 'reporting':
      return resolveReporting(meaning, state);
    case 'feast':
      return resolveFeast(meaning, mention.direction, state);
    case 'time':
      return resolveTime(state);
  }
}

function known(period: Period): Resolved {
  return { value: period.value, period };
}

interface Base {
  period: Period;
  anchor: Timex['anchor'];
}

/** What a time is counted from: the DCT, or in a history and for "later" and "that day" what was told before. */
function baseFor(from: 'dct' | 'text', state: State, told: Told | null = state.focus): Base | null {
  if ((from === 'text' || state.narrative) && told) {
    return { period: told.period, anchor: { start: told.span.start, text: told.span.text } };
  }
  if (state.dct === null) return null;
  return { period: dayPeriod(state.dct), anchor: 'dct' };
}

function resolveCalendar(meaning: Meaning & { kind: 'calendar' }, direction: Direction, state: State): Resolved {
  if (meaning.year !== undefined) return known(periodInYear(meaning, meaning.year) ?? yearPeriod(meaning.year));
  if (meaning.shift !== undefined) {
    const base = baseFor(meaning.shiftFrom ?? 'dct', state);
    const period = base && periodInYear(meaning, clampYear(fromDay(base.period.from).year + meaning.shift));
    return period ? { ...known(period), anchor: base.anchor } : unknownDate(meaning);
  }
  const within = direction !== 'future' && goesOn(state);
  const base = within ? baseFor('text', state) : baseFor('dct', state, state.dated ?? state.focus);
  if (!base) return unknownDate(meaning);
  const choose = (fields: CalendarFields) =>
    base.anchor === 'dct'
      ? inNews(fields, base.period.from, direction)
      : inHistory(
          fields,
          within ? base.period : (state.dated?.period ?? null),
          within ? null : (state.year ?? yearOf(state)),
        );
  // A weekday that never falls on the date is a slip of the pen: the date counts.
  const period =
    choose(meaning) ?? (meaning.day === undefined ? null : choose({ month: meaning.month, day: meaning.day }));
  return period ? { ...known(period), anchor: base.anchor } : unknownDate(meaning);
}

/** News within a history: after an old date in the same sentence, "by 11 November" is of that time. */
function goesOn({ dct, narrative, focus, sentence }: State): boolean {
  if (narrative || dct === null || focus?.sentence !== sentence || isCoarser(focus.period.grain, 'month')) return false;
  return focus.period.to < dct - OLD_DAYS;
}

const OLD_DAYS = 300;

/** Where no date was told yet, the year of whatever was told. */
function yearOf(state: State): number | null {
  return state.dated || !state.focus ? null : fromDay(state.focus.period.from).year;
}

/** Without a DCT the value says what is known: XXXX-11-30, XXXX-WXX-3. */
function unknownDate({ month, day, weekday, season, quarter, half }: CalendarFields): Resolved {
  let value = 'XXXX';
  if (weekday !== undefined && month === undefined) value = weekday === WEEKEND ? 'XXXX-WXX-WE' : `XXXX-WXX-${weekday}`;
  else if (month !== undefined) value = `XXXX-${pad(month)}${day === undefined ? '' : `-${pad(day)}`}`;
  else if (season !== undefined) value = `XXXX-${season}`;
  else if (quarter !== undefined) value = `XXXX-Q${quarter}`;
  else if (half !== undefined) value = `XXXX-H${half}`;
  else if (day !== undefined) value = `XXXX-XX-${pad(day)}`;
  return { value, period: null };
}

function resolveNearest(meaning: Meaning & { kind: 'nearest' }, state: State): Resolved {
  const base = baseFor(meaning.from, state);
  const period = base && nearest(meaning, base.period.from, meaning.shift);
  return period ? { ...known(period), anchor: base.anchor } : unknownDate(meaning);
}

function resolveDeictic(meaning: Meaning & { kind: 'deictic' }, state: State): Resolved {
  const { unit, shift, from } = meaning;
  const unknown: Resolved = { value: UNKNOWN[unit] ?? 'XXXX', period: null };
  if (state.narrative && from === 'dct' && unit === 'day')
    return state.dct === null ? unknown : { value: 'PRESENT_REF', period: null };
  const base = baseFor(from, state, unit === 'day' ? toldDay(state) : state.focus);
  if (!base || (base.anchor !== 'dct' && isCoarser(base.period.grain, unit))) return unknown;
  const period =
    isSeason(unit) && shift !== 0
      ? seasonBeside(unit, base.period.from, shift)
      : periodAfter(unit, shift > 0 ? base.period.to : base.period.from, shift);
  return { ...known(period), anchor: base.anchor };
}

/** What was told last, or the day told before it where that lies within: "on Saturday ... this week ... the same day". */
function toldDay({ focus, day }: State): Told | null {
  if (!focus || !day || focus.period.grain === 'day') return focus;
  return day.period.from >= focus.period.from && day.period.to <= focus.period.to ? day : focus;
}

/** The next or the last summer: the first that begins after the day, or the latest that was over before it. */
function seasonBeside(unit: Unit, day: number, shift: number): Period {
  const around = periodAround(unit, day);
  if (shift > 0) return around.from > day ? around : periodAfter(unit, day, 1);
  return around.to < day ? around : periodAfter(unit, day, -1);
}

function resolveOffset(meaning: Meaning & { kind: 'offset' }, state: State): Resolved {
  const { unit, count, sign } = meaning;
  if (meaning.orQuarter && state.quarter)
    return known(periodAfter('quarter', state.quarter.from, 4 * sign * (count ?? 1)));
  if (count === null) return { value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF', period: null };
  // A year earlier, in news, is reckoned from the publication: figures are compared in any order.
  const from = unit === 'year' && !state.narrative ? 'dct' : meaning.from;
  const fine = COARSENESS[unit] <= COARSENESS.week;
  const base = baseFor(
    from,
    state,
    fine && state.focus && isCoarser(state.focus.period.grain, unit) ? state.day : state.focus,
  );
  if (!base) return { value: UNKNOWN[unit] ?? 'XXXX', period: null };
  if (COARSENESS[unit] === 0) {
    return base.period.grain === 'day'
      ? { value: `${base.period.value}TXX`, period: base.period, anchor: base.anchor, type: 'TIME' }
      : { value: 'XXXX-XX-XXTXX', period: null, type: 'TIME' };
  }
  if (isCoarser(base.period.grain, unit)) return { value: UNKNOWN[unit] ?? 'XXXX', period: null };
  const whole = Math.trunc(count);
  // A week ago is some day about seven days back; two weeks ago is as coarse as a week.
  if (unit === 'week' && whole === 1 && base.period.grain === 'day') {
    return { ...known(dayPeriod(base.period.from + 7 * sign)), anchor: base.anchor, mod: 'APPROX' };
  }
  const period =
    unit === 'decade' && whole === 1
      ? periodAfter('year', base.period.from, sign * 10)
      : periodAfter(unit, base.period.from, sign * whole);
  return { ...known(period), anchor: base.anchor };
}

/** The quarter that a company reports on: the one named in the text, or the last that was over. */
function resolveReporting({ shift, year }: Meaning & { kind: 'reporting' }, state: State): Resolved {
  const quarter = state.quarter ?? (state.dct === null ? null : periodAfter('quarter', state.dct, -1));
  if (!quarter) return { value: 'XXXX-QX', period: null };
  if (year === undefined) return known(periodAfter('quarter', quarter.from, 4 * shift));
  return known(periodAfter('quarter', quarter.from, 4 * (year - fromDay(quarter.from).year)));
}

function resolveFeast(meaning: Meaning & { kind: 'feast' }, direction: Direction, state: State): Resolved {
  const unknown: Resolved = { value: 'XXXX-XX-XX', period: null };
  const base = baseFor('dct', state, state.dated ?? state.focus);
  const told = meaning.year ?? (state.narrative && base ? (state.year ?? fromDay(base.period.from).year) : null);
  if (told !== null) {
    const period = feastPeriod(meaning.feast, told);
    return period ? known(period) : unknown;
  }
  if (!base) return unknown;
  const period = nearestFeast(meaning.feast, base.period.from, meaning.shift, direction);
  return period ? { ...known(period), anchor: base.anchor } : unknown;
}
/** A time of day is on the day told just before; in news else on the day of publication, not on one of the background. */
function resolveTime(state: State): Resolved {
  const base = baseFor('text', state, state.narrative || isCurrent(state) ? state.day : null);
  if (!base) return { value: 'XXXX-XX-XX', period: null };
  return { value: base.period.value, period: base.period, anchor: base.anchor };
}

function isCurrent({ day, dct, sentence }: State): boolean {
  if (!day || dct === null || day.sentence === sentence) return true;
  return sentence - day.sentence <= NEAR_SENTENCES && Math.abs(day.period.from - dct) <= NEAR_DAYS;
}

const NEAR_SENTENCES = 3;
const NEAR_DAYS = 10;

const UNKNOWN: Partial<Record<Unit, string>> = {
  day: 'XXXX-XX-XX',
  week: 'XXXX-WXX',
  weekend: 'XXXX-WXX-WE',
  month: 'XXXX-XX',
  year: 'XXXX',
};

const COARSENESS: Readonly<Record<Unit, number>> = {
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
function isCoarser(grain: Unit, unit: Unit): boolean {
  return COARSENESS[grain] > (isSeason(unit) ? COARSENESS.year : COARSENESS[unit]);
}

function isSeason(unit: Unit): boolean {
  return unit === 'SP' || unit === 'SU' || unit === 'FA' || unit === 'WI';
}
