import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { followRequests, pictureAtRest } from './at-rest.ts';
import { awaitMap } from './await-map.ts';
import { setLetters } from './letters.ts';
import { openChromium } from './open-chromium.ts';

const base = inject('baseUrl');
const STORY = `${base}/s/aleppo-2024`;
const PHONE = { width: 360, height: 740 };

const browser = await openChromium();
let page: Page;

afterEach(() => page.context().close());

async function open(address: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: PHONE, hasTouch: true, isMobile: true, ...options });
  page = await context.newPage();
  await page.addInitScript({
    content: `self.shifts = []; new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) self.shifts.push(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });`,
  });
  followRequests(page);
  await page.goto(address);
}

/** Top and bottom of an element on the screen. */
async function place(selector: string): Promise<{ top: number; bottom: number }> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return { top, bottom };
    });
}

const scrolled = () => page.evaluate(() => Math.round(scrollY));
const full = () => page.locator('.sheet').evaluate((sheet) => (sheet as HTMLElement).offsetTop);
const scrollToPlace = (top: number) => page.evaluate((to) => scrollTo({ top: to, behavior: 'instant' }), top);
const handle = () => page.locator('#handle');

/** Where the handle is: a scroll of the page to it would move the list. After each tap it leads elsewhere. */
async function tapHandle(name: string) {
  const says = () => handle().getAttribute('aria-label');
  await expect.poll(says).toBe(name);
  await page.touchscreen.tap(180, (await place('#handle')).top + 10);
  await expect.poll(says).not.toBe(name);
}

/** A finger drags by so many pixels, rests and lets go; answers where the page comes to rest. */
async function drag(by: number): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  const finger = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: 100, y }] });
  await page.evaluate(`(() => {
    self.rested = new Promise((done) => document.addEventListener('scrollend', done, { once: true }));
  })()`);
  const from = 480;
  await finger('touchStart', from);
  for (let step = 1; step <= 10; step++) {
    await finger('touchMove', from + (by * step) / 10);
    await page.waitForTimeout(20);
  }
  await page.waitForTimeout(250);
  await finger('touchEnd');
  // The browser glides to where the page rests from a frame of its own choice on, and says when it is there.
  await page.evaluate('self.rested.then(() => null)');
  return scrolled();
}

