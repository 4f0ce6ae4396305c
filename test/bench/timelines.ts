import type { Page } from 'playwright-core';
import { showReader } from '../browser/await-map.ts';
import { launchChromium } from '../browser/chromium.ts';
import { makeEvents, serveEvents } from '../events.ts';
import { DRAG_LIMIT, type Drag, dragAlong, MOVES } from './drag.ts';
import { openPeer, PEERS, type Peer, READY_LIMIT, showPeer } from './peers.ts';

export interface Run {
  events: number;
  /** How many times slower than it is the processor pretends to be. */
  throttle: number;
  /** With the map, whose software rendering takes the machine, or without it as long as the timeline is measured. */
  map?: boolean;
}

/** What was measured of a timeline; what is missing was not there in time. */
export interface Measured {
  /** From the events' being there to their being seen, ms: at the second visit, and at the first of a browser just started. */
  ready?: number;
  first?: number;
  elements?: number;
  drag?: Drag;
}

export const RUNS = {
  thousand: { events: 1000, throttle: 1 },
  tenThousand: { events: 10_000, throttle: 1 },
  slowly: { events: 10_000, throttle: 4 },
  hundredThousand: { events: 100_000, throttle: 1 },
  withMap: { events: 100_000, throttle: 1, map: true },
} satisfies Record<string, Run>;

export type RunName = keyof typeof RUNS;

/** What a timeline did in each run. */
export type Results = Partial<Record<RunName, Measured>>;

/** So long a page is left alone before it is dragged, ms. */
const SETTLE = 1500;
/** Past its limit, a page has this long to tell how far it came, ms. */
const GRACE = 10_000;
const SIZE = { width: 1280, height: 800 };

/** Measures our timeline in all runs and the others in those of up to ten thousand events, and prints each as it is there. */
export async function runTimelines(base: string, story: string): Promise<Map<string, Results>> {
  console.log(
    '\ntimeline        events   CPU  map   ready ms  first visit  elements   drag: median    p95  worst frame ms   longest task ms, of CPU',
  );
  const results = new Map<string, Results>();
  const note = (name: string, run: RunName, measured: Measured) => {
    results.set(name, { ...results.get(name), [run]: measured });
    console.log(line(name, RUNS[run], measured));
  };
  for (const run of Object.keys(RUNS) as RunName[])
    note('Dateline', run, await alone((page, say) => measureOurs(page, base, story, RUNS[run], say)));
  for (const peer of PEERS)
    for (const run of ['thousand', 'tenThousand', 'slowly'] as const)
      note(peer.name, run, await alone((page, say) => measurePeer(page, peer, RUNS[run], say)));
  return results;
}

/**
 * Each in a browser of its own, which is gone before the next one comes: nobody is measured beside another's page. A page
 * that is too busy to answer is given up, and what it said until then holds.
 */
async function alone(measure: (page: Page, say: (part: Measured) => void) => Promise<void>): Promise<Measured> {
  const browser = await launchChromium();
  let measured: Measured = {};
  try {
    const context = await browser.newContext({ viewport: SIZE });
    const page = await context.newPage();
    const over = new Promise<void>((resolve) => setTimeout(resolve, READY_LIMIT + DRAG_LIMIT + GRACE).unref());
    const done = measure(page, (part) => {
      measured = { ...measured, ...part };
    });
    // When it is given up, what it still waits for fails with its browser.
    done.catch(() => undefined);
    await Promise.race([done, over]);
  } finally {
    await browser.close();
  }
  return measured;
}

/**
 * A browser that was started a moment ago takes a third of a second to its first frame, whoever asks for it: it has been at
 * the page before, and that visit stands beside what is measured.
 */
async function visitFirst(page: Page, visit: (page: Page) => Promise<number | null>): Promise<Measured> {
  const before = await page.context().newPage();
  const first = await visit(before);
  await before.close();
  return first === null ? {} : { first };
}

async function openOurs(page: Page, story: string, { events, map }: Run): Promise<void> {
  await serveEvents(page, `/s/${story}`, makeEvents(events));
  if (!map) await page.route('**/app/assets/map-*.js', (route) => route.abort());
}

async function showOurs(page: Page, base: string, story: string): Promise<number> {
  await page.goto(`${base}/s/${story}`);
  await page.waitForSelector('.thumb[aria-valuetext]:not([hidden])', { timeout: READY_LIMIT });
  return page.evaluate(
    `performance.getEntriesByName('dateline-ready')[0].startTime -
      performance.getEntriesByType('resource').find(({ name }) => name.endsWith('.geojson')).responseEnd`,
  );
}

async function measureOurs(
  page: Page,
  base: string,
  story: string,
  run: Run,
  say: (part: Measured) => void,
): Promise<void> {
  const { throttle, map } = run;
  const visit = async (one: Page) => {
    await openOurs(one, story, run);
    return showOurs(one, base, story);
  };
  say(await visitFirst(page, visit));
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  const ready = await visit(page);
  // The map's engine comes, or is refused, before the drag: in it the map is idle.
  const refused = map ? null : page.waitForEvent('requestfailed', { timeout: READY_LIMIT });
  await showReader(page);
  if (map) await page.waitForSelector('.map.live', { timeout: READY_LIMIT });
  else await refused;
  await page.waitForTimeout(SETTLE);
  say({ ready, elements: await countElements(page) });
  say({ drag: await dragAlong(page, cdp, '.track', 44) });
}

async function measurePeer(
  page: Page,
  peer: Peer,
  { events, throttle }: Run,
  say: (part: Measured) => void,
): Promise<void> {
  const visit = async (one: Page) => {
    await openPeer(one, peer, makeEvents(events));
    return showPeer(one, peer);
  };
  say(await visitFirst(page, visit));
  await openPeer(page, peer, makeEvents(events));
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  const ready = await showPeer(page, peer);
  if (ready === null) return;
  say({ ready });
  await page.waitForTimeout(SETTLE);
  say({ elements: await countElements(page) });
  say({ drag: await dragAlong(page, cdp, peer.handle, peer.foot) });
}

function countElements(page: Page): Promise<number> {
  return page.evaluate(`document.querySelectorAll('*').length`);
}

function line(name: string, { events, throttle, map }: Run, { ready, first, elements, drag }: Measured): string {
  const start = `${name.padEnd(13)} ${String(events).padStart(8)} ${`${throttle}×`.padStart(5)} ${(map ? 'yes' : 'no').padStart(4)}`;
  if (ready === undefined) return `${start}   not ready after ${READY_LIMIT / 1000} s`;
  const seen = `${start} ${ready.toFixed(0).padStart(10)} ${(first?.toFixed(0) ?? '').padStart(12)} ${String(elements ?? '').padStart(9)}`;
  if (!drag) return `${seen}   drag: not finished after ${DRAG_LIMIT / 1000} s`;
  return [
    seen,
    ...[0.5, 0.95, 1].map((share, index) =>
      quantile(drag.frames, share)
        .toFixed(1)
        .padStart([15, 6, 8][index] ?? 0),
    ),
    drag.longest.toFixed(0).padStart(24),
    drag.longestCpu.toFixed(0).padStart(6),
    drag.moves < MOVES ? `  not finished after ${DRAG_LIMIT / 1000} s: ${drag.moves} of ${MOVES} moves` : '',
  ].join(' ');
}

/** The value that a share of the values, from 0 to 1, does not pass. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
