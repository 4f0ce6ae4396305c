// npm run seed: sends the demo stories to a running Worker, as a newsroom's own program would.
//   DATELINE_URL (http://127.0.0.1:8787 when unset), DATELINE_TOKEN
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article, Story } from '../src/types.ts';

type SeedStory = Story & { articles: Article[] };

/** A story as the Worker has it once it is published. */
export interface Seeded {
  slug: string;
  title: string;
  version: number;
  events: number;
}

const STORIES = join(import.meta.dirname, 'stories');

/**
 * Writes and publishes the stories of seeds/stories/, or those of them that `slugs` names, through the HTTP API at
 * `baseUrl`. What is there already is not changed; texts are read again, so that a new extractor shows. Throws with the
 * Worker's answer when it refuses one.
 */
export async function seedStories(baseUrl: string, token: string, slugs?: readonly string[]): Promise<Seeded[]> {
  const seeded: Seeded[] = [];
  for (const story of readStories()) {
    if (slugs && !slugs.includes(story.slug)) continue;
    const send = (method: string, path: string, body?: object) =>
      call(new URL(`/api/stories/${story.slug}${path}`, baseUrl), token, method, body);
    const { articles, slug, title, ...rest } = story;
    await send('PUT', '', { title, ...rest });
    for (const { id, ...article } of articles) await send('PUT', `/articles/${encodeURIComponent(id)}`, article);
    const { events } = await send('POST', '/read');
    const { version } = await send('POST', '/publish');
    seeded.push({ slug, title, version: Number(version), events: Number(events) });
  }
  return seeded;
}

function readStories(): SeedStory[] {
  return readdirSync(STORIES)
    .sort()
    .map((folder) => join(STORIES, folder, 'story.json'))
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, 'utf8')));
}

async function call(url: URL, token: string, method: string, body?: object): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method,
    headers: { Authorization: `Bearer ${token}`, ...(body && { 'Content-Type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${url.pathname}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Record<string, unknown>;
}

if (import.meta.main) {
  const token = process.env.DATELINE_TOKEN;
  if (!token) {
    console.error('DATELINE_TOKEN is not set: it is the token of the desk that `npm start` prints.');
    process.exit(2);
  }
  for (const { slug, version, events } of await seedStories(
    process.env.DATELINE_URL ?? 'http://127.0.0.1:8787',
    token,
  )) {
    console.log(`${slug}: ${events} events, version ${version} published`);
  }
}
