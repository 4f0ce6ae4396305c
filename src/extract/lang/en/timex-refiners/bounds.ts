import type { Meaning, Mention } from '../../../timex-meaning.ts';
import { wordBefore } from './word-before.ts';

/** What the words around a mention say of an event: since then, until then, from then to then. */

const BOUNDS: readonly { pattern: RegExp; bound: NonNullable<Mention['bound']> }[] = [
  {
    pattern:
      /\b(?:since|starting|beginning|as of|effective)(?: (?:on|in|at|as early as|as far back as|about|around))? ?(?:the )?$/i,
    bound: 'since',
  },
  {
    pattern: /\b(?:until|till|(?<!-)up to|through|up until)(?: (?:on|in|at|as late as|about|around))? ?(?:the )?$/i,
    bound: 'until',
  },
  { pattern: /\b(?:before|by|prior to|ahead of|no later than)(?: (?:on|in))? ?(?:the )?$/i, bound: 'before' },
  { pattern: /\b(?:after|following)(?: (?:on|in))? ?(?:the )?$/i, bound: 'after' },
];

const JUST = /\b(?:just|shortly|soon|immediately|right) (?:before|after) $/i;

/** The last words of all those patterns. */
const LEADS_TO_BOUND = new Set(
  'since starting beginning of effective until till to through before by than after following from on in at as back about around the'.split(
    ' ',
  ),
);

// since [2016], until [Sunday], by [2020]
export function addBounds(sentence: string, mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention) => {
    if (!LEADS_TO_BOUND.has(wordBefore(sentence, mention.start))) return mention;
    const before = sentence.slice(Math.max(0, mention.start - 28), mention.start);
    const found = BOUNDS.find(({ pattern }) => pattern.test(before));
    // "Just before 9 a.m." is about nine, not any time before.
    if (found && !JUST.test(before)) return { ...mention, bound: found.bound };
    return opensRange(sentence, mention, before) ? { ...mention, bound: 'since' } : mention;
  });
}

/** "From 17:00", "from Monday on", "from Friday until ...", but a letter from Monday is of that day. */
function opensRange(sentence: string, { end, meaning }: Mention, before: string): boolean {
  if (!/\bfrom(?: about| around)? (?:the )?$/i.test(before)) return false;
  return (
    meaning.clock !== undefined ||
    (/^from $/i.test(before) && sentence[end] === ',') ||
    /^ (?:on\b(?! [A-Z])|onwards?\b|(?:\w+ ){0,3}until\b)/.test(sentence.slice(end, end + 40))
  );
}

const RANGE = /^ ?(?:[-/]|to|into|until|till|through|and) ?(?:(?:early |late )?(?:on |in ))?(?:the )?$/i;

// from [Friday] to [Sunday], between [3] and [5 June], [1915]-[17]
export function addRanges(sentence: string, mentions: readonly Mention[]): Mention[] {
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
      /and/.test(between)
        ? opened !== 'between'
        : !opened &&
          !/[-/]/.test(between) &&
          !/until|till|through/i.test(between) &&
          !(isWhole(first.meaning) && isWhole(second.meaning))
    )
      continue;
    paired[index] = { ...first, meaning: withYearOf(first.meaning, second.meaning), pair: 'first' };
    paired[index + 1] = { ...second, pair: 'second' };
  }
  return paired;
}

/** "The show runs 3 March to 9 June" needs no "from". */
function isWhole(meaning: Meaning): boolean {
  return meaning.kind === 'calendar' && meaning.month !== undefined && meaning.day !== undefined;
}

// from [March] to October last year, [Q1]-Q3 2023: the year is said once
function withYearOf(first: Meaning, second: Meaning): Meaning {
  if (first.kind !== 'calendar' || second.kind !== 'calendar') return first;
  if (first.year !== undefined || first.shift !== undefined || first.weekday !== undefined) return first;
  const earlier = (first.month ?? first.quarter ?? 0) > (second.month ?? second.quarter ?? 0) ? 1 : 0;
  if (second.year !== undefined) return { ...first, year: second.year - earlier };
  if (second.shift === undefined) return first;
  return { ...first, shift: second.shift - earlier, ...(second.shiftFrom && { shiftFrom: second.shiftFrom }) };
}

function isCalendar({ kind }: Meaning): boolean {
  return kind === 'calendar' || kind === 'deictic' || kind === 'nearest' || kind === 'feast' || kind === 'span';
}
