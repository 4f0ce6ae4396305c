import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { runsOf, wrapText } from '../../src/http/picture/measure.ts';
import { toPng } from '../../src/http/picture/png.ts';
import { desk, reader, tellStory } from './desk.ts';

const TITLE = 'Flood & <b>"mud"</b> </svg><script>alert(1)</script>';

await tellStory('flood', [
  {
    id: 'a',
    source: 'The Post',
    published: '2024-05-15T10:00:00+02:00',
    text: 'A storm hit Nice on Monday, killing two people. On Tuesday a dam burst near Turin, police said. Troops reached Genoa on Wednesday.',
  },
  {
    id: 'b',
    source: 'Riviera Courier',
    published: '2024-05-16T08:00:00Z',
    text: 'Two people were killed by a storm in Nice on Monday. A train derailed in Milan on Thursday.',
  },
]);
await desk('PUT /api/stories/flood', { json: { title: TITLE, timeZone: 'Europe/Paris' } });
await desk('POST /api/stories/flood/publish');

interface Feature {
  id: string;
  properties: { title: string; start: string | null };
}

const { features } = await (await reader('GET /api/stories/flood/events.geojson')).json<{ features: Feature[] }>();
const derailed = features.find(({ properties }) => properties.title.includes('derailed'));

/** The answer at the address to which a picture's address leads. */
async function picture(query: string, format = 'svg'): Promise<{ address: string; answer: Response }> {
  const asked = `/s/flood/poster.${format}${query}`;
  const first = await reader(`GET ${asked}`);
  const address = first.headers.get('Location') ?? asked;
  return { address, answer: first.status === 302 ? await reader(`GET ${address}`) : first };
}

const svgOf = async (query: string) => (await picture(query)).answer.text();

test.each([
  ['', ''],
  ['?', ''],
  ['?v=0', ''],
  ['?utm_source=x&theme=neon&width=-3&height=1e9&event=no-such&window=tomorrow&category=x&source=x&lang=tlh', ''],
  ['?theme=light&width=1200&height=630&lang=en', ''],
  ['?width=1190', ''],
  ['?height=300&width=610', '&width=600&height=315'],
  ['?width=1000&height=1000', '&width=1080&height=1080'],
  ['?lang=fr&theme=dark', '&theme=dark&lang=fr'],
  ['?theme=print&width=9999', '&width=2400&height=1260&theme=print'],
  ['?window=2024-05-12/2024-05-14', '&window=2024-05-13%2F2024-05-14'],
  ['?start=2024-05-14', '&window=2024-05-13%2F2024-05-14'],
  ['?window=1999/2050', ''],
  ['?window=2030-01-01/2030-02-01', ''],
  ['?source=Riviera+Courier|Nobody', '&source=Riviera+Courier'],
  ['?source=Riviera+Courier|The+Post', ''],
  [`?window=2024-05-12/2024-05-14&event=${derailed?.id}`, `&event=${derailed?.id}`],
])('%s leads to one address, which is drawn and kept', async (asked, meant) => {
  const { address, answer } = await picture(asked);
  expect(address).toMatch(/^\/s\/flood\/poster\.svg\?v=\d+/);
  expect(address.replace(/^.*?v=\d+/, '')).toBe(meant);
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'image/svg+xml; charset=utf-8']);
  expect(answer.headers.get('Cache-Control')).toBe('public, max-age=31556952, immutable');
  expect(answer.headers.get('Cache-Tag')).toBe('stories,story-flood');
});

test('an address of an older version leads to that of the newer', async () => {
  const { address } = await picture('');
  const older = await reader(`GET ${address.replace(/v=\d+/, 'v=1')}`);
  expect([older.status, older.headers.get('Location')]).toEqual([302, address]);
  expect(older.headers.get('Cache-Control')).toMatch(/^public, max-age=60,/);
});

test('past the limit no new PNG is drawn; what costs little goes on', async () => {
  const { address } = await picture('?width=400', 'png');
  const limit = env.TIGHT_LIMIT;
  // The allowance is three in a minute by the clock: a new minute may begin meanwhile.
  let held = await reader(`GET ${address}`, { limit });
  let drawn = 0;
  for (; held.status === 200 && drawn < 7; drawn += 1) held = await reader(`GET ${address}`, { limit });
  expect([held.status, drawn >= 3]).toEqual([429, true]);
  expect([held.headers.get('Retry-After'), held.headers.get('Cache-Control')]).toEqual(['60', 'no-store']);
  expect((await reader(`GET ${address.replace('.png', '.svg')}`, { limit })).status).toBe(200);
  expect((await reader('GET /s/flood/poster.png', { limit })).status).toBe(302);
});

test('a story that is not published has no picture', async () => {
  await tellStory('unseen', []);
  for (const path of ['/s/unseen/poster.png', '/s/none/poster.svg'])
    expect((await reader(`GET ${path}`)).status).toBe(404);
});

