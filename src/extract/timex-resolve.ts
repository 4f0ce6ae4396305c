import type { Timex, TimexMod, TimexType } from '../types.ts';
import { clampYear, daysInMonth, formatDay, fromDay, isDay, pad, toDay, weekdayOf } from './calendar.ts';
import { feastDay } from './feasts.ts';
import type { CalendarFields, Direction, Meaning, Mention, Season, Unit } from './timex-meaning.ts';
import {
  dayPeriod,
  halfPeriod,
  monthPeriod,
  type Period,
  partOf,
  periodAfter,
  periodAround,
  periodToEdtf,
  quarterPeriod,
  seasonPeriod,
  spanPeriod,
  yearPeriod,
} from './timex-value.ts';

/** A mention in its place in the text, with what the words around it say of its direction. */
export interface PlacedMention extends Mention {
  /** Offsets into the article. */
  span: { start: number; end: number; text: string };
  sentence: number;
  direction: Direction;
}

/** What was told last, from which the text counts on. */
interface Focus {
  period: Period;
  start: number;
  text: string;
}

interface State {
  dct: number | null;
  narrative: boolean;
  focus: Focus | null;
}

type Resolved = { value: string; period: Period | null; anchor?: Timex['anchor']; type?: TimexType };

/** Gives every mention its value and its days, in the order of the text. `dct` is the day of publication. */
export function resolveMentions(mentions: readonly PlacedMention[], dct: number | null): Timex[] {
  const state: State = { dct, narrative: dct === null || isNarrative(mentions, dct), focus: null };
  const timexes: Timex[] = [];
  for (const [index, mention] of mentions.entries()) {
    const ahead = mention.meaning.kind === 'time' ? dayAhead(mentions, index, state) : null;
    const resolved = ahead ? { value: ahead.value, period: ahead } : resolve(mention, state);
    const timex = toTimex(mention, resolved);
    timexes.push(timex);
    if (resolved.period) state.focus = { period: resolved.period, start: timex.start, text: timex.text };
  }
  return timexes;
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
  return old >= 6 && old > 3 * news;
}

/** "10 p.m. on Wednesday": the day may come after its hour. */
function dayAhead(mentions: readonly PlacedMention[], index: number, state: State): Period | null {
  const own = mentions[index];
  const next = mentions[index + 1];
  if (!own || !next || next.sentence !== own.sentence || next.start - own.end > 16) return null;
  const before = mentions[index - 1];
  if (before?.sentence === own.sentence && isDayLike(before.meaning)) return null;
  if (!isDayLike(next.meaning)) return null;
  return resolve(next, state).period;
}

function isDayLike(meaning: Meaning): boolean {
  if (meaning.kind === 'calendar') return meaning.day !== undefined || meaning.weekday !== undefined;
  return (
    meaning.kind === 'nearest' || meaning.kind === 'feast' || (meaning.kind === 'deictic' && meaning.unit === 'day')
  );
}

function resolve(mention: PlacedMention, state: State): Resolved {
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
    case 'feast':
      return resolveFeast(meaning, mention.direction, state);
    case 'time':
      return resolveTime(state);
  }
}

function known(period: Period): Resolved {
  return { value: period.value, period };
}

/** From the DCT where there is one, else from the text; unknown gives the value that TIMEX3 has for it. */
function reference(
  from: 'dct' | 'text',
  state: State,
): { day: number; period: Period; anchor: Timex['anchor'] } | null {
  const useText = from === 'text' || state.narrative;
  if (useText && state.focus) {
    const { period, start, text } = state.focus;
    return { day: period.from, period, anchor: { start, text } };
  }
  if (state.dct === null) return null;
  return { day: state.dct, period: dayPeriod(state.dct), anchor: 'dct' };
}

