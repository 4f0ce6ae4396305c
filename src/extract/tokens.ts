import type { Sentence, Span } from '../types.ts';

/** A word, number or mark of a sentence, with its offsets into the article. */
export interface Token extends Span {
  /** In lower case, with straight apostrophes. */
  lower: string;
  kind: 'word' | 'number' | 'mark';
  /** Inside a quotation of the sentence. */
  quoted: boolean;
}

/** A possessive 's is a token of its own; a hyphenated word is one. */
const TOKEN =
  /(?<clitic>['’]s\b)|(?<word>(?:\p{L}\.){2,}|\p{L}[\p{L}\p{M}\d]*(?:(?:[-‐]|['’](?!s\b))[\p{L}\d][\p{L}\p{M}\d]*)*)|(?<number>\d+(?:[.,:]\d+)*)|(?<mark>\S)/gu;

const OPENING = '“"«(';

/**
 * The words and marks of a sentence in order. What stands in brackets is left out: it is an abbreviation, a conversion
 * or an aside, and grammar runs on around it.
 */
export function tokenize(sentence: Sentence): Token[] {
  const tokens: Token[] = [];
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
      lower: text.toLowerCase().replaceAll('’', "'"),
      kind: match.groups?.number ? 'number' : match.groups?.mark ? 'mark' : 'word',
      quoted,
    });
  }
  return tokens;
}

/** The tokens behind a dateline: "BEIRUT, Nov 29 (Wire) — Insurgents …" begins with "Insurgents". */
export function withoutDateline(tokens: readonly Token[]): Token[] {
  const dash = tokens.findIndex(({ lower }) => /^[-–—]$/.test(lower));
  const opens = /^\p{Lu}{3,}/u.test(tokens[0]?.text ?? '') || tokens[1]?.lower === ',' || dash === 1;
  const isHead = dash > 0 && dash <= 10 && opens && /^\p{Lu}/u.test(tokens[dash + 1]?.text ?? '');
  return isHead && tokens.slice(0, dash).every(isDatelineToken) ? tokens.slice(dash + 1) : [...tokens];
}

const isDatelineToken = ({ text, kind }: Token) => kind !== 'word' || /^\p{Lu}/u.test(text);
