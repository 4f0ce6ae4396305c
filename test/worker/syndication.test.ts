import { expect, test } from 'vitest';
import { element, xmlDocument } from '../../src/http/xml.ts';
import { desk, reader, tellStory } from './desk.ts';

const TITLE = 'Storm & <b>"high" water</b>';
const ORIGIN = 'https://maps.example.org';

await tellStory('storm', [
  {
    id: 'a',
    source: 'The Post',
    published: '2024-05-15T10:00:00+02:00',
    text: 'A storm hit Nice on Monday, killing two people. On Tuesday a dam burst near Turin, police said.',
  },
  {
    id: 'b',
    source: 'The "Star" & Sons',
    published: '2024-05-16T08:00:00Z',
    text: 'Two people were killed by a storm in Nice on Monday.',
  },
]);
await desk('PUT /api/stories/storm', { json: { title: TITLE, timeZone: 'Europe/Paris' } });
await desk('POST /api/stories/storm/publish');

const oembed = (query: string) => reader(`GET /oembed?${query}`);
const at = (url: string) => `url=${encodeURIComponent(url)}`;

test('the address of a story becomes its embed, in JSON and in XML alike', async () => {
  const answer = await oembed(at(`${ORIGIN}/s/storm`));
  expect(answer.headers.get('Content-Type')).toBe('application/json');
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
  const body = await answer.json<Record<string, string | number>>();
  expect(body).toMatchObject({
    version: '1.0',
    type: 'rich',
    title: TITLE,
    width: 800,
    height: 640,
    provider_name: 'Dateline',
  });
  expect(body.html).toContain('src="https://maps.example.org/embed/storm"');
  expect(body.html).toContain('title="Storm &amp; &lt;b&gt;&quot;high&quot; water&lt;/b&gt;"');
  expect(String(body.html).replace(/<\/?(?:blockquote|a|iframe)[^<>]*>/g, '')).not.toMatch(/[<>]/);

  const xml = await oembed(`${at(`${ORIGIN}/s/storm`)}&format=xml`);
  expect(xml.headers.get('Content-Type')).toBe('text/xml; charset=utf-8');
  const text = await xml.text();
  for (const name of Object.keys(body)) expect(text).toContain(`<${name}>`);
  expect(text).toContain('<html>&lt;blockquote&gt;');
});

test.each([
  ['maxwidth=400&maxheight=300', 400, 300],
  ['maxwidth=5000', 800, 640],
  ['maxwidth=0&maxheight=-1', 800, 640],
  ['maxwidth=wide&maxheight=1e3&other=x', 800, 640],
])('the embed with %s is %i by %i', async (query, width, height) => {
  const { html, ...body } = await (await oembed(`${at(`${ORIGIN}/s/storm`)}&${query}`)).json<{
    html: string;
    width: number;
    height: number;
  }>();
  expect([body.width, body.height]).toEqual([width, height]);
  expect(html).toContain(`width="${width}" height="${height}"`);
});

test('a shared state goes into the embed, and stays text', async () => {
  const state = '?lang=fr#e=x"><script>alert(1)</script>';
  const { html } = await (await oembed(at(`${ORIGIN}/s/storm${state}`))).json<{ html: string }>();
  expect(html).toContain('/embed/storm?lang=fr#e=x');
  expect(html).not.toContain('<script');
});

test.each([
  [404, at('https://news.example.net/s/storm')],
  [404, at(`${ORIGIN}.evil.example.net/s/storm`)],
  [404, at(`${ORIGIN}/s/none`)],
  [404, at(`${ORIGIN}/api/stories/storm`)],
  [404, at('javascript:alert(1)//maps.example.org/s/storm')],
  [404, 'url=%%%'],
  [400, 'format=json'],
  [501, `${at(`${ORIGIN}/s/storm`)}&format=yaml`],
])('%i for %s', async (status, query) => {
  const answer = await oembed(query);
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([status, 'application/problem+json']);
});

test('a draft has no embed and no feed', async () => {
  await tellStory('secret', []);
  expect((await oembed(at(`${ORIGIN}/s/secret`))).status).toBe(404);
  for (const name of ['feed.json', 'feed.atom']) expect((await reader(`GET /s/secret/${name}`)).status).toBe(404);
});

