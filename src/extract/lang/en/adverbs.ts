import type { Token } from '../../tokens.ts';
import { isAdverb, isNot, isQuote } from './verb-words.ts';
import { wordClass } from './word-class.ts';

/** An adverb in -ly. */
export const isManner = wordClass(/[a-z]{2}ly$/);

/** The index of the first token from `i` on that is no adverb; whether a negation was passed. */
export function skipAdverbs(tokens: readonly Token[], i: number): { at: number; negated: boolean } {
  let at = i;
  let negated = false;
  while (
    at < tokens.length &&
    (isAdverb(tokens[at]) || isNot(tokens[at]) || isQuote(tokens[at]) || isManner(tokens[at]))
  ) {
    negated ||= isNot(tokens[at]);
    at += 1;
  }
  return { at, negated };
}
