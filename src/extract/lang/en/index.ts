import { createReader } from '../../timex-engine.ts';
import type { Direction, Mention } from '../../timex-meaning.ts';
import { LEADING, STARTERS, TRAILING } from './abbreviations.ts';
import { isDateLine } from './date-line.ts';
import { directionAt } from './direction.ts';
import { eventsDatedAt } from './event-words.ts';
import { findCues } from './time-cues.ts';
import { refine } from './timex-refiners/index.ts';
import { RULES } from './timex-rules/index.ts';

/** All that the extractor knows of a language. */
export interface Language {
  /** Words whose full stop never ends a sentence, in lower case and without it. */
  leadingAbbreviations: ReadonlySet<string>;
  /** Words whose full stop may end a sentence: it does where a sentence starter follows. */
  trailingAbbreviations: ReadonlySet<string>;
  sentenceStarters: ReadonlySet<string>;
  /** The time expressions of one sentence with folded white space; offsets are into it. */
  readMentions(sentence: string): Mention[];
  /** Whether a line of the head, with these mentions in it, is there to say when the article was published. */
  isDateLine(line: string, mentions: readonly Mention[]): boolean;
  /** Which way the words around a stretch of a sentence look. */
  directionAt(sentence: string, start: number, end: number): Direction;
  /** Bare words of the happening that a date at this stretch of a folded sentence tells the day of. */
  eventsDatedAt(sentence: string, start: number, end: number): string[];
}

const read = createReader(RULES);

export const english: Language = {
  leadingAbbreviations: LEADING,
  trailingAbbreviations: TRAILING,
  sentenceStarters: STARTERS,
  readMentions: (sentence) => {
    const cues = findCues(sentence);
    return cues === 0 ? [] : refine(sentence, read(sentence, cues));
  },
  isDateLine,
  directionAt,
  eventsDatedAt,
};