function resolveCalendar(meaning: Meaning & { kind: 'calendar' }, direction: Direction, state: State): Resolved {
  const fields = meaning;
  if (fields.year !== undefined) return known(periodOf(fields, fields.year) ?? yearPeriod(fields.year));
  if (meaning.shift !== undefined) {
    const base = reference(meaning.shiftFrom ?? 'dct', state);
    if (!base) return unknown(fields);
    const period = periodOf(fields, clampYear(fromDay(base.day).year + meaning.shift));
    return period ? { ...known(period), anchor: base.anchor } : unknown(fields);
  }
  const base = reference('dct', state);
  if (!base) return unknown(fields);
  const period = state.narrative ? carryForward(fields, base.period) : latestOrNext(fields, base.day, direction);
  return period ? { ...known(period), anchor: base.anchor } : unknown(fields);
}

/** The period with these fields in a year; null where it does not exist (29 February). */
function periodOf(fields: CalendarFields, year: number): Period | null {
  const { month, day, season, quarter, half } = fields;
  if (month !== undefined && day !== undefined)
    return isDay(year, month, day) ? dayPeriod(toDay(year, month, day)) : null;
  if (month !== undefined) return monthPeriod(year, month);
  if (season !== undefined) return seasonPeriod(year, season);
  if (quarter !== undefined) return quarterPeriod(year, quarter);
  if (half !== undefined) return halfPeriod(year, half);
  return yearPeriod(year);
}

/** Without a DCT the value says what is known: XXXX-11-30, XXXX-WXX-3. */
function unknown({ month, day, weekday, season, quarter, half }: CalendarFields): Resolved {
  let value = 'XXXX';
  if (weekday !== undefined && month === undefined) value = weekday > 7 ? 'XXXX-WXX-WE' : `XXXX-WXX-${weekday}`;
  else if (month !== undefined) value = `XXXX-${pad(month)}${day === undefined ? '' : `-${pad(day)}`}`;
  else if (season !== undefined) value = `XXXX-${season}`;
  else if (quarter !== undefined) value = `XXXX-Q${quarter}`;
  else if (half !== undefined) value = `XXXX-H${half}`;
  else if (day !== undefined) value = `XXXX-XX-${pad(day)}`;
  return { value, period: null };
}

/** News: the latest one, the day of publication included, unless the words look ahead. */
function latestOrNext(fields: CalendarFields, dct: number, direction: Direction): Period | null {
  const { weekday, month, day } = fields;
  if (weekday !== undefined && month === undefined) return weekdayPeriod(weekday, dct, direction);
  if (month === undefined && day !== undefined) return dayOfMonth(day, dct, direction);
  const { year } = fromDay(dct);
  const candidates = [year - 1, year, year + 1]
    .map((candidate) => periodOf(fields, candidate))
    .filter((period) => period !== null);
  const past = candidates.filter((period) => period.from <= dct).pop() ?? null;
  const future = candidates.find((period) => period.to >= dct) ?? null;
  if (direction === 'future') return future;
  if (direction === 'past' || !past || !future) return past;
  return dct - past.to <= future.from - dct || past.to >= dct ? past : future;
}

function weekdayPeriod(weekday: number, dct: number, direction: Direction): Period {
  if (weekday > 7) {
    const weekend = periodAround('weekend', dct);
    return direction !== 'future' && weekend.from > dct ? periodAfter('weekend', dct, -1) : weekend;
  }
  const back = (weekdayOf(dct) - weekday + 7) % 7;
  return dayPeriod(direction === 'future' && back > 0 ? dct + 7 - back : dct - back);
}

function dayOfMonth(day: number, dct: number, direction: Direction): Period | null {
  const { year, month, day: today } = fromDay(dct);
  const shift = direction === 'future' ? (day < today ? 1 : 0) : day > today ? -1 : 0;
  const first = fromDay(toDay(year, month + shift));
  return day <= daysInMonth(first.year, first.month) ? dayPeriod(toDay(first.year, first.month, day)) : null;
}

