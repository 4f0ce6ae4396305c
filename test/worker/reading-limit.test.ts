import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import settings from '../../wrangler.toml?raw';
import { desk, reader, tellStory } from './desk.ts';

/** The allowance is by the clock's minutes: where the present one is nearly over, the next is waited for. */
async function earlyInMinute() {
  const left = 60_000 - (Date.now() % 60_000);
  if (left < 15_000) await new Promise((resolve) => setTimeout(resolve, left + 100));
}

test('past the limit nothing more is read, everything else goes on, and the desk is told when to come back', async () => {
  await tellStory('limit', []);
  await earlyInMinute();
  const article = (id: string) => ({
    id,
    source: 'The Post',
    published: '2024-05-15',
    text: 'A storm hit Nice on Monday.',
  });
  const limit = env.TIGHT_LIMIT;
  const extract = () => desk('POST /api/extract', { json: { text: 'Paris' }, limit });
  expect((await extract()).status).toBe(200);
  expect((await desk('POST /api/stories/limit/articles', { json: article('a'), limit })).status).toBe(201);
  expect((await desk('POST /api/stories/limit/read', { limit })).status).toBe(200);

  const refused = [
    await extract(),
    await desk('POST /api/stories/limit/articles', { json: article('b'), limit }),
    await desk('PUT /api/stories/limit/articles/a', { json: { ...article('a'), text: 'Another text.' }, limit }),
    await desk('POST /api/stories/limit/read', { limit }),
  ];
  for (const answer of refused) {
    expect(answer.status).toBe(429);
    expect(answer.headers.get('Retry-After')).toBe('60');
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ status: 429, title: 'Too many requests' });
  }
  const { articles } = await (await desk('GET /api/drafts/limit', { limit })).json<{ articles: { text: string }[] }>();
  expect(articles.map(({ text }) => text)).toEqual(['A storm hit Nice on Monday.']);
  expect((await desk('POST /api/stories/limit/publish', { limit })).status).toBe(200);
  expect((await reader('GET /api/stories/limit', { limit })).status).toBe(200);
});

test('who has no token is told so, and takes nothing of the allowance', async () => {
  for (let i = 0; i < 4; i += 1) {
    const answer = await reader('POST /api/extract', { json: { text: 'Paris' }, limit: env.TIGHT_LIMIT });
    expect(answer.status).toBe(401);
  }
});

test('the Worker that is deployed has such a limit', () => {
  expect(settings).toMatch(
    /\[\[ratelimits\]\]\nname = "READING_LIMIT"\nnamespace_id = "\d+"\nsimple = \{ limit = \d+, period = (?:10|60) \}/,
  );
});
