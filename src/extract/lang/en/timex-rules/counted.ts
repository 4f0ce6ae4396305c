import type { Match, TimexRule } from '../../../timex-engine.ts';
import type { Meaning, Unit } from '../../../timex-meaning.ts';
import { eventNamed } from '../event-words.ts';
import { CUE } from '../time-cues.ts';
import { COUNT, countOf, UNIT, UNITS, WEEKDAY, weekdayNamed } from '../time-words.ts';
import { APPROX, MANY, periodOf, UNIT_S, withApprox } from './amounts.ts';

/** Times counted from another time, or from what happened. */

// [two days ago], [a week earlier], [nearly three years later], [days later], [ten years on]
export const counted: TimexRule = {
  name: '<count> <unit> ago|later',
  // "On" is too short to be looked for.
  cues: CUE.unit,
  pattern: new RegExp(
    `\\b${APPROX}?(?:${MANY} (?:short |long |more |full )?)?${UNIT_S}(?: or so)? (?<way>ago|earlier|later|previously|hence|from now|afterwards|beforehand|on(?= ?[.,;)]|$)|before(?= ?[.,;)]|$)|after(?= ?[.,;)]|$))(?!\\w| than\\b)`,
    'i',
  ),
  read: ({ approx, vague, count, unit, way }, at) => {
    const direction = (way ?? '').toLowerCase();
    const number = count === undefined || vague !== undefined ? null : countOf(count);
    const back =
      direction === 'ago' ||
      direction === 'earlier' ||
      direction === 'previously' ||
      direction === 'beforehand' ||
      direction === 'before';
    const word = (unit ?? '').toLowerCase();
    // "A split second later"
    if (
      count === undefined &&
      vague === undefined &&
      !/s(?: [a-z]{2,12}){1,4}$/i.test(at.sentence.slice(at.start, at.end))
    )
      return null;
    const meaning: Meaning = {
      kind: 'offset',
      unit: word === 'fortnight' ? 'week' : word === 'night' ? 'day' : (UNITS[word] ?? 'day'),
      count: number === null ? null : number * (word === 'fortnight' ? 2 : 1),
      sign: back ? -1 : 1,
      from: direction === 'ago' || direction === 'hence' || direction === 'from now' ? 'dct' : 'text',
    };
    if (word === 'year' && number === 1 && back && MONEY.test(around(at))) return { ...meaning, orQuarter: true };
    return withApprox(meaning, approx);
  },
};

/** Figures of a company: "a year earlier" is then the same quarter of the year before. */
const MONEY = /\b(?:a share|cents|net (?:income|loss|sales)|earned|earnings|profits?|revenues?|sales|[mb]illion)\b/;

function around({ sentence, start, end }: Match): string {
  return sentence.slice(Math.max(0, start - 120), end + 80);
}

// [two days] after the vote, [a week] before the summit
export const countedFrom: TimexRule = {
  name: '<count> <unit> after <event>',
  cues: CUE.unit | CUE.way,
  pattern: new RegExp(
    `\\b${APPROX}?(?<count>an?|${COUNT}) (?:short |long |full )?(?<unit>${UNIT})s?(?= (?<way>after|following|before|prior to|ahead of) (?<event>[^.,;:()"“”—]{3,80}))`,
    'i',
  ),
  read: ({ approx, count, unit, way, event }, { sentence, start }) => {
    // "For two days after the vote", "spent two years before leaving": no day is counted from another.
    if (LASTS.test(sentence.slice(Math.max(0, start - 12), start)) || (approx === 'over ' && way === 'before'))
      return null;
    if (/^before$/i.test(way ?? '') && GERUND.test(event ?? '')) return null;
    const word = (unit ?? '').toLowerCase();
    const [number, days] = [countOf(count ?? ''), UNITS_OF_DAYS[word]];
    if (number === null || !Number.isInteger(number) || !days) return null;
    const [name, times] = days;
    const sign = /^(?:after|following)$/i.test(way ?? '') ? 1 : -1;
    return withApprox(
      {
        kind: 'event',
        unit: name,
        count: sign * number * times,
        event: eventNamed(event ?? ''),
        duration: periodOf(number, word),
      },
      approx,
    );
  },
};

const LASTS = /\b(?:for|over|during|within|of|spent|lasted|took|takes|waited|served|than) $/i;
const GERUND = /^(?:being|[a-z]{2,14}ing)\b/;

// [the day after] the vote, [the year before] the war, [the eve of] the summit
export const unitBesideEvent: TimexRule = {
  name: 'the <unit> after <event>',
  cues: CUE.beside,
  pattern:
    /\bthe (?:(?<unit>day|week|month|year) (?<way>after|before)(?= )|eve(?= of ))(?= (?:of )?(?<event>[^.,;:()"“”—]{3,80}))/i,
  read: ({ unit, way, event }) => {
    const name = UNITS[(unit ?? 'day').toLowerCase()] ?? 'day';
    const named = eventNamed(event ?? '');
    // "The day before authorities met" is no day that is named; the eve of Christmas is.
    return named.length === 0 && (unit !== undefined || !/^[A-Z\d]/.test(event ?? ''))
      ? null
      : { kind: 'event', unit: name, count: way?.toLowerCase() === 'after' ? 1 : -1, event: named };
  },
};

const UNITS_OF_DAYS: Readonly<Record<string, readonly [unit: Unit, times: number]>> = {
  day: ['day', 1],
  night: ['day', 1],
  week: ['week', 1],
  fortnight: ['week', 2],
  month: ['month', 1],
  year: ['year', 1],
  decade: ['decade', 1],
};

// [a week from Tuesday], [a week on Monday], [Thursday week]; [a week last Tuesday]
export const weekFrom: TimexRule = {
  name: 'a week from <weekday>',
  cues: CUE.weekday | CUE.unit,
  pattern: new RegExp(
    `\\b(?:a week (?:(?<last>last)|from|on|after|next)? ?(?<weekday>${WEEKDAY})|(?<first>${WEEKDAY}) week(?= ?[.,;)]|$| (?:and|in|at|to|for)\\b))(?!\\w)`,
    'i',
  ),
  read: ({ weekday, first, last }) => {
    const day = weekdayNamed(weekday ?? first);
    if (day === undefined) return null;
    const [shift, count] = last === undefined ? ([1, 7] as const) : ([-1, -7] as const);
    return { kind: 'nearest', shift, weekday: day, from: 'dct', shifted: { unit: 'day', count } };
  },
};
