import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterEach, expect, inject, test } from 'vitest';
import { type Host, serveHost } from './hosts.ts';
import { openChromium } from './open-chromium.ts';

const base = inject('baseUrl');
const CHOOSE = `${base}/s/aleppo-2024/embed`;

const browser = await openChromium();
let page: Page;
let host: Host | undefined;

afterEach(async () => {
  await page.context().close();
  await host?.stop();
  host = undefined;
});

test('what an editor chooses is in the codes and in the preview, and "copy" copies it', async () => {
  await open(CHOOSE);
  await page.getByLabel('Layout').selectOption('list');
  await page.getByLabel('Colours').selectOption('dark');
  await page.getByLabel('Diplomacy').check();
  await page.getByLabel('Accent').fill('red;}body{display:none');
  const query = 'theme=dark&layout=list&category=diplomacy';
  expect(await code('address')).toBe(`${base}/s/aleppo-2024?${query}`);
  expect(await code('script')).toContain(' theme="dark" layout="list" category="diplomacy" ');
  expect(await code('frame')).toContain('height="480"');
  await expect.poll(() => page.frames()[1]?.url()).toMatch(`/embed/aleppo-2024?${query}`);
  // It says so for a moment only: somebody must be looking when it is pressed.
  const copy = page.locator('[data-copy=address]');
  await Promise.all([copy.filter({ hasText: /^Copied$/ }).waitFor(), copy.click()]);
  // The address holds the choice: it can be sent to a colleague.
  await page.reload();
  expect(await page.getByLabel('Diplomacy').isChecked()).toBe(true);
});

test('the preview leaves the page where the editor is', async () => {
  await open(CHOOSE);
  const preview = page.frameLocator('#preview');
  // The timeline is there when the frame's script has run and the state is in its address.
  await expect.poll(() => preview.locator('canvas').count()).toBeGreaterThan(0);
  await expect
    .poll(() =>
      page
        .frames()
        .at(-1)
        ?.evaluate(() => document.readyState),
    )
    .toBe('complete');
  // Where a browser scrolls for a fragment, it has done so two frames after the load.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('without script it is a form that does the same', async () => {
  await open(CHOOSE, false);
  await page.getByLabel('Layout').selectOption('compact');
  await page.getByLabel('Without headline').check();
  await page.getByRole('button', { name: 'Show' }).click();
  expect(await code('address')).toBe(`${base}/s/aleppo-2024?layout=compact&plain=1`);
});

test.each([
  'script',
  'frame',
])('the %s code stands in a page and shows the story, and without script a link to it', async (name) => {
  await open(`${CHOOSE}?layout=timeline&source=The+Harbour+Post&lang=fr`);
  const pasted = `<!doctype html><title>News</title>${await code(name)}`;
  await page.context().close();
  host = await serveHost({ '/': pasted });
  await open(host.origin);
  await expect.poll(() => page.frames()[1]?.locator('html[lang=fr] .event').count()).toBeGreaterThan(10);
  await expect.poll(() => page.frames()[1]?.locator('.event:visible').count()).toBeLessThan(40);
  await page.context().close();
  await open(host.origin, false);
  const link = page.getByRole('link', { name: 'The battle for Aleppo' });
  expect(await link.first().getAttribute('href')).toBe(`${base}/s/aleppo-2024`);
});

test('the picture code shows what is chosen, as a link to the story; with script no code loads a picture', async () => {
  await open(`${CHOOSE}?layout=list&theme=dark&category=diplomacy`);
  const codes = { '/picture': await code('picture'), '/script': await code('script'), '/frame': await code('frame') };
  host = await serveHost(codes);
  await page.goto(`${host.origin}/picture`);
  const image = page.getByRole('link').getByRole('img', { name: 'The battle for Aleppo' });
  await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1200);
  expect(await image.getAttribute('src')).toBe(`${base}/s/aleppo-2024/poster.png?theme=dark&category=diplomacy`);
  const pictures: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/poster.png')) pictures.push(request.url());
  });
  for (const path of ['/script', '/frame']) {
    await page.goto(host.origin + path);
    await expect.poll(() => page.frames().length).toBe(2);
    expect(codes[path as '/script']).toContain('/poster.png?');
  }
  expect(pictures).toEqual([]);
});

test('a title with quotes and tags stays text in the codes', async () => {
  const send = (method: string, path: string, body?: object) =>
    fetch(`${base}/api/stories/quoted${path}`, {
      method,
      headers: { Authorization: `Bearer ${inject('token')}`, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
  const title = '"><script>alert(1)</script> & more';
  await send('PUT', '', { title });
  await send('POST', '/articles', { source: 'x', published: '2024-05-15', text: 'A storm hit Nice on Monday.' });
  await send('POST', '/publish');
  await open(`${base}/s/quoted/embed`);
  host = await serveHost({ '/': `<!doctype html><title>News</title>${await code('frame')}${await code('script')}` });
  await page.goto(host.origin);
  expect(await page.locator('script').count()).toBe(1);
  expect(await page.locator('iframe').first().getAttribute('title')).toBe(title);
});

test.each(['light', 'dark'] as const)('no rule of accessibility is broken, %s', async (colorScheme) => {
  await open(CHOOSE, true, colorScheme);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(document, { iframes: false }),
  );
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

async function open(url: string, javaScriptEnabled = true, colorScheme: 'light' | 'dark' = 'light'): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled, colorScheme });
  page = await context.newPage();
  await page.goto(url);
}

const code = (name: string) => page.locator(`#${name}`).inputValue();
