import type { Sentence, Span } from '../types.ts';

/** A word, number or mark of a sentence, with its offsets into the article. */
export interface Token extends Span {
  /** In lower case, with straight apostrophes. */
  lower: string;
  kind: 'word' | 'number' | 'mark';
  /** Inside a quotation of the sentence. */
  quoted: boolean;
}

/** A possessive 's is a token of its own; a hyphenated word is one. Behind these, numbers, then marks. */
const TOKEN =
  /['’]s\b|(?:\p{L}\.){2,}|\p{L}[\p{L}\p{M}\d]*(?:(?:[-‐]|['’](?!s\b))[\p{L}\d][\p{L}\p{M}\d]*)*|\d+(?:[.,:]\d+)*|\S/gu;

const OPENING = '“"«(';

/**
 * The words and marks of a sentence in order. What stands in brackets is left out: it is an abbreviation, a conversion
 * or an aside, and grammar runs on around it.
 */
export function tokenize(sentence: Sentence): Token[] {
  const tokens: Token[] = [];
  // Once for the sentence, as long as no letter is longer in lower case.
  const lowered = lowerOf(sentence.text);
  const aligned = lowered.length === sentence.text.length;
  let depth = 0;
  let quoted = false;
  for (const match of sentence.text.matchAll(TOKEN)) {
    const text = match[0];
    if (text === '(' || text === '[') depth += 1;
    else if (text === ')' || text === ']') {
      depth = Math.max(0, depth - 1);
      continue;
    }
    if (depth > 0) continue;
    if (text === '”' || text === '»') quoted = false;
    else if (text === '"') quoted = !quoted;
    else if (OPENING.includes(text)) quoted = true;
    const start = sentence.start + match.index;
    tokens.push({
      start,
      end: start + text.length,
      text,
      lower: aligned ? lowered.slice(match.index, match.index + text.length) : lowerOf(text),
      kind: kindOf(text),
      quoted,
    });
  }
  return tokens;
}

const lowerOf = (text: string) => text.toLowerCase().replaceAll('’', "'");

/** By how it begins; named groups would cost more than all the rest. A clitic is a word, an apostrophe alone a mark. */
function kindOf(text: string): Token['kind'] {
  const first = text.charCodeAt(0);
  if (first >= ZERO && first <= NINE) return 'number';
  return LETTER_FIRST.test(text) || (text.length > 1 && /^['’]s/i.test(text)) ? 'word' : 'mark';
}

const ZERO = '0'.charCodeAt(0);
const NINE = '9'.charCodeAt(0);
const LETTER_FIRST = /^\p{L}/u;

/** A token's word in lower case; empty beyond the ends of the sentence. */
export const lowerAt = (tokens: readonly Token[], i: number): string => tokens[i]?.lower ?? '';

/** The tokens behind a dateline: "BEIRUT, Nov 29 (Wire) — Insurgents …" begins with "Insurgents". */
export function withoutDateline(tokens: readonly Token[]): Token[] {
  const dash = tokens.findIndex(({ lower }) => /^[-–—]$/.test(lower));
  const opens = /^\p{Lu}{3,}/u.test(tokens[0]?.text ?? '') || tokens[1]?.lower === ',' || dash === 1;
  const isHead = dash > 0 && dash <= 10 && opens && /^\p{Lu}/u.test(tokens[dash + 1]?.text ?? '');
  return isHead && tokens.slice(0, dash).every(isDatelineToken) ? tokens.slice(dash + 1) : [...tokens];
}

const isDatelineToken = ({ text, kind }: Token) => kind !== 'word' || /^\p{Lu}/u.test(text);
