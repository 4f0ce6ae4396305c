import { lowerAt, type Token } from '../../tokens.ts';
import type { Link } from './clauses.ts';
import { isBe } from './verb-words.ts';
import { wordClass } from './word-class.ts';

export const isRelative = wordClass('which who whom whose where what');
const SUBORDINATORS = new Map<string, Link>([
  ['after', 'when'],
  ['before', 'when'],
  ['when', 'when'],
  ['while', 'when'],
  ['as', 'when'],
  ['once', 'when'],
  ['since', 'since'],
  ['until', 'until'],
  ['till', 'until'],
  ['because', 'because'],
  ['although', 'because'],
  ['though', 'because'],
  ['whereas', 'because'],
  ['so', 'because'],
  ['if', 'if'],
  ['unless', 'if'],
  ['whether', 'if'],
]);
const isSubordinator = wordClass(SUBORDINATORS);

/** How the clause hangs on the sentence that such a conjunction opens; undefined for any other word. */
export const subordinatorOf = (token: Token | undefined): Link | undefined =>
  token && isSubordinator(token) ? SUBORDINATORS.get(token.lower) : undefined;

export const isCoordinator = wordClass('and but or nor yet');
/** Participles that say what follows: "a letter saying the bridge had closed". */
export const TELLING = new Set(['saying', 'adding', 'claiming', 'reporting', 'arguing', 'alleging', 'insisting']);
export const isTellingWord = wordClass(TELLING);

const isTelling = (tokens: readonly Token[], i: number) =>
  isTellingWord(tokens[i]) && !isBe(tokens[i - 1]) && i > 0 && !opensTold(tokens[i + 1]);

const opensTold = wordClass('with at to by of for in on');

const isBreak = wordClass('; : — –');

/** True where anything between two tokens, both included, could part two clauses. */
export function hasJoint(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i <= to; i += 1) if (jointAt(tokens, i) || tokens[i]?.lower === ',') return true;
  return false;
}

/** What a joint makes of the clause behind it; of two joints between two verbs the stronger one cuts. */
export type Joint = { link: Link; strength: number };

export function jointAt(tokens: readonly Token[], i: number): Joint | null {
  const token = tokens[i];
  if (!token) return null;
  if (isRelative(token)) return { link: 'who', strength: 4 };
  if (token.lower === 'that') return { link: 'that', strength: 4 };
  if (isTelling(tokens, i)) return { link: 'that', strength: 4 };
  const link = subordinatorOf(token);
  // "to decide whether to remove": no clause of its own.
  if (link && lowerAt(tokens, i + 1) === 'to') return null;
  if (link) return { link, strength: 3 };
  if (isBreak(token)) return { link: 'and', strength: 2 };
  if (isCoordinator(token)) return { link: 'and', strength: tokens[i - 1]?.lower === ',' ? 2 : 1 };
  return null;
}

/** Adverbs that may stand between a coordinator and its verb. */
const isBetween = wordClass(/^(?:also|then|later|now|already|still|just|even|\p{L}{2,}ly)$/u);

/** The coordinator right before a verb that shares the subject of the verb before; null where there is none. */
export function coordinatorBefore(tokens: readonly Token[], first: number): number | null {
  let i = first - 1;
  while (i >= 0 && isBetween(tokens[i])) i -= 1;
  if (tokens[i]?.lower === ',' && tokens[i + 1]?.lower === 'then') return i;
  return isCoordinator(tokens[i]) ? i : null;
}

export const countCommas = (tokens: readonly Token[], from: number, to: number) =>
  tokens.slice(from, to).filter(({ lower }) => lower === ',').length;

export const hasComma = (tokens: readonly Token[], from: number, to: number) => {
  for (let i = from; i < to; i += 1) if (tokens[i]?.lower === ',') return true;
  return false;
};

export function lastComma(tokens: readonly Token[], from: number, to: number): number | null {
  for (let i = to - 1; i >= from; i -= 1) if (tokens[i]?.lower === ',') return i;
  return null;
}
