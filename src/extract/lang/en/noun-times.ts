import type { Timex } from '../../../types.ts';
import type { Token } from '../../tokens.ts';
import type { Clause } from './clauses.ts';
import { nounHappening } from './happenings.ts';
import { nounSense } from './senses.ts';

/** Whether a time belongs to a noun that happens rather than to the verb of its clause. */

/** Before a noun phrase these put it at another time than the verb: "following the outbreak of war in 2011". */
const OTHER_TIME = new Set(['following', 'after', 'since', 'before', 'until', 'despite', 'from', 'into', 'about']);

/** The event noun that a time belongs to rather than to the verb of the clause; null where the verb has it. */
export function nounOf(tokens: readonly Token[], clause: Clause, timex: Timex, at: number): number | null {
  let after = at;
  while (after < tokens.length && (tokens[after]?.start ?? 0) < timex.end) after += 1;
  // "Saturday's strikes", "the 2015 UN peace plan"
  const joined = tokens[after]?.lower === "'s" || (tokens[after]?.kind === 'word' && timex.type === 'DATE');
  const preposed = /^(?:in|on|by|during|since|until|from|for|at)$/.test(tokens[at - 1]?.lower ?? '');
  // "claimed responsibility for 10 May bombings": the day is no object of such a preposition.
  const modifies =
    /^(?:for|of|over|about|to|by|with|after|following)$/.test(tokens[at - 1]?.lower ?? '') &&
    nounSense(tokens[after]) !== undefined;
  if (modifies && timex.type === 'DATE' && isDay(timex)) return after;
  // "In 2022 Hurricane Ian killed": what follows is the subject, and the year is the verb's.
  const opens = preposed && at - 1 === clause.body && isSubject(tokens, after, clause);
  if (joined && !opens && !(preposed && tokens[after]?.lower !== "'s" && !isYear(timex))) {
    for (let i = after; i <= Math.min(after + 5, clause.last); i += 1) {
      const word = tokens[i];
      if (
        !word ||
        word.kind === 'mark' ||
        i === clause.group?.first ||
        /^(?:the|a|an|its|their|his|her|of|in|on|at|by|and|or|to|that|for|from|with|after|before|during|following|over|against|amid|as|when|while|saying)$/.test(
          word.lower,
        )
      )
        break;
      if (nounSense(word) && !nounSense(tokens[i + 1]) && i !== clause.group?.last) return i;
    }
  }
  // "the floods of 29 October", "the coup of 1973"
  if (tokens[at - 1]?.lower === 'of' && nounSense(tokens[at - 2])) return at - 2;
  // "following the outbreak of the civil war in 2011", "since a ceasefire agreed in 2020"
  // Behind the verb, or before it altogether: "Following a ceasefire in 2020, …".
  const verb = clause.group && clause.group.last < at ? clause.group.last : -1;
  for (let i = at - 1; i > Math.max(verb, at - 12, clause.first - 1); i -= 1) {
    const word = tokens[i];
    if (!word || word.kind === 'mark') break;
    if (!nounSense(word)) continue;
    const phrase = nounHappening(tokens, 0, i);
    const governor = tokens[(phrase?.first ?? i) - 1]?.lower ?? '';
    // "recovering from the quake of 2010", but "freed from house arrest on Tuesday".
    if (OTHER_TIME.has(governor) && (governor !== 'from' || isYear(timex))) return i;
    if (clause.group && /^(?:in|of)$/.test(governor) && isYear(timex) && clause.group.perfect) return i;
  }
  // "Following the death of the king on Monday, parliament met": the time of the phrase that opens the sentence.
  if (clause.group && at < clause.group.first && OTHER_TIME.has(tokens[clause.body]?.lower ?? '')) {
    for (let i = at - 1; i > clause.body && tokens[i]?.kind !== 'mark'; i -= 1) {
      const phrase = nounSense(tokens[i]) ? nounHappening(tokens, 0, i) : null;
      if (phrase && phrase.first === clause.body + 1) return i;
    }
  }
  // "has apologised for errors during a raid in 2010": what has been done was not done at a time gone by.
  if (
    clause.group?.perfect &&
    clause.group.tense === 'present' &&
    at > clause.group.last &&
    isYear(timex) &&
    !timex.bound &&
    timex.anchor === undefined
  ) {
    for (let i = at - 1; i > clause.group.last; i -= 1) {
      if (tokens[i]?.kind === 'mark') break;
      if (nounSense(tokens[i])) return i;
    }
  }
  // A time inside the subject of a perfect: "the ceasefire agreed in 2020 has held".
  if (clause.group?.perfect && at < clause.group.first) {
    for (let i = at - 1; i >= clause.first && tokens[i]?.kind !== 'mark'; i -= 1) if (nounSense(tokens[i])) return i;
  }
  return null;
}

/** True where a noun phrase runs from a token on to the verb of the clause. */
const isSubject = (tokens: readonly Token[], from: number, { group }: Clause) =>
  group !== null &&
  from < group.first &&
  tokens
    .slice(from, group.first)
    .every(({ kind, lower }, i) => kind === 'word' && (i === 0 || !/^(?:the|an?|its|his|her|their)$/.test(lower)));

const isDay = (timex: Timex) => /^\d{4}-\d{2}-\d{2}$/.test(timex.value);

export const isYear = (timex: Timex) => /^\d{4}$/.test(timex.value);
