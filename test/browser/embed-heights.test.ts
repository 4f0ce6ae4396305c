import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { type Host, serveHost } from './hosts.ts';
import { openChromium } from './open-chromium.ts';

const require = createRequire(import.meta.url);
const fileOf = (name: string, path: string) => readFileSync(join(dirname(require.resolve(name)), path), 'utf8');

// The hosts' own scripts where npm has them, else their listeners as their documentation tells of them.
const SCRIPTS = {
  '/pym.js': fileOf('pym.js', 'pym.v1.js'),
  '/frames.js': fileOf('@newswire/frames', 'frames.umd.js'),
  '/iframe-resizer.js': fileOf('iframe-resizer', 'js/iframeResizer.js'),
};

/** A page by the conventions of a host, around the embed at `src`. */
const HOSTS: Record<string, (src: string) => string> = {
  'pym.js': (src) =>
    `<div id="slot"></div><script src="/pym.js"></script><script>new pym.Parent('slot', ${JSON.stringify(src)})</script>`,
  '@newswire/frames': (src) =>
    `<div data-frame-src="${src}"></div><script src="/frames.js"></script><script>newswireFrames.autoInitFrames()</script>`,
  'iframe-resizer': (src) =>
    `<iframe id="frame" src="${src}" style="width:100%"></iframe>
     <script src="/iframe-resizer.js"></script><script>iFrameResize({}, '#frame')</script>`,
  AMP: (src) =>
    `<iframe id="frame" src="${src}#amp=1" sandbox="allow-scripts" style="width:100%"></iframe><script>
       addEventListener('message', ({ data, source }) => {
         if (source !== frame.contentWindow || !data || data.sentinel !== 'amp') return;
         if (data.type === 'embed-size' && data.height >= 100) frame.height = data.height;
       });
     </script>`,
  Datawrapper: (src) =>
    `<iframe id="frame" src="${src}" style="width:100%;border:0" scrolling="no"></iframe><script>
       addEventListener('message', ({ data, source }) => {
         const heights = data && data['datawrapper-height'];
         if (!heights) return;
         for (const id in heights)
           for (const frame of document.querySelectorAll('iframe'))
             if (frame.contentWindow === source) frame.style.height = heights[id] + 'px';
       });
     </script>`,
  Flourish: (src) =>
    `<iframe id="frame" src="${src}&auto=1" style="width:100%;border:0"></iframe><script>
       addEventListener('message', ({ data, source }) => {
         let message;
         try { message = JSON.parse(data); } catch { return; }
         if (message.sender !== 'Flourish' || message.context !== 'iframe.resize') return;
         if (source === frame.contentWindow && message.src === frame.src) frame.style.height = message.height + 'px';
       });
     </script>`,
  WordPress: wordPress,
  // Where the address has a fragment of its own, WordPress writes the secret behind it.
  'WordPress-of-a-shared-view': (src) => wordPress(`${src}#k=conflict`),
};

/** What WordPress makes of a discovered embed: hidden until it is told a height, from 200 to 1,000 pixels, under the secret. */
function wordPress(src: string): string {
  return `<blockquote class="wp-embedded-content" data-secret="Ab3dEf9hJk"><a href="https://maps.example/s/story">Story</a></blockquote>
     <iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" style="position:absolute;visibility:hidden"
       src="${src}#?secret=Ab3dEf9hJk" data-secret="Ab3dEf9hJk" width="500" height="281"></iframe><script>
       addEventListener('message', ({ data, source }) => {
         if (!data || /[^a-zA-Z0-9]/.test(data.secret)) return;
         const own = '[data-secret="' + data.secret + '"]';
         for (const quote of document.querySelectorAll('blockquote' + own)) quote.style.display = 'none';
         for (const frame of document.querySelectorAll('iframe' + own)) {
           if (source !== frame.contentWindow) continue;
           frame.removeAttribute('style');
           if (data.message === 'height') frame.height = Math.max(200, Math.min(1000, parseInt(data.value, 10)));
         }
       });
     </script>`;
}

const browser = await openChromium();
let host: Host;
const embed = `${inject('baseUrl')}/embed/aleppo-2024`;

