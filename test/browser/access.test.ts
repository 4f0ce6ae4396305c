import axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { type Lost, LostPage } from '../../src/http/pages/index.tsx';
import { awaitMap, awaitTimeline } from './await-map.ts';
import { namesakes } from './controls.ts';
import { setLetters } from './letters.ts';
import { openChromium } from './open-chromium.ts';
import { openReader } from './reader.ts';

const base = inject('baseUrl');
const STORY = '/s/aleppo-2024';
const PHONE = { viewport: { width: 360, height: 740 } };
const browser = await openChromium();

/** What stands in a reader's way: rules that axe finds broken, and controls that cannot be told apart. */
async function obstacles(page: Page): Promise<string[]> {
  // The page's policy forbids inline script; the checker comes in by the debugger instead.
  await page.evaluate(axe.source);
  const { violations }: axe.AxeResults = await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'], iframes: false })",
  );
  const broken = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  return [...broken, ...(await namesakes(page))];
}

/** What a reader does with a page, one after the other: nothing may stand in the way after any of it. */
type Step = [what: string, act: (page: Page) => Promise<unknown>];

const live: Step = ['with its live map', awaitMap];
const drawn: Step = ['as it opens', awaitTimeline];
const chosen: Step = [
  'with an event chosen, its evidence open, others ahead',
  async (page) => {
    await page.locator('#list > ol h4 a').first().click();
    await page.waitForSelector('.event[aria-current] details[open]');
  },
];
const range: Step = [
  'with a range of time',
  async (page) => {
    await page.locator('select.mode').selectOption('window');
    await page.getByRole('slider').nth(1).waitFor();
  },
];
const menus: Step = [
  'with the menus of languages and filters open',
  async (page) => {
    await page.locator('.languages summary').click();
    await page.locator('#tools summary').click();
  },
];
const filtered: Step = [
  'filtered by kind, outlet and words',
  async (page) => {
    await page.locator('.chip').nth(1).click();
    await page.locator('#tools select').selectOption({ index: 1 });
    await page.getByRole('searchbox').fill('no such word');
    await page.waitForFunction(() => document.querySelector('.outcome + [role=status]')?.textContent !== '');
  },
];
const unfolded: Step = [
  'with all evidence open',
  (page) =>
    page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
    }),
];
const list: Step = [
  'with the list over the map',
  async (page) => {
    await page.locator('#handle').click({ position: { x: 180, y: 8 } });
    await page.waitForSelector('#handle[aria-expanded=true]');
    await page.locator('.behind > summary').click();
  },
];
const letters: Step = ['in letters twice as large', (page) => setLetters(page, 32)];
const paper: Step = ['on paper', (page) => page.emulateMedia({ media: 'print' })];
const chips: Step = ['as it opens', (page) => page.waitForSelector('.chip[aria-pressed]', { state: 'attached' })];
const nothing: Step = ['as it opens', async () => {}];

const LOOKS: [look: string, path: string, options: BrowserContextOptions, steps: Step[]][] = [
  ['story, light', STORY, { colorScheme: 'light' }, [live, range, chosen, menus, unfolded, filtered, paper]],
  ['story, dark', STORY, { colorScheme: 'dark' }, [live, chosen, menus, filtered]],
  ['story, right to left', `${STORY}?lang=ar`, {}, [live, chosen, menus, unfolded]],
  ['story, right to left in the dark', `${STORY}?lang=ar-EG`, { colorScheme: 'dark' }, [drawn, menus, filtered]],
  ['story, forced colours', STORY, { forcedColors: 'active' }, [live, chosen, menus, filtered]],
  ['story, on a phone', STORY, { ...PHONE, reducedMotion: 'reduce' }, [live, chosen, letters]],
  ['story, the list on a phone', STORY, { ...PHONE, reducedMotion: 'reduce' }, [drawn, list, unfolded]],
  ['embed', '/embed/aleppo-2024', {}, [live, unfolded]],
  ['embed, map', '/embed/aleppo-2024?layout=map', {}, [live]],
  ['embed, timeline and list', '/embed/aleppo-2024?layout=timeline', { colorScheme: 'dark' }, [chips, unfolded]],
  ['embed, list', '/embed/aleppo-2024?layout=list&lang=ar', {}, [chips, unfolded]],
  ['embed, compact', '/embed/aleppo-2024?layout=compact', { viewport: { width: 360, height: 400 } }, [live]],
  ['front page', '/', {}, [nothing]],
  ['front page, dark', '/', { colorScheme: 'dark' }, [nothing]],
  ['front page, right to left', '/?lang=ar', {}, [nothing]],
  ['choose page', `${STORY}/embed`, {}, [nothing]],
  ['choose page, dark', `${STORY}/embed`, { colorScheme: 'dark' }, [nothing]],
  ['choose page, right to left', `${STORY}/embed?lang=ar`, {}, [nothing]],
  ['choose page, forced colours', `${STORY}/embed`, { forcedColors: 'active' }, [nothing]],
];

