// npm run bench:web: the story page in a real Chromium with 1,000, 10,000 and 100,000 events: how long until the events can
// be seen and moved, how many elements, how smooth a drag of the timeline is. Beside it, in the same run and with the same
// events, two timelines of other houses.
import { gzipSync } from 'node:zlib';
import { seedStories } from '../../seeds/seed.ts';
import { prepare } from '../../src/cli/prepare.ts';
import { serve } from '../../src/cli/serve.ts';
import { launchChromium } from '../browser/chromium.ts';
import { printEmbed } from './embed.ts';
import { printMap } from './map.ts';
import { PEERS, peerBytes } from './peers.ts';
import { printReach } from './reach.ts';
import { scriptBytes } from './script.ts';
import { runTimelines } from './timelines.ts';

const STORY = 'aleppo-2024';
const TOKEN = 'token-for-benchmarks';

prepare();
const served = await serve({ port: 0, token: TOKEN });
try {
  await seedStories(served.url, TOKEN);
  const page = await (await fetch(`${served.url}/s/${STORY}`)).text();
  const script = new Map([['Dateline', scriptBytes()], ...PEERS.map((peer) => [peer.name, peerBytes(peer)] as const)]);
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB compressed (gzip)`;
  console.log(`script before the map: ${kB(script.get('Dateline') ?? 0)}`);
  console.log(`page of the demo story: ${kB(gzipSync(page, { level: 9 }).length)}`);
  const browser = await launchChromium();
  await printEmbed(browser, served.url, STORY);
  await printMap(browser, served.url, STORY);
  await browser.close();
  const results = await runTimelines(served.url, STORY);
  printReach(results, new Map([...script].map(([name, bytes]) => [name, bytes / 1000])));
} finally {
  await served.stop();
}
