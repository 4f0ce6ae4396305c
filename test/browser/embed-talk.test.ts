import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { holdMap } from './await-map.ts';
import { type Host, serveHost } from './hosts.ts';
import { openChromium } from './open-chromium.ts';

const base = inject('baseUrl');
const map = (attributes = '') => `<dateline-map story="${base}/s/aleppo-2024" ${attributes}></dateline-map>`;

const PAGES = {
  '/article': `<script async src="${base}/embed.js"></script>${map()}`,
  '/low': `<script async src="${base}/embed.js"></script><div style="height:9000px"></div>${map()}`,
  '/two': `<script async src="${base}/embed.js"></script><dateline-map story="${base}/s/ftx-trial"></dateline-map>${map()}`,
  '/sandbox': `<iframe sandbox="allow-scripts" src="${base}/embed/aleppo-2024" width="700" height="640"></iframe>`,
  '/raw': `<iframe src="${base}/embed/aleppo-2024" width="700" height="640"></iframe>`,
  '/wordpress': `<iframe sandbox="allow-scripts" src="${base}/embed/aleppo-2024#?secret=Ab3dEf9hJk" width="700" height="640"></iframe>`,
};

const browser = await openChromium();
let host: Host;
let page: Page;
/** Id and title of an event in the middle of the story. */
let event = { id: '', title: '' };

beforeAll(async () => {
  const title = '<!doctype html><title>News</title>';
  host = await serveHost(Object.fromEntries(Object.entries(PAGES).map(([path, html]) => [path, title + html])));
  const { features } = await (await fetch(`${base}/api/stories/aleppo-2024/events.geojson`)).json();
  const placed = features.filter((feature: { geometry: unknown }) => feature.geometry !== null);
  const { id, properties } = placed[Math.floor(placed.length / 2)];
  event = { id, title: properties.title };
});

afterEach(() => page.context().close());

afterAll(() => host.stop());

test('the address of the article opens the map at its event, and scrolls to it', async () => {
  await open(`/low#dateline=aleppo-2024&e=${event.id}`);
  const embed = await frame();
  await expect.poll(() => embed.locator('[aria-current=true] h4').textContent()).toBe(event.title);
  const top = () => page.locator('dateline-map').evaluate((element) => element.getBoundingClientRect().top);
  await expect.poll(top).toBeLessThan(900);
});

test('an address that names one story leaves the other as it is', async () => {
  await open(`/two#dateline=aleppo-2024&e=${event.id}`);
  await expect.poll(() => frame().then((embed) => embed.locator('[aria-current=true]').count())).toBe(1);
  const other = () => page.frames().find((candidate) => candidate.url().includes('/embed/ftx-trial'));
  await expect.poll(() => other()?.locator('.readout').count()).toBe(1);
  expect(other()?.url()).not.toContain(event.id);
});

test('a link on the page itself moves the map that is there', async () => {
  await open('/article');
  const embed = await ready();
  await page.evaluate((id) => {
    location.hash = `dateline=aleppo-2024&e=${id}`;
  }, event.id);
  await expect.poll(() => embed.locator('[aria-current=true] h4').textContent()).toBe(event.title);
});

test('"copy link" gives the address of the article, which opens the same', async () => {
  await open('/article');
  const embed = await ready();
  await choose(embed);
  await copyLink(embed);
  const copied = await pasted();
  expect(copied).toMatch(new RegExp(`^${host.origin}/article#dateline=aleppo-2024&e=${event.id}`));
});

test('steps inside the map are none of the page’s history', async () => {
  await open('/article');
  const embed = await ready();
  const before = await page.evaluate(() => history.length);
  await choose(embed);
  const readout = () => embed.locator('.readout').innerText();
  const shown = await readout();
  await embed.locator('.track').click();
  await expect.poll(readout).not.toBe(shown);
  expect(await page.evaluate(() => history.length)).toBe(before);
});

test('a page drives the map and hears what the reader does', async () => {
  await open('/article');
  const embed = await ready();
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    for (const name of ['select', 'range', 'play'])
      addEventListener(`dateline-${name}`, (event) => heard.push([name, event instanceof CustomEvent && event.detail]));
  });
  const ask = (script: (element: Driven, id: string) => void) =>
    page.locator('dateline-map').evaluate<void, string, HTMLElement & Driven>(script, event.id);
  await ask((element, id) => element.select(id));
  await expect.poll(heard).toContainEqual(['select', { event: event.id, title: event.title }]);
  await ask((element) => element.setRange('2024-11-27', '2024-11-28'));
  await expect
    .poll(heard)
    .toContainEqual(['range', { from: '2024-11-26T21:00:00.000Z', to: '2024-11-28T20:59:59.000Z' }]);
  await ask((element) => element.play());
  await expect.poll(heard).toContainEqual(['play', { on: true }]);
  await ask((element) => element.pause());
  await expect.poll(heard).toContainEqual(['play', { on: false }]);
  await page.evaluate('window.heard.length = 0');
  await embed.locator('.track').click();
  await expect.poll(heard).not.toHaveLength(0);
});

test('what a page asks before the map is there is done when it is', async () => {
  await open('/article');
  await page.evaluate((id) => {
    const element = document.querySelector('dateline-map')?.cloneNode() as Driven & Element;
    document.querySelector('dateline-map')?.replaceWith(element);
    element.select(id);
  }, event.id);
  await expect.poll(() => frame().then((embed) => embed.locator('[aria-current=true]').count())).toBe(1);
});

