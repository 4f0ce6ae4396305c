import type { Page } from 'playwright-core';

/** Waits until the page's script has drawn a state: the thumb says where it stands only then. */
export async function awaitTimeline(page: Page): Promise<void> {
  await page.waitForSelector('.thumb[aria-valuetext]:not([hidden])', { timeout: 60_000 });
}

/** Does what a reader does, once the page's script can see it, and waits for the live map. */
export async function awaitMap(page: Page): Promise<void> {
  await awaitTimeline(page);
  await showReader(page);
  await page.waitForSelector('#map.live', { timeout: 60_000 });
}

/** A key that does nothing by itself: somebody is there. */
export async function showReader(page: Page): Promise<void> {
  await page.keyboard.press('Shift');
}

/**
 * For a test of what is beside the map: the drawn one stays. The engine of the live one is on its way for as long as the
 * page is open, as on a bad connection.
 */
export async function holdMap(page: Page): Promise<void> {
  await page.route('**/app/assets/map-*.js', () => {});
}
