import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Host, serveHost } from './hosts.ts';
import { openChromium } from './open-chromium.ts';

const base = inject('baseUrl');
const loader = `<script async src="${base}/embed.js"></script>`;
const map = (attributes = '') =>
  `<dateline-map story="${base}/s/aleppo-2024" ${attributes}><a href="${base}/s/aleppo-2024">Aleppo</a></dateline-map>`;

const PAGES = {
  '/twice': `${loader}${map()}<p>Between.</p>${loader}<dateline-map story="ftx-trial" layout="list"></dateline-map>`,
  '/later': `${loader}<div id="slot"></div>`,
  '/shadow': `${loader}<div id="slot"></div>`,
  '/hidden': `${loader}<div id="tab" style="display:none">${map('height="700"')}</div>`,
  '/plain': `<style>body{margin:0}</style><p>Above.</p>${map('style="display:block;min-height:640px"')}<p id="below">Below.</p>${loader}`,
  '/tall': `${loader}<div style="height:15000px"></div>${map()}`,
  '/static': `${map('static')}${loader}`,
  '/hostile': `${loader}<dateline-map story="javascript:alert(1)//x"></dateline-map><dateline-map></dateline-map>${map('height="-5" layout="no&quot;such" theme="red"')}`,
};

const browser = await openChromium();
let host: Host;

beforeAll(async () => {
  const title = '<!doctype html><title>News</title>';
  host = await serveHost(Object.fromEntries(Object.entries(PAGES).map(([path, html]) => [path, title + html])));
});

afterAll(() => host.stop());

test('two scripts and two maps on one page do not meet', async () => {
  const page = await open('/twice');
  await expect.poll(() => headlines(page)).toHaveLength(2);
  expect(await heights(page)).toEqual([640, 480]);
  await page.close();
});

test('an element that is added later becomes a map', async () => {
  const page = await open('/later');
  await page.evaluate((html) => {
    const template = document.createElement('template');
    template.innerHTML = html;
    document.querySelector('#slot')?.append(template.content.cloneNode(true));
  }, map());
  await expect.poll(() => headlines(page)).toHaveLength(1);
  await page.close();
});

test('an element in a shadow root becomes a map', async () => {
  const page = await open('/shadow');
  await page.evaluate((story) => {
    const element = document.createElement('dateline-map');
    element.setAttribute('story', story);
    document.querySelector('#slot')?.attachShadow({ mode: 'open' }).append(element);
  }, `${base}/s/aleppo-2024`);
  await expect.poll(() => headlines(page)).toHaveLength(1);
  expect(await heights(page, '#slot')).toEqual([640]);
  await page.close();
});

test('a map in a hidden tab has its height when the tab is shown', async () => {
  const page = await open('/hidden');
  await page.evaluate(() => {
    const tab = document.getElementById('tab');
    if (tab) tab.style.display = '';
  });
  await expect.poll(() => headlines(page)).toHaveLength(1);
  expect(await heights(page)).toEqual([700]);
  await page.close();
});

test('the page around it does not move', async () => {
  const page = await open('/plain', () => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += 'value' in entry ? Number(entry.value) : 0;
      document.documentElement.dataset.shift = String(sum);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await expect.poll(() => headlines(page)).toHaveLength(1);
  await page.frames().at(-1)?.waitForLoadState('networkidle');
  await page.waitForTimeout(1000);
  expect(Number(await page.locator('html').getAttribute('data-shift'))).toBe(0);
  await page.close();
});

test('what lies far below is not loaded before the reader comes near', async () => {
  const page = await open('/tall');
  await page.waitForTimeout(500);
  expect(page.frames().filter((frame) => frame.url().startsWith(base))).toEqual([]);
  await page.evaluate(() => scrollTo(0, 15000));
  await expect.poll(() => headlines(page)).toHaveLength(1);
  await page.close();
});

test('a story that is none makes no frame that runs; hostile options are as if they were not there', async () => {
  const page = await open('/hostile');
  await expect.poll(() => headlines(page)).toContain('aleppo-2024');
  expect(await heights(page)).toEqual([640]);
  expect(page.frames().every((frame) => !frame.url().startsWith('javascript:'))).toBe(true);
  await page.close();
});

test('messages of strangers do nothing; those of the frame only with a height in range', async () => {
  const page = await open('/static');
  await expect.poll(() => headlines(page)).toHaveLength(1);
  await page.evaluate(`self.heights = []; addEventListener('message', ({ data }) => self.heights.push(data.height))`);
  await page.evaluate(() => {
    const stranger = document.createElement('iframe');
    stranger.srcdoc = '<script>parent.postMessage({ dateline: "height", height: 333 }, "*")</script>';
    document.body.append(stranger);
    postMessage({ dateline: 'height', height: 444 }, '*');
  });
  const embed = page.frames().find((frame) => frame.url().startsWith(`${base}/embed/`));
  await embed?.evaluate(() => {
    for (const height of [1e9, 5, -640, 700.5, '800', Number.NaN, null])
      parent.postMessage({ dateline: 'height', height }, '*');
  });
  // All have come: those of one sender in their order.
  await expect
    .poll(() => page.evaluate<unknown[]>('self.heights'))
    .toEqual(expect.arrayContaining([333, 444, 1e9, '800', null]));
  expect(await heights(page)).toEqual([640]);
  await embed?.evaluate(() => parent.postMessage({ dateline: 'height', height: 720 }, '*'));
  await expect.poll(() => heights(page)).toEqual([720]);
  await page.close();
});

async function open(path: string, script?: () => void): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 800, height: 900 } });
  if (script) await page.addInitScript(script);
  await page.goto(host.origin + path);
  return page;
}

/** The stories of the frames that show a story. */
async function headlines(page: Page): Promise<string[]> {
  const shown: string[] = [];
  for (const frame of page.frames()) {
    if (!frame.url().startsWith(`${base}/embed/`)) continue;
    if ((await frame.locator('#list li').count()) > 0) shown.push(new URL(frame.url()).pathname.split('/').pop() ?? '');
  }
  return shown;
}

/** Heights of the maps, which are those of their frames: the frames themselves are out of a page's reach. */
async function heights(page: Page, root = ''): Promise<number[]> {
  const elements = page.locator(`${root} dateline-map`.trim());
  const found = await elements.evaluateAll((all) => all.map((element) => element.clientHeight));
  return found.filter((height) => height > 0);
}
