import type { Article, Report } from '../types.ts';
import { byteLength, ROW_BYTES, TooLarge } from './pack.ts';

/** An article with what was read in it. `digest` tells whether two articles say the same. */
export interface ReadArticle extends Article {
  digest: string;
  reports: Report[];
}

export type ArticleRow = {
  id: string;
  source: string;
  published: string | null;
  url: string | null;
  title: string | null;
  lang: string | null;
  digest: string;
  reports: string;
  text: string;
};

/** All articles of a story, in the order in which they appeared. */
export function selectArticles(db: D1Database, slug: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT id, source, published, url, title, lang, digest, reports, text FROM articles
       WHERE story = ? ORDER BY published, id`,
    )
    .bind(slug);
}

export function toReadArticle(row: ArticleRow): ReadArticle {
  const { id, source, published, url, title, lang, digest, reports, text } = row;
  return {
    id,
    source,
    ...(published !== null && { published }),
    ...(url !== null && { url }),
    ...(title !== null && { title }),
    ...(lang !== null && { lang }),
    digest,
    reports: JSON.parse(reports),
    text,
  };
}

/** Writes an article, or replaces it. Throws `TooLarge` where a row cannot hold it. */
export function putArticle(db: D1Database, slug: string, article: ReadArticle): D1PreparedStatement {
  const reports = JSON.stringify(article.reports);
  const size = byteLength(article.text) + byteLength(reports);
  if (size > ROW_BYTES)
    throw new TooLarge(`an article of ${size} bytes with its reports, where ${ROW_BYTES} can be stored`);
  return db
    .prepare(
      `INSERT OR REPLACE INTO articles (story, id, source, published, url, title, lang, digest, reports, text)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(
      slug,
      article.id,
      article.source,
      article.published ?? null,
      article.url ?? null,
      article.title ?? null,
      article.lang ?? null,
      article.digest,
      reports,
      article.text,
    );
}

export function removeArticle(db: D1Database, slug: string, id: string): D1PreparedStatement {
  return db.prepare('DELETE FROM articles WHERE story = ? AND id = ?').bind(slug, id);
}
