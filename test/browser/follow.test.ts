import type { Page } from 'playwright-core';
import { afterEach, expect, inject, test } from 'vitest';
import { makeEvents, serveEvents } from '../events.ts';
import { awaitMap, awaitTimeline } from './await-map.ts';
import { openChromium } from './open-chromium.ts';

const base = inject('baseUrl');
const STORY = '/s/aleppo-2024';
/** Of a frame of the stopped clock, ms: of any other length, one in sixteen would come late; and of a rest after which all has been said. */
const FRAME = 16;
const REST = 1000;
const browser = await openChromium();
let page: Page;

afterEach(() => page.context().close());

// Adds up what the canvas over the map shows: its numbers, and one for each glyph.
const ADD_UP = `
  window.painted_ = 0;
  addEventListener('pointermove', ({ clientX }) => { window.hand_ = clientX; });
  const overMap = ({ canvas }) => canvas.className === 'marks' && !canvas.closest('.track');
  const watch = (name, count) => {
    const paint = CanvasRenderingContext2D.prototype[name];
    CanvasRenderingContext2D.prototype[name] = function (...given) {
      if (overMap(this)) window.painted_ = count(window.painted_, given);
      return paint.apply(this, given);
    };
  };
  watch('clearRect', () => 0);
  watch('fillText', (sum, [text]) => sum + Number(text.replace(/\\D/g, '')));
  watch('drawImage', (sum) => sum + 1);`;

test.each([
  [10_000, 'drawn'],
  [10_000, 'live'],
  [100_000, 'drawn'],
])(
  'over %d events each frame of a drag shows on the %s map what the thumb stands at',
  async (count, kind) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    page = await context.newPage();
    await page.addInitScript({ content: ADD_UP });
    await serveEvents(page, STORY, makeEvents(count));
    // A hand on the timeline has the live map loaded, which paints all that there is before it is shown.
    if (kind === 'drawn') await page.route('**/app/assets/map-*.js', (route) => route.abort());
    await page.goto(base + STORY);
    await awaitTimeline(page);
    if (kind === 'live') await awaitMap(page);
    // From here on time goes by as it is told to: frames come when they are due, however busy this machine is.
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    const box = await page.locator('.track').boundingBox();
    if (!box) throw new Error('the timeline has no size');
    const y = box.y + box.height - 44;
    const stops = Array.from({ length: 8 }, (_, index) => box.x + box.width * (0.9 - index * 0.1));
    const painted = async (): Promise<number> => page.evaluate('window.painted_');
    const told = async () => {
      const text = await page.locator('.readout').innerText();
      return Number(/(?<shown>[\d,]+) of/.exec(text)?.groups?.shown?.replaceAll(',', ''));
    };
    const drag = async (ms: number, read: () => Promise<number>) => {
      const found: number[] = [];
      await page.mouse.move(box.x + box.width - 8, y);
      await page.mouse.down();
      for (const x of stops) {
        await page.mouse.move(x, y);
        // The browser hands the move over with a frame of its own, which is none of the stopped clock.
        await expect.poll(() => page.evaluate(`Math.abs(window.hand_ - ${x}) < 1`)).toBe(true);
        await page.clock.runFor(ms);
        found.push(await read());
      }
      await page.mouse.up();
      await page.clock.runFor(REST);
      return found;
    };
    const followed = await drag(FRAME, painted);
    expect(followed).toEqual(await drag(REST, told));
    expect(new Set(followed).size).toBe(stops.length);
  },
  120_000,
);
