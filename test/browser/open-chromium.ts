import type { Browser } from 'playwright-core';
import { afterAll } from 'vitest';
import { launchChromium } from './chromium.ts';

/**
 * What Chromium does by itself on a machine without a graphics card: SwiftShader draws the maps, and not the pages around
 * them as well, which would take as long again.
 */
const PLAIN_PAGES = '--disable-gpu-compositing';

/** A Chromium for the tests of a file, which ends with them. */
export async function openChromium(): Promise<Browser> {
  const browser = await launchChromium(PLAIN_PAGES);
  afterAll(() => browser.close());
  await hearOut(browser);
  return browser;
}

/**
 * To put a drawing of SwiftShader on a page Chromium reads its pixels back, and says of the first four times, in the
 * console of whatever page that is, that they take time. It is said to this one, so that no page under test hears of it.
 */
async function hearOut(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 16, height: 16 } });
  await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    document.body.append(canvas);
    const gl = canvas.getContext('webgl2');
    for (let frame = 0; frame < 8; frame++) {
      gl?.clearColor(frame / 8, 0, 0, 1);
      gl?.clear(gl.COLOR_BUFFER_BIT);
      await new Promise(requestAnimationFrame);
    }
  });
  await page.screenshot();
  await page.close();
}
