import type { Browser, Response } from 'playwright-core';

/** What a view of the live map costs a reader whose cache is empty. */
interface MapWeight {
  /** From the first sign of a reader, which the map engine waits for, to the first picture. */
  ms: number;
  /** Compressed, as they came: tiles and outlines, fonts, the engine. */
  tiles: number;
  fonts: number;
  engine: number;
  requests: number;
}

// Northern Syria, as wide as a page on a desk.
const VIEW = '#v=7/35.7/37.2';
const SIZE = { width: 1280, height: 800 };

/** Prints that for the view of northern Syria. */
export async function printMap(browser: Browser, base: string, story: string) {
  const { ms, tiles, fonts, engine, requests } = await weighMap(browser, base, story);
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  console.log(
    `live map of northern Syria at zoom 7, empty cache: first picture after ${ms.toFixed(0)} ms; tiles ${kB(tiles)}, fonts ${kB(fonts)}, engine ${kB(engine)} compressed, ${requests} requests`,
  );
}

async function weighMap(browser: Browser, base: string, story: string): Promise<MapWeight> {
  const context = await browser.newContext({ viewport: SIZE });
  const page = await context.newPage();
  const answers: Response[] = [];
  await page.goto(`${base}/s/${story}${VIEW}`);
  await page.waitForSelector('.thumb[aria-valuetext]:not([hidden])');
  page.on('response', (answer) => answers.push(answer));
  const start = performance.now();
  await page.mouse.move(SIZE.width / 3, SIZE.height / 3);
  await page.waitForSelector('#map.live', { timeout: 60_000 });
  const ms = performance.now() - start;
  const sum = async (kind: RegExp) => {
    const sizes = await Promise.all(
      answers.filter((answer) => kind.test(answer.url())).map((answer) => answer.request().sizes()),
    );
    return sizes.reduce((total, { responseBodySize }) => total + responseBodySize, 0);
  };
  const weight = {
    ms,
    tiles: await sum(/\/basemap\//),
    fonts: await sum(/\.woff2$/),
    engine: await sum(/\/app\/assets\/.*\.(?:m?js|css)$/),
    requests: answers.length,
  };
  await context.close();
  return weight;
}
