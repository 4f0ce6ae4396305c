import type { ClockReading, Meaning, Mention, Shift } from '../../../timex-meaning.ts';
import { WEEKEND } from '../../../timex-which.ts';
import { DAY_PART, DAY_PARTS } from '../time-words.ts';
import { wordBefore } from './word-before.ts';

/** What belongs to a mention on either side of it, and mentions that are one. */

const isDay = (meaning: Meaning) =>
  (meaning.kind === 'calendar' && (meaning.day !== undefined || meaning.weekday !== undefined)) ||
  meaning.kind === 'nearest' ||
  meaning.kind === 'feast' ||
  (meaning.kind === 'deictic' && meaning.unit === 'day');

const isDated = (meaning: Meaning) => isDay(meaning) || meaning.kind === 'calendar' || meaning.kind === 'deictic';

// [17:00 local time (14:00 GMT)]: one instant, and the offset of the place with it
export function joinClocks(sentence: string, mentions: readonly Mention[]): Mention[] {
  return joinPairs(mentions, (first, second) => {
    const [a, b] = [first.meaning.clock, second.meaning.clock];
    if (!a || !b || !isZoned(b) || !/^ ?[(,/] ?$/.test(sentence.slice(first.end, second.start))) return null;
    const end = sentence[second.end] === ')' ? second.end + 1 : second.end;
    return { ...first, end, meaning: { ...first.meaning, clock: isZoned(a) ? a : besideClock(a, b) } };
  });
}

const isZoned = ({ offsetMinutes, zone }: ClockReading) => offsetMinutes !== null || zone !== undefined;

/** The clock with the offset that makes both the same instant, where that of the other is fixed. */
function besideClock(own: ClockReading, other: ClockReading): ClockReading {
  if (other.offsetMinutes === null) return own;
  const minutes = own.hour * 60 + own.minute - (other.hour * 60 + other.minute) + other.offsetMinutes;
  return { ...own, offsetMinutes: ((minutes + 2160) % 1440) - 720 };
}

const PART_AFTER = new RegExp(`^ (?:early |late )?(?<part>${DAY_PART})(?!\\w)`, 'i');
const PART_BEFORE = new RegExp(
  `(?:the )?(?:(?<early>early |late )?(?<part>${DAY_PART})(?: hours)?|(?:early|small|wee) hours|(?<eve>eve)) of(?: the)? $`,
  'i',
);

const LEADS_TO_DAY = new Set(['of', 'the']);

// [Friday morning], [the night of 13 February]
export function joinDayPart(sentence: string, mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention) => {
    if (!isDay(mention.meaning) || mention.meaning.dayPart) return mention;
    const after = PART_AFTER.exec(sentence.slice(mention.end, mention.end + 24));
    if (after) {
      const dayPart = DAY_PARTS[(after.groups?.part ?? '').toLowerCase()] ?? 'DT';
      return { ...mention, end: mention.end + after[0].length, meaning: { ...mention.meaning, dayPart } };
    }
    if (!LEADS_TO_DAY.has(wordBefore(sentence, mention.start))) return mention;
    const before = PART_BEFORE.exec(sentence.slice(Math.max(0, mention.start - 32), mention.start));
    if (!before || before.groups?.eve) return mention;
    const dayPart = DAY_PARTS[(before.groups?.part ?? 'morning').toLowerCase()] ?? 'MO';
    return { ...mention, start: mention.start - before[0].length, meaning: { ...mention.meaning, dayPart } };
  });
}

/** Words between a time and the day that it is of. */
const DAY_FOLLOWS = /^,? (?:on|of) (?:the )?$/;

// [two days later], on 3 May: both are one day
export function linkDays(sentence: string, mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention, index) => {
    const next = mentions[index + 1];
    if (!next) return mention;
    const between = sentence.slice(mention.end, next.start);
    const { meaning } = mention;
    const counted =
      (meaning.kind === 'offset' || meaning.kind === 'deictic') && meaning.unit === 'day' && meaning.from === 'text';
    const isOne =
      (counted && /^, (?:on )?(?:the )?$/.test(between) && isDay(next.meaning)) ||
      (meaning.kind === 'time' && isDay(next.meaning) && DAY_FOLLOWS.test(between)) ||
      (meaning.kind === 'time' && next.meaning.kind === 'time' && /^ ?(?:and|to|until|-) ?$/.test(between));
    return isOne ? { ...mention, meaning: { ...meaning, dayAhead: true } } : mention;
  });
}

