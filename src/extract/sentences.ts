import type { Sentence } from '../types.ts';
import { english } from './lang/en/index.ts';

/**
 * Splits a text into sentences. A line break ends one, unless the line was only broken to fit a width;
 * bullets and list numbers stay outside. No sentence is longer than `LONGEST` characters, so that what reads
 * them takes a bounded time for each. Offsets are into the text as given.
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const [paragraph, { start, end }] of splitParagraphs(text).entries()) {
    for (const span of splitParagraph(text, start, end)) {
      const { start: from, end: to } = span;
      sentences.push({ start: from, end: to, text: text.slice(from, to), paragraph, kind: 'prose' });
    }
  }
  return sentences;
}

interface Stretch {
  start: number;
  end: number;
}

/** Far longer than any real sentence; 1 MB of text without a stop is a thousand of them. */
const LONGEST = 1000;

/** Lines, joined where they were wrapped to a width. */
function splitParagraphs(text: string): Stretch[] {
  const paragraphs: Stretch[] = [];
  let block: Stretch[] = [];
  for (const match of text.matchAll(/[^\n\r\u2028\u2029]*/g)) {
    const line = trim(text, match.index, match.index + match[0].length);
    if (line) block.push(line);
    else if (match[0] !== '' || text[match.index - 1] === '\n' || match.index >= text.length) {
      for (const paragraph of joinWrapped(text, block)) paragraphs.push(paragraph);
      block = [];
    }
  }
  for (const paragraph of joinWrapped(text, block)) paragraphs.push(paragraph);
  return paragraphs;
}

/** Widths to which copy is wrapped, in characters. */
const NARROWEST = 40;
const WIDEST = 100;

function joinWrapped(text: string, block: readonly Stretch[]): Stretch[] {
  const widths = block.slice(0, -1).map(({ start, end }) => end - start);
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  const wrapped =
    block.length > 2 && widest <= WIDEST && widths.every((width) => width >= Math.max(NARROWEST, widest - 24));
  const joined: Stretch[] = [];
  for (const line of block) {
    const last = joined.at(-1);
    const goesOn =
      last &&
      (wrapped || /[\p{Ll},;]/u.test(text[line.start] ?? '')) &&
      !/[.!?:;]["'”’)]?$/.test(text.slice(last.end - 2, last.end));
    if (last && (goesOn || (wrapped && !BULLET.test(text.slice(line.start, line.start + 6))))) last.end = line.end;
    else joined.push({ ...line });
  }
  return joined;
}

const BULLET = /^(?:[•●▪◦‣·*–—-]+|\(?\d{1,2}[.)])\s+/;
/** A stop, what closes with it, and white space behind. */
const STOP = /[.!?…]{1,9}["'”’»)\]]{0,4}(?=\s|$)/g;

function splitParagraph(text: string, from: number, end: number): Stretch[] {
  const sentences: Stretch[] = [];
  const paragraph = text.slice(from, end);
  let start = BULLET.exec(paragraph.slice(0, 12))?.[0].length ?? 0;
  for (const match of paragraph.matchAll(STOP)) {
    const stop = match.index + match[0].length;
    if (stop < start || !endsSentence(paragraph, start, match.index, match[0], stop)) continue;
    for (const piece of cut(paragraph, start, stop)) sentences.push(piece);
    start = stop;
  }
  for (const piece of cut(paragraph, start, paragraph.length)) sentences.push(piece);
  return sentences.map((span) => ({ start: from + span.start, end: from + span.end }));
}

/** Whether the stop at `at` (the text of it `mark`, ending at `after`) ends a sentence that began at `start`. */
function endsSentence(text: string, start: number, at: number, mark: string, after: number): boolean {
  const next = NEXT_WORD.exec(text.slice(after, after + 40))?.groups;
  if (!next) return true;
  if (/^\p{Ll}/u.test(next.word ?? '')) return false;
  if (!mark.startsWith('.') || mark.startsWith('..')) return true;
  const word = (WORD_BEFORE.exec(text.slice(Math.max(start, at - 24), at))?.[0] ?? '').replace(/^["'“‘(]+/, '');
  const plain = word.toLowerCase();
  if (english.leadingAbbreviations.has(plain)) return false;
  const starter = english.sentenceStarters.has((next.word ?? '').toLowerCase());
  const dotted = word.includes('.');
  const initial = /^\p{Lu}$/u.test(word);
  if (!dotted && !initial && !english.trailingAbbreviations.has(plain)) return true;
  if (/^\d/.test(next.word ?? '')) return false;
  return starter || (next.quote !== undefined && next.quote !== '' && !initial);
}

const NEXT_WORD = /^\s+(?<quote>["'“‘([`]*)(?<word>[\p{L}\p{N}']+)/u;
const WORD_BEFORE = /[^\s/—–-]{1,24}$/;

/** The stretch without white space around it, in pieces that are not too long. */
function cut(text: string, start: number, end: number): Stretch[] {
  const pieces: Stretch[] = [];
  let from = start;
  while (end - from > LONGEST) {
    // Looked for in the piece alone: in a text without spaces the search would go back to its beginning every time.
    const space = text.slice(from, from + LONGEST).lastIndexOf(' ');
    const to = from + (space > LONGEST / 2 ? space : LONGEST);
    const piece = trim(text, from, to);
    if (piece) pieces.push(piece);
    from = to;
  }
  const last = trim(text, from, end);
  if (last) pieces.push(last);
  return pieces;
}

function trim(text: string, start: number, end: number): Stretch | null {
  let [from, to] = [start, end];
  while (from < to && isSpace(text, from)) from += 1;
  while (to > from && isSpace(text, to - 1)) to -= 1;
  return from < to ? { start: from, end: to } : null;
}

function isSpace(text: string, index: number): boolean {
  return /\s/.test(text[index] ?? '');
}
