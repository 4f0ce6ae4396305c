import { lowerAt, type Token } from '../../tokens.ts';
import { ADVERBS, NOT, QUOTES } from './verb-words.ts';

/** An adverb in -ly. */
export const isManner = (word: string) => word.endsWith('ly') && /[a-z]{2}ly$/.test(word);

/** The index of the first token from `i` on that is no adverb; whether a negation was passed. */
export function skipAdverbs(tokens: readonly Token[], i: number): { at: number; negated: boolean } {
  let at = i;
  let negated = false;
  while (
    at < tokens.length &&
    (ADVERBS.has(lowerAt(tokens, at)) ||
      NOT.has(lowerAt(tokens, at)) ||
      QUOTES.has(lowerAt(tokens, at)) ||
      isManner(lowerAt(tokens, at)))
  ) {
    negated ||= NOT.has(lowerAt(tokens, at));
    at += 1;
  }
  return { at, negated };
}
