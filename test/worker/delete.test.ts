import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { readDraft, writeChange } from '../../src/store/stories.ts';
import { desk, reader, tellStory } from './desk.ts';

const ARTICLE = { id: 'a', source: 'The Post', published: '2024-05-15', text: 'A storm hit Nice on Monday.' };

/** Rows that the store has of a story, by table. */
async function rowsOf(slug: string): Promise<Record<string, number>> {
  const columns = { stories: 'slug', snapshots: 'slug', articles: 'story', events: 'story', corrections: 'story' };
  const counts = await env.DB.batch<{ count: number }>(
    Object.entries(columns).map(([table, column]) =>
      env.DB.prepare(`SELECT count(*) AS count FROM ${table} WHERE ${column} = ?`).bind(slug),
    ),
  );
  return Object.fromEntries(Object.keys(columns).map((table, i) => [table, counts[i]?.results[0]?.count ?? -1]));
}

test('a deleted story is gone for readers and for the desk, with all that belongs to it', async () => {
  await tellStory('gone', [ARTICLE], { publish: true });
  await tellStory('stays', [ARTICLE], { publish: true });
  const { events } = await (await desk('GET /api/drafts/gone')).json<{ events: { id: string }[] }>();
  const change = { kind: 'hidden', hidden: false };
  await desk('PUT /api/stories/gone/corrections/c1', { json: { event: events[0]?.id, change } });
  const stays = await rowsOf('stays');

  expect((await desk('DELETE /api/stories/gone')).status).toBe(204);
  expect(await rowsOf('gone')).toEqual({ stories: 0, snapshots: 0, articles: 0, events: 0, corrections: 0 });
  for (const path of ['/api/stories/gone', '/api/stories/gone/events.geojson']) {
    expect((await reader(`GET ${path}`)).status, path).toBe(404);
  }
  for (const path of ['/s/gone', '/embed/gone']) expect((await reader(`GET ${path}`)).status, path).toBe(410);
  expect((await desk('GET /api/drafts/gone')).status).toBe(404);
  expect(await (await reader('GET /api/stories')).text()).not.toContain('"gone"');
  expect(await rowsOf('stays')).toEqual(stays);
  // Whoever got no answer sends it again.
  expect((await desk('DELETE /api/stories/gone')).status).toBe(204);
  expect((await desk('DELETE /api/stories/never-was')).status).toBe(204);
});

test('only the desk deletes', async () => {
  await tellStory('kept', [ARTICLE], { publish: true });
  expect((await reader('DELETE /api/stories/kept')).status).toBe(401);
  expect((await reader('DELETE /api/stories/kept/publish')).status).toBe(401);
  expect((await reader('GET /s/kept')).status).toBe(200);
});

test('a story of the same name may be told anew, and its versions count on', async () => {
  await tellStory('again', [ARTICLE], { publish: true });
  const before = await readDraft(env.DB, 'again');
  await desk('DELETE /api/stories/again');
  const answer = await desk('PUT /api/stories/again', { json: { title: 'Told anew' } });
  expect(answer.status).toBe(201);
  const { version } = await answer.json<{ version: number }>();
  expect(version).toBeGreaterThan((before?.version ?? 0) + 1);
  expect((await readDraft(env.DB, 'again'))?.articles).toEqual([]);
  expect((await desk('POST /api/stories/again/articles', { json: ARTICLE })).status).toBe(201);
});

test('whoever read the story before it was deleted cannot write it back', async () => {
  await tellStory('raced', [ARTICLE]);
  const draft = await readDraft(env.DB, 'raced');
  if (!draft) throw new Error('the story is not there');
  await desk('DELETE /api/stories/raced');
  const late = { ...draft, change: 'late', at: '2024-05-16T00:00:00Z' };
  expect(await writeChange(env.DB, late)).toBe(false);
  expect((await desk('GET /api/drafts/raced')).status).toBe(404);
});
