import { lowerAt, type Token } from '../../tokens.ts';
import type { Link } from './clauses.ts';
import { BE } from './verb-words.ts';

export const RELATIVES = new Set(['which', 'who', 'whom', 'whose', 'where', 'what']);
export const SUBORDINATORS = new Map<string, Link>([
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
export const COORDINATORS = new Set(['and', 'but', 'or', 'nor', 'yet']);
/** Participles that say what follows: "a letter saying the bridge had closed". */
export const TELLING = new Set(['saying', 'adding', 'claiming', 'reporting', 'arguing', 'alleging', 'insisting']);

const isTelling = (tokens: readonly Token[], i: number) =>
  TELLING.has(lowerAt(tokens, i)) &&
  !BE.has(lowerAt(tokens, i - 1)) &&
  i > 0 &&
  !/^(?:with|at|to|by|of|for|in|on)$/.test(lowerAt(tokens, i + 1));

const BREAKS = new Set([';', ':', '—', '–']);

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
  if (RELATIVES.has(token.lower)) return { link: 'who', strength: 4 };
  if (token.lower === 'that') return { link: 'that', strength: 4 };
  if (isTelling(tokens, i)) return { link: 'that', strength: 4 };
  const link = SUBORDINATORS.get(token.lower);
  // "to decide whether to remove": no clause of its own.
  if (link && lowerAt(tokens, i + 1) === 'to') return null;
  if (link) return { link, strength: 3 };
  if (BREAKS.has(token.lower)) return { link: 'and', strength: 2 };
  if (COORDINATORS.has(token.lower)) return { link: 'and', strength: tokens[i - 1]?.lower === ',' ? 2 : 1 };
  return null;
}

/** The coordinator right before a verb that shares the subject of the verb before; null where there is none. */
export function coordinatorBefore(tokens: readonly Token[], first: number): number | null {
  let i = first - 1;
  while (i >= 0 && /^(?:also|then|later|now|already|still|just|even|\p{L}{2,}ly)$/u.test(tokens[i]?.lower ?? ''))
    i -= 1;
  if (tokens[i]?.lower === ',' && tokens[i + 1]?.lower === 'then') return i;
  return COORDINATORS.has(tokens[i]?.lower ?? '') ? i : null;
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
