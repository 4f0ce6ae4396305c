import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { ROOT } from '../../src/cli/paths.ts';
import type { EventFeature } from '../../src/types.ts';

/** A timeline of another house on a page of its own. */
export interface Peer {
  name: string;
  script: string;
  style: string;
  /** JavaScript that shows `events` in `#at`. */
  show: string;
  /** JavaScript that is true when `events` are all there, in the form that it shows them in. */
  isReady: string;
  /** What is dragged, and how far above its foot, px. */
  handle: string;
  foot: number;
}

export const PEERS: readonly Peer[] = [
  {
    name: 'TimelineJS',
    script: '@knight-lab/timelinejs/dist/js/timeline.js',
    style: '@knight-lab/timelinejs/dist/css/timeline.css',
    show: `const date = (text) => { const [year, month, day] = text.slice(0, 10).split('-'); return { year, month, day }; };
      new TL.Timeline('at', { events: events.map(({ properties: { title, start, end, reports: [{ quote }] } }) => ({
        start_date: date(start), end_date: date(end), text: { headline: title, text: quote } })) });`,
    isReady: `document.querySelectorAll('.tl-timemarker').length >= events.length`,
    handle: '.tl-timenav',
    foot: 60,
  },
  {
    name: 'vis-timeline',
    script: 'vis-timeline/standalone/umd/vis-timeline-graph2d.min.js',
    style: 'vis-timeline/styles/vis-timeline-graph2d.min.css',
    // As its manual and its examples have it: a few are stacked in a part of the time; of many the whole is shown,
    // clustered. (Thousands in a part are neither: stacking and clustering them there takes it 40 s.)
    show: `const items = events.map(({ id, properties: { title, start, end } }) => ({ id, content: title, start, end }));
      const many = items.length > 5000;
      window.timeline_ = new vis.Timeline(document.getElementById('at'), new vis.DataSet(items), {
        height: '500px', ...(many ? { cluster: { maxItems: 1 } } : { start: '2024-11-10', end: '2024-12-10' }) });
      timeline_.on('changed', () => { window.drawn_ = true; });`,
    isReady: `window.drawn_ === true && document.querySelector('.vis-item') !== null`,
    handle: '.vis-panel.vis-center',
    foot: 100,
  },
];

const SITE = 'http://peers.test/';
/** A timeline that takes longer to show its events is given up, ms. */
export const READY_LIMIT = 45_000;

/** Opens a page that has a peer's script and the events, and shows nothing yet. */
export async function openPeer(page: Page, peer: Peer, features: readonly EventFeature[]): Promise<void> {
  const module = (path: string) => readFileSync(join(ROOT, 'node_modules', path));
  const files: Record<string, { body: string | Buffer; contentType: string }> = {
    '/script.js': { body: module(peer.script), contentType: 'text/javascript' },
    '/style.css': { body: module(peer.style), contentType: 'text/css' },
    '/': {
      body: `<!doctype html><link rel="stylesheet" href="/style.css"><script src="/script.js"></script>
        <body style="margin:0"><div id="at" style="width:100%;height:560px"></div>`,
      contentType: 'text/html',
    },
  };
  await page.route(`${SITE}**`, (route) => {
    const file = files[new URL(route.request().url()).pathname];
    return file ? route.fulfill(file) : route.fulfill({ status: 404 });
  });
  await page.goto(SITE);
  await page.evaluate((json) => Object.assign(globalThis, { events: JSON.parse(json) }), JSON.stringify(features));
}

/** Has the peer show the events: ms until they are there and a frame has been drawn; null when {@link READY_LIMIT} is not enough. */
export async function showPeer(page: Page, { show, isReady }: Peer): Promise<number | null> {
  const waited = page.evaluate(`new Promise((resolve) => {
    const began = performance.now();
    const look = () => (${isReady} ? requestAnimationFrame(() => resolve(performance.now() - began)) : requestAnimationFrame(look));
    ${show}
    look();
  })`) as Promise<number>;
  // Given up, it may still fail with its browser.
  waited.catch(() => undefined);
  const over = new Promise<null>((resolve) => setTimeout(() => resolve(null), READY_LIMIT).unref());
  return Promise.race([waited, over]);
}

/** Compressed bytes of a peer's script. */
export function peerBytes({ script }: Peer): number {
  return gzipSync(readFileSync(join(ROOT, 'node_modules', script)), { level: 9 }).length;
}