/** History: the year told last, or the next one where that lies far nearer. */
function carryForward(fields: CalendarFields, told: Period): Period | null {
  const { weekday, month, day } = fields;
  if (weekday !== undefined && month === undefined) {
    if (told.grain !== 'day') return null;
    return weekday > 7
      ? periodAround('weekend', told.from)
      : dayPeriod(told.from + ((weekday - weekdayOf(told.from) + 7) % 7));
  }
  if (month === undefined && day !== undefined) return dayOfMonth(day, told.from, 'future');
  const { year } = fromDay(told.from);
  const same = periodOf(fields, year);
  if (told.grain === 'year' || told.grain === 'decade' || told.grain === 'century' || !same) return same;
  if (told.from - same.from > BACK_LIMIT) return periodOf(fields, year + 1);
  return same;
}

/** A history that goes back more than so many days within a year has rather gone on to the next. */
const BACK_LIMIT = 270;

/** [last Friday], [next June]. The day itself is neither the last nor the next. */
function resolveNearest(meaning: Meaning & { kind: 'nearest' }, state: State): Resolved {
  const base = reference(meaning.from, state);
  if (!base) return unknown(meaning);
  const { weekday, month } = meaning;
  if (weekday !== undefined && month === undefined) {
    const ahead = (weekday - weekdayOf(base.day) + 7) % 7;
    const day =
      meaning.shift < 0
        ? base.day - (ahead === 0 ? 7 : 7 - ahead)
        : meaning.shift > 0
          ? base.day + (ahead === 0 ? 7 : ahead)
          : base.day - weekdayOf(base.day) + weekday;
    return { ...known(dayPeriod(day)), anchor: base.anchor };
  }
  const { year } = fromDay(base.day);
  const years = meaning.shift < 0 ? [year, year - 1] : [year, year + 1];
  const periods = years.map((candidate) => periodOf(meaning, candidate)).filter((period) => period !== null);
  const fits = (period: Period) =>
    meaning.shift < 0 ? period.to < base.day : meaning.shift > 0 ? period.from > base.day : true;
  const period = periods.find(fits) ?? periods[0];
  return period ? { ...known(period), anchor: base.anchor } : unknown(meaning);
}

function resolveDeictic(meaning: Meaning & { kind: 'deictic' }, state: State): Resolved {
  const base = reference(meaning.from, state);
  if (!base || (meaning.from === 'text' && isCoarser(base.period.grain, meaning.unit)))
    return { value: UNKNOWN[meaning.unit] ?? 'XXXX', period: null };
  if (state.narrative && meaning.from === 'dct' && meaning.unit === 'day')
    return { value: 'PRESENT_REF', period: null };
  const from = meaning.shift > 0 ? base.period.to : base.period.from;
  return { ...known(periodAfter(meaning.unit, from, meaning.shift)), anchor: base.anchor };
}

function resolveOffset(meaning: Meaning & { kind: 'offset' }, state: State): Resolved {
  const { unit, count, sign } = meaning;
  if (count === null) return { value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF', period: null };
  const base = reference(meaning.from, state);
  if (!base) return { value: UNKNOWN[unit] ?? 'XXXX', period: null };
  if (unit === 'hour' || unit === 'minute' || unit === 'second') {
    return base.period.grain === 'day'
      ? { value: `${base.period.value}TXX`, period: base.period, anchor: base.anchor, type: 'TIME' }
      : { value: 'XXXX-XX-XXTXX', period: null, type: 'TIME' };
  }
  if (isCoarser(base.period.grain, unit)) return { value: UNKNOWN[unit] ?? 'XXXX', period: null };
  const whole = Math.trunc(count);
  return { ...known(periodAfter(unit, base.period.from, sign * whole)), anchor: base.anchor };
}

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
} satisfies Record<Exclude<Unit, Season> | Season, number>;

/** "Two days later" cannot be counted from a month. */
function isCoarser(grain: Unit, unit: Unit): boolean {
  const limit = unit === 'week' || unit === 'weekend' ? COARSENESS.week : COARSENESS[unit];
  return COARSENESS[grain] > limit;
}

