import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import app from '../../src/index.ts';
import { desk, reader, tellStory } from './desk.ts';

/** What the contract lists as public, and what belongs to it. Everything else has to ask for the token. */
const PUBLIC = new Set([
  'GET /',
  'GET /s/:slug',
  'GET /embed/:slug',
  'GET /s/:slug/embed',
  'GET /house.css',
  'GET /api/stories',
  'GET /api/stories/:slug',
  'GET /api/stories/:slug/events.geojson',
  'GET /oembed',
  'GET /s/:slug/feed.json',
  'GET /s/:slug/feed.atom',
  'GET /s/:slug/poster.svg',
  'GET /s/:slug/poster.png',
  'GET /colours.css',
  'GET /basemap/:cut/area/:name{\\w+\\.json}',
  'GET /basemap/:cut/:z{\\d+}/:x{\\d+}/:y{\\d+\\.mvt}',
]);

const CLOSED = app.routes.filter(
  ({ method, path }) => method !== 'ALL' && method !== 'OPTIONS' && !PUBLIC.has(`${method} ${path}`),
);

const rowsOf = async () => {
  const tables = ['stories', 'versions', 'articles', 'events', 'corrections', 'snapshots'];
  const counts = await env.DB.batch<{ n: number }>(
    tables.map((table) => env.DB.prepare(`SELECT count(*) AS n FROM ${table}`)),
  );
  return counts.map(({ results }) => results[0]?.n);
};

const json = { title: 'Taken over', source: 'x', text: 'x', event: 'x', change: { kind: 'hidden', hidden: true } };

test.each(
  CLOSED.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, 'harbour')}`),
)('%s is closed', async (line) => {
  await tellStory(
    'harbour',
    [{ id: 'harbour', source: 'The Post', published: '2024-05-15', text: 'Rain fell on Friday.' }],
    { publish: true },
  );
  const before = await rowsOf();
  const [method = '', path = ''] = line.split(' ');
  const body = method === 'GET' || method === 'DELETE' ? {} : { json };
  const paths = [
    path,
    `/${path}`,
    `${path}/`,
    path.toUpperCase(),
    path.replace('/api', '/Api'),
    path.replaceAll('/', '//'),
    path.replace('api/', 'api%2f'),
    path.replace('/api', '/%61pi'),
    path.replace('/api', '/./api'),
    path.replace('/api', '/s/../api'),
    path.replace('/api', '/api/.'),
    `${path}%00`,
    `${path};x=y`,
    `${path}?token=${env.DATELINE_TOKEN}`,
  ];
  for (const one of paths) {
    const answer = await reader(`${method} ${one}`, body);
    expect([401, 404], `${method} ${one}`).toContain(answer.status);
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
  }
  const plain = await reader(line, body);
  expect([plain.status, plain.headers.get('WWW-Authenticate')]).toEqual([401, 'Bearer realm="dateline"']);
  expect(await rowsOf()).toEqual(before);
});

test.each([
  ['Bearer', undefined],
  ['Bearer ', undefined],
  [`Bearer ${env.DATELINE_TOKEN}x`, 'invalid_token'],
  [`Bearer ${env.DATELINE_TOKEN.slice(0, -1)}`, 'invalid_token'],
  [`Bearer ${env.DATELINE_TOKEN.toUpperCase()}`, 'invalid_token'],
  [`Bearer ${env.DATELINE_TOKEN} x`, undefined],
  [`Basic ${btoa(`desk:${env.DATELINE_TOKEN}`)}`, undefined],
  [env.DATELINE_TOKEN, undefined],
  ['Bearer undefined', 'invalid_token'],
  ['Bearer null', 'invalid_token'],
])('%s opens nothing', async (authorization, error) => {
  const answer = await reader('GET /api/drafts', { headers: { Authorization: authorization } });
  expect(answer.status).toBe(401);
  const challenge = answer.headers.get('WWW-Authenticate') ?? '';
  expect(/error="(?<error>\w+)"/.exec(challenge)?.groups?.error).toBe(error);
});

test('without a token in the settings nothing is open', async () => {
  for (const token of [undefined, '']) {
    for (const given of ['undefined', '', 'null']) {
      const request = new Request('https://maps.example.org/api/drafts', {
        headers: { Authorization: `Bearer ${given}` },
      });
      expect((await app.fetch(request, { ...env, DATELINE_TOKEN: token })).status).toBe(401);
    }
  }
});

test('the scheme is no matter of case, and the answer is nobody else’s', async () => {
  const answer = await reader('GET /api/drafts', { headers: { Authorization: `bEARER ${env.DATELINE_TOKEN}` } });
  expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([200, 'private, no-store']);
});

test('only what is public is open to the scripts of other sites', async () => {
  await tellStory('open', [], { publish: true });
  for (const path of ['/api/stories', '/api/stories/open', '/api/stories/open/events.geojson']) {
    const answer = await reader(`GET ${path}`, { headers: { Origin: 'https://evil.example.net' } });
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(answer.headers.has('Access-Control-Allow-Credentials')).toBe(false);
  }
  for (const path of ['/api/drafts', '/api/drafts/open', '/api/stories/none']) {
    const answer = await desk(`GET ${path}`, { headers: { Origin: 'https://evil.example.net' } });
    expect(answer.headers.has('Access-Control-Allow-Origin')).toBe(false);
  }
  const headers = { Origin: 'https://evil.example.net', 'Access-Control-Request-Method': 'PUT' };
  const preflight = await reader('OPTIONS /api/stories/open', { headers });
  expect([preflight.status, preflight.headers.get('Access-Control-Allow-Methods')]).toEqual([204, 'GET, HEAD']);
  for (const path of ['/api/stories/open/articles', '/api/extract', '/api/drafts']) {
    expect((await reader(`OPTIONS ${path}`, { headers })).headers.has('Access-Control-Allow-Origin')).toBe(false);
  }
});
