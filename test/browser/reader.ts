import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A reader's page, and what its console, its scripts or the network complain of. */
export interface Reader {
  page: Page;
  complaints: string[];
  /** Puts the page away; fails where something complained that was not looked at. */
  leave(): Promise<void>;
}

/** Opens an address as a reader does, on a desk unless `options` say otherwise; `prepare` is done before. */
export async function openReader(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
  prepare: (fresh: Page) => Promise<unknown> = async () => {},
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
