import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { makeEvents, serveEvents } from '../events.ts';
import { awaitTimeline, holdMap } from './await-map.ts';
import { readers } from './reader.ts';

const base = inject('baseUrl');
const STORY = '/s/aleppo-2024';
const open = await readers();
let page: Page;

const timelineIsThere = () => awaitTimeline(page);
const moment = () => page.getByRole('slider').last();

describe('the list', () => {
  const fold = () => page.locator('.behind');
  const isOpen = () => fold().evaluate((one: HTMLDetailsElement) => one.open);
  const listed = () => page.locator('#list .event:visible').count();

  test('opens with the story under its days; what lies behind it is folded, counted, and found', async () => {
    page = await open(STORY, {}, holdMap);
    await timelineIsThere();
    expect(await page.locator('#list .event:visible .when time').first().getAttribute('datetime')).toMatch(/^2024-11/);
    expect(await fold().locator(':scope > summary').innerText()).toMatch(/^Background\s+2011\s–\s2020 · 7 events$/);
    const days = await page.locator('#list .day').allInnerTexts();
    expect(days.slice(0, 2)).toEqual(['Monday, 25 November 2024', 'Wednesday, 27 November 2024']);
    const story = await listed();
    await fold().locator(':scope > summary').click();
    await expect.poll(listed).toBe(story + 7);
    await fold().locator(':scope > summary').click();
    await page.locator('#tools summary').click();
    await page.locator('input[type=search]').fill('uprising');
    await expect.poll(isOpen).toBe(true);
    await expect.poll(() => fold().locator(':scope > summary').innerText()).toContain('· 1 event');
    await expect.poll(() => page.locator('#list .day:visible').count()).toBe(0);
    await page.locator('input[type=search]').fill('');
    await expect.poll(isOpen).toBe(false);
    await expect.poll(() => page.locator('#list .day:visible').count()).toBe(days.length);
  });

  test.each([true, false])('opens the background for a link into it, with script: %s', async (javaScriptEnabled) => {
    page = await open(STORY, { javaScriptEnabled });
    const id = await page.locator('.behind .event').nth(2).getAttribute('id');
    await page.goto('about:blank');
    await page.goto(`${base}${STORY}#${id}`);
    await expect.poll(isOpen).toBe(true);
    await expect.poll(() => page.locator(`[id="${id}"] h4`).isVisible()).toBe(true);
  });

  test('opens the background where the moment lies in it, and shuts it behind', async () => {
    page = await open(STORY, {}, holdMap);
    await timelineIsThere();
    await moment().focus();
    await page.keyboard.press('Home');
    await expect.poll(isOpen).toBe(true);
    await page.keyboard.press('End');
    await expect.poll(isOpen).toBe(false);
  });
});

describe('the list of a story too long for its page', () => {
  const BEHIND = 60;
  const fold = () => page.locator('.behind');
  const behind = () => page.locator('.behind .event');
  const days = () => page.locator('#list .day');

  /** Few of its events lie in the years before the twenty days that it tells. */
  async function openLong(hash = '', options: BrowserContextOptions = {}) {
    const all = makeEvents(1000);
    const early = new Set(all.filter(({ properties }) => (properties.start ?? '') < '2024-11').slice(BEHIND));
    page = await open(STORY + hash, options, async (fresh) => {
      await holdMap(fresh);
      await serveEvents(
        fresh,
        STORY,
        all.filter((event) => !early.has(event)),
      );
    });
    await timelineIsThere();
    await fold().waitFor();
  }

  test('has its days, and folds what lies behind them, which is drawn when it is opened', async () => {
    await openLong();
    expect(await fold().locator('summary').first().innerText()).toMatch(/^Background\s+2016\s–\s2024 · 60 events$/);
    expect(await behind().count()).toBe(0);
    expect((await days().allInnerTexts()).at(-1)).toBe('Wednesday, 4 December 2024');
    await fold().locator('summary').first().click();
    await expect.poll(() => behind().count()).toBe(25);
    const more = page.getByRole('button', { name: 'Show more: Background' });
    await more.click();
    await expect.poll(() => behind().count()).toBe(50);
    await more.click();
    await expect.poll(() => behind().count()).toBe(BEHIND);
    expect(await more.isVisible()).toBe(false);
    await fold().locator('summary').first().click();
    await expect.poll(() => behind().count()).toBe(0);
  });

  test('opens the fold where the moment lies in it, a link leads into it, or words are found there', async () => {
    await openLong();
    await moment().focus();
    await page.keyboard.press('Home');
    await expect.poll(() => behind().count()).toBe(1);
    expect(await days().count()).toBe(0);
    const id = await behind().first().getAttribute('id');
    await page.keyboard.press('End');
    await expect.poll(() => fold().evaluate((one: HTMLDetailsElement) => one.open)).toBe(false);
    await openLong(`#${id}`);
    await expect.poll(() => page.locator('.behind .event[aria-current]').getAttribute('id')).toBe(id);
    expect(await page.locator('.event[aria-current] details').getAttribute('open')).toBe('');
  });

  test('shows earlier events above those that it has', async () => {
    await openLong();
    const shown = () => page.locator('#list .event').count();
    const [before, last] = [await shown(), await page.locator('#list .event').last().getAttribute('id')];
    await page.getByRole('button', { name: 'Show more', exact: true }).click();
    await expect.poll(shown).toBe(2 * before);
    expect(await page.locator('#list .event').last().getAttribute('id')).toBe(last);
  });
});
