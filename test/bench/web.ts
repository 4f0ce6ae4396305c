// npm run bench:web: the story page in a real Chromium with 1,000, 10,000 and 100,000 events: how long until the events can
// be seen and moved, how many elements, how smooth a drag of the timeline is. Beside it, in the same run and with the same
// events, two timelines of other houses.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { seedStories } from '../../seeds/seed.ts';
import { ROOT } from '../../src/cli/paths.ts';
import { prepare } from '../../src/cli/prepare.ts';
import { serve } from '../../src/cli/serve.ts';
import { showReader } from '../browser/await-map.ts';
import { launchChromium } from '../browser/chromium.ts';
import { makeEvents, serveEvents } from '../events.ts';
import { type Drag, dragAlong } from './drag.ts';
import { printEmbed } from './embed.ts';
import { printMap } from './map.ts';
import { openPeer, PEERS, type Peer, peerBytes, showPeer } from './peers.ts';

const STORY = 'aleppo-2024';
const TOKEN = 'token-for-benchmarks';

interface Run {
  events: number;
  /** How many times slower than it is the processor pretends to be. */
  throttle: number;
  /** With the map, whose software rendering takes the machine, or without it as long as the timeline is measured. */
  map?: boolean;
}

const RUNS: Run[] = [
  { events: 1000, throttle: 1 },
  { events: 10_000, throttle: 1 },
  { events: 10_000, throttle: 4 },
  { events: 100_000, throttle: 1 },
  { events: 100_000, throttle: 1, map: true },
];
const PEER_RUNS = RUNS.filter(({ events }) => events <= 10_000);

interface Measured {
  ready: number | null;
  elements?: number;
  drag?: Drag;
}

prepare();
const served = await serve({ port: 0, token: TOKEN });
await seedStories(served.url, TOKEN);
const browser = await launchChromium();
try {
  const page = await (await fetch(`${served.url}/s/${STORY}`)).text();
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB compressed (gzip)`;
  console.log(`script before the map: ${kB(scriptBytes())}`);
  for (const peer of PEERS) console.log(`  script of ${peer.name}: ${kB(peerBytes(peer))}`);
  console.log(`page of the demo story: ${kB(gzipSync(page, { level: 9 }).length)}`);
  await printEmbed(browser, served.url, STORY);
  await printMap(browser, served.url, STORY);
  console.log(
    '\ntimeline        events   CPU  map   ready ms  elements   drag: median    p95  worst frame ms   longest task ms, of CPU',
  );
  const ours = new Map<Run, Measured>();
  for (const run of RUNS) {
    const measured = await inPage(browser, (page) => measure(page, run));
    ours.set(run, measured);
    console.log(line('Dateline', run, measured));
  }
  for (const peer of PEERS) {
    for (const run of PEER_RUNS) {
      // A browser each: one that is given up is busy for minutes, and would not close its page before.
      const own = await launchChromium();
      const theirs = await inPage(own, (page) => measurePeer(page, peer, run));
      await own.close();
      console.log(line(peer.name, run, theirs), ratio(theirs, ours.get(run)));
    }
  }
} finally {
  await browser.close();
  await served.stop();
}

async function inPage<T>(browser: Browser, run: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const measured = await run(page);
  // A page that is still busy is not waited for; its browser may be gone before it is closed.
  page.close().catch(() => undefined);
  return measured;
}

async function measure(page: Page, { events, throttle, map }: Run): Promise<Measured> {
  await serveEvents(page, `/s/${STORY}`, makeEvents(events));
  if (!map) await page.route('**/app/assets/map-*.js', (route) => route.abort());
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  await page.goto(`${served.url}/s/${STORY}`);
  await page.waitForSelector('.thumb[aria-valuetext]:not([hidden])', { timeout: 120_000 });
  if (map) {
    await showReader(page);
    await page.waitForSelector('.map.live', { timeout: 120_000 });
  }
  const ready: number = await page.evaluate(
    `performance.getEntriesByName('dateline-ready')[0].startTime -
      performance.getEntriesByType('resource').find(({ name }) => name.endsWith('.geojson')).responseEnd`,
  );
  await page.waitForTimeout(1500);
  const elements: number = await page.evaluate(`document.querySelectorAll('*').length`);
  return { ready, elements, drag: await dragAlong(page, cdp, '.track', 44) };
}

async function measurePeer(page: Page, peer: Peer, { events, throttle }: Run): Promise<Measured> {
  await openPeer(page, peer, makeEvents(events));
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  const ready = await showPeer(page, peer);
  if (ready === null) return { ready };
  await page.waitForTimeout(1500);
  const elements: number = await page.evaluate(`document.querySelectorAll('*').length`);
  return { ready, elements, drag: await dragAlong(page, cdp, peer.handle, peer.foot) };
}

function line(name: string, { events, throttle, map }: Run, { ready, elements, drag }: Measured): string {
  const start = `${name.padEnd(13)} ${String(events).padStart(8)} ${`${throttle}×`.padStart(5)} ${(map ? 'yes' : 'no').padStart(4)}`;
  if (ready === null) return `${start}   not ready in a minute`;
  return [
    start,
    ready.toFixed(0).padStart(10),
    String(elements ?? '').padStart(9),
    ...[0.5, 0.95, 1].map((share, index) =>
      quantile(drag?.frames ?? [], share)
        .toFixed(1)
        .padStart([15, 6, 8][index] ?? 0),
    ),
    (drag?.longest ?? 0).toFixed(0).padStart(24),
    (drag?.longestCpu ?? 0).toFixed(0).padStart(6),
  ].join(' ');
}

/** How many times as long as ours, or as many. */
function ratio(theirs: Measured, ours: Measured | undefined): string {
  const times = (a: number | null | undefined, b: number | null | undefined) =>
    a && b ? `${(a / b).toFixed(1)}×` : '-';
  const p95 = ({ drag }: Measured) => (drag ? quantile(drag.frames, 0.95) : null);
  return `  to ours: ready ${times(theirs.ready, ours?.ready)}, elements ${times(theirs.elements, ours?.elements)}, p95 ${times(p95(theirs), ours && p95(ours))}`;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
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
