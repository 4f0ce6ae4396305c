import type { Timex } from '../../../types.ts';
import { daysBetween, daysOf, edtfOf, shiftDay } from '../../edtf.ts';
import type { VerbGroup } from './verb-groups.ts';

/** The time expression that dates a happening, and what it makes of it. */
export interface EventTime {
  timex: Timex | null;
  /** EDTF; null without a time. */
  edtf: string | null;
}

/** A count "since Wednesday" is up to date; "since 2011" opens an era. */
export const RECENT_DAYS = 60;

/** A bare clock this many characters behind the day it was reckoned from belongs to the day of publication. */
const CLOCK_REACH = 250;

/**
 * Of the times of one clause, that nearest to its verb; "from … until …" gives the interval of both. "Until Sunday" alone
 * runs from the day of publication, and what has been going on "since Wednesday" up to it.
 *
 * @param verb offset of the verb
 * @param dct day of publication
 */
export function chooseTime(
  times: readonly Timex[],
  verb: number,
  group: VerbGroup | null,
  dct: string | null,
): EventTime {
  const settled = withEnds(times).map((timex) =>
    settleScheduled(settleClock(timex, group, dct), isOrder(times, group), group, dct),
  );
  const [first, ...rest] = settled.sort((a, b) => distance(a, verb) - distance(b, verb));
  if (!first) return { timex: null, edtf: null };
  return (
    fromUntil(settled, group, dct) ??
    clockOfDay(first, rest) ??
    bothDays(first, rest) ??
    upToDate(finest(first, rest), group, dct)
  );
}

/** "until midnight on 6 August": the day behind the clock is the end as well. */
function withEnds(times: readonly Timex[]): Timex[] {
  return times.map((timex, i) => {
    const clock = times[i - 1];
    const ends = clock?.bound === 'until' && clock.clock && !timex.bound && timex.start - clock.end <= ' on '.length;
    return ends && timex.to ? { ...timex, bound: 'until', edtf: `../${timex.to}` } : timex;
  });
}

/** The time of the expression itself: "before the election in November" leaves the election in November. */
export function ownSpan(timex: Timex): string | null {
  return !timex.bound || timex.bound === 'since' ? timex.edtf : unboundSpan(timex);
}

/** The days that a time names, whatever goes on since or ends before them. */
export const unboundSpan = ({ value, from, to }: Timex): string | null =>
  /^\d{4}(?:-\d{2}){0,2}$/.test(value) ? value : edtfOf({ from, to });

/** "at 17:00", with no day near by or announced ahead for the day itself ("would come into effect at 17:00"): that of publication. */
function settleClock(timex: Timex, group: VerbGroup | null, dct: string | null): Timex {
  if (!timex.clock || !dct || !timex.from || /[a-z]day\b|\bto(?:night|morrow)|\d{4}|\b[A-Z][a-z]{2}/.test(timex.text))
    return timex;
  const { anchor } = timex;
  const far = typeof anchor === 'object' && timex.start - anchor.start > CLOCK_REACH;
  const announced = timex.from === shiftDay(dct, 1) && group?.backshifted;
  return far || announced ? { ...timex, from: dct, to: dct, edtf: dct } : timex;
}

/** What such a verb sets in force has its end ahead: "was imposed until Friday". */
const LASTING = /^(?:impose|declare|extend|suspend|order|announce|close|shut|shut_down|ground|ban)$/;

/** "ordered a curfew from 6 a.m. to 6 p.m. on Saturday": hours are set for a day that is to come. */
const isOrder = (times: readonly Timex[], group: VerbGroup | null) =>
  group !== null && LASTING.test(group.lemma) && times.filter(({ clock }) => clock !== undefined).length > 1;

/** "France play Luxembourg on Wednesday": the simple present of a fixture looks ahead, as an order does. */
function settleScheduled(timex: Timex, ordered: boolean, group: VerbGroup | null, dct: string | null): Timex {
  const scheduled =
    // Nearer than that, the order may have been given on the day itself.
    (ordered && dct !== null && timex.from !== null && daysBetween(timex.from, dct) > 2) ||
    (group?.tense === 'present' && !group.perfect && !group.progressive && !group.passive && group.lemma !== 'be');
  if (
    !scheduled ||
    !dct ||
    timex.bound ||
    !timex.from ||
    timex.from >= dct ||
    timex.rule !== '<weekday>' ||
    timex.from !== timex.to
  )
    return timex;
  const day = shiftDay(timex.from, 7);
  return { ...timex, from: day, to: day, edtf: day };
}

