import { expect, inject, onTestFinished, test } from 'vitest';
import { awaitMap, awaitTimeline } from './await-map.ts';
import { serveHost } from './hosts.ts';
import { toldInView } from './in-view.ts';
import { openChromium } from './open-chromium.ts';

const base = inject('baseUrl');

const browser = await openChromium();

test.each(['/s/aleppo-2024', '/embed/aleppo-2024'])('%s loads the map engine when a reader is there', async (path) => {
  const page = await browser.newPage({ viewport: { width: 700, height: 640 } });
  const engine: string[] = [];
  page.on('request', (request) => {
    if (/\/map-[^/]*\.js$/.test(request.url())) engine.push(request.url());
  });
  await page.clock.install();
  await page.goto(base + path);
  await awaitTimeline(page);
  await page.clock.runFor(30_000);
  // What had been asked for would be told by now.
  await page.waitForTimeout(500);
  expect(engine).toEqual([]);
  expect(await page.locator('.poster .glyph').count()).toBeGreaterThan(10);
  await awaitMap(page);
  expect(engine).toHaveLength(1);
  await page.close();
});

test('a frame that the reader scrolls to is being read', async () => {
  const host = await serveHost({
    '/': `<!doctype html><title>News</title><div style="height:1500px"></div>
      <iframe src="${base}/embed/aleppo-2024" width="700" height="640"></iframe>`,
  });
  onTestFinished(() => host.stop());
  const page = await browser.newPage({ viewport: { width: 800, height: 640 } });
  await page.goto(host.origin);
  const embed = page.frameLocator('iframe');
  // Out of view nothing is drawn, but the script has run.
  await embed.locator('.thumb').first().waitFor({ state: 'attached' });
  const [, frame] = page.frames();
  if (!frame) throw new Error('the embed has no frame');
  await toldInView(frame, false);
  expect(await embed.locator('.map.live').count()).toBe(0);
  await page.evaluate(() => scrollTo(0, 1500));
  await embed.locator('.map.live').waitFor({ timeout: 60_000 });
  await page.close();
});
