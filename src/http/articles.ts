import { withPublished } from '../extract/dateline.ts';
import { extract } from '../extract/index.ts';
import type { Gazetteer } from '../gazetteer/read.ts';
import type { ReadArticle } from '../store/articles.ts';
import type { Article, Extraction } from '../types.ts';
import { digestOf } from './digest.ts';
import { type Page, readPage } from './page.ts';
import { fetchPage } from './page-fetch.ts';
import { problem } from './problem.ts';
import type { ArticleBody } from './schemas.ts';

/** An article without an id of its own, from a client, its page, or both. */
export type ArticleInput = Omit<Article, 'id'> & { id?: string };

/** Longer texts are no articles, and reading one takes seconds, in characters. */
const TEXT_LENGTH = 200_000;

/**
 * The article that a client sends: as text, as the HTML of its page, or as the address of its page alone, which is then
 * fetched. What the client says goes before what the page says. 400 where there is none of the three, or text of
 * an outlet that nobody names; 422 where a page has no article.
 */
export async function toInput(body: ArticleBody, userAgent: string): Promise<ArticleInput> {
  const { text, html, ...given } = body;
  if (text !== undefined) {
    if (text.trim() === '') throw problem(422, { field: 'text', detail: '`text` is empty.' });
    if (given.source === undefined) throw problem(400, { field: 'source', detail: '`source` is missing.' });
    return { ...given, source: given.source, text };
  }
  const field = html === undefined ? 'url' : 'html';
  const page = await pageOf(html, given.url, userAgent);
  if (page.text === '') throw problem(422, { field, detail: `\`${field}\` has no article that we can find.` });
  checkLength(field, page.text);
  const source = given.source ?? page.source;
  if (source === undefined)
    throw problem(400, { field: 'source', detail: '`source` is missing, and the page does not say it.' });
  return { ...page, ...prune(given), source };
}

async function pageOf(html: string | undefined, url: string | undefined, userAgent: string): Promise<Page> {
  if (html !== undefined) return readPage(html, url);
  if (url === undefined) throw problem(400, { field: 'text', detail: 'One of `text`, `html` and `url` is needed.' });
  const fetched = await fetchPage(url, userAgent);
  return readPage(fetched.html, fetched.address);
}

/**
 * The article with its id, the digest of all that was sent, its day of publication where the text tells it, and what was
 * read in it. Throws 422 as `readText` does.
 */
export async function toReadArticle(input: ArticleInput, gazetteer: Gazetteer): Promise<ReadArticle> {
  const { source, published, url, title, lang, text } = input;
  const content = { source, published, url, title, lang, text };
  const digest = await digestOf(JSON.stringify(content));
  const article = withPublished({ ...prune(content), id: input.id ?? (await idOf(input)) });
  return readAgain({ ...article, digest, reports: [] }, gazetteer);
}

/** The article with what the present extractor reads in it. */
export function readAgain(article: ReadArticle, gazetteer: Gazetteer): ReadArticle {
  return { ...article, reports: readText(article, gazetteer).reports.map(slim) };
}

/**
 * The extraction of an article; 413 for a text that is too long, 422 where it counts from a day of publication that
 * nobody gives.
 */
export function readText(article: Article, gazetteer: Gazetteer): Extraction {
  checkLength('text', article.text);
  const extraction = extract(article, gazetteer);
  if (article.published === undefined && needsDate(article, extraction, gazetteer)) {
    const detail = '`published` is missing, and the text counts from it ("on Wednesday", "last year").';
    throw problem(422, { field: 'published', detail });
  }
  return extraction;
}

function checkLength(field: string, text: string): void {
  if (text.length <= TEXT_LENGTH) return;
  throw problem(413, { field, detail: `The article is longer than ${TEXT_LENGTH} characters.` });
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
