import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import assetHeaders from '../../public/_headers?raw';
import { matches } from '../../src/http/answer.ts';
import { contentSecurityPolicy, SECURITY_HEADERS } from '../../src/http/headers.ts';
import app from '../../src/index.ts';
import { desk, reader, tellStory } from './desk.ts';

await tellStory(
  'wind',
  [{ id: 'a', source: 'The Post', published: '2024-05-15', text: 'A storm hit Nice on Monday.' }],
  {
    publish: true,
  },
);

const EXPECTED = { ...SECURITY_HEADERS, 'Content-Security-Policy': contentSecurityPolicy() };

test('assets and answers of the Worker carry the same security headers', async () => {
  const rule = assetHeaders.split('\n\n').find((block) => block.includes('\n/*\n')) ?? '';
  const headers = Object.fromEntries(
    [...rule.matchAll(/^ {2}(?<name>[\w-]+): (?<value>.+)$/gm)].map(({ groups }) => [groups?.name, groups?.value]),
  );
  expect(headers).toEqual({ ...EXPECTED, 'Access-Control-Allow-Origin': '*' });

  for (const line of ['GET /', 'GET /s/wind', 'GET /s/none', 'GET /api/stories', 'GET /nothing', 'POST /api/extract']) {
    const answer = await reader(line);
    for (const [name, value] of Object.entries(EXPECTED))
      expect(answer.headers.get(name), `${line} ${name}`).toBe(value);
  }
});

test('only the embed may be framed, and by whom is a setting', async () => {
  const policyOf = (answer: Response) => answer.headers.get('Content-Security-Policy') ?? '';
  expect(policyOf(await reader('GET /embed/wind'))).toMatch(/frame-ancestors \*$/);
  expect(policyOf(await reader('GET /embed/none'))).toMatch(/frame-ancestors \*$/);
  for (const path of ['/embed', '/Embed/wind', '/s/embed', '//embed/wind']) {
    expect(policyOf(await reader(`GET ${path}`))).toMatch(/frame-ancestors 'none'$/);
  }
  const limited = { ...env, EMBED_ANCESTORS: 'https://news.example.org' };
  const answer = await app.fetch(new Request('https://maps.example.org/embed/wind'), limited);
  expect(policyOf(answer)).toMatch(/frame-ancestors 'self' https:\/\/news\.example\.org$/);
});

test('a map style of another host opens the pages of stories to that host, and nothing else', async () => {
  const policyOf = async (path: string, style: string) => {
    const answer = await app.fetch(new Request(`https://maps.example.org${path}`), { ...env, MAP_STYLE: style });
    return answer.headers.get('Content-Security-Policy') ?? '';
  };
  const style = 'https://tiles.example.com/styles/streets.json?key=k';
  for (const path of ['/s/wind', '/embed/wind', '/s/wind/embed']) {
    expect(await policyOf(path, style)).toContain("connect-src 'self' https://tiles.example.com;");
    expect(await policyOf(path, style)).toMatch(/worker-src 'self'(?: data:)? blob:;/);
  }
  for (const path of ['/', '/api/stories', '/nothing'])
    expect(await policyOf(path, style)).not.toContain('example.com');
  for (const odd of ['', 'streets', 'javascript:alert(1)', 'data:application/json,{}'])
    expect(await policyOf('/s/wind', odd)).toContain("connect-src 'self';");
});

test('no policy allows what is inline or from elsewhere', () => {
  const policy = contentSecurityPolicy();
  expect(policy).toMatch(/^default-src 'none'/);
  expect(policy).not.toMatch(/unsafe|blob:|https?:/);
});

test.each([
  '/api/stories',
  '/api/stories/wind',
  '/api/stories/wind/events.geojson',
  '/',
  '/s/wind',
  '/embed/wind',
])('%s can be cached, asked again cheaply, and purged', async (path) => {
  const answer = await reader(`GET ${path}`);
  expect(answer.headers.get('Cache-Control')).toBe(
    'public, max-age=60, stale-while-revalidate=86400, stale-if-error=604800',
  );
  expect(answer.headers.get('Cache-Tag')).toBe(path.includes('wind') ? 'stories,story-wind' : 'stories');
  expect(answer.headers.has('Set-Cookie')).toBe(false);
  const etag = answer.headers.get('ETag') ?? '';
  expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
  for (const given of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const again = await reader(`GET ${path}`, { headers: { 'If-None-Match': given } });
    expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', etag]);
  }
  expect((await reader(`GET ${path}`, { headers: { 'If-None-Match': '"other"' } })).status).toBe(200);
  const head = await reader(`HEAD ${path}`);
  expect([head.status, await head.text(), head.headers.get('ETag')]).toEqual([200, '', etag]);
});

test.each([
  '/api/stories',
  '/api/stories/wind',
  '/api/stories/wind/events.geojson',
  '/s/wind/feed.atom',
])('%s is one address for caches, whatever is asked beside it', async (path) => {
  const answer = await reader(`GET ${path}?b=1&a=//evil.example.net`);
  expect([answer.status, answer.headers.get('Location')]).toEqual([301, path]);
});

test('a slash at the end leads to the address without it, on this site', async () => {
  for (const [path, location] of [
    ['/s/wind/', '/s/wind'],
    ['/embed/wind/', '/embed/wind'],
    ['//evil.example.net/', '//evil.example.net'],
  ]) {
    const answer = await reader(`GET ${path}`);
    expect([answer.status, answer.headers.get('Location')]).toEqual([301, `https://maps.example.org${location}`]);
  }
});

