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
  WORD.lastIndex = 0;
  for (let match = WORD.exec(sentence.text); match; match = WORD.exec(sentence.text)) {
    let start = sentence.start + match.index;
    for (const { text, key, shape } of partsOf(match[0])) {
      words.push({ start, end: start + text.length, text, key, shape, joined: start === before });
      start += text.length;
      before = start;
    }
  }
  return words;
}

type Part = Pick<Word, 'text' | 'key' | 'shape'>;

/** The words that a spelling is: a name and its possessive ending, or one. */
function partsOf(spelling: string): readonly Part[] {
  const known = PARTS.get(spelling);
  if (known) return known;
  if (PARTS.size >= REMEMBERED) PARTS.clear();
  // A copy: a slice would keep the whole article in memory.
  const own = ` ${spelling}`.slice(1);
  const parts = readParts(own);
  PARTS.set(own, parts);
  return parts;
}

/** Spellings that are kept: those of some fifty articles. */
const REMEMBERED = 8000;
const PARTS = new Map<string, readonly Part[]>();

function readParts(text: string): Part[] {
  if (IS_NUMBER.test(text)) return [{ text, key: fold(text), shape: 'number' }];
  if (!IS_LETTER.test(text)) return [{ text, key: '', shape: 'punctuation' }];
  if (!isPossessive(text)) return [{ text, key: fold(text), shape: shapeOf(text) }];
  const [name, ending] = [text.slice(0, -2), text.slice(-2)];
  return [
    { text: name, key: fold(name), shape: shapeOf(name) },
    { text: ending, key: fold(ending), shape: 'lower' },
  ];
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
