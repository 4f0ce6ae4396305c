import { expect, test } from 'vitest';
import { desk, reader } from './desk.ts';

const ARTICLE = {
  id: 'a1',
  source: 'The Morning Post',
  published: '2024-11-30T12:00:00Z',
  text: 'Rebels entered Aleppo on Wednesday. The army withdrew to Hama on 29 November 2024.',
};

test('a story goes from nothing to its readers', async () => {
  const created = await desk('PUT /api/stories/aleppo', { json: { title: 'The battle', timeZone: 'Asia/Damascus' } });
  expect(created.status).toBe(201);
  expect(await created.json()).toMatchObject({
    slug: 'aleppo',
    title: 'The battle',
    lang: 'en',
    status: 'draft',
    version: 1,
  });

  const same = await desk('PUT /api/stories/aleppo', { json: { title: 'The battle', timeZone: 'Asia/Damascus' } });
  expect([same.status, (await same.json<{ version: number }>()).version]).toEqual([200, 1]);

  const article = await desk('POST /api/stories/aleppo/articles', { json: ARTICLE });
  expect(article.status).toBe(201);
  expect(await article.json()).toMatchObject({ id: 'a1', version: 2 });
  expect((await desk('POST /api/stories/aleppo/articles', { json: ARTICLE })).status).toBe(200);

  for (const path of ['', '/events.geojson']) expect((await reader(`GET /api/stories/aleppo${path}`)).status).toBe(404);
  expect(await (await desk('POST /api/stories/aleppo/publish')).json()).toMatchObject({
    status: 'published',
    version: 2,
  });

  const story = await (await reader('GET /api/stories/aleppo')).json<{ articles: object[] }>();
  expect(story).toMatchObject({ slug: 'aleppo', status: 'published', version: 2 });
  expect(story.articles).toEqual([{ id: 'a1', source: 'The Morning Post', published: '2024-11-30T12:00:00Z' }]);
  const events = await reader('GET /api/stories/aleppo/events.geojson');
  expect(events.headers.get('Content-Type')).toBe('application/geo+json');
  expect(await events.json()).toMatchObject({ type: 'FeatureCollection' });
  expect(await (await reader('GET /api/stories')).json()).toMatchObject({ stories: [{ slug: 'aleppo' }] });
});