test('an entity tag matches only itself', () => {
  expect(matches(undefined, '"a"')).toBe(false);
  expect(matches('', '"a"')).toBe(false);
  expect(matches('a', '"a"')).toBe(false);
  expect(matches('"ab"', '"a"')).toBe(false);
});

test('what is not public is not kept by caches', async () => {
  for (const line of [
    'GET /api/drafts',
    'GET /api/drafts/wind',
    'POST /api/stories/wind/publish',
    'GET /api/drafts/none',
  ]) {
    expect((await desk(line)).headers.get('Cache-Control')).toMatch(/no-store/);
  }
  for (const line of ['GET /api/drafts', 'GET /api/stories/none', 'GET /nothing']) {
    expect((await reader(line)).headers.get('Cache-Control')).toBe('no-store');
  }
});

test('the page that says there is no story goes when there is one', async () => {
  expect((await reader('GET /s/none')).headers.get('Cache-Tag')).toBe('story-none');
  expect((await reader('GET /s/n%C3%B6ne')).headers.has('Cache-Tag')).toBe(false);
});

test('an address where nothing is, is a page for a browser and a problem for a program', async () => {
  const page = await reader('GET /nothing', { headers: { Accept: 'text/html,*/*;q=0.8' } });
  expect([page.status, page.headers.get('Content-Type')]).toEqual([404, 'text/html; charset=utf-8']);
  const answer = await reader('GET /nothing');
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([404, 'application/problem+json']);
  for (const { headers } of [page, answer]) expect(headers.get('Cache-Control')).toBe('no-store');
});

test('addresses are those of the setting, not of the Host header', async () => {
  const request = new Request('https://evil.example.net/api/stories/wind');
  const answer = await app.fetch(request, { ...env, PUBLIC_URL: 'https://maps.example.org/' });
  const body = await answer.text();
  expect(body).toContain('https://maps.example.org/s/wind');
  expect(body).not.toContain('evil.example.net');
});

test('a missing tile of the basemap is an empty one, and a missing basemap is missing', async () => {
  const world = {
    ...env,
    ASSETS: {
      fetch: async (url: URL) => new Response('', { status: url.pathname.startsWith('/basemap/now/') ? 200 : 404 }),
    },
  };
  const status = async (path: string) =>
    (await app.fetch(new Request(`https://maps.example.org${path}`), world as unknown as Env)).status;
  expect(await status('/basemap/now/5/3/9.mvt')).toBe(204);
  expect(await status('/basemap/old/5/3/9.mvt')).toBe(404);
  expect(await status('/basemap/now/area/163843.json')).toBe(204);
  expect(await status('/basemap/old/area/163843.json')).toBe(404);
  expect(await status('/basemap/now/5/3/x.mvt')).toBe(404);
  expect(await status('/basemap/now/style.json')).toBe(404);
});

test('further hosts of that style are opened by name; what is no host opens nothing', async () => {
  const settings = {
    MAP_STYLE: 'https://maps.example.com/style.json',
    MAP_STYLE_HOSTS: "https://tiles.example.net https://*.cdn.example.net 'unsafe-inline' https://a.example;script-src",
  };
  const answer = await app.fetch(new Request('https://maps.example.org/s/wind'), { ...env, ...settings });
  const policy = answer.headers.get('Content-Security-Policy') ?? '';
  expect(policy).toContain(
    "connect-src 'self' https://maps.example.com https://tiles.example.net https://*.cdn.example.net;",
  );
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toMatch(/unsafe|a\.example/);
});

const COLOURS = { MAP_COLOURS: '{"light": {"land": "#fefefa", "accent": "#005ea5"}, "dark": {"water": "#001020"}}' };

test('a newsroom’s colours are in the page, the embed and the pictures, and nothing is inline', async () => {
  const get = (path: string) =>
    app.fetch(new Request(`https://maps.example.org${path}`, { redirect: 'manual' }), { ...env, ...COLOURS });
  for (const [path, link] of [
    ['/s/wind', /href="(?<css>\/colours\.css\?v=\w+)"/],
    ['/embed/wind?theme=dark', /href="(?<css>\/colours\.css\?v=\w+&amp;theme=dark)"/],
  ] as const) {
    const page = await (await get(path)).text();
    const css = link.exec(page)?.groups?.css?.replaceAll('&amp;', '&') ?? '';
    expect(css, path).not.toBe('');
    expect(page).not.toMatch(/<style|style="/);
    const sheet = await get(css);
    expect(sheet.headers.get('Content-Type')).toContain('text/css');
    expect(await sheet.text()).toContain('--map-water:#001020');
  }
  const plain = (await reader('GET /s/wind/poster.svg')).headers.get('Location') ?? '';
  const own = (await get('/s/wind/poster.svg')).headers.get('Location') ?? '';
  expect(own).not.toBe(plain);
  const picture = await (await get(own)).text();
  for (const colour of ['#fefefa', '#005ea5']) expect(picture.includes(`fill="${colour}"`), colour).toBe(true);
  expect(await (await reader('GET /s/wind')).text()).not.toContain('colours.css');
});

test('colours that are not fit are told to the editor, and readers have ours', async () => {
  const get = async (path: string) => {
    const settings = { MAP_COLOURS: '{"light": {"land": "#fff;}</style><script>"}}' };
    return (await app.fetch(new Request(`https://maps.example.org${path}`), { ...env, ...settings })).text();
  };
  const choose = await get('/s/wind/embed');
  expect(choose).toMatch(/id="faults"[^>]*role="alert"/);
  expect(choose).toContain('light.land');
  for (const page of [choose, await get('/s/wind')]) expect(page).not.toMatch(/<script>|<\/style>|colours\.css/);
  expect(await get('/colours.css')).toBe('');
});
