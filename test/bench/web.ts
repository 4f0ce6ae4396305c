// npm run bench:web: the story page in a real Chromium with 1,000, 10,000 and 100,000 events, without its map: how long
// until the events can be seen and moved, how many elements, and how smooth a drag of the timeline is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { seedStories } from '../../seeds/seed.ts';
import { ROOT } from '../../src/cli/paths.ts';
import { prepare } from '../../src/cli/prepare.ts';
import { serve } from '../../src/cli/serve.ts';
import type { EventFeature } from '../../src/types.ts';
import { launchChromium } from '../browser/chromium.ts';
import { weighEmbed } from './embed.ts';

const STORY = 'aleppo-2024';
const TOKEN = 'token-for-benchmarks';
const MOVES = 100;
const RUNS = [
  { events: 1000, throttle: 1 },
  { events: 10_000, throttle: 1 },
  { events: 10_000, throttle: 4 },
  { events: 100_000, throttle: 1 },
];

prepare();
const served = await serve({ port: 0, token: TOKEN });
await seedStories(served.url, TOKEN);
const browser = await launchChromium();
try {
  console.log(`script before the map: ${(scriptBytes() / 1000).toFixed(1)} kB compressed (gzip)`);
  const page = await (await fetch(`${served.url}/s/${STORY}`)).text();
  console.log(
    `page of the demo story: ${(gzipSync(page, { level: 9 }).length / 1000).toFixed(1)} kB compressed (gzip)`,
  );
  const { loader, readable, strangers } = await weighEmbed(browser, served.url, STORY);
  console.log(
    `embed: loader ${(loader / 1000).toFixed(1)} kB, events readable after ${(readable.bytes / 1000).toFixed(1)} kB compressed (gzip) in ${readable.requests} requests, other hosts ${strangers.length}\n`,
  );
  console.log('events   CPU   ready ms   elements   drag: median  p95  worst frame ms   longest task ms');
  for (const { events, throttle } of RUNS) console.log(await measure(browser, events, throttle));
} finally {
  await browser.close();
  await served.stop();
}

/** One line of the table, from a fresh page. */
async function measure(browser: Browser, events: number, throttle: number): Promise<string> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await withEvents(page, events);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  await page.goto(`${served.url}/s/${STORY}`);
  await page.waitForSelector('.thumb:not([hidden])', { timeout: 120_000 });
  const ready: number = await page.evaluate(
    `performance.getEntriesByName('dateline-ready')[0].startTime -
      performance.getEntriesByType('resource').find(({ name }) => name.endsWith('.geojson')).responseEnd`,
  );
  await page.waitForTimeout(1500);
  const elements: number = await page.evaluate(`document.querySelectorAll('*').length`);
  const { frames, longest } = await drag(page, cdp);
  await page.close();
  const sorted = frames.toSorted((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  return [
    String(events).padStart(7),
    `${throttle}×`.padStart(5),
    ready.toFixed(0).padStart(9),
    String(elements).padStart(10),
    at(0.5).padStart(14),
    at(0.95).padStart(6),
    at(1).padStart(8),
    longest.toFixed(0).padStart(18),
  ].join(' ');
}

/** Has the page take its events from the address of the events, and answers there; the map engine never arrives. */
async function withEvents(page: Page, count: number) {
  const body = JSON.stringify({ type: 'FeatureCollection', features: makeEvents(count) });
  await page.route(`**/api/stories/${STORY}/events.geojson`, (route) =>
    route.fulfill({ body, contentType: 'application/geo+json' }),
  );
  await page.route(`**/s/${STORY}`, async (route) => {
    const answer = await route.fetch();
    const text = await answer.text();
    const data = /(?<open><script type="application\/json" id="data">)(?<json>.*?)(?=<\/script>)/s;
    await route.fulfill({
      response: answer,
      body: text.replace(
        data,
        (_, open: string, json: string) => open + JSON.stringify({ ...JSON.parse(json), items: null }),
      ),
    });
  });
  await page.route('**/app/assets/map-*.js', (route) => route.abort());
}

/** A hundred moves of the mouse along the timeline, 8 ms apart: gaps between frames, and the longest task meanwhile. */
async function drag(page: Page, cdp: CDPSession): Promise<{ frames: number[]; longest: number }> {
  const track = await page.locator('.track').boundingBox();
  if (!track) throw new Error('the timeline has no size');
  await page.evaluate(`
    window.frames_ = []; window.longest_ = 0; window.done_ = false;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longest_ = Math.max(window.longest_, duration);
    }).observe({ entryTypes: ['longtask'] });
    let last = performance.now();
    requestAnimationFrame(function frame(now) {
      window.frames_.push(now - last); last = now;
      if (!window.done_) requestAnimationFrame(frame);
    });`);
  const y = track.y + track.height - 44;
  const move = (type: string, x: number) =>
    cdp.send('Input.dispatchMouseEvent', {
      type: type as 'mouseMoved',
      x,
      y,
      button: 'left',
      buttons: 1,
      clickCount: 1,
    });
  await move('mousePressed', track.x + track.width - 8);
  for (let index = 0; index < MOVES; index++) {
    await move('mouseMoved', track.x + track.width - 8 - (index * (track.width - 40)) / MOVES);
    await new Promise((resolve) => setTimeout(resolve, 8));
  }
  await move('mouseReleased', track.x + 32);
  return page.evaluate(`(window.done_ = true, { frames: window.frames_.slice(2), longest: window.longest_ })`);
}

/** The same events at every run: ten places, half of them in twenty days, half over nine years. */
function makeEvents(count: number): EventFeature[] {
  let seed = 7;
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const DAY = 86_400_000;
  const kinds = ['conflict', 'politics', 'disaster', 'health'] as const;
  return Array.from({ length: count }, (_, index): EventFeature => {
    const time =
      index % 2 ? Date.UTC(2024, 10, 15) + random() * 20 * DAY : Date.UTC(2016, 0, 1) + random() * 3200 * DAY;
    const day = new Date(time).toISOString().slice(0, 10);
    const place = Math.floor(random() * 10);
    return {
      type: 'Feature',
      id: `e${index}`,
      geometry: { type: 'Point', coordinates: [36 + place / 5, 35 + (place % 4) / 3] },
      when: { timespans: [{ start: { in: day } }], label: day },
      properties: {
        title: `Event ${index} at place ${place}`,
        status: 'reported',
        category: kinds[index % 4] ?? 'other',
        edtf: day,
        start: `${day}T00:00:00Z`,
        end: `${day}T23:59:59Z`,
        inferred: false,
        place: { name: `Place ${place}`, country: 'SY', feature: 'PPL' },
        reports: [
          {
            article: 'a',
            source: 'Wire',
            published: `${day}T12:00:00Z`,
            quote: `What happened as event ${index}.`,
            status: 'reported',
          },
        ],
      },
    };
  });
}

/** Compressed bytes of the scripts that a story page loads before it asks for the map. */
function scriptBytes(): number {
  const folder = join(ROOT, 'public/app');
  const chunks: Record<string, { file: string; imports?: string[] }> = JSON.parse(
    readFileSync(join(folder, 'manifest.json'), 'utf8'),
  );
  const files = new Set<string>();
  const add = (name: string) => {
    const chunk = chunks[name];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const other of chunk.imports ?? []) add(other);
  };
  add('src/web/main.ts');
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0);
}
