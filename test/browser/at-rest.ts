import type { Page, Request } from 'playwright-core';
import { expect } from 'vitest';

/** Longer than anything on a page waits for a hand or a map to rest, ms. */
const REST = 500;
/** So many pictures in a row that are the same: a machine that draws seldom is not at rest. */
const SAME = 3;

const onTheirWay = new WeakMap<Page, Set<Request>>();

/** Follows what a page asks for from now on: call it before the page is opened. */
export function followRequests(page: Page): void {
  const asked = new Set<Request>();
  onTheirWay.set(page, asked);
  page.on('request', (request) => {
    // What a page asks for before it is left never comes.
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) asked.clear();
    if (request.url().startsWith('http')) asked.add(request);
  });
  page.on('requestfinished', (request) => asked.delete(request));
  page.on('requestfailed', (request) => asked.delete(request));
}

/**
 * A picture of a page once it stays as it is: nothing that the page asked for is on its way, and for a while each
 * picture is the one before. What is compared with it then differs for its own reason, not because it was half drawn.
 */
export async function pictureAtRest(page: Page, take: () => Promise<Buffer>): Promise<Buffer> {
  const asked = onTheirWay.get(page);
  if (!asked) throw new Error('the requests of this page are not followed');
  let last: Buffer = Buffer.alloc(0);
  let [since, same] = [0, 0];
  await expect
    .poll(
      async () => {
        const picture = await take();
        if (asked.size > 0 || !picture.equals(last)) [since, same] = [performance.now(), 0];
        last = picture;
        same += 1;
        return same >= SAME && performance.now() - since >= REST;
      },
      { timeout: 40_000, interval: 100 },
    )
    .toBe(true);
  return last;
}
