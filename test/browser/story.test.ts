import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { makeEvents, serveEvents } from '../events.ts';
import { followRequests, pictureAtRest } from './at-rest.ts';
import { awaitMap, awaitTimeline, holdMap, showReader } from './await-map.ts';
import { openChromium } from './open-chromium.ts';

const base = inject('baseUrl');
const STORY = '/s/aleppo-2024';
const browser = await openChromium();
let page: Page;
/** What the console, the page or the network complained of. */
let complaints: string[] = [];

beforeEach(() => {
  complaints = [];
});
afterEach(async () => {
  await page.context().close();
  expect(complaints).toEqual([]);
});

async function open(
  path: string,
  options: BrowserContextOptions = {},
  prepare: (fresh: Page) => Promise<unknown> = async () => {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== base && protocol !== 'data:' && protocol !== 'blob:') complaints.push(`asks ${request.url()}`);
  });
  followRequests(page);
  await prepare(page);
  await page.goto(base + path);
  return page;
}

const mapIsLive = () => awaitMap(page);
const timelineIsThere = () => awaitTimeline(page);
const mapPicture = () => page.locator('#map .maplibregl-canvas').screenshot();
const mapAtRest = () => pictureAtRest(page, mapPicture);
const moment = () => page.getByRole('slider').last();
const spoken = () => moment().getAttribute('aria-valuetext');
const readout = () => page.locator('.readout').innerText();
/** Of the event that is chosen, as soon as one is. */
const chosen = () => page.locator('.event[aria-current]').getAttribute('id');

/** A page that is about time alone, and whose clock can be stopped. */
const withClock = (fresh: Page) => Promise.all([fresh.clock.install(), holdMap(fresh)]);

/** From here on the page's time is the test's: a slow machine plays no more in it than a fast one. */
async function stopClock() {
  const now: number = await page.evaluate(() => Date.now());
  await page.clock.pauseAt(now + 60_000);
}