beforeAll(async () => {
  const pages = Object.entries(HOSTS).flatMap(([name, page]) => [
    [`/${name}/given`, article(page(`${embed}?height=910`))],
    [`/${name}/content`, article(page(`${embed}?height=auto&layout=list`))],
  ]);
  const native = `<iframe src="${embed}?height=auto&layout=list" sandbox="allow-scripts" style="width:100%;border:0;frame-sizing:content-height"></iframe>`;
  host = await serveHost({ ...SCRIPTS, '/native': article(native), ...Object.fromEntries(pages) });
});

afterAll(() => host.stop());

test.each(Object.keys(HOSTS))('a page that speaks %s makes the frame as high as the editor wants it', async (name) => {
  const page = await open(`/${name}/given`);
  await expect.poll(() => frameHeight(page)).toBe(910);
  expect(await page.locator('iframe').isVisible()).toBe(true);
  await page.close();
});

test.each(Object.keys(HOSTS))('a page that speaks %s follows the content of the frame', async (name) => {
  const page = await open(`/${name}/content`);
  // Both are asked at every try: the content has a height before its type faces have come, and another after.
  const missing = async () => (await contentHeight(page, name)) - (await frameHeight(page));
  await expect.poll(missing).toBe(0);
  await resize(page, 360);
  await expect.poll(missing).toBe(0);
  await page.close();
});

test('a browser that sizes frames by content does so, in a sandbox too, and follows what changes', async () => {
  const sizing = await launchChromium(
    '--enable-blink-features=ResponsiveIframes',
    // A page that the test answers itself counts as one of the internet, which may ask nothing of this machine.
    '--disable-features=LocalNetworkAccessChecks',
  );
  onTestFinished(() => sizing.close());
  const page = await sizing.newPage({ viewport: { width: 800, height: 700 } });
  // The browser of these tests is older than `allow-origins=`: the origins stand by themselves there.
  await page.route(`${embed}?**`, async (route) => {
    const answer = await route.fetch();
    const text = await answer.text();
    expect(text).toContain('content="allow-origins=*"');
    await route.fulfill({ response: answer, body: text.replace('content="allow-origins=*"', 'content="*"') });
  });
  await page.goto(`${host.origin}/native`);
  expect(await page.evaluate(() => CSS.supports('frame-sizing', 'content-height'))).toBe(true);
  const frame = page.frameLocator('iframe');
  const follows = async () => {
    await expect
      .poll(async () => Math.abs((await frameHeight(page)) - (await contentHeight(page, 'native'))))
      .toBeLessThanOrEqual(1);
    return frameHeight(page);
  };
  await frame.locator('.chip').first().waitFor();
  const all = await follows();
  await frame.locator('.chip').first().click();
  await expect.poll(() => contentHeight(page, 'native')).toBeLessThan(all);
  const some = await follows();
  await frame.locator('.chip').first().click();
  await expect.poll(() => contentHeight(page, 'native')).toBeGreaterThan(some);
  expect(await follows()).toBeGreaterThan(some);
  for (const width of [360, 1000, 800]) {
    await resize(page, width);
    await follows();
  }
  // What changes at another width than the first is followed too.
  await resize(page, 360);
  const narrow = await follows();
  expect(narrow).toBeGreaterThan(all);
  await frame.locator('#list > ol summary').first().click();
  await expect.poll(() => contentHeight(page, 'native')).toBeGreaterThan(narrow);
  await follows();
});

async function open(path: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 800, height: 700 } });
  await page.goto(host.origin + path);
  return page;
}

/** Makes the page so wide, and waits until the frame in it has heard of it. */
async function resize(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 700 });
  const inner = page.frameLocator('iframe').locator('html');
  await expect
    .poll(async () => [
      await page.evaluate(() => innerWidth),
      (await inner.evaluate(() => innerWidth)) - (await page.locator('iframe').evaluate((frame) => frame.clientWidth)),
    ])
    .toEqual([width, 0]);
}

const article = (embed: string) =>
  `<!doctype html><title>News</title><style>body{margin:0}</style><p>Above.${embed}<p>Below.`;

const frameHeight = (page: Page) => page.locator('iframe').evaluate((frame) => frame.clientHeight);

/** What is inside, within what the host allows. */
async function contentHeight(page: Page, name: string): Promise<number> {
  await page.waitForFunction(() => document.querySelector('iframe') !== null);
  const inner = page.frameLocator('iframe').locator('#embed');
  const height = await inner.evaluate((main) => Math.ceil(main.getBoundingClientRect().height));
  expect(height).toBeGreaterThan(1000);
  return name.startsWith('WordPress') ? 1000 : height;
}
