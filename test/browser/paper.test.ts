import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { awaitTimeline } from './await-map.ts';
import { openChromium } from './open-chromium.ts';

const base = inject('baseUrl');
const STORY = '/s/hurricane-beryl-2024';
const browser = await openChromium();

/** What can be pressed or typed into, and is printed all the same; the kinds are the key to the shapes, there too. */
const controlsOn = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('button:not(.chip:has(svg)), select, input, [role=slider], .skip, .languages')]
      .filter((control) => control.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .map((control) => control.outerHTML.slice(0, 80)),
  );

test('on paper the page has its timeline in black on white, all evidence and its address, and nothing to press', async () => {
  const page = await browser.newPage({ viewport: { width: 688, height: 1000 }, colorScheme: 'dark' });
  await page.goto(base + STORY);
  await awaitTimeline(page);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  expect(await controlsOn(page)).toEqual([]);
  const timeline = page.locator('.sheet-timeline canvas.lines');
  expect(await timeline.isVisible()).toBe(true);
  const painted = await timeline.evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    const solid = Array.from({ length: data.length / 4 }, (_, i) => i * 4).filter((i) => data[i + 3] === 255);
    const light = solid.filter((i) => (data[i] ?? 0) > 250);
    return { sharpness: canvas.width / canvas.clientWidth, solid: solid.length, dark: solid.length - light.length };
  });
  expect(painted.sharpness).toBe(3);
  expect(painted.solid).toBeGreaterThan(1000);
  // In the colours of a dark screen nothing of it would be seen.
  expect(painted.dark).toBeGreaterThan(painted.solid / 2);
  expect(await page.locator('.event details:not([open])').count()).toBe(0);
  expect(await page.locator('.printed').innerText()).toMatch(new RegExp(`${STORY} · .*20\\d\\d`));
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.length).toBeGreaterThan(10_000);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await page.locator('.sheet-timeline, .printed span').count()).toBe(0);
  await page.close();
});

test('without script the printed page is whole: the drawn map and every sentence', async () => {
  const context = await browser.newContext({ viewport: { width: 688, height: 1000 }, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(base + STORY);
  await page.emulateMedia({ media: 'print' });
  expect(await controlsOn(page)).toEqual([]);
  expect(await page.locator('.poster').isVisible()).toBe(true);
  expect(await page.locator('.event blockquote').last().isVisible()).toBe(true);
  expect(await page.locator('.printed').isVisible()).toBe(true);
  const covered = await page.evaluate(() => {
    const boxesOf = (query: string) =>
      [...document.querySelectorAll(query)]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }))
        .map((one) => ({ text: one.textContent ?? '', box: one.getBoundingClientRect() }));
    const marks = boxesOf('.drawn > svg > g');
    const names = boxesOf('.over > :is(.spot-name, .whole)');
    const meet = ({ box: a }: (typeof marks)[number], { box: b }: (typeof marks)[number]) =>
      a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    return { names: names.length, meeting: names.filter((name) => marks.some((mark) => meet(name, mark))) };
  });
  expect(covered.names).toBeGreaterThan(5);
  expect(covered.meeting.map(({ text }) => text)).toEqual([]);
  await context.close();
});
