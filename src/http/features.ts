import { type Context, Hono } from 'hono';
import { listPublished, readSnapshot } from '../store/snapshots.ts';
import type { Snapshot } from '../types.ts';
import { answerPreflight, answerReader, originOf, withoutQuery } from './answer.ts';
import { unknownStory } from './desk.ts';

type App = { Bindings: Env };

/** What everybody may read: published stories, from their snapshots and nothing else. */
export const reads = new Hono<App>();

for (const path of ['/api/stories', '/api/stories/:slug', '/api/stories/:slug/events.geojson']) {
  reads.options(path, answerPreflight);
  reads.use(path, withoutQuery);
}

reads.get('/api/stories', async (c) => {
  const stories = await listPublished(c.env.DB);
  const body = stories.map(({ story, version, publishedAt, articles, events, start, end }) => ({
    ...story,
    status: 'published',
    version,
    publishedAt,
    articles,
    events,
    start,
    end,
    links: linksOf(c, story.slug),
  }));
  return answerReader(c, JSON.stringify({ stories: body }), 'application/json', []);
});

reads.get('/api/stories/:slug', async (c) => {
  const { story, version, publishedAt, articles, events } = await published(c);
  const body = {
    ...story,
    status: 'published',
    version,
    publishedAt,
    articles,
    events: events.features.length,
    links: linksOf(c, story.slug),
  };
  return answerReader(c, JSON.stringify(body), 'application/json', [story.slug]);
});

reads.get('/api/stories/:slug/events.geojson', async (c) => {
  const { story, events } = await published(c);
  return answerReader(c, JSON.stringify(events), 'application/geo+json', [story.slug]);
});

async function published(c: Context<App>): Promise<Snapshot> {
  const slug = c.req.param('slug') ?? '';
  const snapshot = await readSnapshot(c.env.DB, slug);
  if (!snapshot) throw unknownStory(slug);
  return snapshot;
}

/** Where a published story is found. */
export function linksOf(c: Context<App>, slug: string) {
  const origin = originOf(c);
  return [
    { rel: 'self', type: 'application/json', href: `${origin}/api/stories/${slug}` },
    { rel: 'items', type: 'application/geo+json', href: `${origin}/api/stories/${slug}/events.geojson` },
    { rel: 'alternate', type: 'text/html', href: `${origin}/s/${slug}` },
  ];
}
