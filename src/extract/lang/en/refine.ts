import type { Meaning, Mention, Part } from '../../timex-meaning.ts';
import { DAY_PART, DAY_PARTS } from './time-words.ts';

/** What joins mentions and widens them: the words on either side of what the rules found. */

export type Refiner = (sentence: string, mentions: readonly Mention[]) => Mention[];

/** In order: first what belongs to a day, then its year, then the part of a period, then the bounds around it all. */
export function refine(sentence: string, mentions: readonly Mention[]): Mention[] {
  return REFINERS.reduce<Mention[]>((list, refiner) => refiner(sentence, list), [...mentions]);
}

const REFINERS: readonly Refiner[] = [
  joinClocks,
  joinDayPart,
  joinClockAndDay,
  joinYear,
  joinDayBeside,
  joinWeekOf,
  widenArticle,
  widenPart,
  widenEarlier,
  widenApprox,
  trimStop,
  addBounds,
  addRanges,
];

const isDay = (meaning: Meaning) =>
  (meaning.kind === 'calendar' && (meaning.day !== undefined || meaning.weekday !== undefined)) ||
  meaning.kind === 'nearest' ||
  meaning.kind === 'feast' ||
  (meaning.kind === 'deictic' && meaning.unit === 'day');

// [17:00 local time (14:00 GMT)]: one instant, and the offset of the place with it
function joinClocks(sentence: string, mentions: readonly Mention[]): Mention[] {
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
  `(?:the )?(?:(?<early>early |late )?(?<part>${DAY_PART})(?: hours)?|(?:early|small|wee) hours|(?<eve>eve)) (?:of|on)(?: the)? $`,
  'i',
);

// [Friday morning], [the night of 13 February]
function joinDayPart(sentence: string, mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention) => {
    if (!isDay(mention.meaning) || mention.meaning.dayPart) return mention;
    const after = PART_AFTER.exec(sentence.slice(mention.end, mention.end + 24));
    if (after) {
      const dayPart = DAY_PARTS[(after.groups?.part ?? '').toLowerCase()] ?? 'DT';
      return { ...mention, end: mention.end + after[0].length, meaning: { ...mention.meaning, dayPart } };
    }
    const before = PART_BEFORE.exec(sentence.slice(Math.max(0, mention.start - 32), mention.start));
    if (!before || before.groups?.eve || / on $/i.test(before[0])) return mention;
    const dayPart = DAY_PARTS[(before.groups?.part ?? 'morning').toLowerCase()] ?? 'MO';
    return { ...mention, start: mention.start - before[0].length, meaning: { ...mention.meaning, dayPart } };
  });
}

// [10 p.m. Wednesday], [Wednesday, 10 p.m.], [9:34 p.m., March 19]
function joinClockAndDay(sentence: string, mentions: readonly Mention[]): Mention[] {
  return joinPairs(mentions, (first, second) => {
    const between = sentence.slice(first.end, second.start);
    if (first.meaning.kind === 'time' && isDay(second.meaning) && /^,? (?:on|of) (?:the )?$/.test(between)) {
      first.meaning.dayAhead = true;
    }
    if (!/^,? $/.test(between)) return null;
    if (first.meaning.kind === 'time' && isDay(second.meaning)) {
      return { ...second, start: first.start, meaning: { ...second.meaning, ...timeOf(first.meaning) } };
    }
    if (second.meaning.kind === 'time' && isDay(first.meaning) && !first.meaning.clock) {
      return { ...first, end: second.end, meaning: { ...first.meaning, ...timeOf(second.meaning) } };
    }
    return null;
  });
}

function timeOf({ clock, dayPart }: Meaning): Pick<Meaning, 'clock' | 'dayPart'> {
  return { ...(clock && { clock }), ...(dayPart && { dayPart }) };
}

// [June last year], [October of that year], [the summer of next year]
function joinYear(sentence: string, mentions: readonly Mention[]): Mention[] {
  return joinPairs(mentions, (first, second) => {
    const { meaning } = first;
    if (meaning.kind !== 'calendar' || meaning.year !== undefined || meaning.weekday !== undefined) return null;
    const year = second.meaning;
    if (year.kind !== 'deictic' || year.unit !== 'year') return null;
    if (!/^(?:,? of|,)? $/.test(sentence.slice(first.end, second.start))) return null;
    return { ...first, end: second.end, meaning: { ...meaning, shift: year.shift, shiftFrom: year.from } };
  });
}

