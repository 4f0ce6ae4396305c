import type { Located, Reading } from '../../reading.ts';
import type { Token } from '../../tokens.ts';
import type { Clause } from './clauses.ts';
import { isCapital } from './lexicon.ts';

/**
 * "driven to Hama, [the village below the slope, where] a stone stands": the name that "where" is told of, with its place or
 * none; null where there is no such name.
 */
export function toldOf({ tokens, places }: Reading, { word, link, first }: Clause): { located: Located | null } | null {
  if (word !== 'where' || link !== 'who') return null;
  const end = tokens[first - 1]?.lower === ',' ? first - 2 : first - 1;
  const names = namesBefore(tokens, end);
  if (names.length === 0) return null;
  const mentions = names.map((name) =>
    places.find(
      ({ start, end, use }) =>
        use === 'place' && start < (tokens[name]?.end ?? 0) && end > (tokens[name]?.start ?? Number.POSITIVE_INFINITY),
    ),
  );
  const toponym = mentions.find((mention) => mention?.place);
  return { located: toponym?.place ? { place: toponym.place, near: false, toponym } : null };
}

/**
 * The last words of the names that a phrase ending at `end` is about, the innermost first: Hama of "Hama, the city in the
 * west" and of "Hama, in the Syrian west", both of "Hama, Syria", its own of a name alone.
 */
function namesBefore(tokens: readonly Token[], end: number): number[] {
  for (let i = end; i > Math.max(1, end - LONGEST_APPOSITION) && tokens[i]?.kind === 'word'; i -= 1) {
    if (tokens[i - 1]?.lower !== ',' || !isCapital(tokens[i - 2])) continue;
    if (/^(?:an?|the|its|in|near)$/.test(tokens[i]?.lower ?? '')) return namesBefore(tokens, i - 2);
    if (tokens.slice(i, end + 1).every(isCapital)) return [...namesBefore(tokens, i - 2), end];
  }
  return isCapital(tokens[end]) ? [end] : [];
}

const LONGEST_APPOSITION = 9;
