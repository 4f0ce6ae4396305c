import type { TimexRule } from '../../../timex-engine.ts';
import type { DayPart, Meaning } from '../../../timex-meaning.ts';
import { WEEKEND } from '../../../timex-which.ts';
import { CUE } from '../time-cues.ts';
import { DAY_PART, DAY_PARTS, MONTH, monthOf, SEASON, SHIFT, UNITS, WEEKDAY, weekdayNamed } from '../time-words.ts';

/** Times told by their place before or after now, or before or after what was just told. */

const UNIT = `weekend|week|month|quarter|year|decade|century|${SEASON}`;

const NAMED_DAYS: Readonly<Record<string, number>> = {
  'the day before yesterday': -2,
  yesterday: -1,
  today: 0,
  tonight: 0,
  tomorrow: 1,
  'the day after tomorrow': 2,
};

// [today], [yesterday], [tonight], [the day after tomorrow]
export const namedDay: TimexRule = {
  name: '<today>',
  cues: CUE.today,
  pattern:
    /(?<named>(?:the day (?:before yesterday|after tomorrow))|yesterday|today|tonight|tomorrow)(?!\w| (?:[Ss]how|[Pp]rogram(?:me)?)\b)/i,
  read: ({ named }, { sentence, start }) => {
    // A newspaper: "USA Today".
    if (
      /^T/.test(named ?? '') &&
      /\b(?:USA|Russia|India|Pakistan|Malaysia) $/.test(sentence.slice(Math.max(0, start - 10), start))
    )
      return null;
    // "The leaders of tomorrow" is no day.
    if (/\bof $/.test(sentence.slice(Math.max(0, start - 4), start)) && /^t/i.test(named ?? '') && named !== 'tonight')
      return null;
    const word = (named ?? '').toLowerCase();
    const meaning: Meaning = { kind: 'deictic', unit: 'day', shift: NAMED_DAYS[word] ?? 0, from: 'dct' };
    if (word === 'tonight') meaning.dayPart = 'NI';
    return meaning;
  },
};

