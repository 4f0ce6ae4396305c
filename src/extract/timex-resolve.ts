import type { Timex, TimexMod, TimexType } from '../types.ts';
import { addMonths, clampYear, fromDay, pad } from './calendar.ts';
import { feastPeriod } from './feasts.ts';
import {
  baseFor,
  COARSENESS,
  goesOn,
  isCoarser,
  isCurrent,
  isNextDay,
  isSeason,
  openAccount,
  remember,
  type State,
  toldDay,
} from './timex-account.ts';
import type { CalendarFields, Direction, Meaning, Mention, Shift, Unit } from './timex-meaning.ts';
import { toTimex } from './timex-output.ts';
import { durationValue, sliceOf } from './timex-slice.ts';
import { clampDay, dayPeriod, type Period, periodAfter, periodAround, spanPeriod, yearPeriod } from './timex-value.ts';
import {
  inFigures,
  inHistory,
  inNews,
  nearest,
  nearestFeast,
  notBefore,
  periodInYear,
  WEEKEND,
} from './timex-which.ts';

/** A mention in its place in the text, with what the words around it say of its direction. */
export interface PlacedMention extends Mention {
  /** Offsets into the article. */
  span: { start: number; end: number; text: string };
  sentence: number;
  direction: Direction;
  /** Said in brackets, or as the other end of a comparison: the account does not go on from it. */
  aside: boolean;
  /** Bare words of the happening whose day it tells; only where the text counts from one. */
  dates?: readonly string[];
}

export interface Resolved {
  value: string;
  period: Period | null;
  anchor?: Timex['anchor'];
  type?: TimexType;
  mod?: TimexMod;
  /** The days that are meant, where `period` is longer. */
  within?: { from: number; to: number };
}

