import type { Meaning, Mention, Slice, Unit } from '../../../timex-meaning.ts';
import { WEEKEND } from '../../../timex-which.ts';
import { COUNT, countOf, ORDINALS } from '../time-words.ts';
import { wordBefore } from './word-before.ts';

/** Some of a period: [the last week of August], [the first three months of the year], [the second half of June]. */

const LAST = new Set(['last', 'final', 'closing', 'latter', 'dying']);
const FIRST = new Set(['opening', 'initial', 'early']);
const NTH = 'first|second|third|fourth|fifth|last|final|opening|closing|latter|initial|early|dying';
const UNIT_WORD = 'half|hour|day|week|weekend|month|quarter|year|decade';
const SOME_OF = new RegExp(
  `\\b(?:(?<the>the) (?:very )?)?(?<nth>${NTH}) (?:(?<count>${COUNT}|few|several|couple of) )?(?<unit>${UNIT_WORD})(?<plural>s?) (?<link>of|in) (?:the )?$`,
  'i',
);

export function joinSlice(sentence: string, mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention) => {
    if (!isPeriod(mention.meaning) || !/^(?:of|in|the)$/.test(wordBefore(sentence, mention.start))) return mention;
    const from = Math.max(0, mention.start - REACH);
    const match = SOME_OF.exec(sentence.slice(from, mention.start));
    const slice = match?.groups && readSlice(match.groups);
    // "The first half of Sunday's game" is no time of day.
    if (!match || !slice || (slice.unit !== 'hour' && isOneDay(mention.meaning)) || sentence[mention.end] === "'")
      return mention;
    return { ...mention, start: from + match.index, meaning: { ...mention.meaning, slice } };
  });
}

const REACH = 48;

function isPeriod({ kind, clock, dayPart, part }: Meaning): boolean {
  if (clock || dayPart || part) return false;
  return kind === 'calendar' || kind === 'deictic' || kind === 'nearest' || kind === 'span' || kind === 'feast';
}

function isOneDay(meaning: Meaning): boolean {
  if (meaning.kind === 'deictic') return meaning.unit === 'day';
  return (
    (meaning.kind === 'calendar' || meaning.kind === 'nearest') &&
    (meaning.day !== undefined || (meaning.weekday !== undefined && meaning.weekday !== WEEKEND))
  );
}

function readSlice(groups: Record<string, string | undefined>): Slice | null {
  const nth = (groups.nth ?? '').toLowerCase();
  const unit = (groups.unit ?? 'day').toLowerCase() as Unit;
  const [link, counted] = [groups.link?.toLowerCase(), groups.count !== undefined];
  const plural = groups.plural !== '';
  // "Last week in August" may be a slip, "last year in March" is last March; "second days" is nothing.
  if (groups.the === undefined && (LAST.has(nth) || link === 'in')) return null;
  const order = LAST.has(nth) ? -1 : FIRST.has(nth) ? 1 : (ORDINALS[nth] ?? 1);
  if (plural) {
    if (unit === 'half' || (order !== 1 && order !== -1 && !counted)) return null;
    return { unit, nth: order, count: counted ? countOf(groups.count ?? '') : null };
  }
  // "The early week of" is not said, and hours are not counted out of a day.
  if (counted || unit === 'hour' || (FIRST.has(nth) && nth !== 'opening')) return null;
  return { unit, nth: order, count: 1 };
}
