import type { EventFeature } from '../../types.ts';
import type { PageData } from '../page-data.ts';

/** How often an embed that is seen asks for a newer version, in ms. Answers may be a minute old. */
const EVERY = 60_000;

/**
 * Calls `found` with how many events a newer version has that are not `known`, while the frame is seen: a tab in the
 * background and a frame far down the page ask nothing. What has not changed costs an empty 304.
 */
export function watchForNews(
  { slug, version, events }: Pick<PageData, 'slug' | 'version' | 'events'>,
  known: ReadonlySet<string>,
  found: (count: number) => void,
): void {
  let inView = false;
  let asked = performance.now();
  let seen = version;
  const ask = async () => {
    if (!inView || document.visibilityState !== 'visible' || performance.now() - asked < EVERY) return;
    asked = performance.now();
    const story = await read<{ version: number }>(`/api/stories/${slug}`);
    if (!story || story.version <= seen) return;
    const collection = await read<{ features: EventFeature[] }>(events);
    if (!collection) return;
    seen = story.version;
    const count = collection.features.filter(({ id }) => !known.has(id)).length;
    if (count > 0) found(count);
  };
  new IntersectionObserver((entries) => {
    inView = entries.at(-1)?.isIntersecting ?? false;
    void ask();
  }).observe(document.documentElement);
  document.addEventListener('visibilitychange', () => void ask());
  setInterval(() => void ask(), EVERY / 4);
}

/** Null when the server cannot be reached: the next time will do. */
async function read<T>(path: string): Promise<T | null> {
  try {
    const answer = await fetch(path, { cache: 'no-cache' });
    return answer.ok ? ((await answer.json()) as T) : null;
  } catch {
    return null;
  }
}
