import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { awaitMap, awaitTimeline } from './await-map.ts';
import { openChromium } from './open-chromium.ts';
import { openReader } from './reader.ts';

const base = inject('baseUrl');
const STORY = '/s/aleppo-2024';
const PHONE = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
  reducedMotion: 'reduce',
} as const;
/** Of a finger, px. */
const FINGER = 44;
const browser = await openChromium();

/** What a finger presses and is less high than a finger, or less wide where it is no line of words. A box is pressed by its words, too. */
const tooSmall = (page: Page) =>
  page.evaluate(
    (finger) =>
      [...document.querySelectorAll('a, button, select, input, summary, textarea, [role=slider]')]
        .filter((control) => control.checkVisibility({ visibilityProperty: true }))
        // What keys alone reach, as the clear buttons over the marks: a finger presses the map.
        .filter((control) => getComputedStyle(control).pointerEvents !== 'none')
        .filter((control) => {
          const { width, height } = (control.closest('label') ?? control).getBoundingClientRect();
          const isWords = control.matches('a') && control.textContent !== '';
          return Math.round(height) < finger || (Math.round(width) < finger && !isWords);
        })
        .map((control) => control.outerHTML.slice(0, 100)),
    FINGER,
  );

const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });

test.each([
  ['a story, an event chosen and all evidence open', STORY, true],
  ['a story, right to left', `${STORY}?lang=ar`, true],
  ['an embed', '/embed/aleppo-2024', true],
  ['the front page', '/', false],
  ['the page for editors', `${STORY}/embed`, false],
])('a finger hits what it means to: %s', async (_, path, isStory) => {
  const { page, leave } = await openReader(browser, base + path, PHONE);
  if (isStory) {
    await (path.includes('lang') ? awaitTimeline(page) : awaitMap(page));
    await page.locator('#list > ol h4 a').nth(3).click();
    await page.waitForSelector('.caption:not([hidden])', { state: 'attached' });
  }
  await unfold(page);
  expect(await tooSmall(page)).toEqual([]);
  await leave();
});
