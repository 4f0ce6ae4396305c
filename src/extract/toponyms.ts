import type { Gazetteer } from '../gazetteer/read.ts';
import type { Sentence, Toponym } from '../types.ts';
import { STREETS } from './lang/en/place-words.ts';
import { matchNames, nameKey } from './place-names.ts';
import { type Feature, type Line, type NameMention, type Reading, readMentions } from './toponym-features.ts';
import { useOf } from './toponym-use.ts';
import { TOPONYM_WEIGHTS } from './toponym-weights.ts';
import { splitWords } from './words.ts';

/** The weights by the two parts of a feature's name: up to its first colon, and behind it. */
const WEIGHTS = new Map<string, Map<string, number>>();
for (const [name, weight] of Object.entries(TOPONYM_WEIGHTS)) {
  const group = /^[^:]*:?/.exec(name)?.[0] ?? '';
  const values = WEIGHTS.get(group) ?? new Map<string, number>();
  WEIGHTS.set(group, values.set(name.slice(group.length), weight));
}

/** Where precision and recall pay alike in cross-validation. */
const THRESHOLD = -0.25;

/** Finds the names that mean a place, each with every record that it may stand for. */
export function findToponyms(sentences: readonly Sentence[], gazetteer: Gazetteer): Toponym[] {
  const { lines, mentions } = findNames(sentences, gazetteer);
  const readings = readMentions(mentions, lines, gazetteer);
  return mentions.flatMap((mention, index) => {
    const { features, vetoed, told } = readings[index] as Reading;
    const score = sum(features);
    return (score > THRESHOLD || told) && !vetoed ? [toToponym(mention, score)] : [];
  });
}

/** Every name of the gazetteer in the text, whether it means a place or not. */
export function findNames(
  sentences: readonly Sentence[],
  gazetteer: Gazetteer,
): { lines: Line[]; mentions: NameMention[] } {
  let paragraph = -1;
  const lines = sentences.map((sentence) => {
    const words = splitWords(sentence);
    const paragraphStart = sentence.paragraph !== paragraph;
    paragraph = sentence.paragraph;
    const letters = words.filter(({ shape }) => shape !== 'punctuation' && shape !== 'number');
    const capitals = letters.filter(({ shape }) => shape !== 'lower').length;
    const headline = letters.length > 2 && capitals > 0.6 * letters.length;
    return { sentence, words, matches: matchNames(words, gazetteer), headline, paragraphStart };
  });
  const mentions = lines.flatMap((line) =>
    line.matches.map((match) => ({ line, match, key: nameKey(line.words, match.from, match.to) })),
  );
  return { lines, mentions };
}

function sum(features: readonly Feature[]): number {
  let total = 0;
  for (const [group, value] of features) total += WEIGHTS.get(group)?.get(value) ?? 0;
  return total;
}

function toToponym({ line, match }: NameMention, score: number): Toponym {
  // "Front Street" is no dot on the town of Front: what street it is, no record tells.
  const address = STREETS.has(line.words[match.to]?.text ?? '') && !line.words[match.to]?.joined;
  const words = line.words.slice(match.from, match.to + (address ? 1 : 0));
  const start = words[0]?.start ?? 0;
  const end = words.at(-1)?.end ?? start;
  const text = line.sentence.text.slice(start - line.sentence.start, end - line.sentence.start);
  return {
    start,
    end,
    text,
    name: text,
    use: useOf(line.words, match),
    candidates: address ? [] : [...match.candidates],
    rule: `name ${score.toFixed(1)}`,
  };
}
