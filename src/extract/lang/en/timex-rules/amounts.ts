import type { TimexMod } from '../../../../types.ts';
import type { Meaning } from '../../../timex-meaning.ts';
import { COUNT, DURATION_UNITS, UNIT } from '../time-words.ts';

/** So many units of time: what durations, counted offsets and sets are made of. */

export const APPROX =
  '(?<approx>(?:about|around|roughly|approximately|nearly|almost|close to|some|over|more than|less than|fewer than|under|at least|at most|up to|no more than|no less than|not more than|well over|a mere|just) )';
export const MANY = `(?:(?<vague>a (?:few|couple of|couple|number of|handful of)|few|several|many|some)|(?<count>half an?|an?|another|${COUNT}))`;
export const UNIT_S = `(?<unit>${UNIT}|centurie)s?`;

/** TIMEX3 period: three days is P3D, some hours PTXH, two and a half years P2.5Y. */
export function periodOf(count: number | null, unit: string): string {
  const { prefix, times, code } = DURATION_UNITS[unit.toLowerCase()] ?? { prefix: 'P', times: 1, code: 'D' };
  if (count === null) return `${prefix}X${times === 10 ? 'E' : times === 100 ? 'C' : ''}${times > 2 ? '' : code}`;
  return `${prefix}${count * times}${code}`;
}

export function withApprox(meaning: Meaning, approx: string | undefined): Meaning {
  const word = (approx ?? '').trim().toLowerCase();
  return word ? { ...meaning, mod: MODS[word] ?? 'APPROX' } : meaning;
}

const MODS: Readonly<Record<string, TimexMod>> = {
  nearly: 'LESS_THAN',
  almost: 'LESS_THAN',
  'close to': 'LESS_THAN',
  'less than': 'LESS_THAN',
  'fewer than': 'LESS_THAN',
  under: 'LESS_THAN',
  over: 'MORE_THAN',
  'well over': 'MORE_THAN',
  'more than': 'MORE_THAN',
  'at least': 'EQUAL_OR_MORE',
  'no less than': 'EQUAL_OR_MORE',
  'at most': 'EQUAL_OR_LESS',
  'up to': 'EQUAL_OR_LESS',
  'no more than': 'EQUAL_OR_LESS',
  'not more than': 'EQUAL_OR_LESS',
};
