import type { Timex } from '../../../types.ts';
import type { Token } from '../../tokens.ts';
import type { Clause } from './clauses.ts';
import { nounNamed } from './senses.ts';
import type { SubjectContext } from './subjects.ts';
import { LATER_LEAD, TIME_LEAD, TIME_TAIL } from './title-words.ts';
import { wordClass } from './word-class.ts';

/** Tokens `first` to `last` as text, without a hole and without times and their prepositions. */
export function wordsOf(
  context: Pick<SubjectContext, 'text' | 'tokens' | 'times'>,
  first: number,
  last: number,
  hole: Clause['hole'],
): string {
  const { text, tokens } = context;
  const [from, to] = [tokens[first]?.start ?? 0, tokens[Math.min(last, tokens.length - 1)]?.end ?? 0];
  const times = context.times.filter((timex) => from < timex.end && to > timex.start && !isModifier(text, timex, from));
  const parts: string[] = [];
  let start: number | null = null;
  let end = 0;
  let cut = false;
  const flush = () => {
    if (start !== null) parts.push(text.slice(start, end));
    start = null;
  };
  for (let i = first; i <= last; i += 1) {
    const token = tokens[i];
    if (!token) break;
    const inHole = hole && i >= hole[0] && i <= hole[1];
    const timed =
      times.some((timex) => token.start < timex.end && token.end > timex.start) ||
      isBetween(context.text, times, token);
    if (inHole || timed) {
      flush();
      // Once for each time: "sworn in at 3 p.m." loses its "at" alone.
      if (timed && !cut && parts.length > 0) parts.push(withoutTimeTail(parts.pop() ?? ''));
      cut = timed;
      continue;
    }
    // "was shot dead in May 2013, at his house": the comma was that of the date.
    if (cut && token.lower === ',' && opensPlace(tokens[i + 1]) && !parts.some((part) => part.includes(','))) continue;
    cut = false;
    start ??= token.start;
    end = token.end;
  }
  flush();
  return tidy(parts.join(' '));
}

function tidy(words: string): string {
  const opened = words
    .replace(/^['’]s\s/, 'The ')
    .replace(TIME_LEAD, '')
    .replace(LATER_LEAD, '');
  const plain = ODD.test(opened)
    ? opened
        .replace(/\s{0,3}\([^()]{0,80}\)/g, '')
        .replace(/\s{2,}|[^\S ]/g, ' ')
        .replace(/ (?=[,.;:!?’'”])/g, '')
    : opened;
  return plain.replace(/^[\s,.;:—–]{1,9}/, '').replace(/[\s,;:—–-]{1,9}$/, '');
}

/** Brackets, gaps and marks behind a blank: most words have none. */
const ODD = /[(]|\s\s|[^\S ]| [,.;:!?’'”]/;

const opensPlace = wordClass('at in on near outside inside during');
const joinsTimes = wordClass('and or , on in');

/** "on Monday and Tuesday": what joins two times goes with them. */
const isBetween = (text: string, times: readonly Timex[], token: Token) =>
  joinsTimes(token) &&
  times.some(
    ({ end }, i) =>
      token.start >= end &&
      token.start - end < 6 &&
      times.some(
        (next, j) =>
          j !== i &&
          next.start >= token.end &&
          /^\s?(?:,|,? ?(?:and|or)(?: again)?(?: on| in)?)?\s?$/.test(text.slice(end, next.start)),
      ),
  );

/** Looked for in the last characters alone: no tail is as long, and a long subject would be searched from its beginning. */
const withoutTimeTail = (words: string) => words.slice(0, -TAIL) + words.slice(-TAIL).replace(TIME_TAIL, '');
const TAIL = 40;

/** "during [Friday] prayers", not "after [Friday] when", "before [Friday] the". */
const NOUN_BEHIND = /^\s\p{Ll}{3,20}s(?![\p{L}’'])/u;

/**
 * "an overnight curfew", "in the October 1998 shooting of": without the time the article would be left alone; "raised in
 * Saturday night's debate": nor can what it owns stand alone behind a preposition.
 */
function isModifier(text: string, { start, end }: Timex, from: number): boolean {
  const after = text.slice(end, end + 24);
  if (/^['’]s\s/.test(after)) return start > from;
  // "spent Tuesday night in a shelter"
  if (/\b(?:spend|spent|spending)\s$/.test(text.slice(start - 9, start))) return true;
  if (/\b(?:during|after|before|following|of)\s$/.test(text.slice(start - 10, start)) && NOUN_BEHIND.test(after))
    return true;
  const noun = /^\s(?<word>[\p{L}-]{2,20})/u.exec(after)?.groups?.word?.toLowerCase();
  if (!noun || !/\b(?:a|an|the|its|his|her|their)\s$/i.test(text.slice(start - 6, start))) return false;
  return !/\b(?:of|in|on)\s(?:a|an|the)\s$/i.test(text.slice(start - 9, start)) || nounNamed(noun, noun) !== undefined;
}
