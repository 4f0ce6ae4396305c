import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { seedStories } from '../../seeds/seed.ts';
import { type Served, serve } from '../../src/cli/serve.ts';
import { followRequests, pictureAtRest } from './at-rest.ts';
import { awaitMap, awaitTimeline } from './await-map.ts';
import { openChromium } from './open-chromium.ts';

const base = inject('baseUrl');
const browser = await openChromium();

async function open(path: string, prepare: (page: Page) => Promise<unknown> = async () => {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  followRequests(page);
  await prepare(page);
  await page.goto(base + path);
  await awaitMap(page);
  return page;
}

const ground = (page: Page) => pictureAtRest(page, () => page.locator('#map .maplibregl-canvas').screenshot());

test('a country and a region of the story are drawn as their outlines; without the files their events stay', async () => {
  const asked: string[] = [];
  const drawn = await open('/s/aleppo-2024', async (page) => {
    page.on('response', (answer) => {
      const name = /\/area\/(?<name>\w+)\.json$/.exec(answer.url())?.groups?.name;
      if (name) asked.push(`${name} ${answer.status()}`);
    });
  });
  await expect.poll(() => asked).toContain('SY 200');
  const outlined = await ground(drawn);
  await drawn.close();

  const bare = await open('/s/aleppo-2024', (page) => page.route('**/area/*.json', (route) => route.abort()));
  expect(outlined.equals(await ground(bare))).toBe(false);
  await bare.close();
});

test('the drawn map shows the same outlines, and hides one without an event in the window', async () => {
  const page = await browser.newPage();
  await page.route('**/app/assets/map-*.js', (route) => route.abort());
  await page.goto(`${base}/s/hurricane-beryl-2024`);
  await awaitTimeline(page);
  const shown = () => page.locator('.poster [data-outline]:not(.gone)').evaluateAll((paths) => paths.length);
  const all = await shown();
  expect(all).toBeGreaterThan(1);
  await page.goto(`${base}/s/hurricane-beryl-2024#m=window&t=2004-01-01/2004-12-31`);
  await page.reload();
  await awaitTimeline(page);
  expect(await shown()).toBeLessThan(all);
  await page.close();
});

test('a track grows with the moment, on the drawn map and the live one', async () => {
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  await page.route('**/app/assets/map-*.js', (route) => route.abort());
  const shown = () => page.locator('.poster [data-leg]:not(.gone)').evaluateAll((legs) => legs.length);
  const drawn: number[] = [];
  for (const until of ['2024-06-30', '2024-07-03', '2024-07-06', '2024-07-09']) {
    await page.goto(`${base}/s/hurricane-beryl-2024#t=${until}`);
    await page.reload();
    await awaitTimeline(page);
    drawn.push(await shown());
  }
  expect(drawn[0]).toBe(0);
  expect(drawn).toEqual([...drawn].sort((a, b) => a - b));
  expect(new Set(drawn).size).toBe(4);
  expect(await page.locator('.track-key').innerText()).toContain('not surveyed');
  await page.goto(`${base}/s/aleppo-2024`);
  expect(await page.locator('.track-key, [data-leg]').count()).toBe(0);
  await page.close();

  const view = '&v=4/19/-75';
  const live = await open(`/s/hurricane-beryl-2024#t=2024-07-09${view}`);
  const joined = await ground(live);
  await live.route('**/s/hurricane-beryl-2024', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace(/"track":\[[^\]]+\]/, '"track":[]') });
  });
  await live.reload();
  await awaitMap(live);
  expect(joined.equals(await ground(live))).toBe(false);
  await live.close();
});

