import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { ROOT } from '../../src/cli/paths.ts';
import { MOST_FANNED } from '../../src/web/fan.ts';
import { followRequests, pictureAtRest } from './at-rest.ts';
import { awaitMap, awaitTimeline, showReader } from './await-map.ts';
import { openChromium } from './open-chromium.ts';

const base = inject('baseUrl');
const STORY = '/s/aleppo-crowded';
const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true };
const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
const browser = await openChromium();
let page: Page;

beforeAll(crowd);

afterEach(() => page.context().close());

/** The demo story with more at one place than are shown each for itself, however much of it is read to have happened there. */
async function crowd() {
  const {
    slug: _,
    articles,
    ...story
  } = JSON.parse(readFileSync(join(ROOT, 'seeds/stories/aleppo-2024/story.json'), 'utf8'));
  const send = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${base}/api/stories/aleppo-crowded${path}`, {
      method,
      headers: { Authorization: `Bearer ${inject('token')}`, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    expect(answer.ok).toBe(true);
  };
  // Under a name of its own: the other files read the same front page.
  await send('PUT', '', { ...story, title: 'A crowded Aleppo' });
  for (const { id, ...article } of articles) await send('PUT', `/articles/${id}`, article);
  const days = Array.from({ length: MOST_FANNED + 1 }, (__, index) => index + 1);
  await send('PUT', '/articles/chronicle', {
    source: 'The Chronicle',
    published: '2024-11-26T12:00:00+02:00',
    text: days.map((day) => `A bakery burned down in Aleppo on ${day} November 2024.`).join('\n\n'),
  });
  await send('POST', '/publish');
}

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

const numbers = () => page.locator('.stops .crowd');
/** The number that stands for the events at a place. */
const numberAt = (place: string) => page.locator(`.stops .crowd[aria-label*="${place}"]`);
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

describe('by keyboard', () => {
  const stops = () => page.locator('.stops button');
  const focused = () => page.locator('.stops button:focus');
  const focusedLabel = async () => (await focused().getAttribute('aria-label')) ?? '';
  const onNumber = async () => (await focused().and(page.locator('.crowd')).count()) > 0;
  const isOn = async (mark: Locator) => mark.evaluate((one) => one === document.activeElement);
  const toMarks = async () => {
    await page.locator('.maplibregl-canvas').focus();
    await page.keyboard.press('Tab');
  };

  test('the marks are one stop, in which arrow keys go through all of them in order of time', async () => {
    await open(STORY, DESK);
    const count = await stops().count();
    expect(count).toBeGreaterThan(4);
    expect(count).toBeLessThanOrEqual(60);
    await toMarks();
    await page.keyboard.press('Home');
    const seen: string[] = [await focusedLabel()];
    for (let press = 1; press < count; press++) {
      await page.keyboard.press(press % 2 ? 'ArrowRight' : 'ArrowDown');
      seen.push(await focusedLabel());
    }
    expect(new Set(seen).size).toBe(count);
    await page.keyboard.press('ArrowRight');
    expect(await focusedLabel()).toBe(seen.at(-1));
    await page.keyboard.press('ArrowLeft');
    expect(await focusedLabel()).toBe(seen.at(-2));
    expect(page.url()).not.toContain('v=');
    await page.keyboard.press('Tab');
    expect(await page.locator('.maplibregl-ctrl-zoom-in:focus').count()).toBe(1);
    await page.keyboard.press('Shift+Tab');
    expect(await focusedLabel()).toBe(seen.at(-2));
    await page.keyboard.press('Escape');
    expect(await page.locator('.maplibregl-canvas:focus').count()).toBe(1);
  });

  test.each([
    STORY,
    '/embed/aleppo-crowded?layout=map',
  ])('an event has date and headline for a name, shows in the list, and is chosen: %s', async (path) => {
    await open(path, DESK);
    await toMarks();
    await page.keyboard.press('Home');
    const count = await stops().count();
    for (let press = 0; press < count && (await onNumber()); press++) await page.keyboard.press('ArrowRight');
    const label = await focusedLabel();
    const [, headline = ''] = /20\d\d: (?<headline>.+)$/.exec(label) ?? [];
    expect(headline).not.toBe('');
    await expect.poll(() => page.locator('.tip strong').innerText()).toBe(headline);
    expect(await page.locator('.event.pointed h4').textContent()).toBe(headline);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.caption strong').innerText()).toBe(headline);
    expect(await page.locator('.event[aria-current] h4').textContent()).toBe(headline);
    await page.waitForTimeout(600);
    expect(await focusedLabel()).toBe(label);
  });

  test('a number opens, its list is closed again, and the focus comes back', async () => {
    await open(STORY, DESK);
    const number = numberAt('Aleppo').first();
    await toMarks();
    await page.keyboard.press('Home');
    const count = await stops().count();
    for (let press = 0; press < count && !(await isOn(number)); press++) await page.keyboard.press('ArrowDown');
    expect(await isOn(number)).toBe(true);
    await expect.poll(() => page.locator('.tip').isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.caption li button:focus').count()).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.caption').isVisible()).toBe(false);
    expect(await isOn(number)).toBe(true);
  });

  test('what goes into a number takes the focus with it', async () => {
    await open(`${STORY}#v=8/36.2/37.1`, DESK);
    await toMarks();
    await page.keyboard.press('End');
    const [, headline = ''] = /20\d\d: (?<headline>.+)$/.exec(await focusedLabel()) ?? [];
    expect(headline).not.toBe('');
    for (let press = 0; press < 5; press++) {
      const before = page.url();
      await page.locator('.maplibregl-ctrl-zoom-out').dispatchEvent('click');
      await expect.poll(() => page.url()).not.toBe(before);
    }
    await expect.poll(onNumber).toBe(true);
  });
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

