import { createExecutionContext, createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import app from '../../src/index.ts';
import { desk, tellStory } from './desk.ts';

const pending = async () => {
  const { results } = await env.DB.prepare('SELECT slug FROM purges ORDER BY slug').all<{ slug: string }>();
  return results.map(({ slug }) => slug);
};

/** Sends a request of the desk to a Worker that has a cache before it. */
async function withCache(line: string, purge: CacheContext['purge']): Promise<Response> {
  const [method = '', path = ''] = line.split(' ');
  const context = Object.assign(createExecutionContext(), { cache: { purge, invalidate: purge } });
  const headers = { Authorization: `Bearer ${env.DATELINE_TOKEN}` };
  return app.fetch(new Request(`https://maps.example.org${path}`, { method, headers }), env, context);
}

test('publishing, taking back and deleting purge the story, and the list of stories', async () => {
  const purge = vi.fn(async () => ({ success: true, errors: [] }));
  await tellStory('tide', []);
  expect((await withCache('POST /api/stories/tide/publish', purge)).status).toBe(200);
  expect(purge).toHaveBeenLastCalledWith({ tags: ['stories', 'story-tide'] });
  expect((await withCache('DELETE /api/stories/tide/publish', purge)).status).toBe(204);
  expect(purge).toHaveBeenCalledTimes(2);
  expect((await withCache('DELETE /api/stories/tide', purge)).status).toBe(204);
  expect(purge).toHaveBeenCalledTimes(3);
  expect(purge).toHaveBeenLastCalledWith({ tags: ['stories', 'story-tide'] });
  expect(await pending()).toEqual([]);
});

test('a purge that fails does not fail the publication, and is made up for', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const failing = [
    async () => ({ success: false, errors: [{ code: 1, message: 'too many' }] }),
    () => Promise.reject(new Error('no answer')),
  ];
  for (const [index, purge] of failing.entries()) {
    await tellStory(`ebb-${index}`, []);
    expect((await withCache(`POST /api/stories/ebb-${index}/publish`, purge)).status).toBe(200);
  }
  expect(log).toHaveBeenCalledTimes(2);
  log.mockRestore();
  expect(await pending()).toEqual(['ebb-0', 'ebb-1']);

  const purge = vi.fn(async () => ({ success: true, errors: [] }));
  const context = Object.assign(createExecutionContext(), { cache: { purge, invalidate: purge } });
  await app.scheduled(createScheduledController(), env, context);
  expect(purge.mock.calls).toEqual([[{ tags: ['stories', 'story-ebb-0', 'story-ebb-1'] }]]);
  expect(await pending()).toEqual([]);
});

test('where there is no cache, nothing piles up', async () => {
  await tellStory('calm', [], { publish: true });
  await desk('DELETE /api/stories/calm/publish');
  expect(await pending()).toEqual([]);
});