function resolveFeast(meaning: Meaning & { kind: 'feast' }, direction: Direction, state: State): Resolved {
  if (meaning.year !== undefined) {
    const day = feastDay(meaning.feast, meaning.year);
    return day === null ? { value: 'XXXX-XX-XX', period: null } : known(dayPeriod(day));
  }
  const base = reference('dct', state);
  if (!base) return { value: 'XXXX-XX-XX', period: null };
  const { year } = fromDay(base.day);
  const days = [year - 1, year, year + 1]
    .map((candidate) => feastDay(meaning.feast, candidate))
    .filter((day) => day !== null);
  if (state.narrative) {
    const day = feastDay(meaning.feast, year);
    return day === null ? { value: 'XXXX-XX-XX', period: null } : { ...known(dayPeriod(day)), anchor: base.anchor };
  }
  const past = days.filter((day) => day <= base.day).pop();
  const next = days.find((day) => day >= base.day);
  const wantNext =
    meaning.shift === 1 ||
    (meaning.shift === undefined &&
      (direction === 'future' || (direction === 'unknown' && isNearer(next, past, base.day))));
  const day = wantNext ? next : past;
  return day === undefined ? { value: 'XXXX-XX-XX', period: null } : { ...known(dayPeriod(day)), anchor: base.anchor };
}

function isNearer(next: number | undefined, past: number | undefined, day: number): boolean {
  return next !== undefined && (past === undefined || next - day < day - past);
}

/** A time of day is on the day told last; without one, on the day of publication. */
function resolveTime(state: State): Resolved {
  const base = reference('text', state);
  if (base?.period.grain !== 'day') return { value: 'XXXX-XX-XX', period: null };
  return { value: base.period.value, period: base.period, anchor: base.anchor };
}

function toTimex(mention: PlacedMention, resolved: Resolved): Timex {
  const { meaning, span, rule } = mention;
  const { period } = resolved;
  const withTime = meaning.clock !== undefined || meaning.dayPart !== undefined;
  const isTime = withTime && resolved.type === undefined && (period === null || period.grain === 'day');
  const days = period && meaning.part ? partOf(period, meaning.part) : period;
  const mod: TimexMod | undefined = meaning.part ?? meaning.mod;
  return {
    ...span,
    type: resolved.type ?? (isTime ? 'TIME' : 'DATE'),
    value: isTime ? `${resolved.value}${timeValue(meaning)}` : resolved.value,
    ...(mod && { mod }),
    from: days ? formatDay(days.from) : null,
    to: days ? formatDay(days.to) : null,
    edtf: period ? edtfOf(mention, period) : null,
    ...(mention.bound && { bound: mention.bound }),
    ...(isTime &&
      meaning.clock && {
        clock: {
          hour: meaning.clock.hour % 24,
          minute: meaning.clock.minute,
          offsetMinutes: meaning.clock.offsetMinutes,
        },
      }),
    ...(resolved.anchor && { anchor: resolved.anchor }),
    rule,
  };
}

function timeValue({ clock, dayPart }: Meaning): string {
  if (!clock) return dayPart ? `T${dayPart}` : '';
  const time = `T${pad(clock.hour)}:${pad(clock.minute)}`;
  if (clock.offsetMinutes === null) return time;
  if (clock.offsetMinutes === 0) return `${time}Z`;
  const minutes = Math.abs(clock.offsetMinutes);
  return `${time}${clock.offsetMinutes < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

function edtfOf({ meaning, bound }: PlacedMention, period: Period): string {
  let edtf = periodToEdtf(period);
  if (meaning.part && period.grain !== 'day') {
    const days = partOf(period, meaning.part);
    edtf = `${formatDay(days.from)}/${formatDay(days.to)}`;
  } else if (meaning.mod === 'APPROX' && !edtf.includes('/')) {
    edtf = `${edtf}~`;
  }
  if (!bound) return edtf;
  const [first = edtf, last = first] = edtf.split('/');
  return bound === 'since' || bound === 'after' ? `${first}/..` : `../${last}`;
}
