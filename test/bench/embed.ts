import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';

/** What an embed costs a reader. Bytes are of the bodies, gzip at its best, as a server in front would send them. */
export interface EmbedWeight {
  loader: number;
  /** Until the events are readable: the page and the style sheet that it waits for. */
  readable: { bytes: number; requests: number };
  /** Origins that the whole embed asked, its map included, but for its own. */
  strangers: string[];
}

export async function weighEmbed(browser: Browser, base: string, slug: string): Promise<EmbedWeight> {
  const page = await browser.newPage({ viewport: { width: 700, height: 640 } });
  const blocking = new Map<string, number>();
  const origins = new Set<string>();
  const weighed: Promise<void>[] = [];
  page.on('response', (answer) => {
    const request = answer.request();
    if (/^https?:/.test(answer.url())) origins.add(new URL(answer.url()).origin);
    if (!['document', 'stylesheet'].includes(request.resourceType()) || blocking.has(answer.url())) return;
    const url = answer.url();
    blocking.set(url, 0);
    weighed.push(answer.body().then((body) => void blocking.set(url, packed(body))));
  });
  await page.goto(`${base}/embed/${slug}`);
  await Promise.all(weighed);
  const readable = { bytes: [...blocking.values()].reduce((sum, bytes) => sum + bytes, 0), requests: blocking.size };
  await page.waitForSelector('.map.live', { timeout: 30_000 });
  await page.close();
  const loader = packed(Buffer.from(await (await fetch(`${base}/embed.js`)).arrayBuffer()));
  return { loader, readable, strangers: [...origins].filter((origin) => origin !== base) };
}

const packed = (bytes: Buffer) => gzipSync(bytes, { level: 9 }).length;
