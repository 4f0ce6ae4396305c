import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { awaitMap } from './await-map.ts';
import { launchChromium } from './chromium.ts';

const base = inject('baseUrl');
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

async function open(path: string, prepare: (page: Page) => Promise<unknown> = async () => {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  await prepare(page);
  await page.goto(base + path);
  await awaitMap(page);
  return page;
}

const ground = (page: Page) => page.locator('#map .maplibregl-canvas').screenshot();

test('a country and a region of the story are drawn as their outlines; without the files their events stay', async () => {
  const asked: string[] = [];
  const drawn = await open('/s/aleppo-2024', async (page) => {
    page.on('response', (answer) => {
      const name = /\/area\/(?<name>\w+)\.json$/.exec(answer.url())?.groups?.name;
      if (name) asked.push(`${name} ${answer.status()}`);
    });
  });
  await expect.poll(() => asked, { timeout: 10_000 }).toEqual(expect.arrayContaining(['SY 200', '169387 200']));
  await drawn.waitForTimeout(1500);
  const outlined = await ground(drawn);
  await drawn.close();

  const bare = await open('/s/aleppo-2024', (page) => page.route('**/area/*.json', (route) => route.abort()));
  await bare.waitForTimeout(1500);
  expect(outlined.equals(await ground(bare))).toBe(false);
  await bare.close();
});

test('the drawn map shows the same outlines, and hides one without an event in the window', async () => {
  const page = await browser.newPage();
  await page.route('**/app/assets/map-*.js', (route) => route.abort());
  await page.goto(`${base}/s/aleppo-2024`);
  await page.waitForSelector('.thumb:not([hidden])');
  const shown = () => page.locator('.poster [data-outline]:not(.gone)').evaluateAll((paths) => paths.length);
  const all = await shown();
  expect(all).toBeGreaterThan(1);
  await page.goto(`${base}/s/aleppo-2024#m=window&t=2024-11-29/2024-11-29T12:00Z`);
  await page.reload();
  await page.waitForSelector('.thumb:not([hidden])');
  expect(await shown()).toBeLessThan(all);
  await page.close();
});