test('what is filtered out while the map is loading does not come back with it', async () => {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...DESK });
  page = await context.newPage();
  followRequests(page);
  let [go, isAsked] = [() => {}, false];
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route('**/*.mvt', async (route) => {
    isAsked = true;
    await gate;
    await route.continue();
  });
  await page.goto(base + STORY);
  await awaitTimeline(page);
  await showReader(page);
  await expect.poll(() => isAsked).toBe(true);
  await page.locator('.chip', { hasText: 'Diplomacy' }).click();
  await expect.poll(() => page.url()).toContain('#k=diplomacy');
  // Whoever is on a mark of the drawn map by then is on one of the live map after it.
  await page.locator('.map > .stops button[tabindex="0"]').focus();
  go();
  const map = () => page.locator('#map').screenshot();
  // On which side of its place a name stands goes by what was there before it.
  const marks = async () => {
    await pictureAtRest(page, map);
    return page.locator('#map .canvas .marks').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  };
  await awaitMap(page);
  expect(await page.locator('.canvas .stops button:focus').count()).toBe(1);
  await page.evaluate('document.activeElement.blur()');
  const shown = await marks();
  await page.goto('about:blank');
  await page.goto(`${base}${STORY}#k=diplomacy`);
  await awaitMap(page);
  expect(await marks()).toBe(shown);
  await page.locator('.chip', { hasText: 'Diplomacy' }).click();
  expect(await marks()).not.toBe(shown);
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
  // What a press, the mouse and the keyboard find is what they find on the live map.
  const stops = page.locator('.map > .stops button');
  await expect.poll(() => stops.count()).toBeGreaterThan(4);
  expect(await page.locator('.map > .stops button[tabindex="0"]').count()).toBe(1);
  const aleppo = numberAt('Aleppo').first();
  const label = (await aleppo.getAttribute('aria-label')) ?? '';
  const { x, y } = await middleOf(aleppo);
  await page.mouse.move(x, y);
  await expect.poll(() => page.locator('.tip').innerText()).toContain(label);
  await page.mouse.click(x, y);
  const offered = page.locator('.caption li button');
  expect(await offered.count()).toBe(counted(label));
  await page.keyboard.press('Escape');
  await page.locator('.map > .stops button[tabindex="0"]').focus();
  await page.keyboard.press('Home');
  const walked = [await page.locator('.stops button:focus').getAttribute('aria-label')];
  for (let press = (await stops.count()) - 1; press > 0; press--) {
    await page.keyboard.press('ArrowRight');
    walked.push(await page.locator('.stops button:focus').getAttribute('aria-label'));
  }
  expect(new Set(walked).size).toBe(await stops.count());
  const single = walked.findLast((name) => !/^\d+ events/.test(name ?? ''));
  await page.locator(`.stops button[aria-label="${single}"]`).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.caption strong').innerText()).toBe(single?.replace(/^.*?20\d\d: /, ''));
  await page.keyboard.press('Escape');
  await page.getByRole('slider').last().focus();
  await page.keyboard.press('Home');
  await expect.poll(() => drawn.isVisible()).toBe(false);
  const picture = () => page.locator('#map').screenshot();
  await expect.poll(() => page.locator('#map > canvas.marks').count()).toBe(1);
  // What has no mark now is a town like others, with a dot.
  await expect.poll(() => page.locator('.poster .past:visible').count()).toBeGreaterThan(0);
  expect(await page.locator('.poster .past-dot:visible').count()).toBe(
    await page.locator('.poster .past:visible').count(),
  );
  const early = await picture();
  await expect.poll(() => stops.count()).toBeLessThan(walked.length);
  await page.keyboard.press('End');
  await expect.poll(async () => (await picture()).equals(early)).toBe(false);
  await expect.poll(() => page.locator('.poster .past:visible').count()).toBe(0);
});