describe('a connection that is lost', () => {
  test('before the first tile leaves the drawn map, which the live one replaces when it is back', async () => {
    const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
    await page.route('**/*.mvt', (route) => route.abort());
    await page.goto(`${base}/s/aleppo-2024`);
    await awaitTimeline(page);
    await page.keyboard.press('Shift');
    await expect.poll(() => page.locator('#note').innerText(), { timeout: 40_000 }).toContain('interactive map');
    expect(await page.locator('#map.live, #map .canvas').count()).toBe(0);
    expect(await page.locator('#map .poster').isVisible()).toBe(true);
    await page.unroute('**/*.mvt');
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.waitForSelector('#map.live', { timeout: 60_000 });
    await page.close();
  });

  test('on the way keeps what is there, says so quietly, and is made up for', async () => {
    const page = await open('/s/aleppo-2024#v=6/35.5/37');
    const failed: string[] = [];
    await page.route('**/*.mvt', (route) => {
      failed.push(route.request().url());
      return route.abort();
    });
    await page.locator('#map .maplibregl-canvas').focus();
    // On a busy machine a key comes before the way of the last is gone: it takes more of them.
    for (let press = 0; press < 40 && failed.length === 0; press++) {
      await page.keyboard.press('ArrowRight');
      await page.waitForTimeout(150);
    }
    await expect.poll(() => failed.length).toBeGreaterThan(0);
    await expect.poll(() => page.locator('#note').innerText()).toContain('Parts of the map');
    expect(await page.locator('#map.live').count()).toBe(1);
    const came: string[] = [];
    page.on('response', (answer) => came.push(answer.url()));
    await page.unroute('**/*.mvt');
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await expect.poll(() => came.some((url) => failed.includes(url))).toBe(true);
    await page.close();
  });
});

describe('a map style of another host', () => {
  const token = 'token-for-styles';
  let host: Server;
  let second: Server;
  let tilesAddress: string;
  let served: Served;
  let address: string;
  const asked: string[] = [];
  let answers: Record<string, unknown> = {};

  beforeAll(async () => {
    host = createServer((request, response) => {
      asked.push(request.url ?? '');
      const found = answers[request.url ?? ''];
      response.writeHead(found === undefined ? 404 : 200, { 'Access-Control-Allow-Origin': '*' });
      response.end(JSON.stringify(found ?? {}));
    });
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
    second = createServer((request, response) => {
      asked.push(`second ${request.url}`);
      response.writeHead(200, { 'Access-Control-Allow-Origin': '*' });
      response.end(JSON.stringify(square));
    });
    await new Promise<void>((resolve) => second.listen(0, '127.0.0.1', resolve));
    tilesAddress = `http://127.0.0.1:${(second.address() as AddressInfo).port}`;
    served = await serve({
      port: 0,
      token,
      bindings: { MAP_STYLE: `${address}/style.json`, MAP_STYLE_HOSTS: tilesAddress },
    });
    await seedStories(served.url, token, ['aleppo-2024']);
  });
  afterAll(async () => {
    await served.stop();
    host.close();
    second.close();
  });

  /** A page of the Dateline with that setting, and what its console says. */
  async function look(path: string, until: (page: Page) => Promise<unknown>): Promise<string[]> {
    const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
    const said: string[] = [];
    page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
    await page.goto(served.url + path);
    await until(page);
    await page.close();
    return said;
  }

  const square = {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: {},
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [30, 30],
              [45, 30],
              [45, 40],
              [30, 40],
              [30, 30],
            ],
          ],
        },
      },
    ],
  };
  const styled = (source: object) => ({
    version: 8,
    sources: { ground: source },
    layers: [{ id: 'ground', type: 'fill', source: 'ground', paint: { 'fill-color': '#00ff00' } }],
  });

  test('is shown with the events on it; its data is fetched by the workers too', async () => {
    answers = { '/style.json': styled({ type: 'geojson', data: `${address}/ground.json` }), '/ground.json': square };
    asked.length = 0;
    const said = await look('/s/aleppo-2024', async (page) => {
      await awaitMap(page);
      await expect.poll(() => asked).toContain('/ground.json');
      await expect.poll(async () => countGreen(page, await page.locator('#map').screenshot())).toBeGreaterThan(10_000);
    });
    expect(said.filter((line) => /^(?:error|warning)/.test(line))).toEqual([]);
  });

  test('has its data from a second host, where the setting names it', async () => {
    answers = { '/style.json': styled({ type: 'geojson', data: `${tilesAddress}/ground.json` }) };
    asked.length = 0;
    const said = await look('/s/aleppo-2024', async (page) => {
      await awaitMap(page);
      await expect.poll(() => asked).toContain('second /ground.json');
      await expect.poll(async () => countGreen(page, await page.locator('#map').screenshot())).toBeGreaterThan(10_000);
    });
    expect(said.filter((line) => /^(?:error|warning)/.test(line))).toEqual([]);
  });

  test.each<[string, Record<string, unknown>]>([
    ['is not there', {}],
    ['is no style', { '/style.json': { version: 7 } }],
    ['has a source that is not there', { '/style.json': styled({ type: 'vector', url: 'LOST' }) }],
  ])('that %s gives way to our own map, with one quiet line', async (_, given) => {
    answers = JSON.parse(JSON.stringify(given).replace('LOST', `${address}/lost.json`));
    const tiles: string[] = [];
    const said = await look('/s/aleppo-2024', async (page) => {
      page.on('request', (request) => tiles.push(request.url()));
      await awaitMap(page);
      await expect.poll(() => tiles.some((url) => url.endsWith('.mvt'))).toBe(true);
    });
    expect(said.filter((line) => line.startsWith('info: The '))).toHaveLength(1);
  });

  test('that is not there is told to an editor, not to a reader', async () => {
    answers = {};
    await look('/s/aleppo-2024/embed', async (page) => {
      await expect.poll(() => page.locator('#style-lost').isVisible()).toBe(true);
    });
    answers = { '/style.json': styled({ type: 'geojson', data: square }) };
    asked.length = 0;
    await look('/s/aleppo-2024/embed', async (page) => {
      // Its own check asks first, then the frame with what will be the reader's map.
      await page.waitForLoadState('networkidle');
      expect(asked).toContain('/style.json');
      expect(await page.locator('#style-lost').isVisible()).toBe(false);
    });
  });
});

