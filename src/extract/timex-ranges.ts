import type { Timex } from '../types.ts';
import { fromDay } from './calendar.ts';
import type { Meaning } from './timex-meaning.ts';
import { known, type PlacedMention, type Resolved } from './timex-resolved.ts';
import type { Period } from './timex-value.ts';
import { notBefore, periodInYear } from './timex-which.ts';

/** Closed ranges: two ends, in order, that tell of the whole. */

/** Both ends of a closed range tell of the whole of it: "between 3 and 5 June" is 2024-06-03/2024-06-05. */
export function joinRanges(mentions: readonly PlacedMention[], timexes: readonly Timex[]): Timex[] {
  const joined = [...timexes];
  for (const [index, mention] of mentions.entries()) {
    const [first, second] = [timexes[index], timexes[index + 1]];
    if (mention.pair !== 'first' || mentions[index + 1]?.pair !== 'second' || !first?.edtf || !second?.edtf) continue;
    const from = first.edtf.split('/')[0];
    const edtf = `${from}/${second.edtf.split('/').pop()}`;
    if ((first.from ?? '') > (second.to ?? '')) continue;
    joined[index] = { ...first, edtf };
    joined[index + 1] = { ...second, edtf };
  }
  return joined;
}

/**
 * The ends of a range lie in order. "From Friday until Monday": the end gives way; "from November to February": the
 * beginning does, unless it all lies ahead. `first` is what the mention before it was found to be, `end` tells what the
 * one after it would be.
 */
export function inOrder(
  { meaning, pair, direction }: PlacedMention,
  own: Resolved,
  first: Period | null,
  next: PlacedMention | undefined,
  end: (next: PlacedMention) => Period | null,
): Resolved {
  if (!own.period || !pair || !isOpenDate(meaning)) return own;
  if (pair === 'second') {
    const moved = first && notBefore(meaning, first.from);
    return moved ? known(moved) : own;
  }
  if (!next || meaning.weekday !== undefined || !isOpenDate(next.meaning) || direction === 'future') return own;
  const last = end(next);
  const moved = last && last.to < own.period.from ? periodInYear(meaning, fromDay(own.period.from).year - 1) : null;
  return moved ? known(moved) : own;
}

/** A date whose year was not said. */
function isOpenDate(meaning: Meaning): meaning is Meaning & { kind: 'calendar' } {
  if (meaning.kind !== 'calendar' || meaning.slice || meaning.shifted) return false;
  return meaning.year === undefined && meaning.shift === undefined;
}
