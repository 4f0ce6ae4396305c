import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { followRequests, pictureAtRest } from './at-rest.ts';
import { awaitMap, awaitTimeline } from './await-map.ts';
import { launchChromium } from './chromium.ts';

const base = inject('baseUrl');
const STORY = '/s/aleppo-2024';
const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true };
const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
afterEach(() => page.context().close());

async function open(path: string, options: BrowserContextOptions): Promise<void> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  page = await context.newPage();
  followRequests(page);
  await page.goto(base + path);
  await numbersAreSet();
}

/** The numbers come to rest after the map: what is known of areas only then counts for them. */
async function numbersAreSet() {
  await awaitMap(page);
  await numbers().first().waitFor({ state: 'attached' });
  await pictureAtRest(page, () => page.locator('#map').screenshot());
}

const numbers = () => page.locator('.numbers button');
/** The number that stands for the events at a place. */
const numberAt = (place: string) => page.locator(`.numbers button[aria-label*="${place}"]`);
const labels = () => numbers().evaluateAll((all) => all.map((button) => button.getAttribute('aria-label') ?? ''));
const counted = (label: string) => Number(/^(?<count>\d+) events/.exec(label)?.groups?.count ?? 0);

async function middleOf(element: Locator): Promise<{ x: number; y: number }> {
  const box = await element.boundingBox();
  if (!box) throw new Error('there is no such number');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('a number is as large a target as a finger, and a touch brings the map so near that it falls apart', async () => {
  await open(`${STORY}#v=4/35.5/37`, PHONE);
  const [first = ''] = await labels();
  const box = await numbers().first().boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  const { x, y } = await middleOf(numbers().first());
  // Well beside the middle, but nearer than half a finger.
  await page.touchscreen.tap(x + 14, y + 8);
  await expect.poll(async () => (await labels()).includes(first)).toBe(false);
  await expect.poll(() => page.url()).not.toContain('v=4/');
  expect(await page.locator('.caption').isVisible()).toBe(false);
});

test('a number of one place opens as a list of dates and headlines, in which one is chosen', async () => {
  await open(STORY, DESK);
  const label = (await numberAt('Aleppo').first().getAttribute('aria-label')) ?? '';
  const { x, y } = await middleOf(numberAt('Aleppo').first());
  await page.mouse.move(x, y);
  await expect.poll(() => page.locator('.tip').innerText()).toContain(label);
  await page.mouse.click(x, y);
  const offered = page.locator('.caption li button');
  await expect.poll(() => offered.count()).toBe(counted(label));
  const sizes = await offered.evaluateAll((all) => all.map((button) => button.getBoundingClientRect().height));
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
  expect(await offered.first().innerText()).toMatch(/20\d\d.*\w/s);
  await page.evaluate(axe.source);
  const { violations }: axe.AxeResults = await page.evaluate('axe.run()');
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  const headline = await offered.nth(2).locator('span').innerText();
  await offered.nth(2).click();
  await expect.poll(() => page.locator('.caption strong').innerText()).toBe(headline.split('\n').at(-1));
});

test('by keyboard a number opens, its list is closed again, and the focus comes back', async () => {
  await open(STORY, DESK);
  const number = numberAt('Aleppo').first();
  await page.locator('.maplibregl-canvas').focus();
  for (let press = 0; press < 6 && !(await number.evaluate((one) => one === document.activeElement)); press++)
    await page.keyboard.press('Tab');
  expect(await number.evaluate((one) => one === document.activeElement)).toBe(true);
  await expect.poll(() => page.locator('.tip').isVisible()).toBe(true);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.caption li button:focus').count()).toBe(1);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.caption').isVisible()).toBe(false);
  expect(await number.evaluate((one) => one === document.activeElement)).toBe(true);
});

test('numbers count what the timeline and the filters show', async () => {
  await open(STORY, DESK);
  const all = counted((await numberAt('Aleppo').first().getAttribute('aria-label')) ?? '');
  expect(all).toBeGreaterThan(19);
  // On the last of November most of it is told; a kind of event alone is less.
  await page.goto(`${base}${STORY}#m=window&t=2024-11-30T00:00Z/2024-11-30T20:00Z&v=5.5/36/37`);
  await page.reload();
  await numbersAreSet();
  await expect.poll(async () => counted((await labels())[0] ?? '')).toBeGreaterThan(1);
  const day = counted((await labels())[0] ?? '');
  await page.locator('.chip', { hasText: 'Claimed' }).click();
  await expect.poll(async () => counted((await labels())[0] ?? '')).toBeLessThan(day);
});

test('the drawn map counts as well, and follows the timeline, where the live one cannot be had', async () => {
  const context = await browser.newContext(DESK);
  page = await context.newPage();
  await page.route('**/app/assets/map-*.js', (route) => route.abort());
  await page.goto(base + STORY);
  await awaitTimeline(page);
  const drawn = page.locator('.poster .drawn');
  expect(await drawn.locator('.number').count()).toBeGreaterThan(0);
  expect(await drawn.isVisible()).toBe(true);
  await page.getByRole('slider').last().focus();
  await page.keyboard.press('Home');
  await expect.poll(() => drawn.isVisible()).toBe(false);
  const picture = () => page.locator('#map').screenshot();
  await expect.poll(() => page.locator('#map > canvas.marks').count()).toBe(1);
  const early = await picture();
  await page.keyboard.press('End');
  await expect.poll(async () => (await picture()).equals(early)).toBe(false);
});