const BESIDE = /(?:the )?day (?<way>before|after) $/i;

// [the day before last Tuesday]
function joinDayBeside(sentence: string, mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention) => {
    if (!isDay(mention.meaning) || mention.meaning.dayPart) return mention;
    const match = BESIDE.exec(sentence.slice(Math.max(0, mention.start - 16), mention.start));
    if (!match) return mention;
    const dayShift = match.groups?.way?.toLowerCase() === 'before' ? -1 : 1;
    return { ...mention, start: mention.start - match[0].length, meaning: { ...mention.meaning, dayShift } };
  });
}

const WEEK_OF = /(?:the )?week (?:of|beginning|starting) $/i;

// [the week of March 6]
function joinWeekOf(sentence: string, mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention) => {
    const match =
      isDay(mention.meaning) && WEEK_OF.exec(sentence.slice(Math.max(0, mention.start - 20), mention.start));
    if (!match) return mention;
    return { ...mention, start: mention.start - match[0].length, meaning: { ...mention.meaning, around: 'week' } };
  });
}

/** Words after which a season stands for itself; before a noun ("the winter campaign") its article belongs to the noun. */
const STANDS_ALONE =
  /^(?:$|[.,;:)"'\]]| (?:of|and|or|but|to|in|on|at|with|from|as|was|is|were|are|had|has|when|while|that|which|he|she|it|they|we|by|for|after|before|would|will|could)\b)/;

// [the winter], [the 20th century], but the [winter] campaign and the [11th century] citadel
function widenArticle(sentence: string, mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention) => {
    const { meaning, start, end } = mention;
    const isSeason = meaning.kind === 'calendar' && meaning.season !== undefined && meaning.year === undefined;
    if (!isSeason && !(meaning.kind === 'span' && meaning.unit === 'century')) return mention;
    if (
      !/\bthe $/i.test(sentence.slice(Math.max(0, start - 5), start)) ||
      !STANDS_ALONE.test(sentence.slice(end, end + 12))
    )
      return mention;
    return { ...mention, start: start - 4 };
  });
}

const PARTS: readonly { pattern: RegExp; part: Part }[] = [
  {
    pattern:
      /(?:the )?(?:very )?(?:early|(?:beginning|start|outset|early part|first (?:days|weeks|months)) of|early (?:on )?in)(?: the)?[ -]$/i,
    part: 'START',
  },
  { pattern: /(?:the )?(?:mid|(?:middle|midst) of|midway through)(?: the)?[ -]$/i, part: 'MID' },
  {
    pattern:
      /(?:the )?(?:very )?(?:late|(?:end|close|latter part|last (?:days|weeks|months)) of|late in)(?: the)?[ -]$/i,
    part: 'END',
  },
];

// [late November], [mid-2016], [the end of last year], [early in 1914]
function widenPart(sentence: string, mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention, index) => {
    const { meaning } = mention;
    if (
      meaning.kind === 'reference' ||
      meaning.kind === 'duration' ||
      meaning.kind === 'set' ||
      meaning.kind === 'offset' ||
      meaning.kind === 'time'
    )
      return mention;
    const before = sentence.slice(Math.max(mentions[index - 1]?.end ?? 0, mention.start - 34, 0), mention.start);
    for (const { pattern, part } of PARTS) {
      const match = pattern.exec(before);
      if (match && !/\w/.test(before[match.index - 1] ?? ' ')) {
        return { ...mention, start: mention.start - match[0].length, meaning: { ...meaning, part } };
      }
    }
    return mention;
  });
}

const EARLIER = /(?<word>earlier|later) $/i;

// [earlier this year], [later this month]; an earlier time of the same week or day is no part of it: later [today]
function widenEarlier(sentence: string, mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention) => {
    const { meaning } = mention;
    if (meaning.kind !== 'deictic' || meaning.shift !== 0 || meaning.part) return mention;
    if (meaning.unit === 'week' || (meaning.unit === 'day' && meaning.dayPart === undefined)) return mention;
    const match = EARLIER.exec(sentence.slice(Math.max(0, mention.start - 8), mention.start));
    if (!match) return mention;
    const part = match.groups?.word?.toLowerCase() === 'earlier' ? 'START' : 'END';
    return { ...mention, start: mention.start - match[0].length, meaning: { ...meaning, part } };
  });
}