test.each([
  ['', 1200, 630],
  ['?width=600', 600, 315],
  ['?width=1080&height=1350', 1080, 1350],
  ['?theme=dark&lang=ar', 1200, 630],
])('the picture %s is a PNG of %i by %i pixels, light enough for any network', async (query, width, height) => {
  const { answer } = await picture(query, 'png');
  expect(answer.headers.get('Content-Type')).toBe('image/png');
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const view = new DataView(bytes.buffer);
  expect(bytes.subarray(0, 8)).toEqual(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  expect([view.getUint32(16), view.getUint32(20)]).toEqual([width, height]);
  expect(bytes.length).toBeGreaterThan(10_000);
  expect(bytes.length).toBeLessThan(300_000);
});

test('text in a picture stays text, and nothing in it runs or loads', async () => {
  const svg = await svgOf('');
  expect(svg).toContain('&lt;b&gt;&quot;mud&quot;&lt;/b&gt; &lt;/svg&gt;&lt;script&gt;');
  expect(svg.match(/<(?!\/?(?:svg|g|path|circle|rect|text|tspan|title)\b|\?xml)[^>]*>/g)).toBeNull();
  expect(svg).not.toMatch(/\b(?:href|style|on\w+)=|url\(/);
});

test('a picture says when, what, where and on whose word', async () => {
  const whole = textOf(await svgOf(''));
  expect(whole).toMatch(/13\s*–\s*16 May 2024/);
  expect(whole).toContain(`${features.length} events`);
  expect(whole).toContain('The Post and Riviera Courier');
  expect(whole).toContain('Nice');
  const event = textOf(await svgOf(`?event=${derailed?.id}`));
  expect(event).toMatch(/Thursday,? 16 May 2024/);
  expect(event).toContain('Milan, Italy');
  expect(event).toContain('Riviera Courier');
  const german = textOf(await svgOf('?lang=de&source=The+Post'));
  expect(german).toContain('Mai 2024');
  expect(german).toMatch(/\d Ereignisse/);
});

test('every letter is drawn, whatever its alphabet', async () => {
  const draw = (text: string) =>
    toPng(
      `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40">${runsOf(text, SANS)
        .map(
          ({ text, font }, i) => `<text x="${10 + 60 * i}" y="30" font-size="20" font-family="${font}">${text}</text>`,
        )
        .join('')}</svg>`,
    );
  const empty = await draw('');
  for (const text of ['Nice', 'Łódź', 'Харків', 'Αθήνα', 'تل أبيب', 'חיפה', 'Huế']) {
    expect(
      runsOf(text, SANS)
        .map((run) => run.text)
        .join(''),
      text,
    ).toBe(text);
    expect((await draw(text)).length, text).toBeGreaterThan(empty.length + 100);
  }
  // A letter that no font has would be a box.
  expect(runsOf('a💩b漢', SANS)).toEqual([{ text: 'ab', font: 'Open Sans latin' }]);
});

const SANS = { family: 'Open Sans', weight: 400, size: 10 };

test('lines are broken at spaces, and cut when they are too many or a word is too long', () => {
  expect(wrapText('one two three', SANS, 45, 5)).toEqual({ lines: ['one two', 'three'], cut: false });
  expect(wrapText('one two three four', SANS, 45, 2)).toEqual({ lines: ['one two', 'three…'], cut: true });
  const { lines, cut } = wrapText('Donaudampfschifffahrt', SANS, 45, 2);
  expect([lines.length, cut]).toEqual([1, true]);
  expect(lines[0]).toMatch(/^Dona.*…$/);
  expect(wrapText(' ', SANS, 45, 2)).toEqual({ lines: [], cut: false });
});

test('links to a story show its picture, and oEmbed gives it as thumbnail within the limits', async () => {
  const page = await (await reader('GET /s/flood')).text();
  const image =
    /<meta property="og:image" content="(?<url>[^"]+)"/.exec(page)?.groups?.url?.replaceAll('&amp;', '&') ?? '';
  expect((await reader(`GET ${image.replace('https://maps.example.org', '')}`)).status).toBe(200);
  expect(page).toContain('<meta property="og:image:width" content="1200"');
  expect(page).toContain('<meta name="twitter:card" content="summary_large_image"');

  const thumbnail = async (url: string, more = '') => {
    const answer = await reader(`GET /oembed?url=${encodeURIComponent(`https://maps.example.org${url}`)}${more}`);
    const { thumbnail_url, thumbnail_width, thumbnail_height } = await answer.json<Record<string, string | number>>();
    return [thumbnail_url, thumbnail_width, thumbnail_height];
  };
  expect(await thumbnail('/s/flood')).toEqual([image, 1200, 630]);
  const [small, ...size] = await thumbnail('/s/flood?lang=fr', '&maxwidth=700&maxheight=400');
  expect([small, size]).toEqual([expect.stringMatching(/&width=600&height=315&lang=fr$/), [600, 315]]);
  expect(await thumbnail('/s/flood', '&maxwidth=100')).toEqual([undefined, undefined, undefined]);
  const [shared] = await thumbnail(`/s/flood?theme=dark#e=${derailed?.id}`);
  expect(shared).toMatch(new RegExp(`&theme=dark&event=${derailed?.id}$`));
  expect((await reader(`GET ${String(shared).replace('https://maps.example.org', '')}`)).status).toBe(200);
});

/** The words of a picture, one text after the other. */
function textOf(svg: string): string {
  return svg
    .replace(/<\/text>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&');
}