// on 3 May, [two days after the vote]: the second says the same day once more
export function linkSameDay(sentence: string, mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention, index) => {
    const before = mentions[index - 1];
    const counted = mention.meaning.kind === 'event' || mention.meaning.shifted !== undefined;
    if (
      !before ||
      !counted ||
      !isDay(before.meaning) ||
      !/^,? (?:just |only )?$/.test(sentence.slice(before.end, mention.start))
    )
      return mention;
    return { ...mention, meaning: { ...mention.meaning, dayBehind: true } };
  });
}

// [11:00] and [23:00 GMT]: both of that zone
export function shareZone(sentence: string, mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention, index) => {
    const next = mentions[index + 1];
    const [own, other] = [mention.meaning.clock, next?.meaning.clock];
    if (!next || !own || !other || isZoned(own) || !isZoned(other)) return mention;
    if (!/^ ?(?:and|to|until|or|-) ?$/.test(sentence.slice(mention.end, next.start))) return mention;
    const clock = { ...own, offsetMinutes: other.offsetMinutes, ...(other.zone !== undefined && { zone: other.zone }) };
    return { ...mention, meaning: { ...mention.meaning, clock } };
  });
}

// [10 p.m. Wednesday], [Wednesday, 10 p.m.], [9:34 p.m., March 19]
export function joinClockAndDay(sentence: string, mentions: readonly Mention[]): Mention[] {
  return joinPairs(mentions, (first, second) => {
    const between = sentence.slice(first.end, second.start);
    if (!/^,? $/.test(between)) return null;
    if (first.meaning.kind === 'time' && isDay(second.meaning)) {
      return { ...second, start: first.start, meaning: atHalf({ ...second.meaning, ...timeOf(first.meaning) }) };
    }
    if (second.meaning.kind === 'time' && isDay(first.meaning) && !first.meaning.clock) {
      return { ...first, end: second.end, meaning: atHalf({ ...first.meaning, ...timeOf(second.meaning) }) };
    }
    return null;
  });
}

/** 7:30 of an evening is 19:30. */
function atHalf(meaning: Meaning): Meaning {
  const { clock, dayPart } = meaning;
  if (clock?.half !== 'unknown' || dayPart === undefined || dayPart === 'MO') return meaning;
  return { ...meaning, clock: { ...clock, hour: clock.hour + 12 } };
}

function timeOf({ clock, dayPart }: Meaning): Pick<Meaning, 'clock' | 'dayPart'> {
  return { ...(clock && { clock }), ...(dayPart && { dayPart }) };
}

// [June last year], [October of that year], [the summer of next year]
export function joinYear(sentence: string, mentions: readonly Mention[]): Mention[] {
  return joinPairs(mentions, (first, second) => {
    const { meaning } = first;
    if (meaning.kind !== 'calendar' || meaning.year !== undefined || meaning.weekday !== undefined) return null;
    const year = second.meaning;
    if (year.kind !== 'deictic' || year.unit !== 'year') return null;
    if (!/^(?:,? of|,)? $/.test(sentence.slice(first.end, second.start))) return null;
    return { ...first, end: second.end, meaning: { ...meaning, shift: year.shift, shiftFrom: year.from } };
  });
}

// [two years ago today], [ten years ago next month]
export function joinYearsAgo(sentence: string, mentions: readonly Mention[]): Mention[] {
  return joinPairs(mentions, ({ start, end, meaning }, second) => {
    if (meaning.kind !== 'offset' || meaning.unit !== 'year' || meaning.from !== 'dct' || meaning.count === null)
      return null;
    if (
      second.meaning.kind !== 'deictic' ||
      second.meaning.unit === 'year' ||
      sentence.slice(end, second.start) !== ' '
    )
      return null;
    const shifted: Shift = { unit: 'year', count: meaning.sign * meaning.count, fine: true };
    return { ...second, start, meaning: { ...second.meaning, shifted } };
  });
}

// [Tuesday of last week], [Friday next week]; three weeks ago on [Friday]
export function joinWeekday(sentence: string, mentions: readonly Mention[]): Mention[] {
  const ofWeek = joinPairs(mentions, (first, second) => {
    const nth = weekdayIn(first.meaning);
    if (nth === null || second.meaning.kind !== 'deictic' || second.meaning.unit !== 'week') return null;
    if (!/^ (?:of )?$/.test(sentence.slice(first.end, second.start))) return null;
    return { ...second, start: first.start, meaning: { ...second.meaning, slice: { unit: 'day', nth, count: 1 } } };
  });
  return ofWeek.map((mention, index) => {
    const [weeks, nth] = [ofWeek[index - 1], weekdayIn(mention.meaning)];
    if (nth === null || weeks?.meaning.kind !== 'offset' || weeks.meaning.unit !== 'week') return mention;
    if (weeks.meaning.count === 1 || sentence.slice(weeks.end, mention.start) !== ' on ') return mention;
    return { ...mention, meaning: { ...weeks.meaning, slice: { unit: 'day', nth, count: 1 } } };
  });
}