describe('the story page', () => {
  test('shows map, timeline and list, asks no other host and complains of nothing', async () => {
    await open(STORY);
    await mapIsLive();
    expect(await page.locator('h1').innerText()).toContain('Aleppo');
    expect(await page.locator('.event').count()).toBeGreaterThan(5);
    expect(await page.locator('#map .maplibregl-canvas').count()).toBe(1);
    expect(await readout()).toMatch(/\d+ events/);
  });

  test('draws other dots as the timeline is dragged', async () => {
    await open(STORY);
    await mapIsLive();
    const [before, counted] = [await mapAtRest(), await readout()];
    const track = await page.locator('.track').boundingBox();
    if (!track) throw new Error('the timeline has no size');
    const y = track.y + track.height - 40;
    await page.mouse.move(track.x + track.width - 6, y);
    await page.mouse.down();
    await page.mouse.move(track.x + track.width * 0.4, y, { steps: 6 });
    await expect.poll(async () => (await mapPicture()).equals(before)).toBe(false);
    await expect.poll(readout).not.toBe(counted);
    await expect.poll(() => page.locator('.event.ahead').count()).toBeGreaterThan(0);
    await page.mouse.up();
    await expect.poll(() => page.url()).toContain('#t=');
  });

  test('is driven by keys, and says what it shows', async () => {
    await open(STORY, {}, holdMap);
    await timelineIsThere();
    await moment().focus();
    const opening = await spoken();
    await page.keyboard.press('Home');
    await expect.poll(spoken).not.toBe(opening);
    const start = await spoken();
    expect(start).toMatch(/, \d+ events?$/);
    await page.keyboard.press('ArrowRight');
    await expect.poll(spoken).not.toBe(start);
    await page.keyboard.press('End');
    const value = () => moment().getAttribute('aria-valuenow');
    await expect.poll(value).toBe(await moment().getAttribute('aria-valuemax'));
    expect(await spoken()).toMatch(/, \d+ events$/);
  });

  test('heeds every key, though several come within one frame', async () => {
    await open(STORY, {}, holdMap);
    await timelineIsThere();
    const value = () => moment().getAttribute('aria-valuenow');
    for (let step = 0; step < 3; step++) {
      const before = await value();
      await moment().press('ArrowLeft');
      await expect.poll(value).not.toBe(before);
    }
    const slowly = await value();
    await page.goto('about:blank');
    await page.goto(base + STORY);
    await timelineIsThere();
    await moment().evaluate((thumb) => {
      for (let step = 0; step < 3; step++)
        thumb.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true, cancelable: true }));
    });
    await expect.poll(value).toBe(slowly);
  });

  test('opens where the reports leave off, with all that is planned still ahead of the thumb', async () => {
    await open(STORY);
    await timelineIsThere();
    expect(await readout()).toMatch(/1 December 2024/);
    expect(await page.locator('.event.planned, .event .planned').count()).toBeGreaterThan(0);
    const [value, most] = await Promise.all(
      ['aria-valuenow', 'aria-valuemax'].map(async (name) => Number(await moment().getAttribute(name))),
    );
    expect(value).toBeLessThan(most ?? 0);
    expect(await page.locator('.event.ahead').count()).toBe(0);
  });

  test('has two thumbs for a range that keep their order', async () => {
    await open(STORY, {}, holdMap);
    await timelineIsThere();
    await page.locator('select.mode').selectOption('window');
    // The first thumb is there from the next frame on; until then the last is the first.
    await expect.poll(() => page.getByRole('slider').count()).toBe(2);
    const from = page.getByRole('slider').first();
    await from.focus();
    for (let index = 0; index < 3; index++) {
      const stood = await from.getAttribute('aria-valuenow');
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => from.getAttribute('aria-valuenow')).not.toBe(stood);
    }
    const values = await Promise.all([from, moment()].map((thumb) => thumb.getAttribute('aria-valuenow')));
    expect(Number(values[0])).toBeLessThan(Number(values[1]));
    // Each thumb is a limit of the other, and the range is said in words.
    await expect.poll(() => from.getAttribute('aria-valuemax')).toBe(await moment().getAttribute('aria-valuenow'));
    expect(await moment().getAttribute('aria-valuemin')).toBe(await from.getAttribute('aria-valuenow'));
    expect(await spoken()).toMatch(/ to .*, \d+ events$/);
    await expect.poll(() => page.locator('.event[hidden]').count()).toBeGreaterThan(0);
  });

  test('plays event by event, and stops', async () => {
    await open(STORY, { reducedMotion: 'reduce' }, holdMap);
    await timelineIsThere();
    await page.locator('select.speed').selectOption('4');
    await page.locator('.play').click();
    const first = await chosen();
    await expect.poll(chosen).not.toBe(first);
    await page.locator('.play').click();
    await expect.poll(() => page.locator('.play.playing').count()).toBe(0);
  });

  test('plays and stops by the space bar, steps by the arrows, and ends at the last event', async () => {
    await open(STORY, { reducedMotion: 'reduce' }, withClock);
    await timelineIsThere();
    await stopClock();
    const playing = () => page.locator('.play.playing').count();
    const press = async (key: string) => {
      await page.keyboard.press(key);
      await page.clock.runFor(200);
    };
    await press(' ');
    expect(await playing()).toBe(1);
    await press(' ');
    expect(await playing()).toBe(0);
    const left = await chosen();
    // Far longer than any headline is held.
    await page.clock.fastForward(20_000);
    await page.clock.runFor(200);
    expect(await chosen()).toBe(left);
    const last = await page.locator('.event').last().getAttribute('id');
    await page.locator('.event h4 a').last().click();
    await page.clock.runFor(200);
    expect(await chosen()).toBe(last);
    await press('ArrowLeft');
    const before = await chosen();
    expect(before).not.toBe(last);
    await press('ArrowLeft');
    expect(await chosen()).not.toBe(before);
    await page.locator('select.speed').selectOption('4');
    await page.locator('.play').click();
    await page.clock.runFor(5000);
    expect(await playing()).toBe(0);
    expect(await chosen()).toBe(last);
  });

  test('glides from event to event where motion is welcome, and at once where it is not', async () => {
    const places = async (options: BrowserContextOptions) => {
      await open(STORY, options, withClock);
      await timelineIsThere();
      await stopClock();
      await page.evaluate(`window.places_ = new Set();
        new MutationObserver(() => window.places_.add(document.querySelectorAll('.thumb')[1].style.transform))
          .observe(document.querySelectorAll('.thumb')[1], { attributes: true });`);
      await page.locator('.play').click();
      await page.clock.runFor(1500);
      const count: number = await page.evaluate('window.places_.size');
      await page.context().close();
      return count;
    };
    expect(await places({ reducedMotion: 'no-preference' })).toBeGreaterThan(4);
    expect(await places({ reducedMotion: 'reduce' })).toBeLessThan(3);
  });

  test('goes on from where the thumb is put while it plays', async () => {
    await open(`${STORY}#t=2024-11-27T10:00Z`, { reducedMotion: 'reduce' }, withClock);
    await timelineIsThere();
    await stopClock();
    await page.locator('.play').click();
    await page.clock.runFor(200);
    const track = await page.locator('.track').boundingBox();
    if (!track) throw new Error('the timeline has no size');
    await page.mouse.click(track.x + track.width * 0.06, track.y + track.height - 70);
    await page.clock.runFor(200);
    expect(await page.locator('.event[aria-current] .when time').getAttribute('datetime')).toMatch(/^201/);
    expect(await page.locator('.play.playing').count()).toBe(1);
  });

  test('marks in map, timeline and list what the mouse is over in one of them', async () => {
    await open(STORY);
    await mapIsLive();
    const pointed = () => page.locator('.event.pointed h4').allInnerTexts();
    await page.locator('.label').last().hover();
    await expect.poll(pointed).toHaveLength(1);
    expect(await page.locator('.tip strong').innerText()).toBe((await pointed())[0]);
    const shot = async () => (await page.locator('.track').screenshot()).toString('base64');
    await page.mouse.move(2, 2);
    await expect.poll(pointed).toEqual([]);
    const [map, track] = [await mapAtRest(), await shot()];
    await page.locator('.event', { hasText: 'Hama' }).first().hover();
    await expect.poll(pointed).toHaveLength(1);
    await expect.poll(shot).not.toBe(track);
    await expect.poll(async () => (await mapPicture()).equals(map)).toBe(false);
  });

  test('shows the main events alone when it is asked to, and says how many of all they are', async () => {
    await open(STORY, {}, holdMap);
    await timelineIsThere();
    const all = await page.locator('.event').count();
    const main = await page.locator('.event.main').count();
    expect(main).toBeGreaterThan(3);
    expect(main).toBeLessThan(all);
    await page.getByRole('button', { name: 'Main events' }).click();
    await expect.poll(() => page.locator('.event:not([hidden])').count()).toBe(main);
    expect(await page.locator('.outcome').first().innerText()).toBe(`${main} of ${all}`);
    await expect.poll(() => page.url()).toContain('main');
  });

  test('says the same in another language, at the same moment', async () => {
    await open(`${STORY}?since=2024-11-30#t=2024-11-29T12:00Z`, {}, holdMap);
    await timelineIsThere();
    await page.locator('.languages summary').click();
    await page.getByRole('link', { name: 'Deutsch' }).click();
    await page.waitForURL(/lang=de/);
    await timelineIsThere();
    expect(page.url()).toContain('since=2024-11-30');
    expect(page.url()).toContain('#t=2024-11-29T12:00Z');
    expect(await readout()).toMatch(/Ereignisse/);
  });

  test('chooses an event in the list, and the address brings it back', async () => {
    await open(STORY, {}, holdMap);
    await timelineIsThere();
    await page.locator('#list > ol h4 a').nth(3).click();
    const id = await chosen();
    await expect.poll(() => page.url()).toContain('#e=');
    const [address, text] = [page.url(), await readout()];
    expect(await page.locator('.caption').innerText()).toContain(
      await page.locator('#list > ol h4 a').nth(3).innerText(),
    );
    await page.locator('#list > ol h4 a').nth(5).click();
    await expect.poll(chosen).not.toBe(id);
    await page.goBack();
    await expect.poll(chosen).toBe(id);
    await page.goto('about:blank');
    await page.goto(address);
    await timelineIsThere();
    await expect.poll(chosen).toBe(id);
    expect(await readout()).toBe(text);
  });

  test('hands a touch device what is shown to share, and takes no for an answer', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.addInitScript({
      content: `self.shared = []; self.answer = null;
        navigator.share = async (data) => { self.shared.push(data); if (self.answer) throw self.answer; };`,
    });
    await holdMap(page);
    await page.goto(`${base}${STORY}#k=diplomacy`);
    await timelineIsThere();
    const shared = () => page.evaluate<{ title: string; url: string }[]>('self.shared');
    await page.getByRole('button', { name: 'Share' }).tap();
    await expect.poll(shared).toEqual([{ title: 'The battle for Aleppo', url: `${base}${STORY}#k=diplomacy` }]);
    await page.evaluate(`self.answer = new DOMException('put away', 'AbortError')`);
    await page.getByRole('button', { name: 'Share' }).tap();
    await expect.poll(async () => (await shared()).length).toBe(2);
    expect(await page.locator('#tools [role=status]').first().innerText()).toBe('');
    await context.close();
    // A mouse has the address bar.
    await open(STORY);
    await timelineIsThere();
    expect(await page.getByRole('button', { name: 'Share' }).isVisible()).toBe(false);
  });

  test.each([
    ['ar-EG', /^[٠-٩]+ .+ ٢٠٢٤$/, /[٠-٩]/],
    ['ar-MA', /^\d+ .+ 2024$/, /\d/],
    ['ar', /^\d+ .+ 2024$/, /\d/],
  ])('sets numbers and dates as in %s, on the page, the timeline and the map', async (lang, date, digits) => {
    await open(`${STORY}?lang=${lang}`);
    await mapIsLive();
    const other = digits.test('1') ? /[٠-٩]/ : /\d/;
    const told = {
      heading: await page.locator('#events-title').innerText(),
      entries: (await page.locator('.event .when time').allInnerTexts()).join(' '),
      updated: await page.locator('.byline').innerText(),
      counts: (await page.locator('.chip small').allInnerTexts()).join(' '),
      readout: await readout(),
      spoken: (await spoken()) ?? '',
      scale: (await page.locator('.maplibregl-ctrl-scale').allInnerTexts()).join(' '),
    };
    for (const [part, text] of Object.entries(told)) {
      expect(text, part).toMatch(digits);
      expect(text, part).not.toMatch(other);
    }
    // What the thumb says has the comma of the language, too.
    expect(told.spoken).toMatch(/، [^،]+$/);
    expect(told.spoken).not.toContain(', ');
    await page.locator('.event h4 a').last().click();
    await expect.poll(() => page.locator('.caption .chosen span').first().innerText()).toMatch(date);
  });

  test('filters by kind and by words, and counts honestly', async () => {
    await open(STORY, {}, holdMap);
    await timelineIsThere();
    const all = await page.locator('.event').count();
    await page.locator('.chip').first().click();
    const shown = () => page.locator('.event:not([hidden])').count();
    await expect.poll(shown).toBeLessThan(all);
    expect(await page.locator('.outcome').first().innerText()).toBe(`${await shown()} of ${all}`);
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.locator('#tools summary').click();
    await page.getByRole('searchbox').fill('no such word anywhere');
    await expect.poll(shown).toBe(0);
    expect(await page.locator('.outcome').first().innerText()).toBe('No event matches.');
  });

  test.each([
    '#t=<script>alert(1)</script>&v=x',
    `#q=${'x'.repeat(5000)}`,
  ])('falls back from %s and says so', async (hash) => {
    await open(STORY + hash);
    await timelineIsThere();
    expect(await page.locator('#note').innerText()).toContain('could not be read');
    // What is said covers nothing that there is to see or to read.
    const boxes = await Promise.all(
      ['#note', '#map', '#timeline', 'h1', '#list'].map((part) => page.locator(part).boundingBox()),
    );
    const [note, ...parts] = boxes;
    for (const part of parts) expect(part?.y).toBeGreaterThanOrEqual((note?.y ?? 0) + (note?.height ?? 0) - 1);
    expect(await page.locator('.event[hidden], .event.ahead').count()).toBe(0);
  });

  test('marks what is new since the reader was last there', async () => {
    await open(`${STORY}?since=2024-11-30`);
    await timelineIsThere();
    const fresh = await page.locator('.event .fresh').count();
    expect(fresh).toBeGreaterThan(0);
    expect(fresh).toBeLessThan(await page.locator('.event').count());
    expect(await page.locator('.outcome').first().innerText()).toContain(`${fresh} new event`);
  });

  test('keeps drawn map, timeline and list where there is no WebGL', async () => {
    const context = await browser.newContext();
    page = await context.newPage();
    await page.addInitScript({
      content: `const get = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
          return kind.startsWith('webgl') ? null : get.call(this, kind, ...rest);
        };`,
    });
    await page.goto(base + STORY);
    await timelineIsThere();
    await showReader(page);
    await page.waitForSelector('#note', { state: 'attached' });
    expect(await page.locator('#note').innerText()).toContain('cannot be shown here');
    expect(await page.locator('.poster').isVisible()).toBe(true);
    expect(await page.locator('.event').count()).toBeGreaterThan(5);
  });
});

