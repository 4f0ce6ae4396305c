import { readPurges, strikePurges } from '../store/purges.ts';
import { storyTag } from './answer.ts';

/**
 * Makes the cache in front of the Worker forget the stories that changed: one of them, or all that are still to be
 * purged. Nothing fails with it: what cannot be purged now is left for the next time, and a minute later caches ask
 * again by themselves.
 */
export async function purgeStories(cache: CacheContext | undefined, db: D1Database, slug?: string): Promise<void> {
  try {
    const purges = await readPurges(db, slug);
    if (purges.length === 0) return;
    // The list of all stories is drawn from each of them. Without a cache there is nothing to forget.
    const tags = ['stories', ...purges.map((purge) => storyTag(purge.slug))];
    const result = await cache?.purge({ tags });
    if (result && !result.success) throw new Error(result.errors.map(({ message }) => message).join('; '));
    await strikePurges(db, purges);
  } catch (error) {
    console.error(`The cache was not purged: ${error}`);
  }
}
