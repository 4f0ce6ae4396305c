import { addMonths, fromDay } from './calendar.ts';
import { baseFor, COARSENESS, isCoarser, type State } from './timex-account.ts';
import type { Meaning, Shift } from './timex-meaning.ts';
import { known, type Resolved, unknownUnit } from './timex-resolved.ts';
import { clampDay, dayPeriod, type Period, periodAfter, periodAround } from './timex-value.ts';

/** Times that are counted: from the publication, from what was told, from what happened, or by a company's quarters. */

export function resolveOffset(meaning: Meaning & { kind: 'offset' }, state: State): Resolved {
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
  if (!base || ((fine || sign > 0) && from === 'text' && base.anchor === 'dct')) return unknownUnit(unit);
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
export function countFrom({ grain, from }: Period, { unit, count, fine }: Shift): Resolved {
  if (fine && unit === 'year') return known(periodAround(grain, clampDay(addMonths(from, 12 * count))));
  if (isCoarser(grain, unit)) return unknownUnit(unit);
  // A week ago is some day about seven days back; two weeks ago is as coarse as a week.
  if (unit === 'week' && Math.abs(count) === 1 && grain === 'day')
    return { ...known(dayPeriod(from + 7 * count)), mod: 'APPROX' };
  return known(
    unit === 'decade' && Math.abs(count) === 1 ? periodAfter('year', from, 10 * count) : periodAfter(unit, from, count),
  );
}

/** From the one time that the text gives for the happening; never a guess where it gives none, or two. */
export function resolveEvent(meaning: Meaning & { kind: 'event' }, { happened }: State): Resolved {
  const { event, unit, duration } = meaning;
  const told = (happened.get(event[0] ?? '') ?? []).filter(
    ({ words, told: { period } }) => event.every((word) => words.includes(word)) && !isCoarser(period.grain, unit),
  );
  const first = told[0]?.told;
  if (!first || told.some((other) => other.told.period.value !== first.period.value))
    return duration ? { value: duration, period: null, type: 'DURATION' } : unknownUnit(unit);
  return { ...countFrom(first.period, meaning), anchor: { start: first.span.start, text: first.span.text } };
}

/** The quarter that a company reports on: the one named in the text, or the last that was over. */
export function resolveReporting({ shift, year }: Meaning & { kind: 'reporting' }, state: State): Resolved {
  const quarter = state.quarter ?? (state.dct === null ? null : periodAfter('quarter', state.dct, -1));
  if (!quarter) return { value: 'XXXX-QX', period: null };
  if (year === undefined) return known(periodAfter('quarter', quarter.from, 4 * shift));
  return known(periodAfter('quarter', quarter.from, 4 * (year - fromDay(quarter.from).year)));
}
