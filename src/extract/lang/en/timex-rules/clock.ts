import type { Groups, TimexRule } from '../../../timex-engine.ts';
import type { ClockReading, Meaning, Part } from '../../../timex-meaning.ts';
import { CUE } from '../time-cues.ts';
import { anyOf, countOf, DAY_PARTS, NUMBERS } from '../time-words.ts';
import { ZONE_NAME, zoneNamed } from '../zone-words.ts';

/** Times of the clock. */

/** [17:00 GMT], [17:00 (GMT)], [17:00 GMT+3], [17:00 Moscow time]. */
const ZONE = `(?: (?<zone>${ZONE_NAME})(?:(?<plus>[+-]\\d{1,2})(?::?(?<plusMinutes>[0-5]\\d))?)?(?!\\w)| \\((?<inBrackets>${ZONE_NAME})\\))?`;
const MERIDIEM = ' ?(?<meridiem>[AaPp]\\.[Mm]\\b\\.?|[AaPp][Mm]\\b)';

// [17:00 local time], [10:30 p.m.], [14.58 UTC]
export const clock: TimexRule = {
  name: '<hour>:<minute>',
  cues: CUE.clockMark,
  pattern: new RegExp(
    `(?<hour>[01]?\\d|2[0-4])(?<mark>[:.])(?<minute>[0-5]\\d)(?::(?<second>[0-5]\\d))?(?!\\d|[:.]\\d|%)(?:${MERIDIEM}|hrs?\\b)?${ZONE}`,
  ),
  read: (groups, { sentence, start, end }) => {
    const before = sentence.slice(Math.max(0, start - 12), start);
    if (/[$£€\d][.,:]?$/.test(before)) return null;
    const plain = !groups.meridiem && !(groups.zone ?? groups.inBrackets);
    // "He won in 2:05:30", "a time of 3:45", "led by 1:20", "1:15 behind"; a chapter and verse.
    if (
      plain &&
      (RACE_BEFORE.test(before) ||
        (RACE_AFTER.test(sentence.slice(end, end + 12)) && !/\b(?:at|around|about) $/.test(before)))
    )
      return null;
    if (
      plain &&
      /\b(?:in|of|clocked|ran|(?:John|Luke|Mark|Matthew|Acts|Romans|Psalms?|Genesis|Exodus|Isaiah)) $/.test(before)
    )
      return null;
    // A full stop between the digits needs more to be a clock: "5.30 p.m.", "14.58 GMT".
    if (groups.mark === '.' && plain) return null;
    return readClock(groups);
  },
};

/** What runners and riders are told apart by. */
const RACE_BEFORE = /\b(?:(?:record|best|time) (?:is|was)|(?:leads?|led|won|field) by) $/;
const RACE_AFTER = /^ (?:behind|ahead of|adrift|clear of)\b/;

// [10 p.m.], [9 a.m. EST], [11 o'clock]
export const hour: TimexRule = {
  name: '<hour> a.m.',
  cues: CUE.rare,
  pattern: new RegExp(`(?<hour>1[0-2]|0?[1-9])(?:${MERIDIEM}| ?o'clock\\b)${ZONE}`),
  read: (groups, { sentence, start }) => (/[\d.,:$]/.test(sentence[start - 1] ?? '') ? null : readClock(groups)),
};

// [six o'clock]
export const wordHour: TimexRule = {
  name: "<hour> o'clock",
  cues: CUE.clock,
  pattern: new RegExp(`(?<word>${anyOf(Object.keys(NUMBERS))}) o'clock(?!\\w)${ZONE}`, 'i'),
  read: (groups) => {
    const count = countOf(groups.word ?? '');
    return count === null || count < 1 || count > 12 ? null : readClock({ ...groups, hour: String(count) });
  },
};

// [half past seven], [quarter to nine], [ten past 6]
export const hourInWords: TimexRule = {
  name: 'half past <hour>',
  cues: CUE.clock,
  pattern: new RegExp(
    `\\b(?:a )?(?<minutes>half|quarter|five|ten|twenty|twenty-five) (?<way>past|to) (?<word>${anyOf(Object.keys(NUMBERS))}|1[0-2]|[1-9])(?![\\w.,:-]?\\w)${ZONE}`,
    'i',
  ),
  read: (groups, { sentence, start }) => {
    const [number, minutes] = [countOf(groups.word ?? ''), MINUTES[(groups.minutes ?? '').toLowerCase()]];
    if (number === null || minutes === undefined || number < 1 || number > 12) return null;
    if (
      !/\b(?:at|by|around|about|until|till|before|after|from|since|just) $/i.test(
        sentence.slice(Math.max(0, start - 8), start),
      )
    )
      return null;
    const [past, hour] = [groups.way?.toLowerCase() === 'past', number % 12];
    return readClock({
      ...groups,
      hour: String(past ? hour : (hour + 11) % 12),
      minute: String(past ? minutes : 60 - minutes),
    });
  },
};
const MINUTES: Readonly<Record<string, number>> = {
  half: 30,
  quarter: 15,
  five: 5,
  ten: 10,
  twenty: 20,
  'twenty-five': 25,
};

