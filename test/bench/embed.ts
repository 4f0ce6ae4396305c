import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { ROOT } from '../../src/cli/paths.ts';
import type { EventCollection, EventFeature } from '../../src/types.ts';
import { awaitMap } from '../browser/await-map.ts';
import { markPages } from './lighthouse.ts';
import { openPeer, PEERS, type Peer, showPeer } from './peers.ts';

/** What an embed costs a reader. Bytes are of the bodies, gzip at its best, as a server in front would send them. */
export interface EmbedWeight {
  loader: number;
  /** Until the events are readable: the page and the style sheet that it waits for. */
  readable: { bytes: number; requests: number };
  /** Origins that the whole embed asked, its map included, but for its own. */
  strangers: string[];
}

/** What other embeds have a news page load: their scripts and style sheets, as their npm packages have them. */
const PEER_LOADERS: Record<string, string[]> = {
  'lite-youtube-embed': ['lite-youtube-embed/src/lite-yt-embed.js', 'lite-youtube-embed/src/lite-yt-embed.css'],
  'pym.js (height alone)': ['pym.js/dist/pym.v1.min.js'],
  '@newswire/frames (height alone)': ['@newswire/frames/dist/frames.umd.js'],
  'iframe-resizer (height alone)': ['iframe-resizer/js/iframeResizer.min.js'],
};

/** Prints the embed beside others, and the marks of Lighthouse where it is installed. */
export async function printEmbed(browser: Browser, base: string, slug: string): Promise<void> {
  const { loader, readable, strangers } = await weighEmbed(browser, base, slug);
  console.log('\nwhat a news page loads for an embed, gzip');
  for (const [name, bytes] of [['dateline', loader] as const, ...Object.entries(PEER_LOADERS).map(weighPeer)])
    console.log(`  ${name.padEnd(34)}${kilobytes(bytes)}`);
  console.log('until it can be read, gzip                 requests  other hosts');
  const row = (name: string, bytes: number, requests: number, hosts: readonly string[]) =>
    console.log(
      `  ${name.padEnd(34)}${kilobytes(bytes)}${String(requests).padStart(6)}  ${hosts.length} ${hosts.join(' ')}`,
    );
  row('dateline, the events', readable.bytes, readable.requests, strangers);
  const video = await weighVideo(browser);
  row('lite-youtube-embed, a still', video.bytes, video.requests, video.strangers);
  const { features } = (await (await fetch(`${base}/api/stories/${slug}/events.geojson`)).json()) as EventCollection;
  for (const peer of PEERS) {
    const { bytes, requests, strangers } = await weighTimeline(browser, peer, features.filter(isDated));
    row(`${peer.name}, the same events`, bytes, requests, strangers);
  }
  const paths = [`/embed/${slug}`, `/s/${slug}`];
  const marks = await markPages(paths.map((path) => base + path));
  if (!marks) console.log('Lighthouse is not installed: npm i --no-save lighthouse');
  for (const [index, mark] of (marks ?? []).entries())
    console.log(
      `Lighthouse, ${paths[index]}: ${Object.entries(mark)
        .map((one) => one.join(' '))
        .join(', ')}`,
    );
}

export async function weighEmbed(browser: Browser, base: string, slug: string): Promise<EmbedWeight> {
  const page = await browser.newPage({ viewport: { width: 700, height: 640 } });
  const origins = new Set<string>();
  page.on('response', (answer) => {
    if (/^https?:/.test(answer.url())) origins.add(new URL(answer.url()).origin);
  });
  const weighed = weighResponses(page, ['document', 'stylesheet']);
  await page.goto(`${base}/embed/${slug}`);
  const readable = await weighed();
  await awaitMap(page);
  await page.close();
  const loader = packed(Buffer.from(await (await fetch(`${base}/embed.js`)).arrayBuffer()));
  return { loader, readable, strangers: [...origins].filter((origin) => origin !== base) };
}

/** A page with lite-youtube as its manual has it. What it asks of other hosts is counted and gets no answer. */
async function weighVideo(browser: Browser) {
  const page = await browser.newPage({ viewport: { width: 700, height: 640 } });
  const site = 'http://peers.test';
  const strangers = new Set<string>();
  const [script = '', style = ''] = PEER_LOADERS['lite-youtube-embed'] ?? [];
  await page.route('**', (route) => {
    const { origin, pathname } = new URL(route.request().url());
    if (origin !== site) {
      strangers.add(new URL(route.request().url()).host);
      return route.abort();
    }
    const file = { '/script.js': script, '/style.css': style }[pathname];
    return file
      ? route.fulfill({
          body: moduleFile(file),
          contentType: pathname.endsWith('.js') ? 'text/javascript' : 'text/css',
        })
      : route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><link rel="stylesheet" href="/style.css"><script defer src="/script.js"></script>
            <lite-youtube videoid="aaaaaaaaaaa" style="width:640px"></lite-youtube>`,
        });
  });
  const weighed = weighResponses(page, ['document', 'stylesheet', 'script']);
  await page.goto(site, { waitUntil: 'networkidle' });
  const weight = await weighed();
  await page.close();
  return { ...weight, strangers: [...strangers] };
}

/** A timeline of another house with the events, as a page of its own: what it loads to show them. */
async function weighTimeline(browser: Browser, peer: Peer, events: readonly EventFeature[]) {
  const page = await browser.newPage({ viewport: { width: 700, height: 640 } });
  const strangers = new Set<string>();
  // A peer's own files are answered first, by a route that comes later.
  await page.route('**', (route) => {
    strangers.add(new URL(route.request().url()).host);
    return route.abort();
  });
  const weighed = weighResponses(page, ['document', 'stylesheet', 'script']);
  await openPeer(page, peer, events);
  await showPeer(page, peer);
  const weight = await weighed();
  await page.close();
  return { ...weight, strangers: [...strangers] };
}

/** Other timelines have no place for what has no date. */
function isDated({ properties: { start, end } }: EventFeature): boolean {
  return start !== null && end !== null;
}

/** Adds up the answers of some kinds that a page gets until the sum is asked for. */
function weighResponses(page: Page, kinds: readonly string[]) {
  const sizes = new Map<string, number>();
  const weighed: Promise<void>[] = [];
  page.on('response', (answer) => {
    const url = answer.url();
    if (!kinds.includes(answer.request().resourceType()) || sizes.has(url)) return;
    sizes.set(url, 0);
    weighed.push(answer.body().then((body) => void sizes.set(url, packed(body))));
  });
  return async () => {
    await Promise.all(weighed);
    return { bytes: [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0), requests: sizes.size };
  };
}

function weighPeer([name, files]: [string, string[]]) {
  return [name, files.reduce((sum, file) => sum + packed(moduleFile(file)), 0)] as const;
}

const moduleFile = (path: string) => readFileSync(join(ROOT, 'node_modules', path));
const packed = (bytes: Buffer) => gzipSync(bytes, { level: 9 }).length;
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1).padStart(6)} kB`;
