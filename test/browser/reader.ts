import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, expect, inject } from 'vitest';
import { openChromium } from './open-chromium.ts';

/** A reader's page, and what its console, its scripts or the network complain of. */
export interface Reader {
  page: Page;
  complaints: string[];
  /** Puts the page away; fails where something complained that was not looked at. */
  leave(): Promise<void>;
}

/** What is done to a page before it is opened. */
type Prepare = (fresh: Page) => Promise<unknown>;

/** Opens an address as a reader does, on a desk unless `options` say otherwise. */
export async function openReader(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
  prepare: Prepare = async () => {},
): Promise<Reader> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await prepare(page);
  await page.goto(address);
  return {
    page,
    complaints,
    async leave() {
      await context.close();
      expect(complaints).toEqual([]);
    },
  };
}

/**
 * For a file whose tests have one reader each: opens a path of the Worker under test as `openReader` does. Who came before
 * leaves first, and the last one after the test.
 */
export async function readers() {
  const browser = await openChromium();
  let reader: Reader | undefined;
  const leave = async () => {
    const last = reader;
    reader = undefined;
    await last?.leave();
  };
  afterEach(leave);
  return async (path: string, ...given: [options?: BrowserContextOptions, prepare?: Prepare]): Promise<Page> => {
    await leave();
    reader = await openReader(browser, new URL(path, inject('baseUrl')).href, ...given);
    return reader.page;
  };
}
