import type { Meaning, Mention } from '../../../timex-meaning.ts';
import { DAY_PART, DAY_PARTS } from '../time-words.ts';
import { wordBefore } from './word-before.ts';

/** What belongs to a mention on either side of it, and mentions that are one. */

const isDay = (meaning: Meaning) =>
  (meaning.kind === 'calendar' && (meaning.day !== undefined || meaning.weekday !== undefined)) ||
  meaning.kind === 'nearest' ||
  meaning.kind === 'feast' ||
  (meaning.kind === 'deictic' && meaning.unit === 'day');

// [17:00 local time (14:00 GMT)]: one instant, and the offset of the place with it
export function joinClocks(sentence: string, mentions: readonly Mention[]): Mention[] {
  return joinPairs(mentions, (first, second) => {
    const [a, b] = [first.meaning.clock, second.meaning.clock];
    if (!a || !b || b.offsetMinutes === null || !/^ ?[(,/] ?$/.test(sentence.slice(first.end, second.start)))
      return null;
    const minutes = a.hour * 60 + a.minute - (b.hour * 60 + b.minute) + b.offsetMinutes;
    const offsetMinutes = a.offsetMinutes ?? ((minutes + 2160) % 1440) - 720;
    const end = sentence[second.end] === ')' ? second.end + 1 : second.end;
    return { ...first, end, meaning: { ...first.meaning, clock: { ...a, offsetMinutes } } };
  });
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

// [11:00] and [23:00 GMT]: both of that zone
export function shareZone(sentence: string, mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention, index) => {
    const next = mentions[index + 1];
    const [own, other] = [mention.meaning.clock, next?.meaning.clock];
    if (!next || !own || !other || own.offsetMinutes !== null || other.offsetMinutes === null) return mention;
    if (!/^ ?(?:and|to|until|or|-) ?$/.test(sentence.slice(mention.end, next.start))) return mention;
    return { ...mention, meaning: { ...mention.meaning, clock: { ...own, offsetMinutes: other.offsetMinutes } } };
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
    const dayShift = match.groups?.way?.toLowerCase() === 'before' ? -1 : 1;
    return { ...mention, start: mention.start - match[0].length, meaning: { ...mention.meaning, dayShift } };
  });
}

const WEEK_OF = /(?:the )?week (?:of|beginning|starting) $/i;

// [the week of March 6]
export function joinWeekOf(sentence: string, mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention) => {
    if (!isDay(mention.meaning) || !/^(?:of|beginning|starting)$/.test(wordBefore(sentence, mention.start)))
      return mention;
    const match = WEEK_OF.exec(sentence.slice(Math.max(0, mention.start - 20), mention.start));
    if (!match) return mention;
    return { ...mention, start: mention.start - match[0].length, meaning: { ...mention.meaning, around: 'week' } };
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