// at [8 in the morning], [10:30 at night], [nine in the evening]
export const hourOfDayPart: TimexRule = {
  name: '<hour> in the <day part>',
  cues: CUE.dayPart,
  pattern: new RegExp(
    `\\b(?<hour>1[0-2]|[1-9]|${anyOf(Object.keys(NUMBERS).slice(1, 13))})(?:[:.](?<minute>[0-5]\\d))? (?:in the (?<part>morning|afternoon|evening)|at (?<night>night))(?!\\w)`,
    'i',
  ),
  read: (groups, { sentence, start }) => {
    const number = countOf(groups.hour ?? '');
    if (
      number === null ||
      !/\b(?:at|by|around|about|until|till|before|after|from|since) $/i.test(
        sentence.slice(Math.max(0, start - 8), start),
      )
    )
      return null;
    return readClock({
      ...groups,
      hour: String(number),
      meridiem: groups.part?.toLowerCase() === 'morning' ? 'a' : 'p',
    });
  },
};

// [1400 GMT], [0630 local time], at [1800 hrs]
export const militaryHour: TimexRule = {
  name: '<hhmm> GMT',
  cues: CUE.fourDigits,
  // What can only be a year is left alone: "1400 GMT", "1800 hrs", "at 0630".
  pattern: new RegExp(
    `(?=0|\\d{4} ?[A-Zhl(])(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)(?![\\d%]|[.,:/-]\\d)(?: ?(?:hrs?|hours)\\b)?${ZONE}`,
  ),
  read: (groups, { sentence, start, end }) => {
    const zoned = (groups.zone ?? groups.inBrackets) !== undefined;
    const led = /\b(?:at|by|from|until|around|about) $/i.test(sentence.slice(Math.max(0, start - 7), start));
    const said = sentence.slice(start, end);
    return zoned || (led && (/hrs?$|hours$/.test(said) || said.startsWith('0'))) ? readClock(groups) : null;
  },
};

// [noon], [midnight]
export const noon: TimexRule = {
  name: 'noon',
  cues: CUE.dayPart,
  pattern: new RegExp(`(?:12 )?(?<word>noon|midnight)(?!\\w|-(?!to\\b)[a-z])${ZONE}`, 'i'),
  read: (groups, { sentence, start, end }) => {
    // A name: "Noon Kim", "General Noon".
    if (
      /^[A-Z]/.test(sentence.slice(start, end)) &&
      (/^ [A-Z][a-z]/.test(sentence.slice(end, end + 3)) || RANK.test(sentence.slice(Math.max(0, start - 14), start)))
    )
      return null;
    const midnight = groups.word?.toLowerCase() === 'midnight';
    return { kind: 'time', clock: { hour: midnight ? 0 : 12, minute: 0, ...zoneOf(groups) } };
  },
};

const RANK = /\b(?!Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|At|By)[A-Z][a-z]{1,10}\.? $/;

function readClock(groups: Groups): Meaning | null {
  let hourOfDay = Number(groups.hour);
  const meridiem = groups.meridiem?.charAt(0).toLowerCase();
  if (meridiem && hourOfDay > 12) return null;
  if (meridiem === 'p' && hourOfDay < 12) hourOfDay += 12;
  if (meridiem === 'a' && hourOfDay === 12) hourOfDay = 0;
  const reading: ClockReading = { hour: hourOfDay, minute: Number(groups.minute ?? 0), ...zoneOf(groups) };
  if (!meridiem && hourOfDay > 0 && hourOfDay < 12 && !groups.hour?.startsWith('0')) reading.half = 'unknown';
  return { kind: 'time', clock: reading };
}

function zoneOf({ zone: plain, inBrackets, plus, plusMinutes }: Groups): Pick<ClockReading, 'offsetMinutes' | 'zone'> {
  const zone = zoneNamed(plain ?? inBrackets ?? '');
  if (typeof zone === 'string') return { offsetMinutes: null, zone };
  if (zone === undefined) return { offsetMinutes: null };
  const hours = Number(plus ?? 0);
  return { offsetMinutes: zone + 60 * hours + Math.sign(hours) * Number(plusMinutes ?? 0) };
}

// by [mid-afternoon], [late evening]
export const partOfDayPart: TimexRule = {
  name: 'mid-<day part>',
  cues: CUE.dayPart,
  pattern: /\b(?<part>mid|late|early)[- ](?<dayPart>morning|afternoon|evening)(?![\w-])/i,
  read: ({ part, dayPart }) => ({
    kind: 'time',
    dayPart: DAY_PARTS[(dayPart ?? '').toLowerCase()] ?? 'DT',
    part: PARTS[(part ?? '').toLowerCase()] ?? 'MID',
  }),
};
const PARTS: Readonly<Record<string, Part>> = { early: 'START', mid: 'MID', late: 'END' };

// at [dusk], by [nightfall], since [dawn]
export const atDayPart: TimexRule = {
  name: '<dusk>',
  cues: CUE.dayPart,
  pattern:
    /\b(?<part>dawn|daybreak|sunrise|midday|lunchtime|dusk|sunset|nightfall)(?!\w|-| (?:chorus|raid|prayers?)\b)/,
  read: ({ part }, { sentence, start }) =>
    /\b(?:at|by|before|after|around|until|till|from|since|towards?) $/i.test(
      sentence.slice(Math.max(0, start - 8), start),
    )
      ? { kind: 'time', dayPart: DAY_PARTS[part ?? ''] ?? 'DT' }
      : null,
};

// [overnight]: the night before the publication
export const overnight: TimexRule = {
  name: 'overnight',
  cues: CUE.dayPart,
  pattern: /overnight(?![\w-]| (?:stay|bag|train|bus|flight|success|guest))/i,
  read: () => ({ kind: 'deictic', unit: 'day', shift: -1, from: 'dct', dayPart: 'NI' }),
};
