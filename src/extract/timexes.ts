import type { Sentence, Timex } from '../types.ts';
import { readDay } from './calendar.ts';
import { foldText } from './fold-text.ts';
import { english } from './lang/en/index.ts';
import type { Meaning } from './timex-meaning.ts';
import { resolveMentions } from './timex-resolve.ts';
import type { PlacedMention } from './timex-resolved.ts';

/**
 * Finds the time expressions of a text. `published` is the DCT, RFC 3339 or a calendar day: its own offset tells the day.
 * Without it, what depends on it stays unresolved: `from` and `to` are null.
 */
export function findTimexes(sentences: readonly Sentence[], published: string | undefined): Timex[] {
  const mentions: PlacedMention[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const folded = foldText(sentence.text);
    for (const mention of english.readMentions(folded.text)) {
      const [start, end] = [folded.offset(mention.start), folded.offset(mention.end - 1) + 1];
      const span = { start: sentence.start + start, end: sentence.start + end, text: sentence.text.slice(start, end) };
      const direction = isIncomplete(mention.meaning)
        ? english.directionAt(folded.text, mention.start, mention.end)
        : 'unknown';
      const { meaning, rule, bound, pair } = mention;
      const aside = isInBrackets(folded.text, mention.start);
      const { start: from, end: to } = mention;
      // All of one shape: what is missing is written out.
      mentions.push({
        start: from,
        end: to,
        meaning,
        rule,
        bound,
        pair,
        span,
        sentence: index,
        direction,
        aside,
        dates: undefined,
      });
    }
  }
  const counted = mentions.some(({ meaning }) => meaning.kind === 'event' && meaning.event.length > 0);
  return resolveMentions(counted ? withEvents(mentions, sentences) : mentions, readDay(published));
}

/** "Two days after the vote": which of the dates are those of a vote? */
function withEvents(mentions: readonly PlacedMention[], sentences: readonly Sentence[]): PlacedMention[] {
  let [at, folded] = [-1, ''];
  return mentions.map((mention) => {
    if (mention.sentence !== at)
      [at, folded] = [mention.sentence, foldText(sentences[mention.sentence]?.text ?? '').text];
    return mention.meaning.kind === 'event'
      ? mention
      : { ...mention, dates: english.eventsDatedAt(folded, mention.start, mention.end) };
  });
}

/** Only where more than one date may be meant do the words around it decide. */
function isIncomplete(meaning: Meaning): boolean {
  return (meaning.kind === 'calendar' || meaning.kind === 'feast') && meaning.year === undefined;
}

function isInBrackets(sentence: string, start: number): boolean {
  return start > 0 && sentence.lastIndexOf('(', start - 1) > sentence.lastIndexOf(')', start - 1);
}
