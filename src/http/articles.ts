import { extract } from '../extract/index.ts';
import type { Gazetteer } from '../gazetteer/read.ts';
import type { ReadArticle } from '../store/stories.ts';
import type { Article, Extraction } from '../types.ts';
import { digestOf } from './digest.ts';
import { problem } from './problem.ts';

/** What a client, a page or both say of an article; the id may be missing. */
export type ArticleInput = Omit<Article, 'id'> & { id?: string };

/** The article with its id, the digest of all that it says, and what was read in it. Throws 422 as `readText` does. */
export async function toReadArticle(input: ArticleInput, gazetteer: Gazetteer): Promise<ReadArticle> {
  const { source, published, url, title, lang, text } = input;
  const content = { source, published, url, title, lang, text };
  const digest = await digestOf(JSON.stringify(content));
  const article: ReadArticle = { ...prune(content), id: input.id ?? (await idOf(input)), digest, reports: [] };
  return { ...article, reports: readText(article, gazetteer).reports.map(slim) };
}

/** The extraction of an article; 422 where its text counts from a day of publication that nobody gives. */
export function readText(article: Article, gazetteer: Gazetteer): Extraction {
  const extraction = extract(article, gazetteer);
  if (article.published === undefined && needsDate(article, extraction, gazetteer)) {
    const detail = '`published` is missing, and the text counts from it ("on Wednesday", "last year").';
    throw problem(422, { field: 'published', detail });
  }
  return extraction;
}

/** Any day will do to see whether a time that stays open without one is reckoned from it. */
function needsDate(article: Article, { times }: Extraction, gazetteer: Gazetteer): boolean {
  const open = new Set(times.filter(({ from }) => from === null).map(({ start }) => start));
  if (open.size === 0) return false;
  const dated = extract({ ...article, published: '2000-01-01' }, gazetteer);
  return dated.times.some(({ start, from }) => from !== null && open.has(start));
}

/** An article without an id is known by its address, or else by its outlet and what it says. */
async function idOf({ source, published, url, text }: ArticleInput): Promise<string> {
  return (await digestOf(url ?? JSON.stringify([source, published, text]))).slice(0, 16);
}

/** A report as it is kept: without the places that a name could have meant, of which there can be hundreds. */
function slim(report: Extraction['reports'][number]): Extraction['reports'][number] {
  return report.toponym ? { ...report, toponym: { ...report.toponym, candidates: [] } } : report;
}

function prune<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}