// [last week], [this year], [next month], [the current quarter], [this past summer]
export const thisUnit: TimexRule = {
  name: 'last|this|next <unit>',
  cues: CUE.period | CUE.lead,
  pattern: new RegExp(
    `\\b(?:(?<which>last|this|next|this past|this coming|this current|the current|this very)(?: (?:calendar|fiscal|financial|full|school|academic))? (?<unit>${UNIT}))(?!\\w|-)(?<about> or so)?`,
    'i',
  ),
  read: ({ which, unit, about }, { sentence, start }) => {
    const word = (which ?? '').toLowerCase().split(' ').pop() ?? '';
    // A title in quotation marks: "This Week".
    if (/["'“`]/.test(sentence[start - 1] ?? '') && /^[A-Z]\w+ [A-Z]/.test(sentence.slice(start, start + 12)))
      return null;
    return {
      kind: 'deictic',
      unit: UNITS[(unit ?? '').toLowerCase()] ?? 'year',
      shift: SHIFT[word] ?? 0,
      from: 'dct',
      ...(about && { mod: 'APPROX' as const }),
    };
  },
};

// [last June], [next May], [this September]
export const thisMonth: TimexRule = {
  name: 'last|this|next <month>',
  cues: CUE.month | CUE.lead,
  pattern: new RegExp(
    `(?<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]his past|[Tt]his coming) (?<month>${MONTH})(?: (?<day>[0-3]?\\d))?(?![\\w-])`,
  ),
  read: ({ which, month, day }) => {
    const word = (which ?? '').toLowerCase().split(' ').pop() ?? '';
    const meaning: Meaning = { kind: 'nearest', shift: SHIFT[word] ?? 0, from: 'dct' };
    const number = monthOf(month);
    if (number === undefined) return null;
    meaning.month = number;
    if (day !== undefined) meaning.day = Number(day);
    return meaning;
  },
};

// [the previous April], [the following Friday], [that Friday]
export const previousMonth: TimexRule = {
  name: 'the previous|following <month>',
  cues: CUE.named | CUE.lead,
  pattern: new RegExp(
    `(?:[Tt]he (?<which>previous|preceding|following|next|same)|(?<that>[Tt]hat)) (?:(?<month>${MONTH})|(?<weekday>${WEEKDAY}))(?![\\w-])`,
  ),
  read: ({ which, that, month, weekday }, { sentence, start, end }) => {
    // "He said that Friday was the day": there it is a joint.
    if (that !== undefined && !POINTED_AT.test(sentence.slice(end, end + 2)) && start > 0) return null;
    if (that !== undefined && SAID.test(sentence.slice(Math.max(0, start - 12), start))) return null;
    const shift = SHIFT[which ?? ''] ?? 0;
    const [monthNumber, day] = [monthOf(month), weekdayNamed(weekday)];
    if (monthNumber !== undefined) return { kind: 'nearest', shift, month: monthNumber, from: 'text' };
    return day === undefined ? null : { kind: 'nearest', shift, weekday: day, from: 'text' };
  },
};

/** After "that Friday", where it points at a day. */
const POINTED_AT = /^(?:$|[.,;)])/;
const SAID = /\b(?:said|says|told|added|reported|announced|warned) $/;

// [the next day], [the following year], [the previous week], [that same month], [the same day], [that year]
export const thatUnit: TimexRule = {
  name: 'the previous|following|same <unit>',
  cues: CUE.period | CUE.lead,
  pattern: new RegExp(
    `\\b(?:the very (?<very>next|same)|the (?<which>previous|preceding|prior|following|next|subsequent|same)|that (?<that>same|very|following|next)|(?<bare>that)) (?<unit>day|${UNIT})(?!\\w|-)`,
    'i',
  ),
  read: ({ very, which, that, unit }, { sentence, start }) => {
    // "Over the next month" is a length of time.
    if (which?.toLowerCase() === 'next' && /\bover $/i.test(sentence.slice(Math.max(0, start - 5), start))) return null;
    const word = (very ?? which ?? that ?? 'that').toLowerCase();
    return {
      kind: 'deictic',
      unit: UNITS[(unit ?? '').toLowerCase()] ?? 'day',
      shift: SHIFT[word] ?? 0,
      from: 'text',
    };
  },
};

// they had met [the day before]; [the week after], it rained; [the year before last]
export const unitBefore: TimexRule = {
  name: 'the <unit> before',
  cues: CUE.unit | CUE.way,
  pattern:
    /\bthe (?<unit>day|week|month|year) (?<way>before|after)(?:(?<last> (?:last|next)(?! [A-Z]))|(?= ?[.,;:)]|$))(?!\w)/i,
  read: ({ unit, way, last }) => ({
    kind: 'deictic',
    unit: UNITS[(unit ?? '').toLowerCase()] ?? 'day',
    shift: (way?.toLowerCase() === 'before' ? -1 : 1) * (last ? 2 : 1),
    from: last ? 'dct' : 'text',
  }),
};

// [the night before], [the morning after]
export const dayPartBeside: TimexRule = {
  name: 'the <day part> before',
  cues: CUE.dayPart | CUE.beside,
  pattern:
    /\bthe (?<part>morning|afternoon|evening|night) (?<way>before|after)(?= ?[.,;:)]|$| (?:in|at|and|but|when)\b)/i,
  read: ({ part, way }) => ({
    kind: 'deictic',
    unit: 'day',
    shift: way?.toLowerCase() === 'before' ? -1 : 1,
    from: 'text',
    dayPart: DAY_PARTS[(part ?? '').toLowerCase()] ?? 'DT',
  }),
};

