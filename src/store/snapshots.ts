import type { Snapshot, StorySummary } from '../types.ts';
import { splitText } from './pack.ts';
import { askPurge } from './purges.ts';

/** The published state of a story, by one query; null where nothing is published under this slug. */
export async function readSnapshot(db: D1Database, slug: string): Promise<Snapshot | null> {
  const { results } = await db
    .prepare('SELECT body FROM snapshots WHERE slug = ? ORDER BY part')
    .bind(slug)
    .all<{ body: string }>();
  return results.length === 0 ? null : JSON.parse(results.map(({ body }) => body).join(''));
}

/** All published stories, the newest publication first, by one query. */
export async function listPublished(db: D1Database): Promise<StorySummary[]> {
  const { results } = await db
    .prepare('SELECT summary FROM snapshots WHERE part = 0 ORDER BY published_at DESC, slug')
    .all<{ summary: string }>();
  return results.map(({ summary }) => JSON.parse(summary));
}

/**
 * Publishes: readers get this snapshot from now on, whole.
 * False, with nothing written, where a newer version has been published in the meantime.
 */
export async function writeSnapshot(db: D1Database, snapshot: Snapshot): Promise<boolean> {
  const { story, version, publishedAt } = snapshot;
  const summary = JSON.stringify(summarise(snapshot));
  // A newer snapshot is not deleted, so that its first part stands in the way of ours.
  const clear = db.prepare('DELETE FROM snapshots WHERE slug = ? AND version <= ?').bind(story.slug, version);
  const insert = db.prepare(
    'INSERT INTO snapshots (slug, part, version, published_at, summary, body) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const parts = splitText(JSON.stringify(snapshot));
  try {
    await db.batch([
      clear,
      askPurge(db, story.slug, publishedAt),
      ...parts.map((body, part) =>
        insert.bind(story.slug, part, version, publishedAt, part === 0 ? summary : '', body),
      ),
    ]);
    return true;
  } catch (error) {
    if (String(error).includes('UNIQUE constraint failed: snapshots')) return false;
    throw error;
  }
}

/** Takes a story back from its readers; the draft stays. */
export async function deleteSnapshot(db: D1Database, slug: string, at: string): Promise<void> {
  await db.batch([db.prepare('DELETE FROM snapshots WHERE slug = ?').bind(slug), askPurge(db, slug, at)]);
}

function summarise({ story, version, publishedAt, articles, events }: Snapshot): StorySummary {
  const instants = events.features.flatMap(({ properties: { start, end } }) =>
    [start, end].filter((at) => at !== null),
  );
  const sorted = instants.toSorted((a, b) => Date.parse(a) - Date.parse(b));
  return {
    story,
    version,
    publishedAt,
    articles: articles.length,
    outlets: new Set(articles.map(({ source }) => source)).size,
    events: events.features.length,
    core: coreOf(events.features.flatMap(({ properties: { start, end } }) => start ?? end ?? [])),
    start: sorted[0] ?? null,
    end: sorted.at(-1) ?? null,
  };
}

/** Share of the events that the core of a story holds. */
const CORE = 0.8;

/** The shortest stretch that holds most of some instants. */
function coreOf(instants: string[]): StorySummary['core'] {
  const sorted = instants.toSorted((a, b) => Date.parse(a) - Date.parse(b));
  const size = Math.ceil(sorted.length * CORE);
  const runs = sorted.slice(0, sorted.length - size + 1).flatMap((start, index) => {
    const end = sorted[index + size - 1];
    return end === undefined ? [] : [{ start, end, length: Date.parse(end) - Date.parse(start) }];
  });
  const [first, ...others] = runs;
  if (!first) return null;
  const { start, end } = others.reduce((best, run) => (run.length < best.length ? run : best), first);
  return { start, end };
}
