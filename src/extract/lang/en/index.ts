import { createReader } from '../../timex-engine.ts';
import type { Direction, Mention } from '../../timex-meaning.ts';
import { directionAt } from './direction.ts';
import { refine } from './refine.ts';
import { findCues } from './time-words.ts';
import { RULES } from './timex-rules/index.ts';

/** All that the extractor knows of a language. */
export interface Language {
  /** The time expressions of one sentence with folded white space; offsets are into it. */
  readMentions(sentence: string): Mention[];
  /** Which way the words around a stretch of a sentence look. */
  directionAt(sentence: string, start: number, end: number): Direction;
}

const read = createReader(RULES);

export const english: Language = {
  readMentions: (sentence) => {
    const cues = findCues(sentence);
    return cues === 0 ? [] : refine(sentence, read(sentence, cues));
  },
  directionAt,
};