/** Gives every mention its value and its days, in the order of the text. `dct` is the day of publication. */
export function resolveMentions(found: readonly PlacedMention[], dct: number | null): Timex[] {
  const mentions = found.some(({ meaning }) => isOld(meaning)) ? found : found.filter(({ meaning }) => !ifOld(meaning));
  const state = openAccount(mentions, dct);
  let latest: Period | null = null;
  const first = mentions.map((mention, index) => {
    state.sentence = mention.sentence;
    const same = mention.meaning.dayBehind ? latest : dayAhead(mentions, index, state);
    const resolved = same ? known(same) : inOrder(mention, resolve(mention, state), mentions[index + 1], latest, state);
    remember(mention, resolved, state);
    latest = resolved.period;
    return resolved;
  });
  // What was counted from a happening may be dated further on.
  const timexes = mentions.map((mention, index) => {
    const known = first[index];
    return toTimex(
      mention,
      known && (known.period || mention.meaning.kind !== 'event') ? known : resolve(mention, state),
    );
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

/**
 * The ends of a range lie in order. "From Friday until Monday": the end gives way; "from November to February": the
 * beginning does, unless it all lies ahead. `first` is what the mention before it was found to be.
 */
function inOrder(
  { meaning, pair, direction }: PlacedMention,
  own: Resolved,
  next: PlacedMention | undefined,
  first: Period | null,
  state: State,
): Resolved {
  if (!own.period || !pair || !isOpenDate(meaning)) return own;
  if (pair === 'second') {
    const moved = first && notBefore(meaning, first.from);
    return moved ? known(moved) : own;
  }
  if (!next || meaning.weekday !== undefined || !isOpenDate(next.meaning) || direction === 'future') return own;
  const end = resolve(next, state).period;
  const moved = end && end.to < own.period.from ? periodInYear(meaning, fromDay(own.period.from).year - 1) : null;
  return moved ? known(moved) : own;
}

/** A date whose year was not said. */
function isOpenDate(meaning: Meaning): meaning is Meaning & { kind: 'calendar' } {
  if (meaning.kind !== 'calendar' || meaning.slice || meaning.shifted) return false;
  return meaning.year === undefined && meaning.shift === undefined;
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
  const { shifted, slice } = meaning;
  if (!period)
    return slice?.count ? { ...resolved, value: durationValue(slice.unit, slice.count), type: 'DURATION' } : resolved;
  if (shifted) return { ...resolved, ...countFrom(period, shifted) };
  if (slice)
    return {
      ...resolved,
      ...(sliceOf(period, slice) ?? { value: durationValue(slice.unit, slice.count), period: null, type: 'DURATION' }),
    };
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
    case 'event':
      return resolveEvent(meaning, state);
    case 'reporting':
      return resolveReporting(meaning, state);
    case 'feast':
      return resolveFeast(meaning, mention.direction, state);
    case 'time':
      return resolveTime(meaning, state);
  }
}

function known(period: Period): Resolved {
  return { value: period.value, period };
}

function resolveCalendar(meaning: Meaning & { kind: 'calendar' }, direction: Direction, state: State): Resolved {
  if (meaning.year !== undefined)
    return known(periodInYear(inFigures(meaning, state.dct), meaning.year) ?? yearPeriod(meaning.year));
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
  // "The following Friday" where nothing was told that it could follow.
  const lost = meaning.weekday !== undefined && meaning.from === 'text' && base?.anchor === 'dct';
  const period = base && !lost && nearest(meaning, base.period.from, meaning.shift);
  return period ? { ...known(period), anchor: base.anchor } : unknownDate(meaning);
}

function resolveDeictic(meaning: Meaning & { kind: 'deictic' }, state: State): Resolved {
  const { unit, shift, from } = meaning;
  const unknown: Resolved = { value: UNKNOWN[unit] ?? 'XXXX', period: null };
  if (state.narrative && from === 'dct' && unit === 'day')
    return state.dct === null ? unknown : { value: 'PRESENT_REF', period: null };
  const base = baseFor(from, state, unit === 'day' ? toldDay(state) : state.focus);
  // "The next day" where nobody knows which day it was.
  if (unit === 'day' && shift !== 0 && from === 'text' && base?.anchor === 'dct') return unknown;
  if (!base || (base.anchor !== 'dct' && isCoarser(base.period.grain, unit))) return unknown;
  const period =
    isSeason(unit) && shift !== 0
      ? seasonBeside(unit, base.period.from, shift)
      : periodAfter(unit, shift > 0 ? base.period.to : base.period.from, shift);
  return { ...known(period), anchor: base.anchor };
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
  const from = unit === 'year' && sign < 0 && !state.narrative && !isOfOtherYear(state) ? 'dct' : meaning.from;
  const fine = COARSENESS[unit] <= COARSENESS.week;
  const base = baseFor(
    from,
    state,
    fine && state.focus && isCoarser(state.focus.period.grain, unit) ? state.day : state.focus,
  );
  // "Two days later", "ten years on", where nobody told from when.
  if (!base || ((fine || sign > 0) && from === 'text' && base.anchor === 'dct'))
    return { value: UNKNOWN[unit] ?? 'XXXX', period: null };
  if (COARSENESS[unit] === 0) {
    return base.period.grain === 'day'
      ? { value: `${base.period.value}TXX`, period: base.period, anchor: base.anchor, type: 'TIME' }
      : { value: 'XXXX-XX-XXTXX', period: null, type: 'TIME' };
  }
  return { ...countFrom(base.period, { unit, count: sign * Math.trunc(count) }), anchor: base.anchor };
}

/** "He was jailed in 2019. Two years earlier": the sentence, or the one before it, told of another year. */
function isOfOtherYear({ focus, dct, sentence }: State): boolean {
  if (!focus || dct === null || sentence - focus.sentence > 1) return false;
  return focus.period.grain === 'year' && focus.period.to < dct;
}

/** So many units from a day, or from a coarser time that is still fine enough: "two days after" a month is no day. */
function countFrom({ grain, from }: Period, { unit, count, fine }: Shift): Resolved {
  if (fine && unit === 'year') return known(periodAround(grain, clampDay(addMonths(from, 12 * count))));
  if (isCoarser(grain, unit)) return { value: UNKNOWN[unit] ?? 'XXXX', period: null };
  // A week ago is some day about seven days back; two weeks ago is as coarse as a week.
  if (unit === 'week' && Math.abs(count) === 1 && grain === 'day')
    return { ...known(dayPeriod(from + 7 * count)), mod: 'APPROX' };
  return known(
    unit === 'decade' && Math.abs(count) === 1 ? periodAfter('year', from, 10 * count) : periodAfter(unit, from, count),
  );
}

/** From the one time that the text gives for the happening; never a guess where it gives none, or two. */
function resolveEvent(meaning: Meaning & { kind: 'event' }, { happened }: State): Resolved {
  const { event, unit, duration } = meaning;
  const told = (happened.get(event[0] ?? '') ?? []).filter(
    ({ words, told: { period } }) => event.every((word) => words.includes(word)) && !isCoarser(period.grain, unit),
  );
  const first = told[0]?.told;
  if (!first || told.some((other) => other.told.period.value !== first.period.value))
    return duration
      ? { value: duration, period: null, type: 'DURATION' }
      : { value: UNKNOWN[unit] ?? 'XXXX', period: null };
  return { ...countFrom(first.period, meaning), anchor: { start: first.span.start, text: first.span.text } };
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
function resolveTime(meaning: Meaning, state: State): Resolved {
  const base = baseFor('text', state, state.narrative || isCurrent(state) ? state.day : null);
  // In a history, an hour of no day is not of the day that it was published.
  if (!base || (state.narrative && !state.day)) return { value: 'XXXX-XX-XX', period: null };
  const period = base.anchor !== 'dct' && isNextDay(meaning, state) ? dayPeriod(base.period.from + 1) : base.period;
  return { ...known(period), anchor: base.anchor };
}

const UNKNOWN: Partial<Record<Unit, string>> = {
  day: 'XXXX-XX-XX',
  week: 'XXXX-WXX',
  weekend: 'XXXX-WXX-WE',
  month: 'XXXX-XX',
  year: 'XXXX',
};
