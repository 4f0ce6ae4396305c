import type { Article, ArticleSummary, Correction, NewsEvent, Report, Story } from '../types.ts';
import { byteLength, packJson, ROW_BYTES, TooLarge } from './pack.ts';

/** An article with what was read in it. `digest` tells whether two articles say the same. */
export interface ReadArticle extends Article {
  digest: string;
  reports: Report[];
}

/** What the desk works on: a story as it is, published or not. */
export interface Draft {
  story: Story;
  /** Counts the changes of the story, from 1. */
  version: number;
  publishedVersion: number | null;
  articles: ReadArticle[];
  corrections: Correction[];
  events: NewsEvent[];
}

/** One change of a story, made on what `version` was; it is written whole or not at all. */
export interface Change {
  story: Story;
  /** The version that the change was made on; 0 for a new story. */
  version: number;
  /** What is done, for the record: `article bbc-1`. */
  change: string;
  /** RFC 3339 instant. */
  at: string;
  /** New articles, and those that are replaced. */
  articles?: readonly ReadArticle[];
  removed?: { article?: string; correction?: string };
  correction?: Correction;
  /** All events of the story as they are after the change. */
  events: readonly NewsEvent[];
}

/** The draft of a story, all of one moment; null where there is none. */
export async function readDraft(db: D1Database, slug: string): Promise<Draft | null> {
  const [stories, articles, corrections, events] = (await db.batch([
    db
      .prepare(
        `SELECT slug, title, description, lang, time_zone, version,
           (SELECT version FROM snapshots WHERE slug = stories.slug AND part = 0) AS published_version
         FROM stories WHERE slug = ?`,
      )
      .bind(slug),
    db
      .prepare(
        `SELECT id, source, published, url, title, lang, digest, reports, text FROM articles
         WHERE story = ? ORDER BY published, id`,
      )
      .bind(slug),
    db.prepare('SELECT id, event, at, evidence, change FROM corrections WHERE story = ? ORDER BY at, id').bind(slug),
    db.prepare('SELECT data FROM events WHERE story = ? ORDER BY position').bind(slug),
  ])) as [D1Result<StoryRow>, D1Result<ArticleRow>, D1Result<CorrectionRow>, D1Result<{ data: string }>];
  const row = stories.results[0];
  if (!row) return null;
  return {
    story: toStory(row),
    version: row.version,
    publishedVersion: row.published_version,
    articles: articles.results.map((article) => ({
      ...toSummary(article),
      digest: article.digest,
      reports: JSON.parse(article.reports),
      text: article.text,
    })),
    corrections: corrections.results.map((row) => ({
      ...row,
      evidence: JSON.parse(row.evidence),
      change: JSON.parse(row.change),
    })),
    events: events.results.map(({ data }) => JSON.parse(data)),
  };
}

/** Every story that the desk has, by slug. */
export async function listStories(
  db: D1Database,
): Promise<{ story: Story; version: number; publishedVersion: number | null }[]> {
  const { results } = await db
    .prepare(
      `SELECT slug, title, description, lang, time_zone, stories.version,
         (SELECT version FROM snapshots WHERE slug = stories.slug AND part = 0) AS published_version
       FROM stories ORDER BY slug`,
    )
    .all<StoryRow>();
  return results.map((row) => ({ story: toStory(row), version: row.version, publishedVersion: row.published_version }));
}

/**
 * Writes a change by one batch, which D1 runs as one transaction.
 * False, with nothing written, where the story is no longer at the version that the change was made on.
 */
export async function writeChange(db: D1Database, change: Change): Promise<boolean> {
  const { story, version, at, removed, correction } = change;
  const statements = [
    db
      .prepare('INSERT INTO versions (story, version, change, at) VALUES (?, ?, ?, ?)')
      .bind(story.slug, version + 1, change.change, at),
    db
      .prepare(
        `INSERT INTO stories (slug, title, description, lang, time_zone, version) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (slug) DO UPDATE SET title = excluded.title, description = excluded.description,
           lang = excluded.lang, time_zone = excluded.time_zone, version = excluded.version`,
      )
      .bind(story.slug, story.title, story.description ?? null, story.lang, story.timeZone, version + 1),
    ...(change.articles ?? []).map((article) => putArticle(db, story.slug, article)),
    ...(correction ? [putCorrection(db, story.slug, correction)] : []),
  ];
  if (removed?.article !== undefined) {
    statements.push(db.prepare('DELETE FROM articles WHERE story = ? AND id = ?').bind(story.slug, removed.article));
  }
  if (removed?.correction !== undefined) {
    statements.push(
      db.prepare('DELETE FROM corrections WHERE story = ? AND id = ?').bind(story.slug, removed.correction),
    );
  }
  statements.push(...putEvents(db, story.slug, change.events));
  try {
    await db.batch(statements);
    return true;
  } catch (error) {
    if (String(error).includes('UNIQUE constraint failed: versions')) return false;
    throw error;
  }
}

function putArticle(db: D1Database, slug: string, article: ReadArticle): D1PreparedStatement {
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

function putCorrection(db: D1Database, slug: string, correction: Correction): D1PreparedStatement {
  const { id, event, at, evidence, change } = correction;
  return db
    .prepare('INSERT OR REPLACE INTO corrections (story, id, event, at, evidence, change) VALUES (?, ?, ?, ?, ?, ?)')
    .bind(slug, id, event, at, JSON.stringify(evidence), JSON.stringify(change));
}

/** Replaces the events of a story; a row that stays as it is is not written again. */
function putEvents(db: D1Database, slug: string, events: readonly NewsEvent[]): D1PreparedStatement[] {
  const remove = db.prepare('DELETE FROM events WHERE story = ? AND id NOT IN (SELECT value FROM json_each(?))');
  const put = db.prepare(
    `INSERT INTO events (story, id, position, data)
     SELECT ?1, value ->> '$.event.id', value ->> '$.position', value -> '$.event' FROM json_each(?2) WHERE true
     ON CONFLICT (story, id) DO UPDATE SET position = excluded.position, data = excluded.data
     WHERE position <> excluded.position OR data <> excluded.data`,
  );
  return [
    remove.bind(slug, JSON.stringify(events.map(({ id }) => id))),
    ...packJson(events.map((event, position) => ({ position, event }))).map((pack) => put.bind(slug, pack)),
  ];
}

type StoryRow = {
  slug: string;
  title: string;
  description: string | null;
  lang: string;
  time_zone: string;
  version: number;
  published_version: number | null;
};

type ArticleRow = {
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

type CorrectionRow = { id: string; event: string; at: string; evidence: string; change: string };

function toStory({ slug, title, description, lang, time_zone }: StoryRow): Story {
  return { slug, title, ...(description !== null && { description }), lang, timeZone: time_zone };
}

function toSummary({ id, source, published, url, title, lang }: ArticleRow): ArticleSummary {
  return {
    id,
    source,
    ...(published !== null && { published }),
    ...(url !== null && { url }),
    ...(title !== null && { title }),
    ...(lang !== null && { lang }),
  };
}
