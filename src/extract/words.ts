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

// [U.S.] [W.Va.] [St.] [Mr.] [Ma‘arrat] [Dara'a] [10,000]; "Aleppo's" is [Aleppo] ['s], "UK-based" [UK] [-] [based]
const WORD =
  /(?<initials>\b(?:St|Ste|Ft|Mt|Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Gen|Lt|Col|Sgt|Capt|Rev|Prof|Maj|Cpl|Pvt|Adm|Cmdr|Det|Hon|Fr|Pres)\.(?=\s\p{Lu})|(?:\p{Lu}\p{M}*\.){2,}(?:\p{Lu}\p{Ll}{1,3}\.)?|\p{Lu}\.\p{Lu}\p{Ll}{1,2}\.)|(?<word>\p{L}[\p{L}\p{M}]*(?:['‘’`ʻʼʿʾ][\p{L}\p{M}]+)*)|(?<number>\p{N}[\p{N}\p{L}]*(?:[.,:]\p{N}+)*)|(?<other>\S)/gu;
const POSSESSIVE = /['’`]s$/iu;

/** The words of a sentence, with offsets into the article's text. */
export function splitWords(sentence: Sentence): Word[] {
  const words: Word[] = [];
  let before = -1;
  const add = (start: number, text: string, shape: Word['shape']) => {
    const key = shape === 'punctuation' ? '' : fold(text);
    words.push({ start, end: start + text.length, text, key, shape, joined: start === before });
    before = start + text.length;
  };
  for (const match of sentence.text.matchAll(WORD)) {
    const start = sentence.start + match.index;
    const text = match[0];
    if (match.groups?.other) add(start, text, 'punctuation');
    else if (match.groups?.number) add(start, text, 'number');
    else if (POSSESSIVE.test(text) && text.length > 2) {
      const name = text.slice(0, -2);
      add(start, name, shapeOf(name));
      add(start + name.length, text.slice(-2), 'lower');
    } else add(start, text, shapeOf(text));
  }
  return words;
}

function shapeOf(text: string): Word['shape'] {
  const first = text[0] ?? '';
  if (first === first.toLowerCase()) return 'lower';
  return text.length > 1 && text === text.toUpperCase() ? 'upper' : 'title';
}
