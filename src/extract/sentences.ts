import type { Sentence } from '../types.ts';

/** Splits a text into sentences; a line break always ends one. Offsets are into the text as given. */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const block of text.matchAll(/[^\n]+/g)) {
    for (const match of block[0].matchAll(/\S.*?(?:[.!?]["”’)]*(?=\s|$)|$)/g)) {
      const start = block.index + match.index;
      sentences.push({ start, end: start + match[0].length, text: match[0], paragraph, kind: 'prose' });
    }
    paragraph += 1;
  }
  return sentences;
}