// It came on [27 Nov]. The stop at the end is the sentence's.
function trimStop(sentence: string, mentions: readonly Mention[]): Mention[] {
  const last = mentions.at(-1);
  if (!last || sentence[last.end - 1] !== '.' || !/^["')\]]*$/.test(sentence.slice(last.end, last.end + 4)))
    return [...mentions];
  return [...mentions.slice(0, -1), { ...last, end: last.end - 1 }];
}

const APPROX = /(?:about|around|circa|ca?\.|roughly|approximately) ?$/i;

// [about 1910], [ca. 466 BC]
function widenApprox(sentence: string, mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention) => {
    const { meaning } = mention;
    if (meaning.kind !== 'calendar' || meaning.part || meaning.weekday !== undefined) return mention;
    const before = sentence.slice(Math.max(0, mention.start - 16), mention.start);
    const match = APPROX.exec(before);
    if (!match || /\w/.test(before[match.index - 1] ?? ' ')) return mention;
    return { ...mention, start: mention.start - match[0].length, meaning: { ...meaning, mod: 'APPROX' } };
  });
}

const BOUNDS: readonly { pattern: RegExp; bound: NonNullable<Mention['bound']> }[] = [
  {
    pattern:
      /\b(?:since|starting|beginning|as of|effective)(?: (?:on|in|at|as early as|as far back as|about|around))? ?(?:the )?$/i,
    bound: 'since',
  },
  {
    pattern: /\b(?:until|till|up to|through|up until)(?: (?:on|in|at|as late as|about|around))? ?(?:the )?$/i,
    bound: 'until',
  },
  { pattern: /\b(?:before|by|prior to|ahead of|no later than)(?: (?:on|in))? ?(?:the )?$/i, bound: 'before' },
  { pattern: /\b(?:after|following)(?: (?:on|in))? ?(?:the )?$/i, bound: 'after' },
];

// since [2016], until [Sunday], by [2020]
function addBounds(sentence: string, mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention) => {
    const before = sentence.slice(Math.max(0, mention.start - 28), mention.start);
    const found = BOUNDS.find(({ pattern }) => pattern.test(before));
    if (found) return { ...mention, bound: found.bound };
    return opensRange(sentence, mention, before) ? { ...mention, bound: 'since' } : mention;
  });
}

/** "From 17:00", "from Monday on", "from Friday until ...", but a letter from Monday is of that day. */
function opensRange(sentence: string, { end, meaning }: Mention, before: string): boolean {
  if (!/\bfrom(?: about| around)? (?:the )?$/i.test(before)) return false;
  return (
    meaning.clock !== undefined ||
    /^ (?:on\b(?! [A-Z])|onwards?\b|(?:\w+ ){0,3}until\b)/.test(sentence.slice(end, end + 40))
  );
}

const RANGE = /^ ?(?:-|to|until|till|through|and) ?(?:the )?$/i;

// from [Friday] to [Sunday], between [3] and [5 June], [1915]-[17]
function addRanges(sentence: string, mentions: readonly Mention[]): Mention[] {
  const paired = [...mentions];
  for (const [index, first] of mentions.entries()) {
    const second = mentions[index + 1];
    if (!second || !isCalendar(first.meaning) || !isCalendar(second.meaning)) continue;
    const between = sentence.slice(first.end, second.start);
    if (!RANGE.test(between)) continue;
    const opened = /\b(?<word>from|between) (?:the )?$/i
      .exec(sentence.slice(Math.max(0, first.start - 14), first.start))
      ?.groups?.word?.toLowerCase();
    if (
      /and/.test(between) ? opened !== 'between' : !opened && !/-/.test(between) && !/until|till|through/i.test(between)
    )
      continue;
    paired[index] = { ...first, pair: 'first' };
    paired[index + 1] = { ...second, pair: 'second' };
  }
  return paired;
}

function isCalendar({ kind }: Meaning): boolean {
  return kind === 'calendar' || kind === 'deictic' || kind === 'nearest' || kind === 'feast' || kind === 'span';
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
