import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { awaitMap } from './await-map.ts';
import { openChromium } from './open-chromium.ts';

const base = inject('baseUrl');
const browser = await openChromium();

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 }, ...options });
  await page.goto(base + path);
  await awaitMap(page);
  return page;
}

const canvas = (page: Page) => page.locator('#map .maplibregl-canvas');
const scales = async (page: Page) => (await page.locator('.maplibregl-ctrl-scale').allInnerTexts()).join(' ');

test('the map has a scale in kilometres and miles, its sources, and a globe that says where it is', async () => {
  const page = await open('/s/aleppo-2024#v=7/36/37.5');
  expect(await scales(page)).toMatch(/\d\skm.*\d\smi|\d\smi.*\d\skm/);
  expect(await page.locator('#map figcaption').innerText()).toContain('Natural Earth, GeoNames');
  expect(await page.locator('#map .locator').isVisible()).toBe(true);
  // From far away its words are the longest, and its bars may be short.
  await canvas(page).focus();
  for (let press = 0; press < 6; press++) {
    const before = await scales(page);
    await page.keyboard.press('-');
    await expect.poll(() => scales(page), { timeout: 10_000 }).not.toBe(before);
    await page.waitForTimeout(400);
    const cut = await page
      .locator('.maplibregl-ctrl-scale')
      .evaluateAll((bars) => bars.filter((bar) => bar.scrollWidth > bar.clientWidth).map((bar) => bar.textContent));
    expect(cut).toEqual([]);
  }
  expect(await page.locator('#map .locator').isVisible()).toBe(false);
  await page.close();
}, 60_000);

test('on a phone no mark of the first view lies under the scales, the captions or the globe', async () => {
  const page = await open('/s/champions-league-final-2024', { viewport: { width: 360, height: 740 } });
  await page.locator('.canvas .stops button').first().waitFor({ state: 'attached' });
  const boxes = (selector: string) =>
    page.locator(selector).evaluateAll((all) => all.map((element) => element.getBoundingClientRect().toJSON()));
  const furniture = await boxes('#map :is(.maplibregl-ctrl-scale, .locator, figcaption)');
  expect(furniture.length).toBeGreaterThan(2);
  const marks = await boxes('.canvas .stops button');
  expect(marks.length).toBeGreaterThan(5);
  const under = marks.filter(({ x, y, width, height }) =>
    furniture.some(
      ({ left, top, right, bottom }) =>
        x + width / 2 > left && x + width / 2 < right && y + height / 2 > top && y + height / 2 < bottom,
    ),
  );
  expect(under).toEqual([]);
  await page.close();
}, 60_000);

test('the wheel leaves the map as it is and says how it moves, in the reader’s language', async () => {
  const page = await open('/embed/aleppo-2024?lang=de');
  const before = await scales(page);
  await canvas(page).hover();
  await page.mouse.wheel(0, 300);
  const message = page.locator('.maplibregl-cooperative-gesture-screen');
  await expect.poll(() => message.innerText()).toMatch(/Strg|⌘/);
  await page.waitForTimeout(500);
  expect(await scales(page)).toBe(before);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -300);
  await page.keyboard.up('Control');
  await expect.poll(() => scales(page), { timeout: 10_000 }).not.toBe(before);
  await page.close();
}, 60_000);

test('keys move the map and bring it no nearer than there is something to see', async () => {
  const page = await open('/s/aleppo-2024#v=9.8/36.2/37.1');
  await canvas(page).focus();
  await page.keyboard.press('ArrowRight');
  const view = () => /v=(?<zoom>[\d.]+)\/(?<lat>[\d.]+)\/(?<lng>[\d.]+)/.exec(page.url())?.groups;
  await expect.poll(() => Number(view()?.lng), { timeout: 10_000 }).toBeGreaterThan(37.1);
  for (let press = 0; press < 3; press++) {
    await page.keyboard.press('+');
    await page.waitForTimeout(800);
  }
  await expect.poll(() => Number(view()?.zoom), { timeout: 10_000 }).toBe(10);
  await page.close();
}, 60_000);
