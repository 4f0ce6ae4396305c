import * as chrono from 'chrono-node/en';
import { openGazetteer } from '../../src/cli/gazetteer.ts';
import { extract, readStory } from '../../src/extract/index.ts';
import type { Article } from '../../src/types.ts';
import { readStory as readStoryFile, storySlugs } from '../gold.ts';
import { cpu, interleave } from './cpu.ts';

/** The compiler takes some hundred rounds until it has done with all of it. */
const WARM_UP = 100;
const ROUNDS = 40;

/** What the whole extraction costs in CPU against the plain time parser on the same texts, and one story end to end. */
export function benchExtract(): void {
  const gazetteer = openGazetteer();
  const articles = storySlugs().flatMap((slug) => readStoryFile(slug).articles);
  const words = countWords(articles);
  const { own, plain } = interleave(
    () => articles.map((article) => extract(article, gazetteer)),
    () => articles.map(({ text, published }) => chrono.casual.parse(text, new Date(published ?? 0))),
    WARM_UP,
    ROUNDS,
  );
  const perThousand = (ms: number) => ((ms / words) * 1000).toFixed(2);
  console.log(
    `extract: ${words} words of news, warm: ${perThousand(own)} ms CPU a thousand words, chrono ${perThousand(plain)}; ratio ${(own / plain).toFixed(2)} (goal: at most 4)`,
  );
  const [slug = ''] = storySlugs();
  const story = readStoryFile(slug);
  const whole = Math.min(
    ...Array.from({ length: ROUNDS }, () => cpu(() => readStory({ timeZone: 'UTC' }, story.articles, gazetteer))),
  );
  console.log(
    `extract: the story ${slug}, ${story.articles.length} articles of ${countWords(story.articles)} words, read and merged: ${whole.toFixed(0)} ms CPU`,
  );
}

const countWords = (articles: readonly Article[]) =>
  articles.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
