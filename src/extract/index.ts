import type { Gazetteer } from '../gazetteer/read.ts';
import type { Article, Extraction, NewsEvent, Story } from '../types.ts';
import { withPublished } from './dateline.ts';
import { markFurniture } from './furniture.ts';
import { mergeReports } from './merge.ts';
import { findReports } from './reports.ts';
import { resolveToponyms } from './resolve.ts';
import { splitSentences } from './sentences.ts';
import { findTimexes } from './timexes.ts';
import { findToponyms } from './toponyms.ts';

/** Reads one article: its times, its places, and its accounts of what happened. Pure: no clock, no network, no store. */
export function extract(given: Article, gazetteer: Gazetteer): Extraction {
  const article = withPublished(given);
  const sentences = markFurniture(splitSentences(article.text));
  const times = findTimexes(sentences, article.published);
  const places = resolveToponyms(findToponyms(sentences, gazetteer), article, gazetteer);
  return { times, places, reports: findReports(article, sentences, times, places, gazetteer) };
}

/** Reads a story: its articles one by one, then one event for each happening. The order of the articles does not matter. */
export function readStory(
  story: Pick<Story, 'timeZone'>,
  articles: readonly Article[],
  gazetteer: Gazetteer,
): NewsEvent[] {
  const own = withoutRepeats(articles.map(withPublished));
  const reports = own.flatMap((article) => extract(article, gazetteer).reports);
  return mergeReports(story, own, reports);
}

/** One outlet's text counts once, under the id that sorts first, however often it comes in. */
function withoutRepeats(articles: readonly Article[]): Article[] {
  const firsts = new Map<string, Article>();
  for (const article of articles) {
    const key = `${article.source}\n${article.published ?? ''}\n${article.text}`;
    const known = firsts.get(key);
    if (!known || article.id < known.id) firsts.set(key, article);
  }
  return [...firsts.values()];
}
