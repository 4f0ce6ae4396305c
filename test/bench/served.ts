import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { seedStories } from '../../seeds/seed.ts';
import { prepare } from '../../src/cli/prepare.ts';
import { serve } from '../../src/cli/serve.ts';

const CONNECTIONS = 16;
const SECONDS = 4;

/** Prints story pages and snapshots per second, as a share of a bare "hello" in the same runtime on the same machine. */
export async function benchServed(): Promise<void> {
  prepare();
  const token = 'token-for-bench';
  const served = await serve({ port: 0, token });
  const hello = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: 'export default { fetch: () => new Response("hello") }',
      host: '127.0.0.1',
      port: 0,
      cf: false,
      logRequests: false,
    }),
  );
  try {
    const [first] = await seedStories(served.url, token);
    if (!first) throw new Error('no demo story to serve');
    const base = await requestsPerSecond((await hello.ready).origin);
    console.log(`bare hello                    ${base.toFixed(0).padStart(6)} requests/s`);
    for (const path of [`/s/${first.slug}`, `/embed/${first.slug}`, `/api/stories/${first.slug}/events.geojson`]) {
      const rate = await requestsPerSecond(served.url + path);
      console.log(
        `${path.padEnd(30)}${rate.toFixed(0).padStart(6)} requests/s, ratio to hello ${(rate / base).toFixed(2)}`,
      );
    }
  } finally {
    await Promise.all([served.stop(), hello.dispose()]);
  }
}

async function requestsPerSecond(url: string): Promise<number> {
  const get = async () => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    await response.arrayBuffer();
  };
  for (let i = 0; i < 50; i += 1) await get();
  let answered = 0;
  const began = performance.now();
  const ends = began + SECONDS * 1000;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < ends) {
        await get();
        answered += 1;
      }
    }),
  );
  return (answered * 1000) / (performance.now() - began);
}