test('the page of a story says where its embed and its feeds are', async () => {
  const answer = await reader('GET /s/storm');
  const links = answer.headers.get('Link')?.match(/<[^>]+>/g) ?? [];
  expect(links).toHaveLength(2);
  for (const link of links) {
    const linked = await reader(`GET ${link.slice(1, -1).replace(ORIGIN, '')}`);
    expect(linked.status).toBe(200);
  }
  const page = await answer.text();
  const head = page.slice(0, page.indexOf('</head>'));
  for (const type of ['application/json+oembed', 'text/xml+oembed', 'application/atom+xml', 'application/feed+json']) {
    const tag = head.match(/<link[^>]+>/g)?.find((one) => one.includes(`"${type}"`)) ?? '';
    const href = /href="(?<href>[^"]+)"/.exec(tag)?.groups?.href?.replaceAll('&amp;', '&') ?? '';
    const linked = await reader(`GET ${href.replace(ORIGIN, '')}`);
    expect([href.includes('storm'), linked.status], type).toEqual([true, 200]);
  }
});

test('a feed has each event once, the latest told first, with its outlets and its place', async () => {
  const { features } = await (await reader('GET /api/stories/storm/events.geojson')).json<{
    features: { id: string; geometry: { coordinates: number[] } | null }[];
  }>();
  expect(features.length).toBeGreaterThan(1);
  const feed = await (await reader('GET /s/storm/feed.json')).json<{ version: string; items: Item[] }>();
  expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
  expect(feed.items.map(({ id }) => id).toSorted()).toEqual(
    features.map(({ id }) => `${ORIGIN}/s/storm#e=${id}`).toSorted(),
  );
  const told = feed.items.map(({ date_published: date }) => date);
  expect(told).toEqual(told.toSorted().reverse());
  expect(feed.items.flatMap(({ authors }) => authors.map(({ name }) => name))).toContain('The "Star" & Sons');

  const answer = await reader('GET /s/storm/feed.atom');
  expect(answer.headers.get('Content-Type')).toBe('application/atom+xml; charset=utf-8');
  const atom = await answer.text();
  expect(atom.match(/<entry>/g)).toHaveLength(features.length);
  expect(atom).toContain('<title>Storm &amp; &lt;b&gt;&quot;high&quot; water&lt;/b&gt;</title>');
  for (const { geometry } of features) {
    if (geometry)
      expect(atom).toContain(`<georss:point>${geometry.coordinates[1]} ${geometry.coordinates[0]}</georss:point>`);
  }
});

test('feeds keep the rules that readers go by: RFC 4287, JSON Feed 1.1, GeoRSS', async () => {
  const atom = await (await reader('GET /s/storm/feed.atom')).text();
  const [head = '', ...entries] = atom.split('<entry>');
  const textsOf = (xml: string, name: string) =>
    [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>(?<text>[^<]*)</${name}>`, 'g'))].map(
      ({ groups }) => groups?.text,
    );
  for (const part of [head, ...entries]) {
    // Exactly one id, title and date; an author; the id is an absolute address.
    for (const name of ['id', 'title', 'updated']) expect(textsOf(part, name), name).toHaveLength(1);
    expect(part).toContain('<author><name>');
    expect(URL.canParse(textsOf(part, 'id')[0] ?? '')).toBe(true);
    for (const date of [...textsOf(part, 'updated'), ...textsOf(part, 'published')])
      expect(date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/);
  }
  expect(head).toContain(`<link rel="self" type="application/atom+xml" href="${ORIGIN}/s/storm/feed.atom"/>`);
  expect(new Set(entries.flatMap((entry) => textsOf(entry, 'id'))).size).toBe(entries.length);
  for (const point of textsOf(atom, 'georss:point')) {
    const [lat = Number.NaN, lng = Number.NaN, ...more] = (point ?? '').split(' ').map(Number);
    expect([Math.abs(lat) <= 90, Math.abs(lng) <= 180, more]).toEqual([true, true, []]);
  }

  const feed = await (await reader('GET /s/storm/feed.json')).json<Record<string, unknown> & { items: object[] }>();
  expect(feed).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: TITLE,
    home_page_url: `${ORIGIN}/s/storm`,
    feed_url: `${ORIGIN}/s/storm/feed.json`,
  });
  for (const item of feed.items) {
    expect(item).toMatchObject({
      id: expect.any(String),
      url: expect.stringMatching(/^https:/),
      content_text: expect.stringMatching(/./),
    });
    expect(item).not.toHaveProperty('author');
  }
});

type Item = { id: string; date_published: string; authors: { name: string }[] };

test('XML holds any text and only what XML can hold', () => {
  const odd = '<a>&amp;"\'\u0000\u0008\ud800\ufffe]]>💩\t';
  expect(xmlDocument(element('t', { a: odd }, odd, null, false, [undefined, element('u', {})]))).toBe(
    '<?xml version="1.0" encoding="utf-8"?>\n' +
      '<t a="&lt;a&gt;&amp;amp;&quot;&#39;\ufffd\ufffd\ufffd\ufffd]]&gt;💩\t">' +
      '&lt;a&gt;&amp;amp;&quot;&#39;\ufffd\ufffd\ufffd\ufffd]]&gt;💩\t<u/></t>\n',
  );
});
