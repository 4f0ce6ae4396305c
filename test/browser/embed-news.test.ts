import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Host, serveHost } from './hosts.ts';
import { toldInView } from './in-view.ts';
import { openChromium } from './open-chromium.ts';

const base = inject('baseUrl');
const api = (method: string, path: string, body?: object) =>
  fetch(`${base}/api/stories/ferry${path}`, {
    method,
    headers: { Authorization: `Bearer ${inject('token')}`, 'Content-Type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
const article = (id: string, published: string, text: string) =>
  api('PUT', `/articles/${id}`, { source: 'The Quay', published, text });

const browser = await openChromium();
let host: Host;

beforeAll(async () => {
  await api('PUT', '', { title: 'The ferry strike', timeZone: 'Europe/Athens' });
  await article('one', '2024-05-15', 'Ferry workers went on strike in Piraeus on Monday.');
  await api('POST', '/publish');
  host = await serveHost({
    '/article': `<!doctype html><title>News</title><iframe src="${base}/embed/ferry#?secret=Ab3dEf9hJk" width="600" height="640"></iframe>
      <script>window.secrets = []; addEventListener('message', ({ data }) => data.secret && window.secrets.push(data.secret));</script>
      <div style="height:5000px"></div>`,
  });
});

afterAll(() => host.stop());

test('an embed that is seen asks once a minute, offers what is new, and keeps its state when it shows it', async () => {
  const page = await browser.newPage({ viewport: { width: 700, height: 700 } });
  // The clock stands still but for what the test lets pass: nothing is asked because a machine is slow.
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1000);
  const asked: string[] = [];
  page.on('response', (answer) => {
    if (answer.url().startsWith(`${base}/api/`)) asked.push(`${answer.status()} ${new URL(answer.url()).pathname}`);
  });
  await page.goto(`${host.origin}/article`);
  const embed = page.frameLocator('iframe');
  await expect
    .poll(async () => {
      await page.clock.runFor(50);
      return embed.locator('.readout').isVisible();
    })
    .toBe(true);
  const [, frame] = page.frames();
  if (!frame) throw new Error('the embed has no frame');
  const news = embed.locator('.news');

  await seconds(page, 50);
  expect(asked).toEqual([]);
  await seconds(page, 30);
  await expect.poll(() => asked).toEqual(['200 /api/stories/ferry']);
  expect(await news.isVisible()).toBe(false);

  const before = await ids();
  await article('two', '2024-05-17', 'Police arrested four pickets in Patras on Thursday.');
  await api('POST', '/publish');
  // Far up the page, nobody sees it: nothing is asked.
  await page.evaluate(() => scrollTo(0, 5000));
  await toldInView(frame, false);
  await seconds(page, 180);
  expect(asked).toHaveLength(1);
  await page.evaluate(() => scrollTo(0, 0));
  const after = await ids();
  const fresh = [...after].filter((id) => !before.has(id)).length;
  expect(fresh).toBeGreaterThan(0);
  await expect.poll(() => news.textContent()).toBe(`${fresh} new event${fresh === 1 ? '' : 's'}`);
  expect(asked.slice(1)).toEqual(['200 /api/stories/ferry', '200 /api/stories/ferry/events.geojson']);
  expect(await embed.locator('.event').count()).toBe(before.size);

  await page.clock.resume();
  await embed.locator('#list > ol h4 a').first().click();
  await embed.locator('.event[aria-current=true]').waitFor();
  // The host's own word for the frame is not lost with the old page.
  await page.evaluate('window.secrets.length = 0');
  await news.click();
  await expect.poll(() => embed.locator('.event').count()).toBe(after.size);
  await expect.poll(() => page.evaluate('window.secrets[0]')).toBe('Ab3dEf9hJk');
  await expect.poll(() => embed.locator('.event[aria-current=true] h4').textContent()).toContain('strike');
  await page.close();
});

/** Of the published events. */
async function ids(): Promise<Set<string>> {
  const { features }: { features: { id: string }[] } = await (await api('GET', '/events.geojson')).json();
  return new Set(features.map(({ id }) => id));
}

/** Lets the clock of the page run, in steps that its timers can follow. */
async function seconds(page: Page, count: number) {
  for (let i = 0; i < count; i += 10) await page.clock.runFor(10_000);
}
