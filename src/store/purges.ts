/** Notes, in the batch that changes what readers get, that the cache has to forget a story. */
export function askPurge(db: D1Database, slug: string, at: string): D1PreparedStatement {
  return db.prepare('INSERT OR REPLACE INTO purges (slug, asked_at) VALUES (?, ?)').bind(slug, at);
}

/** A story that the cache has to forget. */
export interface Purge {
  slug: string;
  askedAt: string;
}

/** What is still to be purged, the oldest first, at most as many as one purge takes. */
export async function readPurges(db: D1Database, slug?: string): Promise<Purge[]> {
  const { results } = await db
    .prepare('SELECT slug, asked_at AS askedAt FROM purges WHERE ?1 IS NULL OR slug = ?1 ORDER BY asked_at LIMIT 100')
    .bind(slug ?? null)
    .all<Purge>();
  return results;
}

/** Strikes off what has been purged; what was asked for again in the meantime stays. */
export async function strikePurges(db: D1Database, purges: readonly Purge[]): Promise<void> {
  await db
    .prepare(
      `DELETE FROM purges WHERE EXISTS (
         SELECT 1 FROM json_each(?) WHERE value ->> 'slug' = purges.slug AND value ->> 'askedAt' = purges.asked_at)`,
    )
    .bind(JSON.stringify(purges))
    .run();
}