function fromUntil(times: readonly Timex[], group: VerbGroup | null, dct: string | null): EventTime | null {
  const ends = times.filter(({ bound }) => bound === 'until');
  const until = ends.find(({ type }) => type === 'DATE') ?? ends[0];
  const from = times.find(({ bound, clock }) => bound === 'since' || (clock !== undefined && bound === undefined));
  const start = from ? (from.from ?? null) : dct;
  if (!until?.to || !start || (!from && group?.tense === 'past' && !LASTING.test(group.lemma))) return null;
  // "from 17:00 until Sunday" ends after it began, whatever the tense says.
  const end = until.rule === '<weekday>' && until.to < start ? shiftDay(until.to, 7) : until.to;
  return start <= end ? { timex: from ?? until, edtf: edtfOf({ from: start, to: end }) } : null;
}

/** "from 6 a.m. to 6 p.m. on Wednesday": the clocks are those of the day; "shortly after 6 a.m.": the day it is. */
function clockOfDay(first: Timex, rest: readonly Timex[]): EventTime | null {
  const day = rest.find(({ type, bound, edtf }) => type === 'DATE' && !bound && /^\d{4}-\d{2}-\d{2}$/.test(edtf ?? ''));
  if (first.type !== 'TIME') return null;
  if (day && (first.clock || isPartOfDay(first))) return { timex: day, edtf: day.edtf };
  const clock = isPartOfDay(first) ? rest.find((timex) => timex.clock && timex.from) : undefined;
  if (clock) return { timex: clock, edtf: edtfOf({ from: clock.from, to: clock.to }) };
  if (first.bound && first.bound !== 'until' && first.from && first.to) {
    return { timex: first, edtf: edtfOf({ from: first.from, to: first.to }) };
  }
  return null;
}

/** "overnight", "in the evening": the day stands elsewhere. */
const isPartOfDay = ({ value, text }: Timex) => /T(?:NI|MO|MI|EV|AF|DT)$/.test(value) && !/day\b/i.test(text);

/** "on Thursday and Friday": both. */
function bothDays(first: Timex, rest: readonly Timex[]): EventTime | null {
  const second = rest.find(
    ({ type, start }) => type === 'DATE' && start > first.end && start - first.end <= ' and on '.length,
  );
  if (!second?.to || !first.from || first.bound || second.bound || first.from >= second.to) return null;
  return daysBetween(first.from, second.to) < 7
    ? { timex: first, edtf: edtfOf({ from: first.from, to: second.to }) }
    : null;
}

/** A clock without a day takes the day of its neighbour; a day is better than a year ("on Saturday … in 2016"). */
function finest(first: Timex, rest: readonly Timex[]): Timex {
  const fine = [first, ...rest].find((timex) => /^\d{4}-\d{2}-\d{2}/.test(timex.edtf ?? ''));
  return fine && daysApart(first, fine) < 2 ? fine : first;
}

function upToDate(timex: Timex, group: VerbGroup | null, dct: string | null): EventTime {
  // "had left it unchanged until this week": an end without a beginning dates nothing.
  if (timex.bound === 'until') return { timex: null, edtf: null };
  // "The party, in government since 2015, won": a simple past goes on since nothing.
  if (timex.bound === 'since' && group?.tense === 'past' && !group.perfect && !group.passive && !group.progressive)
    return { timex: null, edtf: null };
  // "due by 18 June": from the day of publication on.
  if (timex.bound === 'before' && group?.tense === 'future' && !group.intended && dct && timex.to && dct <= timex.to)
    return { timex, edtf: edtfOf({ from: dct, to: timex.to }) };
  const counts =
    timex.bound === 'since' && timex.from && dct && group?.perfect && daysBetween(timex.from, dct) <= RECENT_DAYS;
  return { timex, edtf: counts ? edtfOf({ from: timex.from, to: dct }) : timex.edtf };
}

const distance = (timex: Timex, verb: number) => (timex.start > verb ? timex.start - verb : verb - timex.end + 20);

function daysApart(a: Timex, b: Timex): number {
  const [x, y] = [daysOf(a.edtf ?? '')?.from, daysOf(b.edtf ?? '')?.from];
  return x && y ? Math.abs(daysBetween(x, y)) : 0;
}
