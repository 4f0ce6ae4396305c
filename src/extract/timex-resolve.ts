import type { Timex } from '../types.ts';
import { clampYear, fromDay } from './calendar.ts';
import { feastPeriod } from './feasts.ts';
import {
  baseFor,
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
import { countFrom, resolveEvent, resolveOffset, resolveReporting } from './timex-count.ts';
import type { CalendarFields, Direction, Meaning, Unit } from './timex-meaning.ts';
import { toTimex } from './timex-output.ts';
import { inOrder, joinRanges } from './timex-ranges.ts';
import { known, type PlacedMention, type Resolved, unknownDate, unknownUnit } from './timex-resolved.ts';
import { durationValue, sliceOf } from './timex-slice.ts';
import { dayPeriod, type Period, periodAfter, periodAround, spanPeriod, yearPeriod } from './timex-value.ts';
import { inFigures, inHistory, inNews, nearest, nearestFeast, periodInYear } from './timex-which.ts';

/** Gives every mention its value and its days, in the order of the text. `dct` is the day of publication. */
export function resolveMentions(found: readonly PlacedMention[], dct: number | null): Timex[] {
  const mentions = found.some(({ meaning }) => isOld(meaning)) ? found : found.filter(({ meaning }) => !ifOld(meaning));
  const state = openAccount(mentions, dct);
  let latest: Period | null = null;
  const first = mentions.map((mention, index) => {
    state.sentence = mention.sentence;
    const same = mention.meaning.dayBehind ? latest : dayAhead(mentions, index, state);
    const resolved = same
      ? known(same)
      : inOrder(mention, resolve(mention, state), latest, mentions[index + 1], (next) => resolve(next, state).period);
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
  if (slice) {
    const cut = period && sliceOf(period, slice);
    if (cut) return { ...resolved, ...cut };
    // Nobody knows of which month "the first week" was; or there is no sixth week.
    return { ...resolved, value: durationValue(slice.unit, slice.count), period: null, type: 'DURATION' };
  }
  if (!period) return resolved;
  if (shifted) return { ...resolved, ...countFrom(period, shifted) };
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

function resolveCalendar(meaning: Meaning & { kind: 'calendar' }, direction: Direction, state: State): Resolved {
  if (meaning.year !== undefined)
    return known(periodInYear(inFigures(meaning, state.dct), meaning.year) ?? yearPeriod(meaning.year));
  if (meaning.shift !== undefined) {
    const base = baseFor(meaning.shiftFrom ?? 'dct', state);
    const period = base && periodInYear(meaning, clampYear(fromDay(base.period.from).year + meaning.shift));
    return period ? { ...known(period), anchor: base.anchor } : unknownDate(meaning);
  }
  // "… killed students in May 1980, survivors met on Thursday": no weekday is told of a month.
  const ofDay = meaning.weekday === undefined || meaning.month !== undefined || state.focus?.period.grain === 'day';
  const within = direction !== 'future' && ofDay && goesOn(state);
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

function resolveNearest(meaning: Meaning & { kind: 'nearest' }, state: State): Resolved {
  const base = baseFor(meaning.from, state);
  // "The following Friday" where nothing was told that it could follow.
  const lost = meaning.weekday !== undefined && meaning.from === 'text' && base?.anchor === 'dct';
  const period = base && !lost && nearest(meaning, base.period.from, meaning.shift);
  return period ? { ...known(period), anchor: base.anchor } : unknownDate(meaning);
}

function resolveDeictic(meaning: Meaning & { kind: 'deictic' }, state: State): Resolved {
  const { unit, shift, from } = meaning;
  const unknown: Resolved = unknownUnit(unit);
  if (state.narrative && from === 'dct' && unit === 'day')
    return state.dct === null ? unknown : { value: 'PRESENT_REF', period: null };
  const base = baseFor(from, state, unit === 'day' ? toldDay(state) : state.focus);
  // "The next day", "that night" where nobody knows which day it was.
  if (unit === 'day' && from === 'text' && !meaning.orDct && base?.anchor === 'dct') return unknown;
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
