import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { TALL, WIDE } from '../../src/basemap/label-room.ts';
import { ROOT } from '../../src/cli/paths.ts';
import { openChromium } from './open-chromium.ts';

const base = inject('baseUrl');
const browser = await openChromium();

/** From a small frame in an article to a screen across a desk, and strips of both kinds. */
const SHAPES = [
  [320, 200],
  [360, 740],
  [375, 320],
  [414, 896],
  [640, 360],
  [768, 1024],
  [900, 300],
  [1024, 1366],
  [1280, 720],
  [1440, 900],
  [1900, 1000],
] as const;

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, ...options });
  const page = await context.newPage();
  await page.goto(base + path);
  return page;
}

/** What a reader sees of the drawn map's names: those that are cut by an edge, stand under something, or meet another. */
async function faultsOf(page: Page): Promise<{ names: number; faults: string[] }> {
  return page.evaluate(() => {
    const map = document.querySelector('.map')?.getBoundingClientRect() ?? new DOMRect();
    const seen = [...document.querySelectorAll<SVGTextElement>('.poster text:not(.number)')].filter(
      (text) => text.checkVisibility({ visibilityProperty: true }) && text.getBoundingClientRect().width > 0,
    );
    const boxes = seen.map((text) => ({ name: text.textContent, box: text.getBoundingClientRect() }));
    // An ascender's height above and below the letters belongs to the box, not to the letters.
    const meets = (a: DOMRect, b: DOMRect) =>
      a.left < b.right - 1 && b.left < a.right - 1 && a.top + 3 < b.bottom - 3 && b.top + 3 < a.bottom - 3;
    const inside = ({ left, right, top, bottom }: DOMRect) =>
      left >= map.left && right <= map.right && top + 2 >= map.top && bottom - 2 <= map.bottom;
    const reached = boxes.filter(({ box }) => meets(box, map));
    const furniture = [...document.querySelectorAll('.map .locator, .map figcaption, .map .scale g, .sheet')]
      .filter((thing) => thing.checkVisibility())
      .map((thing) => thing.getBoundingClientRect());
    const faults = reached.flatMap(({ name, box }, index) => [
      ...(inside(box) ? [] : [`${name} is cut`]),
      ...(furniture.some((thing) => meets(box, thing)) ? [`${name} stands under something`] : []),
      ...reached.slice(index + 1).flatMap((other) => (meets(box, other.box) ? [`${name} meets ${other.name}`] : [])),
    ]);
    return { names: reached.length, faults };
  });
}

test.each([
  '/s/aleppo-2024',
  '/s/hurricane-beryl-2024',
  '/s/champions-league-final-2024?lang=de',
  '/s/aleppo-2024?lang=ar',
  '/embed/aleppo-2024',
  '/embed/hurricane-beryl-2024?layout=map',
  '/embed/ftx-trial?layout=compact',
])('on the drawn map of %s no name is cut, covered or over another, whatever the shape', async (path) => {
  const page = await open(path);
  const found: Record<string, string[]> = {};
  for (const [width, height] of SHAPES) {
    await page.setViewportSize({ width, height });
    const { names, faults } = await faultsOf(page);
    if (width >= 768 && height >= 700) expect(names, `${width} by ${height}`).toBeGreaterThan(4);
    if (faults.length > 0) found[`${width} by ${height}`] = faults;
  }
  expect(found).toEqual({});
  await page.context().close();
});

test('marks keep their size on any screen, and names grow with the reader’s letters', async () => {
  const page = await open('/s/aleppo-2024');
  const look = () =>
    page.evaluate(() => {
      const marks = [...document.querySelectorAll('.poster .drawn > svg')].filter((one) => one.checkVisibility());
      const name = [...document.querySelectorAll('.poster .spot-name')].find((one) => one.checkVisibility());
      return {
        marks: marks.map((mark): [string, number] => [mark.innerHTML, mark.getBoundingClientRect().width]),
        name: name && Number.parseFloat(getComputedStyle(name).fontSize),
      };
    });
  const screens: Map<string, number>[] = [];
  for (const [width, height] of [
    [360, 740],
    [768, 1024],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    screens.push(new Map((await look()).marks));
  }
  // What falls apart on a larger screen is no mark there.
  const [first = new Map(), ...others] = screens;
  const shared = [...first.keys()].filter((mark) => others.every((screen) => screen.has(mark)));
  expect(shared.length).toBeGreaterThan(1);
  for (const mark of shared)
    expect(new Set(screens.map((screen) => Math.round(screen.get(mark) ?? 0))).size, mark.slice(0, 120)).toBe(1);
  const { name: usual = 0 } = await look();
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  expect((await look()).name).toBeGreaterThanOrEqual(1.7 * usual);
  expect((await faultsOf(page)).faults).toEqual([]);
  await page.context().close();
});

test('the style sheet knows the shapes that the server counts on', () => {
  const css = readFileSync(join(ROOT, 'src/web/ground.css'), 'utf8');
  const read = (query: string) =>
    [...css.matchAll(new RegExp(`\\(${query}: ([\\d.]+)\\)`, 'g'))].map(([, at]) => Number(at));
  expect(read('min-aspect-ratio')).toEqual([...WIDE]);
  expect(read('max-aspect-ratio')).toEqual([...TALL]);
});