describe('nothing stands in a reader’s way', () => {
  test.each(LOOKS)('%s', async (_, path, options, steps) => {
    const { page, leave } = await openReader(browser, base + path, options);
    for (const [what, act] of steps) {
      await act(page);
      expect(await obstacles(page), what).toEqual([]);
    }
    await leave();
  });

  const LOST: [Lost, BrowserContextOptions, lang: 'en' | 'ar'][] = [
    [404, { colorScheme: 'light' }, 'en'],
    [410, { colorScheme: 'dark' }, 'ar'],
    [500, { forcedColors: 'active' }, 'en'],
    [503, { colorScheme: 'light' }, 'ar'],
  ];
  test.each(LOST)('on the page that says %i', async (status, options, lang) => {
    // The page itself, where the server's own would need a deleted story or a database that fails.
    const body = `<!doctype html>${LostPage({ status, lang, address: STORY })}`;
    const { page, complaints, leave } = await openReader(browser, base + STORY, options, (fresh) =>
      fresh.route(`**${STORY}`, (route) => route.fulfill({ status, body, contentType: 'text/html; charset=utf-8' })),
    );
    expect(await page.locator('h1').innerText()).not.toBe('');
    expect(await obstacles(page)).toEqual([]);
    // The console says so, in its own time.
    await expect.poll(() => complaints).toEqual([expect.stringContaining(String(status))]);
    complaints.length = 0;
    await leave();
  });
});

test('the signs on the map’s buttons are light on dark where colours are forced, as without', async () => {
  for (const forcedColors of ['none', 'active'] as const) {
    const { page, leave } = await openReader(browser, base + STORY, { colorScheme: 'dark', forcedColors });
    await awaitMap(page);
    const icon = page.locator('.maplibregl-ctrl-zoom-in .maplibregl-ctrl-icon');
    // Read from the picture itself: the sign is a cross in the middle of the button.
    const lightest = await page.evaluate(
      async (source) => {
        const picture = new Image();
        picture.src = `data:image/png;base64,${source}`;
        await picture.decode();
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [picture.width, picture.height];
        const context = canvas.getContext('2d');
        context?.drawImage(picture, 0, 0);
        const data = context?.getImageData(0, 0, picture.width, picture.height).data ?? new Uint8ClampedArray();
        return data.reduce((most, value, index) => (index % 4 === 0 ? Math.max(most, value) : most), 0);
      },
      (await icon.screenshot()).toString('base64'),
    );
    expect(lightest, forcedColors).toBeGreaterThan(150);
    await leave();
  }
});

describe('by keyboard alone', () => {
  test.each([
    ['light', {}],
    ['forced colours', { forcedColors: 'active', colorScheme: 'dark' }],
  ] as [
    string,
    BrowserContextOptions,
  ][])('everything has its turn, is in sight and ringed, and the page ends: %s', async (_, options) => {
    const { page, leave } = await openReader(browser, base + STORY, { reducedMotion: 'reduce', ...options });
    await awaitMap(page);
    await page.waitForSelector('.stops button', { state: 'attached' });
    const seen: string[] = [];
    for (let press = 0; press < 200; press++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        const { top, bottom, width } = element.getBoundingClientRect();
        return {
          what: element.className.toString() || element.tagName,
          ringed: getComputedStyle(element).outlineStyle === 'solid',
          inSight: width > 0 && bottom > 0 && top < innerHeight,
        };
      });
      if (at === null) break;
      seen.push(at.what);
      expect([at.what, at.ringed, at.inSight]).toEqual([at.what, true, true]);
    }
    expect(seen[0]).toBe('skip');
    expect(seen.length).toBeLessThan(200);
    for (const part of ['maplibregl-canvas', 'maplibregl-ctrl-zoom-out', 'play', 'thumb', 'chip', 'quiet'])
      expect(
        seen.some((what) => what.split(' ').includes(part)),
        part,
      ).toBe(true);
    await leave();
  });
});
