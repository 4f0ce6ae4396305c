import type { Sentence, Span } from '../types.ts';
import { isCapital, type Lexeme, lexemeOf } from './lang/en/lexicon.ts';

/** A word, number or mark of a sentence, with its offsets into the article. */
export interface Token extends Span {
  /** In lower case, with straight apostrophes; two or three capitals stay as they are. */
  lower: string;
  kind: Lexeme['kind'];
  /** What is known of its spelling. */
  word: Lexeme;
  /** Inside a quotation of the sentence. */
  quoted: boolean;
}

/**
 * Plain words first: they cost a fraction of what letters of all scripts do. A possessive 's is a token of its own; a
 * hyphenated word is one. Behind these, numbers, then marks.
 */
const TOKEN =
  /[A-Za-z][a-z]{1,40}(?=[\s.,;:?!")]|$)|['’]s\b|(?:\p{L}\.){2,}|\p{L}[\p{L}\p{M}\d]*(?:(?:[-‐]|['’](?!s\b))[\p{L}\d][\p{L}\p{M}\d]*)*|\d+(?:[.,:]\d+)*|-{2,9}|\S/gu;

const OPENING = '“"«(';

/**
 * The words and marks of a sentence in order. What stands in brackets is left out: it is an abbreviation, a conversion
 * or an aside, and grammar runs on around it.
 */
export function tokenize(sentence: Sentence): Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  let quoted = false;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(sentence.text); match; match = TOKEN.exec(sentence.text)) {
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
    const before = tokens[tokens.length - 1];
    // The stop of "Dr. Short" or "Ala.": what ended the sentence would end these tokens too.
    if (text === '.' && before?.end === start && before.kind === 'word' && isCapital(before)) {
      if (match.index + 1 < sentence.text.length) tokens[tokens.length - 1] = { ...before, end: start + 1 };
      else tokens.push(tokenAt(start, text, lexemeOf(text), quoted));
      continue;
    }
    const dash = /^-{2,9}$/.test(text) || (/^[-_]$/.test(text) && isSpaced(sentence.text, match.index));
    tokens.push(tokenAt(start, text, lexemeOf(dash ? '—' : text), quoted));
  }
  return pairDashes(tokens);
}

const tokenAt = (start: number, text: string, word: Lexeme, quoted: boolean): Token => ({
  start,
  end: start + text.length,
  text,
  lower: word.lower,
  kind: word.kind,
  word,
  quoted,
});

const isSpaced = (text: string, at: number) => text[at - 1] === ' ' && text[at + 1] === ' ';

/** "The governor — who rose from nothing — died": two dashes of a sentence are the commas of an aside. */
function pairDashes(tokens: Token[]): Token[] {
  const dashes = tokens.filter(({ lower }) => lower === '—' || lower === '–');
  const [first, second] = dashes;
  const pair = dashes.length === 2 && first !== tokens[0] && first && second && second.start > first.end + 1;
  return pair
    ? tokens.map((token) =>
        token === first || token === second ? { ...token, lower: ',', word: lexemeOf(',') } : token,
      )
    : tokens;
}

/** A token's word in lower case; empty beyond the ends of the sentence. */
export const lowerAt = (tokens: readonly Token[], i: number): string => tokens[i]?.lower ?? '';

/** The tokens behind a dateline: "BEIRUT, Nov 29 (Wire) — Insurgents …" begins with "Insurgents". */
export function withoutDateline(tokens: readonly Token[]): Token[] {
  const dash = tokens.findIndex(({ text }) => /^(?:[-–—_]|-{2,9})$/.test(text));
  const opens = /^\p{Lu}{3,}/u.test(tokens[0]?.text ?? '') || tokens[1]?.lower === ',' || dash === 1;
  const isHead = dash > 0 && dash <= 10 && opens && isCapital(tokens[dash + 1]);
  return isHead && tokens.slice(0, dash).every(isDatelineToken) ? tokens.slice(dash + 1) : [...tokens];
}

/**
 * The tokens behind a dateline that lost its dash: "SAN ANTONIO A gunman …", "AUSTIN, Texas Officials …". Only a place in
 * capitals at the very head counts, and what follows must begin like a sentence.
 *
 * @param places mentions of places, to know a place from an agency or an army
 */
export function withoutCapitals(tokens: readonly Token[], places: readonly Span[]): Token[] {
  const head = places.find(({ start }) => start === tokens[0]?.start);
  if (!head || !/^[\p{Lu}\s.'’-]{3,40}$/u.test(head.text)) return [...tokens];
  let next = tokens.findIndex(({ start }) => start >= head.end);
  const state = tokens[next]?.text === ',' ? places.find(({ start }) => start === tokens[next + 1]?.start) : undefined;
  if (state) next = tokens.findIndex(({ start }) => start >= state.end);
  return /^\p{Lu}\p{Ll}|^A$/u.test(tokens[next]?.text ?? '') ? tokens.slice(next) : [...tokens];
}

const isDatelineToken = (token: Token) => token.kind !== 'word' || isCapital(token);
