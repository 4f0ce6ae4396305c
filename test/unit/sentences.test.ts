import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../src/extract/sentences.ts';

/** Texts with a bar where a sentence begins; a text without a leading bar begins with its first one. */
const cases: string[] = JSON.parse(readFileSync(join(import.meta.dirname, '../cases/sentences.json'), 'utf8'));

describe('splitSentences', () => {
  for (const marked of cases) {
    test(marked, () => {
      const text = marked.replace(/\|/g, '');
      const expected = marked
        .split('|')
        .map((part) =>
          part
            .replace(/\n\n?$/, '')
            .replace(BULLET, '')
            .trim(),
        )
        .filter(Boolean);
      const sentences = splitSentences(text);
      expect(sentences.map((sentence) => sentence.text)).toEqual(expected);
      for (const { start, end, text: own } of sentences) expect(text.slice(start, end)).toBe(own);
    });
  }

  test('counts paragraphs by the line breaks that end them', () => {
    const text = 'One. Two.\n\nThree.\nFour.';
    expect(splitSentences(text).map(({ paragraph }) => paragraph)).toEqual([0, 0, 1, 2]);
  });

  test('cuts a text without stops into pieces of bounded length that lose nothing', () => {
    const text = `${'word '.repeat(2000)}${'x'.repeat(5000)}`;
    const sentences = splitSentences(text);
    expect(Math.max(...sentences.map((sentence) => sentence.text.length))).toBeLessThanOrEqual(1000);
    expect(
      sentences
        .map((sentence) => sentence.text)
        .join('')
        .replace(/ /g, ''),
    ).toBe(text.replace(/ /g, ''));
  });

  test.each([
    '',
    ' ',
    '\n\n\r\n',
    '.',
    '...',
    '\u0000',
    '\ud800',
    '\u200f\u202e',
    '«»',
    '•',
    '1.',
    '\t. \t.',
  ])('reads %j without an error', (text) => {
    for (const { start, end, text: own } of splitSentences(text)) expect(text.slice(start, end)).toBe(own);
  });
});

const BULLET = /^(?:[•-]|\d\.) /;