describe('twelve thousand events at ten places', () => {
  test('are drawn, dragged, pointed at and chosen all the same', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    followRequests(page);
    await serveEvents(page, STORY, makeEvents(12_000));
    await page.goto(base + STORY);
    await mapIsLive();
    const map = page.locator('#map .maplibregl-canvas');
    expect((await mapAtRest()).length).toBeGreaterThan(10_000);
    // The first view is filled by the ten places: somewhere along its middle lies one.
    const box = await map.boundingBox();
    if (!box) throw new Error('the map has no size');
    const tip = page.locator('.tip');
    let at = { x: 0, y: 0 };
    for (let share = 0.1; share < 0.9 && !(await tip.isVisible()); share += 0.02) {
      at = { x: box.x + box.width * share, y: box.y + box.height * (0.2 + ((share * 7) % 0.6)) };
      await page.mouse.move(at.x, at.y);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    expect(await tip.innerText()).toMatch(/^1,\d\d\d events · Place \d\n.*Event \d+ at place \d.*and 1,\d\d\d more$/s);
    await page.mouse.click(at.x, at.y);
    await expect.poll(() => page.locator('.caption').innerText()).toMatch(/Event \d+ at place \d/);
    const before = await mapAtRest();
    await moment().focus();
    await page.keyboard.press('Home');
    await expect.poll(async () => (await mapPicture()).equals(before)).toBe(false);
    await expect.poll(readout).toMatch(/of 12,000 events/);
  });
});

describe('without script', () => {
  test('everything can be read', async () => {
    await open(STORY, { javaScriptEnabled: false });
    expect(await page.locator('.poster').isVisible()).toBe(true);
    expect(await page.locator('#list > ol time').first().isVisible()).toBe(true);
    await page.locator('#list > ol summary').first().click();
    expect(await page.locator('#list > ol blockquote p').first().isVisible()).toBe(true);
    const id = await page.locator('.event').nth(4).getAttribute('id');
    await page.goto(`${base}${STORY}#${id}`);
    expect(await page.locator('.event:target').getAttribute('id')).toBe(id);
  });
});