test('what strangers and hosts send that is no message of ours changes nothing', async () => {
  await open('/raw');
  const embed = await ready();
  const address = () => embed.evaluate(() => location.href);
  const before = await address();
  const messages = await countMessages(embed);
  await embed.evaluate(() => postMessage({ dateline: 'select', event: 'x' }, '*'));
  await page.evaluate((id) => {
    const other = document.createElement('iframe');
    other.srcdoc = `<script>parent.frames[0].postMessage({ dateline: 'select', event: '${id}' }, '*')</script>`;
    document.body.append(other);
    const odd = [
      null,
      5,
      'x',
      {},
      { dateline: 'select' },
      { dateline: 'select', event: 'nothing' },
      { dateline: 'play' },
    ];
    for (const message of [...odd, { dateline: 'state', state: 7 }, { dateline: 'range', from: '9', to: '\u0000' }])
      frames[0]?.postMessage(message, '*');
    frames[0]?.postMessage({ dateline: 'host', address: 'javascript:alert(1)' }, '*');
  }, event.id);
  await expect.poll(messages).toBe(12);
  expect(await address()).toBe(before);
  await choose(embed);
  await copyLink(embed);
  expect(await pasted()).toMatch(new RegExp(`^${base}/s/aleppo-2024#e=${event.id}`));
});

test('in a sandbox everything works, the map and its worker included, and no third host is asked', async () => {
  const complaints: string[] = [];
  const hosts = new Set<string>();
  await open('/sandbox', (fresh) => {
    fresh.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    fresh.on('pageerror', (error) => complaints.push(error.message));
    fresh.on('request', (request) => {
      if (/^https?:/.test(request.url())) hosts.add(new URL(request.url()).origin);
    });
  });
  const embed = await ready();
  expect(await embed.evaluate(() => self.origin)).toBe('null');
  await page.mouse.move(300, 20);
  await expect.poll(() => embed.locator('.map.live').count(), { timeout: 40_000 }).toBe(1);
  expect(page.workers().length + page.context().serviceWorkers().length).toBeGreaterThan(0);
  await choose(embed);
  await expect.poll(() => embed.locator('.caption strong').textContent()).toBe(event.title);
  await copyLink(embed);
  expect(complaints).toEqual([]);
  expect([...hosts].sort()).toEqual([base, host.origin].sort());
  expect(await page.context().cookies()).toEqual([]);
});

// The second page says the word only when the frame is there, as when a browser brings back a frame at its last address.
test.each([
  '/wordpress',
  '/raw',
])('in WordPress the link to the story goes through the page, with its secret: %s', async (path) => {
  await open(path);
  const embed = await ready();
  if (path === '/raw') {
    const messages = await countMessages(embed);
    await page.evaluate(() => {
      for (const secret of ['<img>', 'Ab3dEf9hJk', 'another'])
        frames[0]?.postMessage({ message: 'ready', secret }, '*');
    });
    await expect.poll(messages).toBe(3);
  }
  await choose(embed);
  const message = page.evaluate(
    () =>
      new Promise((resolve) =>
        addEventListener('message', ({ data }) => {
          if (data.message === 'link') resolve(data);
        }),
      ),
  );
  await embed.getByRole('link', { name: 'Open the full story' }).click();
  expect(await message).toEqual({
    message: 'link',
    secret: 'Ab3dEf9hJk',
    value: expect.stringMatching(new RegExp(`^${base}/s/aleppo-2024#e=${event.id}`)),
  });
});

interface Driven {
  select(id: string): void;
  setRange(from: string, to: string): void;
  play(): void;
  pause(): void;
}

async function open(path: string, prepare: (page: Page) => unknown = holdMap): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 800, height: 900 } });
  page = await context.newPage();
  await prepare(page);
  await page.goto(host.origin + path);
}

/** The frame of the Aleppo story. */
async function frame(): Promise<Frame> {
  await expect.poll(() => page.frames().some(isAleppo)).toBe(true);
  const [embed] = page.frames().filter(isAleppo);
  if (!embed) throw new Error('the frame went away');
  return embed;
}

const isAleppo = (candidate: Frame) => candidate.url().includes('/embed/aleppo-2024');

/** The same, once its script runs. */
async function ready(): Promise<Frame> {
  const embed = await frame();
  await embed.locator('.readout').waitFor();
  return embed;
}

/** Opens the event in the list, as a reader does. */
async function choose(embed: Frame) {
  await embed.locator(`[id="e=${event.id}"] h4 a`).click();
  await embed.locator(`[id="e=${event.id}"][aria-current=true]`).waitFor();
}

/** How many messages have come to the frame from now on. It hears them after the page's own script has. */
async function countMessages(embed: Frame): Promise<() => Promise<number>> {
  await embed.evaluate(`self.came = 0; addEventListener('message', () => { self.came += 1; })`);
  return () => embed.evaluate<number>('self.came');
}

/** The page says that it has copied for a moment only: somebody must be looking when the button is pressed. */
async function copyLink(embed: Frame) {
  const said = embed.locator('.fields [role=status]', { hasText: /^Link copied$/ }).waitFor();
  await Promise.all([said, embed.getByRole('button', { name: 'Copy link' }).click()]);
}

/** The clipboard, by pasting it into a page of its own. */
async function pasted(): Promise<string> {
  const reader = await page.context().newPage();
  await reader.goto(`${host.origin}/article`);
  await reader.setContent('<textarea autofocus></textarea>');
  await reader.locator('textarea').press('Control+V');
  await expect.poll(() => reader.locator('textarea').inputValue()).not.toBe('');
  return reader.locator('textarea').inputValue();
}

function heard(): Promise<unknown[]> {
  return page.evaluate(() => ('heard' in window ? (window.heard as unknown[]) : []));
}
