import type { Gazetteer } from '../gazetteer/read.ts';
import type { Article, Extraction } from '../types.ts';
import { findReports } from './reports.ts';
import { resolveToponyms } from './resolve.ts';
import { splitSentences } from './sentences.ts';
import { findTimexes } from './timexes.ts';
import { findToponyms } from './toponyms.ts';

/** Reads one article: its times, its places, and its accounts of what happened. Pure: no clock, no network, no store. */
export function extract(article: Article, gazetteer: Gazetteer): Extraction {
  const sentences = splitSentences(article.text);
  const times = findTimexes(sentences, article.published);
  const places = resolveToponyms(findToponyms(sentences, gazetteer), article);
  return { times, places, reports: findReports(article, sentences, times, places) };
}
