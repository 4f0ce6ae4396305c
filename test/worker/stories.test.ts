import { expect, test } from 'vitest';
import gazetteerFile from '../../seeds/gazetteer.bin';
import aleppo from '../../seeds/stories/aleppo-2024/story.json';
import { readStory } from '../../src/extract/index.ts';
import { readGazetteer } from '../../src/gazetteer/read.ts';
import { toCollection } from '../../src/http/geojson.ts';
import type { EventCollection } from '../../src/types.ts';
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

test('what readers get is what the command line tells of the same story, in whatever order it came', async () => {
  const { slug, articles, ...story } = aleppo;
  const expected = toCollection(story, articles, readStory(story, articles, readGazetteer(gazetteerFile)));
  expect(expected.features.length).toBeGreaterThan(5);
  await desk(`PUT /api/stories/${slug}`, { json: story });
  for (const json of articles.toReversed()) await desk(`POST /api/stories/${slug}/articles`, { json });
  await desk(`POST /api/stories/${slug}/publish`);
  expect(await (await reader(`GET /api/stories/${slug}/events.geojson`)).json()).toEqual(
    JSON.parse(JSON.stringify(expected)),
  );
});

test('an article that tells its own day is one article, before and after a new reading', async () => {
  await desk('PUT /api/stories/dated', { json: { title: 'Dated' } });
  const json = { id: 'd1', source: 'The Post', text: 'Published: 15 May 2024\nA storm hit Nice on Monday.' };
  const created = await desk('POST /api/stories/dated/articles', { json });
  expect([created.status, (await created.json<{ published: string }>()).published]).toEqual([201, '2024-05-15']);
  const before = await (await desk('GET /api/drafts/dated')).json();
  expect((await desk('POST /api/stories/dated/read')).status).toBe(200);
  expect((await desk('POST /api/stories/dated/articles', { json })).status).toBe(200);
  expect(await (await desk('GET /api/drafts/dated')).json()).toEqual(before);
});

test('a story is given a track, and loses it when it is written without', async () => {
  const json = { title: 'The convoy', timeZone: 'Asia/Damascus' };
  await desk('PUT /api/stories/convoy', { json: { ...json, track: true } });
  const article = {
    ...ARTICLE,
    text: 'Two people died in a fire in Aleppo on Wednesday. A fire killed one in Hama on Thursday.',
  };
  await desk('POST /api/stories/convoy/articles', { json: article });
  await desk('POST /api/stories/convoy/publish');
  expect(await (await reader('GET /api/stories/convoy')).json()).toMatchObject({ track: true });
  const { track, features } = await (await reader('GET /api/stories/convoy/events.geojson')).json<EventCollection>();
  const names = track?.map((id) => features.find((event) => event.id === id)?.properties.place?.name);
  expect(names).toEqual(['Aleppo', 'Hama']);

  expect(await (await desk('PUT /api/stories/convoy', { json })).json()).not.toHaveProperty('track');
  await desk('POST /api/stories/convoy/publish');
  expect(await (await reader('GET /api/stories/convoy/events.geojson')).json()).not.toHaveProperty('track');

  const odd = await desk('PUT /api/stories/convoy', { json: { ...json, track: 'yes' } });
  expect(odd.status).toBe(400);
  expect(await odd.json()).toMatchObject({ field: 'track' });
});