describe('the first screen', () => {
  test.each([
    [360, 740],
    [320, 568],
    [390, 844],
    [768, 1024],
    [740, 360],
    [1440, 900],
  ])('holds map, headline and timeline at %i by %i', async (width, height) => {
    await open(STORY, { viewport: { width, height }, isMobile: width < 1000 });
    await awaitMap(page);
    const [map, headline, timeline] = await Promise.all(['#map', 'h1', '#timeline'].map(place));
    if (!map || !headline || !timeline) throw new Error('a part is missing');
    expect(map.bottom - map.top).toBeGreaterThan(height * 0.38);
    for (const part of [map, headline, timeline]) {
      expect(part.top).toBeGreaterThanOrEqual(0);
      expect(part.bottom).toBeLessThanOrEqual(height + 1);
    }
    const beside = width > height && width >= 640;
    if (!beside) expect(headline.bottom).toBeLessThan(timeline.top);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    // Nought, to the hundredth that the measure is told in.
    expect(await page.evaluate('self.shifts.reduce((sum, shift) => sum + shift, 0)')).toBeLessThan(0.001);
  });

  test.each([
    [360, 740, 32],
    [390, 844, 24],
    [1440, 900, 32],
  ])('holds them at %i by %i in letters of %i pixels, none over another', async (width, height, size) => {
    await open('about:blank', { viewport: { width, height }, isMobile: false });
    await setLetters(page, size);
    await page.goto(STORY);
    await awaitMap(page);
    const [map, headline, timeline] = await Promise.all(['#map', 'h1', '#timeline'].map(place));
    if (!map || !headline || !timeline) throw new Error('a part is missing');
    expect(map.bottom - map.top).toBeGreaterThan(height * 0.3);
    for (const part of [map, headline, timeline]) expect(part.bottom).toBeLessThanOrEqual(height + 1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const words = await page.locator('.readout strong, .readout span, .label').evaluateAll((all) =>
      all.map((one) => {
        const range = document.createRange();
        range.selectNodeContents(one);
        const { left, top, right, bottom } = range.getBoundingClientRect();
        return { left, top, right, bottom, size: Number.parseFloat(getComputedStyle(one).fontSize) };
      }),
    );
    expect(words.length).toBeGreaterThan(1);
    for (const one of words) {
      expect(one.size).toBeGreaterThanOrEqual(0.75 * size);
      expect(one.right).toBeLessThanOrEqual(width);
      for (const other of words) {
        if (one === other) continue;
        const apart =
          one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
        expect(apart).toBe(true);
      }
    }
  });
});

describe('the sheet', () => {
  test('comes to rest under the map, over half of it and over all of it, and then anywhere', async () => {
    await open(STORY);
    await awaitMap(page);
    const top = await full();
    expect(await drag(-40)).toBe(0);
    const half = await drag(-130);
    expect(half).toBeGreaterThan(top * 0.3);
    expect(half).toBeLessThan(top * 0.7);
    expect(Math.abs((await drag(-160)) - top)).toBeLessThan(4);
    for (const by of [-60, 30, -45]) {
      const before = await scrolled();
      // A finger's first pixels are not yet a drag.
      expect(Math.abs((await drag(by)) - before + by)).toBeLessThan(20);
    }
    await scrollToPlace(100_000);
    const end = await scrolled();
    expect(await drag(70)).toBeLessThan(end - 40);
  });

  test('rests wherever it is left for who wants no motion', async () => {
    await open(STORY, { reducedMotion: 'reduce' });
    await awaitMap(page);
    expect(await drag(-60)).toBeGreaterThan(30);
  });

  test('shows what is chosen elsewhere, under a map that stays', async () => {
    await open(STORY, { reducedMotion: 'reduce' });
    await awaitMap(page);
    await page.keyboard.press('ArrowRight');
    const current = () => page.locator('.event[aria-current]').getAttribute('id');
    await current();
    for (let times = 0; times < 3; times++) {
      const before = await current();
      await page.locator('.caption .next').tap();
      await expect.poll(current).not.toBe(before);
      const [map, entry, edge, timeline] = await Promise.all(
        ['#map', '.event[aria-current] h4', '#handle', '#timeline'].map(place),
      );
      if (!map || !entry || !edge || !timeline) throw new Error('a part is missing');
      expect(map.top).toBeGreaterThanOrEqual(0);
      expect(edge.top).toBeGreaterThan(PHONE.height * 0.38);
      expect(entry.top).toBeGreaterThan(edge.top);
      expect(entry.bottom).toBeLessThan(timeline.top);
    }
  });

  test('goes up and down by its handle, which says where it leads', async () => {
    await open(STORY, { reducedMotion: 'reduce' });
    await awaitMap(page);
    expect(await handle().getAttribute('aria-expanded')).toBe('false');
    await page.getByRole('button', { name: 'Show the list' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => handle().getAttribute('aria-expanded')).toBe('true');
    expect((await place('.sheet')).top).toBeLessThan(5);
    // Far down the list the map comes above it, and the list goes on from where it was.
    const entry = await page
      .locator('.event')
      .nth(20)
      .evaluate((element) => {
        element.scrollIntoView({ block: 'start' });
        return `[id="${element.id}"]`;
      });
    const before = await place(entry);
    const edge = await place('#handle');
    await tapHandle('Show the map');
    expect(await handle().getAttribute('aria-expanded')).toBe('false');
    const [after, moved] = [await place(entry), await place('#handle')];
    expect(moved.top).toBeGreaterThan(PHONE.height * 0.38);
    expect(Math.abs(after.top - moved.top - (before.top - edge.top))).toBeLessThan(2);
    await tapHandle('Show the list');
    expect(Math.abs((await place(entry)).top - before.top)).toBeLessThan(2);
    // At the top, both are one.
    await tapHandle('Show the map');
    await scrollToPlace(0);
    await expect.poll(() => page.locator('html.with-map').count()).toBe(0);
  });

  test('moves the map to what is chosen in the list, in the part of it that is seen', async () => {
    // So high that an entry is seen with its evidence open while the sheet lies over half of the map, which hides the south.
    const options = { viewport: { width: 500, height: 1700 }, reducedMotion: 'reduce' } as const;
    await open(STORY, options);
    const southern = page.locator('#list .event', { has: page.locator('.place', { hasText: /^Hama/ }) });
    const headline = await southern.locator('h4').first().innerText();
    await page.goto('about:blank');
    await page.goto(`${STORY}#m=window&q=${encodeURIComponent(headline)}`);
    await awaitMap(page);
    await scrollToPlace((await full()) * 0.45);
    const [map, sheet] = [await place('#map'), await place('.sheet')];
    const seen = () => page.screenshot({ clip: { x: 0, y: map.top, width: 500, height: sheet.top - map.top - 30 } });
    const before = await pictureAtRest(page, seen);
    // A window does not move, nor does what it shows: it is the map that must.
    await page.locator('#list .event:visible h4 a').first().tap();
    await expect.poll(async () => (await seen()).equals(before)).toBe(false);
    expect((await place('.sheet')).top).toBe(sheet.top);
  });

  test('scrolls over the drawn map without script, and keeps nothing hidden', async () => {
    await open(STORY, { javaScriptEnabled: false });
    expect((await place('h1')).top).toBeGreaterThan((await place('#map')).top);
    expect(await page.locator('.poster').isVisible()).toBe(true);
    expect(await handle().isVisible()).toBe(false);
    const last = page.locator('.event').last();
    await last.scrollIntoViewIfNeeded();
    const entry = await place(`[id="${await last.getAttribute('id')}"]`);
    expect(entry.bottom).toBeLessThanOrEqual(PHONE.height + 1);
    const topmost = await page.evaluate(
      (y) => document.elementFromPoint(100, y)?.closest('.event, .foot') !== null,
      Math.max(entry.top + 5, 5),
    );
    expect(topmost).toBe(true);
  });
});
