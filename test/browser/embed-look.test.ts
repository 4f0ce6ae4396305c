import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { type Host, serveHost } from './hosts.ts';
import { openChromium } from './open-chromium.ts';

const base = inject('baseUrl');
const LIGHT = 'rgb(251, 250, 247)';
const DARK = 'rgb(19, 21, 25)';

const browser = await openChromium();
let host: Host;
let context: BrowserContext | undefined;
let page: Page;

beforeAll(async () => {
  host = await serveHost({
    '/house': `<!doctype html><title>News</title><style>dateline-map{--dateline-accent:#0a7;--dateline-sans:Georgia, serif}</style>
      <script async src="${base}/embed.js"></script><dateline-map story="${base}/s/aleppo-2024" layout="compact" plain></dateline-map>`,
  });
});

afterEach(() => context?.close());

afterAll(() => host.stop());

test.each([
  ['', 'light', LIGHT],
  ['', 'dark', DARK],
  ['?theme=dark', 'light', DARK],
  ['?theme=light', 'dark', LIGHT],
  ['?theme=neon', 'light', LIGHT],
] as const)('an embed with "%s" for a reader who likes it %s', async (query, colorScheme, paper) => {
  await open(`${base}/embed/aleppo-2024${query}`, colorScheme);
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(paper);
});

test('the colours and the type of the page around it reach the embed', async () => {
  await open(`${host.origin}/house`, 'light');
  await expect.poll(() => page.frames().length).toBe(2);
  const read = () =>
    page.frames()[1]?.evaluate(() => ({
      accent: getComputedStyle(document.body).getPropertyValue('--accent'),
      font: getComputedStyle(document.body).fontFamily,
    }));
  await expect.poll(read).toEqual({ accent: '#0a7', font: 'Georgia, serif' });
  expect(await page.frames()[1]?.locator('.head').count()).toBe(0);
});

test.each([
  ['full', ['.map', '.timeline', '.events', '.head']],
  ['map', ['.map', '.timeline', '.head']],
  ['timeline', ['.timeline', '.events', '.head']],
  ['list', ['.events', '.head']],
  ['compact', ['.map', '.timeline']],
])('the layout %s shows %j', async (layout, shown) => {
  await open(`${base}/embed/aleppo-2024?layout=${layout}`, 'light');
  for (const part of ['.map', '.timeline', '.events', '.head'])
    expect(await page.locator(part).first().isVisible(), part).toBe(shown.includes(part));
  // Whatever the host makes the frame, nothing but the list scrolls.
  for (const [width, height] of [
    [320, 300],
    [360, 640],
    [700, 400],
    [900, 700],
  ] as const) {
    await resize(width, height);
    const size = () =>
      page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
    await expect.poll(size).toEqual([width, height]);
  }
});

test.each([
  ['aleppo-2024', 'full'],
  ['hurricane-beryl-2024', 'compact'],
  ['ftx-trial', 'map'],
])('the drawn map of %s shows where the story is, whatever the shape of its frame: %s', async (slug, layout) => {
  await open(`${base}/embed/${slug}?layout=${layout}`, 'light', false);
  for (const [width, height] of [
    [300, 640],
    [360, 400],
    [640, 640],
    [768, 300],
    [1200, 400],
  ] as const) {
    await resize(width, height);
    const marks = await page.locator('.poster .drawn > svg').evaluateAll((found) => {
      const map = document.querySelector('.map')?.getBoundingClientRect() ?? new DOMRect();
      const frame = document.querySelector('.poster')?.getBoundingClientRect() ?? new DOMRect();
      const shown = found.filter((mark) => getComputedStyle(mark).display !== 'none');
      return shown.map((mark) => {
        const { left, right, top, bottom } = mark.getBoundingClientRect();
        const isWithin = (box: DOMRect) =>
          left >= box.left && right <= box.right && top >= box.top && bottom <= box.bottom;
        const number = mark.querySelector('.number')?.textContent;
        const events = number ? Number(number) : mark.querySelectorAll('.glyph').length;
        return { events, isFirstSeen: isWithin(frame), isSeen: isWithin(map) };
      });
    });
    const first = marks.filter(({ isFirstSeen }) => isFirstSeen);
    const told = (some: typeof marks) => some.reduce((sum, { events }) => sum + events, 0);
    expect(told(first), `${width} by ${height}`).toBeGreaterThan(0.6 * told(marks));
    expect(
      first.filter(({ isSeen }) => !isSeen),
      `${width} by ${height}`,
    ).toEqual([]);
  }
});

test.each([
  ['map', 360, 900],
  ['compact', 320, 740],
  ['full', 360, 900],
  ['map', 900, 320],
])('the drawing of an embed, %s, goes on to the edges of a frame of %i by %i', async (layout, width, height) => {
  await open(`${base}/embed/aleppo-2024?layout=${layout}`, 'light', false);
  await resize(width, height);
  const bare = await page.evaluate(() => {
    const map = document.querySelector('.map')?.getBoundingClientRect() ?? new DOMRect();
    const drawn = document.querySelector('.ground-water')?.getBoundingClientRect() ?? new DOMRect();
    const over = [map.left - drawn.left, map.top - drawn.top, drawn.right - map.right, drawn.bottom - map.bottom];
    return { over: over.map(Math.round), height: map.height };
  });
  expect(bare.height).toBeGreaterThan(150);
  expect(Math.min(...bare.over), `${bare.over}`).toBeGreaterThanOrEqual(0);
});

test('the view that the editor chose is what the embed opens with', async () => {
  await open(`${base}/embed/aleppo-2024?window=2024-11-27/2024-11-30&category=conflict`, 'light');
  await expect.poll(() => page.locator('.readout strong').textContent()).toMatch(/27.+30 Nov/);
  expect(await page.locator('.chip[aria-pressed=true]').allTextContents()).toEqual([
    expect.stringContaining('Conflict'),
  ]);
  expect(await page.locator('.event:visible').count()).toBeLessThan(await page.locator('.event').count());
});

test('without script the text, the drawn map and the link are there', async () => {
  // The first to a browser without script, the second to one with it.
  for (const query of ['', '?static']) {
    await context?.close();
    await open(`${base}/embed/aleppo-2024${query}`, 'light', query !== '');
    expect(await page.locator('.event h4').count()).toBeGreaterThan(20);
    expect(await page.locator('.poster .glyph').count()).toBeGreaterThan(10);
    expect(await page.getByRole('link', { name: 'Open the full story' }).isVisible()).toBe(true);
    expect(await page.locator('html.scripted').count()).toBe(0);
  }
});

test('a story that is not there is a small page without script, fit for a frame', async () => {
  await open(`${base}/embed/no-such-story`, 'light');
  expect(await page.locator('h1').textContent()).not.toBe('');
  expect(await page.locator('script').count()).toBe(0);
  // No other page may be framed: what leads to one opens outside.
  for (const link of await page.getByRole('link').all()) expect(await link.getAttribute('target')).toBe('_blank');
  expect((await page.content()).length).toBeLessThan(4000);
});

async function resize(width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
}

async function open(url: string, colorScheme: 'light' | 'dark', javaScriptEnabled = true): Promise<void> {
  context = await browser.newContext({ colorScheme, javaScriptEnabled, viewport: { width: 700, height: 640 } });
  page = await context.newPage();
  await page.goto(url);
}
