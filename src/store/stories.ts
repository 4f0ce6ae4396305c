import type { Correction, NewsEvent, Story } from '../types.ts';
import {
  type ArticleRow,
  putArticle,
  type ReadArticle,
  removeArticle,
  selectArticles,
  toReadArticle,
} from './articles.ts';
import { type CorrectionRow, putCorrection, removeCorrection, selectCorrections, toCorrection } from './corrections.ts';
import { type EventRow, putEvents, selectEvents, toEvent } from './events.ts';
import { askPurge } from './purges.ts';

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
  /** The version that the change was made on; for a new story the last one that its slug has had, or 0. */
  version: number;
  /** What is done, for the record: `article bbc-1`. */
  change: string;
  /** RFC 3339 instant. */
  at: string;
  /** New articles, and those that are replaced. */
  articles?: readonly ReadArticle[];
  removed?: { article?: string; correction?: string };
  /** New corrections, and those that change. */
  corrections?: readonly Correction[];
  /** All events of the story as they are after the change. */
  events: readonly NewsEvent[];
}

/** The draft of a story, all of one moment; null where there is none. */
export async function readDraft(db: D1Database, slug: string): Promise<Draft | null> {
  const [stories, articles, corrections, events] = (await db.batch([
    db
      .prepare(
        `SELECT slug, title, description, lang, time_zone, track, version,
           (SELECT version FROM snapshots WHERE slug = stories.slug AND part = 0) AS published_version
         FROM stories WHERE slug = ?`,
      )
      .bind(slug),
    selectArticles(db, slug),
    selectCorrections(db, slug),
    selectEvents(db, slug),
  ])) as [D1Result<StoryRow>, D1Result<ArticleRow>, D1Result<CorrectionRow>, D1Result<EventRow>];
  const row = stories.results[0];
  if (!row) return null;
  return {
    story: toStory(row),
    version: row.version,
    publishedVersion: row.published_version,
    articles: articles.results.map(toReadArticle),
    corrections: corrections.results.map(toCorrection),
    events: events.results.map(toEvent),
  };
}

/** Every story that the desk has, by slug. */
export async function listStories(
  db: D1Database,
): Promise<{ story: Story; version: number; publishedVersion: number | null }[]> {
  const { results } = await db
    .prepare(
      `SELECT slug, title, description, lang, time_zone, track, stories.version,
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
  const { story, version, at, removed } = change;
  const statements = [
    db
      .prepare('INSERT INTO versions (story, version, change, at) VALUES (?, ?, ?, ?)')
      .bind(story.slug, version + 1, change.change, at),
    db
      .prepare(
        `INSERT INTO stories (slug, title, description, lang, time_zone, track, version) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (slug) DO UPDATE SET title = excluded.title, description = excluded.description,
           lang = excluded.lang, time_zone = excluded.time_zone, track = excluded.track, version = excluded.version`,
      )
      .bind(
        story.slug,
        story.title,
        story.description ?? null,
        story.lang,
        story.timeZone,
        Number(story.track ?? false),
        version + 1,
      ),
    ...(change.articles ?? []).map((article) => putArticle(db, story.slug, article)),
    ...(change.corrections ?? []).map((correction) => putCorrection(db, story.slug, correction)),
    ...(removed?.article === undefined ? [] : [removeArticle(db, story.slug, removed.article)]),
    ...(removed?.correction === undefined ? [] : [removeCorrection(db, story.slug, removed.correction)]),
    ...putEvents(db, story.slug, change.events),
  ];
  try {
    await db.batch(statements);
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
}

/** The last version that a slug has had, deleted or not; 0 where there never was a story. */
export async function lastVersion(db: D1Database, slug: string): Promise<number> {
  const row = await db
    .prepare('SELECT max(version) AS version FROM versions WHERE story = ?')
    .bind(slug)
    .first<{ version: number | null }>();
  return row?.version ?? 0;
}

/** Whether there was a story under a slug that has been deleted since. */
export async function isDeleted(db: D1Database, slug: string): Promise<boolean> {
  const last = await db
    .prepare('SELECT change FROM versions WHERE story = ? ORDER BY version DESC LIMIT 1')
    .bind(slug)
    .first<string>('change');
  return last === 'deleted';
}

/**
 * Deletes a story with all that belongs to it, published or not. Only the record of its versions stays, and says so: whoever
 * has read the story before cannot write it back, and a new one of this name counts on.
 * False, with nothing deleted, where the story is no longer at this version.
 */
export async function deleteStory(db: D1Database, slug: string, version: number, at: string): Promise<boolean> {
  const tables = ['articles', 'events', 'corrections'];
  try {
    await db.batch([
      db
        .prepare('INSERT INTO versions (story, version, change, at) VALUES (?, ?, ?, ?)')
        .bind(slug, version + 1, 'deleted', at),
      ...tables.map((table) => db.prepare(`DELETE FROM ${table} WHERE story = ?`).bind(slug)),
      db.prepare('DELETE FROM stories WHERE slug = ?').bind(slug),
      db.prepare('DELETE FROM snapshots WHERE slug = ?').bind(slug),
      askPurge(db, slug, at),
    ]);
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
}

/** Somebody else was faster to write this version. */
const isTaken = (error: unknown) => String(error).includes('UNIQUE constraint failed: versions');

type StoryRow = {
  slug: string;
  title: string;
  description: string | null;
  lang: string;
  time_zone: string;
  track: number;
  version: number;
  published_version: number | null;
};

function toStory({ slug, title, description, lang, time_zone, track }: StoryRow): Story {
  return {
    slug,
    title,
    ...(description !== null && { description }),
    lang,
    timeZone: time_zone,
    ...(track === 1 && { track: true }),
  };
}
