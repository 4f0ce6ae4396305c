import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { awaitTimeline } from './await-map.ts';
import { readers } from './reader.ts';

const base = inject('baseUrl');
const STORY = '/s/aleppo-2024';
const open = await readers();
let page: Page;

const timelineIsThere = () => awaitTimeline(page);

test('measures its headlines right where colours are forced', async () => {
  page = await open(STORY, { forcedColors: 'active' });
  await timelineIsThere();
  const overflows: boolean[] = await page
    .locator('.label')
    .evaluateAll((labels) => labels.map((label) => label.scrollWidth > label.clientWidth + 1));
  expect(overflows.length).toBeGreaterThan(1);
  expect(overflows).not.toContain(true);
});

test('measures them anew when their face comes late, and nothing moves under the reader', async () => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  page = await open('about:blank', {}, async (fresh) => {
    await fresh.addInitScript(() => {
      const shifts: string[] = [];
      Object.assign(self, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { sources?: { node?: Node }[] })[])
          for (const { node } of entry.sources ?? [])
            if (node instanceof Element && node.closest('.graphic')) shifts.push(node.outerHTML.slice(0, 90));
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await fresh.route('**/noto-sans-arabic-arabic-*.woff2', async (route) => {
      await held;
      await route.continue();
    });
    // Headlines in the script of the page: those of the story are in another.
    await fresh.route(`**${STORY}?lang=ar`, async (route) => {
      const answer = await route.fetch();
      const text = (await answer.text()).replace(/(?<=<bdi[^>]*>)[^<]*(?=<\/bdi><\/a><\/h4>)/g, (title) =>
        title.replace(/\w+/g, 'المدينة'),
      );
      await route.fulfill({ response: answer, body: text });
    });
  });
  // The face holds up the end of the load, and nothing else.
  await page.goto(`${base}${STORY}?lang=ar`, { waitUntil: 'domcontentloaded' });
  await timelineIsThere();
  const labels = page.locator('.label');
  const widths = () => labels.evaluateAll((all) => all.map((label) => (label as HTMLElement).style.inlineSize));
  const before = await widths();
  const boxes = () =>
    page.evaluate(() =>
      ['.track', '.controls', '#map'].map((part) =>
        JSON.stringify(document.querySelector(part)?.getBoundingClientRect()),
      ),
    );
  const stood = await boxes();
  expect(before.length).toBeGreaterThan(1);
  letGo();
  await page.evaluate(() => document.fonts.ready);
  await expect.poll(widths).not.toEqual(before);
  const overflows = await labels.evaluateAll((all) =>
    all.filter((label) => label.scrollWidth > label.clientWidth + 1).map((label) => label.textContent),
  );
  expect(overflows).toEqual([]);
  expect(await boxes()).toEqual(stood);
  expect(await page.evaluate('self.shifts')).toEqual([]);
});
