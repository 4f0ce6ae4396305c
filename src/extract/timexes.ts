import type { Sentence, Timex } from '../types.ts';
import { readDay } from './calendar.ts';
import { english } from './lang/en/index.ts';
import { type PlacedMention, resolveMentions } from './timex-resolve.ts';

/**
 * Finds the time expressions of a text. `published` is the DCT, RFC 3339 or a calendar day: its own offset tells the day.
 * Without it, what depends on it stays unresolved: `from` and `to` are null.
 */
export function findTimexes(sentences: readonly Sentence[], published: string | undefined): Timex[] {
  const mentions: PlacedMention[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const folded = foldCharacters(sentence.text);
    for (const mention of english.readMentions(folded)) {
      const { start, end } = mention;
      const span = { start: sentence.start + start, end: sentence.start + end, text: sentence.text.slice(start, end) };
      mentions.push({ ...mention, span, sentence: index, direction: english.directionAt(folded, start, end) });
    }
  }
  return resolveMentions(mentions, readDay(published));
}

/** One kind of space, apostrophe and dash. Every character stays one character, so offsets hold. */
function foldCharacters(text: string): string {
  return text
    .replace(/\s/g, ' ')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-');
}
