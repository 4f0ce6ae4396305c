import { openGazetteer } from '../../src/cli/gazetteer.ts';
import { extract, readStory } from '../../src/extract/index.ts';
import { mergeReports } from '../../src/extract/merge.ts';
import type { Article } from '../../src/types.ts';
import { readStory as readStoryFile, storySlugs } from '../gold.ts';

const WORDS = 500;

/**
 * Prints what reading and merging a story costs in CPU: 50 articles of 500 words, and how merging grows to 1,000. The
 * articles are those of the demo stories, cut to length and moved to other days and towns so that each tells of its own.
 */
export function benchEvents(): void {
  const gazetteer = openGazetteer();
  const story = { timeZone: 'UTC' };
  const texts = storySlugs().flatMap((slug) => readStoryFile(slug).articles);
  readStory(story, makeArticles(texts, 50), gazetteer);
  const fifty = makeArticles(texts, 50);
  const whole = cpu(() => readStory(story, fifty, gazetteer));
  console.log(`story of 50 articles of ${WORDS} words   ${whole.toFixed(0)} ms CPU, read and merged`);
  let before = 0;
  for (const count of [62, 125, 250, 500, 1000]) {
    const articles = makeArticles(texts, count);
    const reports = articles.flatMap((article) => extract(article, gazetteer).reports);
    const ms = cpu(() => mergeReports(story, articles, reports));
    const growth = before > 0 ? `, ${(ms / before).toFixed(1)} times the half` : '';
    console.log(
      `merging ${String(count).padStart(5)} articles, ${reports.length} reports   ${ms.toFixed(0)} ms CPU${growth}`,
    );
    before = ms;
  }
}

const TOWNS = ['Tartus', 'Latakia', 'Raqqa', 'Manbij', 'Palmyra', 'Daraa', 'Kobani', 'Jableh', 'Afrin', 'Salamiyah'];

/** Articles of about 500 words each; every lap through the given ones is a fortnight later and about another town. */
function makeArticles(given: readonly Article[], count: number): Article[] {
  return Array.from({ length: count }, (_, i) => {
    const lap = Math.floor(i / given.length);
    const town = TOWNS[lap % TOWNS.length] ?? '';
    const { text, published, source } = given[i % given.length] as Article;
    const later = new Date(Date.parse(published ?? '') + lap * 14 * 864e5).toISOString();
    const words = `${text}\n${given[(i + 1) % given.length]?.text ?? ''}`.split(/(?<=\s)/).slice(0, WORDS);
    const moved = lap === 0 ? words.join('') : words.join('').replaceAll('Aleppo', town);
    return { id: `a${i}`, source: `${source} ${lap}`, published: later, text: moved };
  });
}

/** Milliseconds of CPU time that a function takes. */
function cpu(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
