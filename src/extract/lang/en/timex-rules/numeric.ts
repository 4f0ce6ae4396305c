import type { TimexRule } from '../../../timex-engine.ts';
import type { Meaning } from '../../../timex-meaning.ts';
import { CUE } from '../time-cues.ts';
import { yearOf } from './dates.ts';

/** Dates in figures. */

// [2024-11-30], [2024-11-30T18:05+02:00], [2024/11/30]
export const isoDate: TimexRule = {
  name: '<yyyy>-<mm>-<dd>',
  cues: CUE.fourDigits | CUE.dateMark,
  pattern:
    /(?<year>[12]\d{3})(?<mark>[-/])(?<month>[01]\d)\k<mark>(?<day>[0-3]\d)(?:[T ](?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d)(?::[0-5]\d(?:\.\d{1,9})?)?(?<zone>Z|[+-]\d\d:?\d\d)?)?(?![\w/-])/,
  read: ({ year, month, day, hour, minute, zone }) => {
    const meaning: Meaning = { kind: 'calendar', year: Number(year), month: Number(month), day: Number(day) };
    if (!isPossible(Number(month), Number(day))) return null;
    if (hour !== undefined) {
      meaning.clock = {
        hour: Number(hour),
        minute: Number(minute),
        offsetMinutes: zone === undefined ? null : offsetOf(zone),
      };
    }
    return meaning;
  },
};

// [11/30/2024], [30/11/2024], [30.11.2024], [7/8/07]: the month first, as American copy has it, unless it cannot be
export const slashDate: TimexRule = {
  name: '<mm>/<dd>/<yyyy>',
  cues: CUE.dateMark,
  pattern: /(?<first>[0-3]?\d)(?<mark>[/.-])(?<second>[0-3]?\d)\k<mark>(?<year>(?:19|20)\d\d|\d\d)(?![\w/-]|[.,]\d)/,
  read: ({ first, mark, second, year }, { sentence, start }) => {
    if (/[\d/.$-]/.test(sentence[start - 1] ?? '') || (mark !== '/' && year?.length === 2)) return null;
    const [a, b] = [Number(first), Number(second)];
    const dayFirst = a > 12 || mark === '.';
    const [month, day] = dayFirst ? [b, a] : [a, b];
    if (!isPossible(month, day)) return null;
    const swappable = !dayFirst && b <= 12 && a !== b;
    return { kind: 'calendar', year: yearOf(year ?? ''), month, day, ...(swappable && { swappable }) };
  },
};

// [9/11], the [Sept. 11] attacks: a date by its name
export const nineEleven: TimexRule = {
  name: '9/11',
  cues: CUE.rare,
  pattern: /(?:9\/11(?![\d/])|Sept(?:\.|ember) 11(?:th)?(?= (?:attacks?|terror|hijack|commission|victims|plot)))/,
  read: (_groups, { sentence, start }) =>
    /[\d/.]/.test(sentence[start - 1] ?? '') ? null : { kind: 'calendar', year: 2001, month: 9, day: 11 },
};

function isPossible(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0;
  const digits = zone.replace(/\D/g, '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return zone.startsWith('-') ? -minutes : minutes;
}
