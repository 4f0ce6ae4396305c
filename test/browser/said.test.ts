import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { awaitTimeline, holdMap } from './await-map.ts';
import { readers } from './reader.ts';

const STORY = '/s/aleppo-2024';
const open = await readers();
let page: Page;

/** The live map may come, too: it has nothing to say either. */
const withMap = async () => {};

/** Opens the story and writes down what its live regions say from then on, and when, ms. */
async function listen(options: BrowserContextOptions = {}, prepare: (fresh: Page) => Promise<void> = holdMap) {
  page = await open(STORY, options, (fresh) => Promise.all([fresh.clock.install(), prepare(fresh)]));
  await awaitTimeline(page);
  const now: number = await page.evaluate(() => Date.now());
  await page.clock.pauseAt(now + 60_000);
  await page.evaluate(() => {
    const said: { text: string; at: number }[] = [];
    Object.assign(self, { said });
    const last = new Map<Element, string>();
    const regions = '[aria-live], [role=status], [role=alert], output';
    new MutationObserver((changes) => {
      const changed = new Set(
        changes.flatMap(({ target }) => {
          const element = target instanceof Element ? target : target.parentElement;
          return element?.closest(regions) ?? [];
        }),
      );
      for (const region of changed) {
        const text = region.textContent ?? '';
        if (text !== '' && text !== last.get(region)) said.push({ text, at: performance.now() });
        last.set(region, text);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

const heard = () => page.evaluate<{ text: string; at: number }[]>('self.said');
const texts = async () => (await heard()).map(({ text }) => text);
const titles = () => page.locator('.event h4').allTextContents();
const gaps = async () => {
  const at = (await heard()).map((one) => one.at);
  return at.slice(1).map((time, index) => time - (at[index] ?? 0));
};

test('an event that is chosen says its headline, once, and no other word', async () => {
  await listen({}, withMap);
  const link = page.locator('#list > ol h4 a').nth(3);
  const title = await link.innerText();
  await link.click();
  await page.clock.runFor(5000);
  expect(await texts()).toEqual([title]);
  // The same again is no news, and to let it go is none either.
  await link.click();
  await page.clock.runFor(2000);
  await page.locator('.caption .close').click();
  await page.clock.runFor(2000);
  expect(await texts()).toEqual([title]);
});

test('a hand that runs through the events hears the first and the last, not all between them', async () => {
  await listen({ reducedMotion: 'reduce' });
  await page.locator('h1').click();
  for (let press = 0; press < 12; press++) {
    await page.keyboard.press('ArrowLeft');
    await page.clock.runFor(100);
  }
  await page.clock.runFor(4000);
  const said = await texts();
  expect(said.length).toBeLessThanOrEqual(3);
  expect(said.at(-1)).toBe(await page.locator('.event[aria-current] h4').innerText());
});

test.each(['1', '4'])('a play at speed %s says headlines, never more than an ear can follow', async (speed) => {
  await listen({ reducedMotion: 'reduce' });
  await page.locator('select.speed').selectOption(speed);
  await page.locator('.play').click();
  await page.clock.runFor(12_000);
  await page.locator('.play').click();
  await page.clock.runFor(2000);
  const [said, known] = [await texts(), new Set(await titles())];
  expect(said.length).toBeGreaterThan(2);
  expect(said.filter((text) => !known.has(text))).toEqual([]);
  expect(Math.min(...(await gaps()))).toBeGreaterThanOrEqual(1400);
});

test('a drag says nothing: the thumb has its own value', async () => {
  await listen({}, withMap);
  const track = await page.locator('.track').boundingBox();
  if (!track) throw new Error('the timeline has no size');
  const y = track.y + track.height - 40;
  await page.mouse.move(track.x + track.width - 6, y);
  await page.mouse.down();
  for (let step = 1; step <= 20; step++) {
    await page.mouse.move(track.x + track.width * (1 - step * 0.03), y);
    await page.clock.runFor(50);
  }
  await page.mouse.up();
  await page.clock.runFor(3000);
  expect(await page.locator('.event.ahead').count()).toBeGreaterThan(0);
  expect(await texts()).toEqual([]);
});

test('who types a word hears one count, and what is filtered by kind says its count', async () => {
  await listen();
  await page.locator('#tools summary').click();
  await page.getByRole('searchbox').focus();
  for (const letter of 'russia') {
    await page.keyboard.press(letter);
    await page.clock.runFor(120);
  }
  await page.clock.runFor(2000);
  const shown = () => page.locator('.event:not([hidden])').count();
  const all = await page.locator('.event').count();
  expect(await texts()).toEqual([`${await shown()} of ${all}`]);
  await page.getByRole('searchbox').fill('');
  await page.clock.runFor(2000);
  await page.locator('.chip:has(svg)').nth(1).click();
  await page.clock.runFor(2000);
  expect((await texts()).slice(1)).toEqual([`${await shown()} of ${all}`]);
});
