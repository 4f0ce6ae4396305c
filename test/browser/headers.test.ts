import { expect, inject, test } from 'vitest';

const SECURITY = [
  'content-security-policy',
  'strict-transport-security',
  'x-content-type-options',
  'referrer-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'permissions-policy',
];

const get = (path: string) => fetch(inject('baseUrl') + path, { redirect: 'manual' });

test('assets as they are served carry the security headers of the Worker', async () => {
  const page = await get('/s/aleppo-2024');
  const html = await page.text();
  const assets = [...new Set(html.match(/\/app\/[^"]+/g))];
  expect(assets.length).toBeGreaterThan(1);
  for (const path of assets) {
    const asset = await get(path);
    await asset.body?.cancel();
    expect(asset.status).toBe(200);
    for (const name of SECURITY) expect(asset.headers.get(name), `${path} ${name}`).toBe(page.headers.get(name));
    // The embed runs in sandboxed frames, whose origin is "null"; the names of the files change with their content.
    expect(asset.headers.get('access-control-allow-origin')).toBe('*');
    expect(asset.headers.get('cache-control')).toContain('immutable');
  }
});

test('tiles are compressed, cached for good, and empty where there is only sea', async () => {
  const { folder } = (await (await get('/basemap/manifest.json')).json()) as { folder: string };
  const world = await get(`/basemap/${folder}/0/0/0.mvt`);
  await world.body?.cancel();
  expect(
    Object.fromEntries(
      ['content-type', 'content-encoding', 'cache-control'].map((name) => [name, world.headers.get(name)]),
    ),
  ).toEqual({
    'content-type': 'application/x-protobuf',
    'content-encoding': 'gzip',
    'cache-control': 'public, max-age=31556952, immutable',
  });
  expect((await get(`/basemap/${folder}/6/8/38.mvt`)).status).toBe(204);
  expect((await get('/basemap/000000000000/6/8/38.mvt')).status).toBe(404);
});

test('no spelling of a closed address opens it', async () => {
  for (const path of [
    '/api/drafts',
    '//api/drafts',
    '/api/drafts/',
    '/API/drafts',
    '/s/../api/drafts',
    '/app/..%2fapi/drafts',
    '/api/%64rafts',
  ]) {
    const answer = await get(path);
    expect([401, 404, 307], path).toContain(answer.status);
    expect(await answer.text(), path).not.toContain('"stories"');
  }
});