// in [the morning], late in [the evening]
export const theDayPart: TimexRule = {
  name: 'the <day part>',
  cues: CUE.dayPart,
  pattern: /\bthe (?<part>morning|afternoon|evening|night)(?![\w-]| (?:of|before|after|shift|sky)\b)/i,
  read: ({ part }, { sentence, start }) =>
    /\b(?:in|during|by|through|throughout|into) $/i.test(sentence.slice(Math.max(0, start - 12), start))
      ? { kind: 'time', dayPart: DAY_PARTS[(part ?? '').toLowerCase()] ?? 'DT' }
      : null,
};

// [the weekend], over the weekend
export const theWeekend: TimexRule = {
  name: 'the weekend',
  cues: CUE.weekend,
  pattern: /the weekend(?![\w-])/i,
  read: () => ({ kind: 'calendar', weekday: WEEKEND }),
};

// [the day], later in [the day]; [the year], [the end of the month]
export const theUnit: TimexRule = {
  name: 'the <unit>',
  cues: CUE.unit,
  pattern:
    /[Tt]he (?:full |whole |entire )?(?<unit>[Dd]ay|[Ww]eek|[Mm]onth|[Qq]uarter|[Yy]ear)(?![\w-]| (?:of|when|that|ended|ending|earlier|later|and a half|in which|ahead|round|on)\b| to (?:the end of )?(?:end-)?[A-Z])/,
  read: ({ unit }, { sentence, start, end }) => {
    // Alone it may be any: "of the year", "the quarter". What comes before shows that one is pointed at.
    const before = sentence.slice(Math.max(0, start - 28), start);
    if (
      !POINTS.test(before) ||
      (/^ (?:before|after)\b/.test(sentence.slice(end, end + 7)) && !/(?:late|early|later|earlier) in $/i.test(before))
    )
      return null;
    const name = UNITS[(unit ?? '').toLowerCase()] ?? 'day';
    if (name === 'quarter') return { kind: 'reporting', shift: 0 };
    return name === 'day'
      ? { kind: 'deictic', unit: name, shift: 0, from: 'text', orDct: true }
      : { kind: 'deictic', unit: name, shift: 0, from: 'dct' };
  },
};
const POINTS =
  /(?:\b(?:end|beginning|start|middle|half|part|close|rest|remainder|days?|weeks?|weekend|months?|quarter) of|\b(?:later|earlier|late|early) in|\b(?:for|in)|\b(?:end|finish|close|start|begin|open)(?:s|es|ed|ing)?|\b(?:began|begun)) $/i;

// [last night], [this morning], [Sunday]'s [that afternoon], [the next morning]
export const dayPartOfDay: TimexRule = {
  name: 'last|this|that|next <day part>',
  cues: CUE.dayPart | CUE.lead,
  pattern: new RegExp(
    `\\b(?<which>last|this|that|the same|the next|the following|the previous) (?:early |late )?(?<part>${DAY_PART})(?!\\w)`,
    'i',
  ),
  read: ({ which, part }) => {
    const word = (which ?? '').toLowerCase().split(' ').pop() ?? '';
    const dayPart: DayPart = DAY_PARTS[(part ?? '').toLowerCase()] ?? 'DT';
    const shift = word === 'last' ? -1 : (SHIFT[word] ?? 0);
    return { kind: 'deictic', unit: 'day', shift, from: word === 'last' || word === 'this' ? 'dct' : 'text', dayPart };
  },
};

// [month's end], [year end], around [year-end]
export const unitEnd: TimexRule = {
  name: "<unit>'s end",
  cues: CUE.unit | CUE.end,
  pattern: /(?:the )?(?<unit>week|month|quarter|year)(?:'s|-| )(?: ?)end(?![\w-])(?: (?<year>(?:19|20)\d\d)(?!\d))?/i,
  read: ({ unit, year }) =>
    year !== undefined
      ? { kind: 'calendar', year: Number(year), part: 'END' }
      : {
          kind: 'deictic',
          unit: UNITS[(unit ?? '').toLowerCase()] ?? 'year',
          shift: 0,
          from: 'dct',
          part: 'END',
        },
};