describe('a newsroom’s own colours', () => {
  const colours =
    '{"light": {"land": "#00ff00", "countryText": "#003300", "regionText": "#003300", "area": "#003300"}}';
  const bindings: Record<string, string> = { fit: colours, unfit: colours.replace('#00ff00', '#00ff00;}') };
  const token = 'token-for-colours';

  test.each([
    ['fit', true],
    ['unfit', false],
  ])('that are %s', async (name, used) => {
    const served = await serve({ port: 0, token, bindings: { MAP_COLOURS: bindings[name] ?? '' } });
    onTestFinished(() => served.stop());
    await seedStories(served.url, token, ['hurricane-beryl-2024']);
    const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
    followRequests(page);
    const said: string[] = [];
    page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
    await page.goto(`${served.url}/s/hurricane-beryl-2024`);
    const green = async () => countGreen(page, await page.locator('#map').screenshot());
    const drawn = await green();
    await awaitMap(page);
    const live = await countGreen(page, await pictureAtRest(page, () => page.locator('#map').screenshot()));
    if (used) {
      expect(drawn).toBeGreaterThan(10_000);
      expect(live).toBeGreaterThan(10_000);
      expect(said).toEqual([]);
    } else {
      expect([drawn, live]).toEqual([0, 0]);
      expect(
        said.filter((line) => line.startsWith('info: A setting of the map cannot be used: light.land')),
      ).toHaveLength(1);
      await page.goto(`${served.url}/s/hurricane-beryl-2024/embed`);
      expect(await page.locator('#faults').isVisible()).toBe(true);
    }
    await page.close();
  });
});

/** Green pixels of a picture, counted by the browser itself. */
async function countGreen(page: Page, png: Buffer): Promise<number> {
  return page.evaluate(
    async (data) => {
      const image = new Image();
      image.src = data;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? [];
      let green = 0;
      for (let i = 0; i < pixels.length; i += 4) if ((pixels[i + 1] ?? 0) > 200 && (pixels[i] ?? 0) < 90) green += 1;
      return green;
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
}
