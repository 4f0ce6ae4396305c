import type { Gazetteer } from '../gazetteer/read.ts';
import type { Sentence, Toponym } from '../types.ts';
import { PERSON_TITLES } from './lang/en/place-words.ts';
import { matchNames, type NameMatch } from './place-names.ts';
import { splitWords, type Word } from './words.ts';

/** Finds the names that mean a place, each with every record that it may stand for. */
export function findToponyms(sentences: readonly Sentence[], gazetteer: Gazetteer): Toponym[] {
  return sentences.flatMap((sentence) => {
    const words = splitWords(sentence);
    return matchNames(words, gazetteer)
      .filter((match) => isPlace(words, match))
      .map((match) => toToponym(sentence, words, match));
  });
}

function isPlace(words: readonly Word[], { from, to }: NameMatch): boolean {
  const before = words[from - 1];
  const after = words[to];
  if (before && PERSON_TITLES.has(before.key)) return false;
  // Part of a longer name: a person's, or an organisation's.
  if (before && !before.joined && before.shape === 'title' && from - 1 > 0) return false;
  return !(after && after.shape === 'title');
}

function toToponym(sentence: Sentence, words: readonly Word[], { from, to, candidates, loose }: NameMatch): Toponym {
  const start = words[from]?.start ?? 0;
  const end = words[to - 1]?.end ?? 0;
  const text = sentence.text.slice(start - sentence.start, end - sentence.start);
  return { start, end, text, name: text, use: 'place', candidates, rule: loose ? 'loose name' : 'name' };
}
