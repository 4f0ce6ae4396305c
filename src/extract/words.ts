import { fold } from '../gazetteer/fold.ts';
import type { Sentence } from '../types.ts';

/** A word of a sentence as names are put together from. Possessive endings and hyphened parts are words of their own. */
export interface Word {
  start: number;
  end: number;
  text: string;
  /** The word as the gazetteer's keys have it; empty for punctuation. */
  key: string;
  /** `title` begins with a capital, `upper` has nothing else (and two letters at least). */
  shape: 'lower' | 'title' | 'upper' | 'number' | 'punctuation';
  /** No blank before it. */
  joined: boolean;
}

// [U.S.] [W.Va.] [N.Y.]
const INITIALS = String.raw`(?:\p{Lu}\p{M}{0,3}\.){2,9}(?:\p{Lu}\p{Ll}{1,3}\.)?|\p{Lu}\.\p{Lu}\p{Ll}{1,2}\.`;
// [St.] Louis, [Mr.] Jordan
const SHORT = String.raw`\b(?:St|Ste|Ft|Mt|Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Gen|Lt|Col|Sgt|Capt|Rev|Prof|Maj|Cpl|Pvt|Adm|Cmdr|Det|Hon|Fr|Pres)\.(?=\s\p{Lu})`;
// [Ma‘arrat] [Dara'a]; "Aleppo's" is cut in two later, "UK-based" is [UK] [-] [based]
const LETTERS = String.raw`\p{L}[\p{L}\p{M}]*(?:['‘’${'`'}ʻʼʿʾ][\p{L}\p{M}]+)*`;
// [2016] [10,000] [8th]
const NUMBER = String.raw`\p{N}[\p{N}\p{L}]*(?:[.,:]\p{N}+)*`;
// Most words, and none of those above: they cost a fraction of what letters of all scripts do.
const PLAIN = String.raw`[A-Za-z][a-z]{1,40}(?=[\s,;:?!")]|$)`;
const WORD = new RegExp(`${PLAIN}|${INITIALS}|${SHORT}|${LETTERS}|${NUMBER}|\\S`, 'gu');
const IS_LETTER = /^\p{L}/u;
const IS_NUMBER = /^\p{N}/u;

/** The words of a sentence, with offsets into the article's text. */
export function splitWords(sentence: Sentence): Word[] {
  const words: Word[] = [];
  let before = -1;
  const add = (start: number, text: string, shape: Word['shape']) => {
    const key = shape === 'punctuation' ? '' : fold(text);
    words.push({ start, end: start + text.length, text, key, shape, joined: start === before });
    before = start + text.length;
  };
  WORD.lastIndex = 0;
  for (let match = WORD.exec(sentence.text); match; match = WORD.exec(sentence.text)) {
    const start = sentence.start + match.index;
    const text = match[0];
    if (IS_NUMBER.test(text)) add(start, text, 'number');
    else if (!IS_LETTER.test(text)) add(start, text, 'punctuation');
    else if (isPossessive(text)) {
      const name = text.slice(0, -2);
      add(start, name, shapeOf(name));
      add(start + name.length, text.slice(-2), 'lower');
    } else add(start, text, shapeOf(text));
  }
  return words;
}

function isPossessive(text: string): boolean {
  const last = text.at(-1);
  return text.length > 2 && (last === 's' || last === 'S') && APOSTROPHES.includes(text.at(-2) ?? '');
}

const APOSTROPHES = "'’`";

function shapeOf(text: string): Word['shape'] {
  const first = text[0] ?? '';
  if (first === first.toLowerCase()) return 'lower';
  return text.length > 1 && text === text.toUpperCase() ? 'upper' : 'title';
}
