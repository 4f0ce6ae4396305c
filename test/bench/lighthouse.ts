import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { launchChromium } from '../browser/chromium.ts';

/** Marks from 0 to 100 by category. */
export type Marks = Record<string, number>;

interface Lighthouse {
  default: (
    url: string,
    flags: object,
  ) => Promise<{ lhr: { categories: Record<string, { title: string; score: number | null }> } } | undefined>;
}

/**
 * What Lighthouse gives some pages, each as it would be on a middling phone. Null where it is not installed: it weighs more
 * than all else that tests need, so it is no dependency (`npm i --no-save lighthouse`).
 */
export async function markPages(urls: readonly string[]): Promise<Marks[] | null> {
  const lighthouse = await find();
  if (!lighthouse) return null;
  const port = await freePort();
  const browser = await launchChromium(`--remote-debugging-port=${port}`);
  const marks: Marks[] = [];
  for (const url of urls) {
    const onlyCategories = ['performance', 'accessibility', 'best-practices', 'seo'];
    const result = await lighthouse.default(url, { port, logLevel: 'error', onlyCategories });
    const categories = Object.values(result?.lhr.categories ?? {});
    marks.push(Object.fromEntries(categories.map(({ title, score }) => [title, Math.round(100 * (score ?? 0))])));
  }
  await browser.close();
  return marks;
}

async function find(): Promise<Lighthouse | null> {
  // Not a literal: types are checked without the package.
  const name = 'lighthouse';
  try {
    return await import(name);
  } catch {
    return null;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
