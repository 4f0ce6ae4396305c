import type { Page } from 'playwright-core';

/** Sets the size of letters that a reader has chosen in the browser, px; 16 is the usual one. */
export async function setLetters(page: Page, size: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: size } });
}