function weekdayIn(meaning: Meaning): number | null {
  const { weekday, month } = meaning.kind === 'calendar' ? meaning : {};
  return weekday === undefined || month !== undefined || weekday === WEEKEND ? null : weekday;
}

// last year in [March], next year in [the spring]: the month is of that year
export function linkYear(sentence: string, mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention, index) => {
    const [year, { meaning }] = [mentions[index - 1], mention];
    if (year?.meaning.kind !== 'deictic' || year.meaning.unit !== 'year' || meaning.kind !== 'calendar') return mention;
    if (meaning.year !== undefined || (meaning.month === undefined && meaning.season === undefined)) return mention;
    if (!/^,? (?:in|on) (?:the )?$/.test(sentence.slice(year.end, mention.start))) return mention;
    return { ...mention, meaning: { ...meaning, shift: year.meaning.shift, shiftFrom: year.meaning.from } };
  });
}

const BESIDE = /(?:\bthe |^|[^\w ] )day (?<way>before|after) $/i;

// [the day before last Tuesday]
export function joinDayBeside(sentence: string, mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention) => {
    if (
      !isDay(mention.meaning) ||
      mention.meaning.dayPart ||
      !/^(?:before|after)$/.test(wordBefore(sentence, mention.start))
    )
      return mention;
    const match = BESIDE.exec(sentence.slice(Math.max(0, mention.start - 16), mention.start));
    if (!match) return mention;
    const count = match.groups?.way?.toLowerCase() === 'before' ? -1 : 1;
    const shifted: Shift = { unit: 'day', count };
    return { ...mention, start: mention.start - match[0].length, meaning: { ...mention.meaning, shifted } };
  });
}

const COUNTED_FROM = /^ (?:after|following|before|prior to|ahead of|of) (?<owner>(?:the|his|her|its|their) )?$/i;
/** Up to a date in the same clause: "two days after rebels entered the town on [Friday]". */
const CLAUSE_TO_DATE =
  /^ (?:after|following|before|prior to) (?!.{0,80}\b(?:sa(?:id|ys)|told|announced|reported|warned)\b)[^,;:"()]{3,80} (?:on|in) $/i;

// [two weeks after Christmas] is one; [two days] after the 3 June vote, or after it began on 3 June, is counted from that day
export function joinCountedFrom(sentence: string, mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention, index) => {
    const next = mentions[index + 1];
    if (mention.meaning.kind !== 'event' || !next) return mention;
    const { unit, count } = mention.meaning;
    const fine = unit === 'day' || unit === 'week' ? isDay(next.meaning) : isDated(next.meaning);
    if (!fine) return mention;
    const between = sentence.slice(mention.end, next.start);
    const beside = COUNTED_FROM.exec(between);
    if (!beside && !CLAUSE_TO_DATE.test(between)) return mention;
    const meaning: Meaning = { ...next.meaning, shifted: { unit, count } };
    const ofNoun =
      beside?.groups?.owner !== undefined ||
      sentence[next.end] === "'" ||
      /^the /i.test(sentence.slice(next.start, next.end));
    return beside && !ofNoun ? { ...mention, end: next.end, meaning } : { ...mention, meaning };
  });
}

const WEEK_OF = /(?:the )?(?<unit>week(?:end)?) (?:of|beginning|starting) $/i;

// [the week of March 6]
export function joinWeekOf(sentence: string, mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention) => {
    if (!isDay(mention.meaning) || !/^(?:of|beginning|starting)$/.test(wordBefore(sentence, mention.start)))
      return mention;
    // "The weekend of 8-9 June" tells its days.
    if (sentence[mention.end] === '-') return mention;
    const match = WEEK_OF.exec(sentence.slice(Math.max(0, mention.start - 20), mention.start));
    if (!match) return mention;
    const around = match.groups?.unit?.toLowerCase() === 'weekend' ? 'weekend' : 'week';
    return { ...mention, start: mention.start - match[0].length, meaning: { ...mention.meaning, around } };
  });
}

/** Joins neighbours, left to right, wherever `join` gives one mention for two. */
function joinPairs(mentions: readonly Mention[], join: (first: Mention, second: Mention) => Mention | null): Mention[] {
  const joined: Mention[] = [];
  for (const mention of mentions) {
    const last = joined.pop();
    const both = last ? join(last, mention) : null;
    if (both) joined.push(both);
    else joined.push(...(last ? [last] : []), mention);
  }
  return joined;
}
