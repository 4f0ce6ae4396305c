import { afterEach, expect, test, vi } from 'vitest';
import { readPage } from '../../src/http/page.ts';
import { checkAddress, fetchPage, PAGE_BYTES } from '../../src/http/page-fetch.ts';
import { readDate } from '../../src/http/page-metadata.ts';
import { desk } from './desk.ts';

const FIRST =
  'The old bridge over the Drava fell into the river on Friday, hours after engineers had closed it to lorries.';
const SECOND =
  'Nobody was hurt, the mayor said; caf&eacute;s on the bank were cleared as the water rose over the quay.';

const OTHER = 'Sign up for what our editors read at breakfast, and never miss a story about the river again.';

const PAGE = `<!doctype html><html lang="en-GB"><head><title>Bridge falls | The Bank</title>
<meta property="og:title" content="Bridge falls &amp; nobody is hurt"><meta property="og:site_name" content="The Bank">
<meta property="article:published_time" content="2024-05-10T18:30:00+0200"><link rel="canonical" href="/bridge">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite"},
{"@type":["NewsArticle"],"headline":"The bridge has fallen","publisher":{"name":"The Bank Daily"}}]}</script></head>
<body><header><nav><p>Home and garden, sport and weather, and a long list of everything else there is.</p></nav></header>
<main><article class="story-body with-sidebar"><h1>Bridge falls</h1><p>${FIRST}<div class="share"><p>Tell your friends about it.</p></div>
<p>${SECOND}</p><ul><li><a href="/x">Ten more bridges that you would not dare to cross in a storm</a></li></ul>
<figure><img src="b.jpg"><figcaption>The bridge on Friday.</figcaption></figure></article></main>
<aside><p>Electricity will cost more from next month, as the regulator has decided after a long debate.</p></aside>
<footer><p>All rights reserved by the people who own the paper and the presses that print it.</p></footer></body></html>`;

const HTML = { headers: { 'Content-Type': 'text/html' } };

afterEach(() => {
  vi.restoreAllMocks();
});

test('the article of a page is read, and nothing around it', async () => {
  expect(await readPage(PAGE, 'https://bank.example.org/2024/bridge?from=home')).toEqual({
    title: 'The bridge has fallen',
    published: '2024-05-10T18:30:00+02:00',
    source: 'The Bank Daily',
    lang: 'en-GB',
    url: 'https://bank.example.org/bridge',
    text: `${FIRST}\n${SECOND.replace('&eacute;', 'é')}`,
  });
});

test.each([
  ['paragraphs made of line breaks', `<div id="text">${FIRST}<br><br>${SECOND}</div>`],
  ['paragraphs that are never closed', `<div><p>${FIRST}<p>${SECOND}</div><div><p>And this.</div>`],
  [
    'a body that says so beside a longer article',
    `<article><p>${FIRST}</p><p>${SECOND}</p></article>
    <div itemprop="articleBody"><p>${FIRST}</p><p>${SECOND}</p></div>`,
  ],
  [
    'each paragraph in boxes of its own',
    `<main><div><div><p>${FIRST}</p></div></div><div><div><p>${SECOND}</p></div></div></main>`,
  ],
  [
    'furniture by its name, whatever else is in the name',
    `<div class="layout has-sidebar"><div class="post-content"><p>${FIRST}</p><div class="newsletter-container"><p>${OTHER}</p></div>
     <p>${SECOND}</p></div><section class="relatedStories"><p>${OTHER}</p><p>${OTHER}</p><p>${OTHER}</p></section></div>`,
  ],
  [
    'an article under a name that is usual for furniture',
    `<div class="social-text"><p>${FIRST}</p><p>${SECOND}</p></div>`,
  ],
  [
    'a page that is one form',
    `<form><div id="menu"><a href="/">Home and garden, sport and weather, and a long list of everything else</a></div>
     <table><tr><td><p>${FIRST}</p><p>${SECOND}</p></td></tr></table></form>`,
  ],
  [
    'teasers that are articles too',
    `<article><h2>Ten bridges</h2><p>${OTHER}</p></article><article><p>${FIRST}</p><p>${SECOND}</p></article>`,
  ],
  [
    'links between the paragraphs, and links inside them',
    `<main><p>${FIRST.replace('Drava', '<a href="/drava">Drava</a>')}</p><p><strong>Read more:</strong> <a href="/x">${OTHER}</a></p>
     <p>${SECOND}</p></main>`,
  ],
])('%s', async (_name, html) => {
  expect((await readPage(`<html><body>${html}</body></html>`)).text).toBe(
    `${FIRST}\n${SECOND.replace('&eacute;', 'é')}`,
  );
});

test.each([
  ['2024-05-10', '2024-05-10'],
  ['2024-05-10T18:30Z', '2024-05-10T18:30:00Z'],
  ['2024-05-10 18:30:05.123 +0530', '2024-05-10T18:30:05+05:30'],
  ['2024-05-10T18:30:00', '2024-05-10'],
  ['99999-01-01', undefined],
  ['2024-13-45', undefined],
  ['Fri, 10 May 2024 18:30:00 +0200', '2024-05-10T16:30:00Z'],
  ['Fri, 99 May 2024 18:30:00 GMT', undefined],
  ['yesterday', undefined],
])('the date %s of a page is %s', (given, date) => {
  expect(readDate(given)).toBe(date);
});

test('a page that a script fills is read from its linked data', async () => {
  const data = { '@type': 'NewsArticle', articleBody: `<p>${FIRST}</p>\r\n\r\n${SECOND}` };
  const shell = `<body><div id="app"><p>Loading the story.</p></div><script type="application/ld+json">${JSON.stringify(data)}</script></body>`;
  expect((await readPage(shell)).text).toBe(`${FIRST}\n${SECOND.replace('&eacute;', 'é')}`);
  expect((await readPage(shell.replace('Loading the story.', `${FIRST} ${SECOND}`))).text).toContain('café');
});

test('hostile markup gives an answer, not an error of ours', async () => {
  expect((await readPage(`${'<div>'.repeat(5000)}<p>${FIRST}</p>`)).text).toBe(FIRST);
  expect((await readPage('<p>x</p>'.repeat(20_000))).text.split('\n')).toHaveLength(5000);
  await expect(readPage('<div>'.repeat(200_000))).rejects.toMatchObject({ status: 422 });
  for (const html of [
    '',
    '<',
    '<p',
    '\u0000<p>\u0000',
    '<script type="application/ld+json">{"@graph":',
    '<a'.repeat(10_000),
  ]) {
    expect((await readPage(html)).text).toBe('');
  }
});

test.each([
  'http://news.example.org/a',
  'ftp://news.example.org/a',
  'https://news.example.org:8443/a',
  'https://user:pass@news.example.org/a',
  'https://127.0.0.1/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0177.0.0.1/',
  'https://１２７.0.0.1/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://169.254.169.254/latest/meta-data/',
  'https://10.0.0.8./',
  'https://localhost/',
  'https://LOCALHOST./',
  'https://metadata.google.internal/',
  'https://printer.local/',
  'https://router/',
  'https://127.0.0.1.nip.io/',
  'https://',
  '//news.example.org/a',
  'file:///etc/passwd',
  'javascript:alert(1)',
])('%s is not fetched', (given) => {
  expect(() => checkAddress(given)).toThrow(expect.objectContaining({ status: 422 }));
});

test('each redirect is checked like the first address', async () => {
  const hops: Record<string, string> = {
    'https://a.bank.org/': 'https://b.bank.org/x',
    'https://b.bank.org/x': '/y',
    'https://b.bank.org/y': 'http://127.0.0.1/admin',
  };
  const asked: string[] = [];
  const fetcher = async (input: RequestInfo | URL) => {
    asked.push(String(input));
    return new Response(null, { status: 302, headers: { Location: hops[String(input)] ?? 'https://loop.bank.org/' } });
  };
  await expect(fetchPage('https://a.bank.org/', 'test', fetcher)).rejects.toMatchObject({ status: 422 });
  expect(asked).toEqual(['https://a.bank.org/', 'https://b.bank.org/x', 'https://b.bank.org/y']);
  await expect(fetchPage('https://loop.bank.org/', 'test', fetcher)).rejects.toMatchObject({ status: 502 });
});

test.each([
  ['another status', () => new Response('no', { status: 403, headers: { 'Content-Type': 'text/html' } })],
  ['another type', () => new Response('%PDF', { headers: { 'Content-Type': 'application/pdf' } })],
  ['a lost connection', () => Promise.reject(new TypeError('reset'))],
  [
    'a connection lost on the way',
    () => new Response(new ReadableStream({ pull: (c) => c.error(new TypeError('reset')) }), HTML),
  ],
])('%s is said of the site', async (_name, answer) => {
  await expect(fetchPage('https://a.bank.org/', 'test', async () => answer())).rejects.toMatchObject({ status: 502 });
});

test('a page that unpacks to more than we read is cut off', async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 65_536;
      controller.enqueue(new Uint8Array(65_536).fill(97));
    },
  });
  const fetched = fetchPage('https://a.bank.org/', 'test', async () => new Response(endless, HTML));
  await expect(fetched).rejects.toMatchObject({ status: 413 });
  expect(sent).toBeLessThan(2 * PAGE_BYTES);
});

test('a page in another encoding is read by what it says of it', async () => {
  const bytes = Uint8Array.from(`<meta charset="windows-1252"><p>${FIRST} Caf\u00e9`, (char) => char.charCodeAt(0));
  const { html } = await fetchPage(
    'https://a.bank.org/',
    'test',
    async () => new Response(bytes, { headers: { 'Content-Type': 'text/html' } }),
  );
  expect((await readPage(html)).text).toBe(`${FIRST} Café`);
});

test('an article comes in by its address alone', async () => {
  await desk('PUT /api/stories/bridge', { json: { title: 'The bridge' } });
  const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response(PAGE, HTML));
  const json = { url: 'https://www.bank.org/bridge' };
  const created = await desk('POST /api/stories/bridge/articles', { json });
  expect(created.status).toBe(201);
  expect(await created.json()).toMatchObject({
    source: 'The Bank Daily',
    published: '2024-05-10T18:30:00+02:00',
    url: json.url,
  });
  expect((await desk('POST /api/stories/bridge/articles', { json })).status).toBe(200);
  expect(fetched).toHaveBeenCalledTimes(2);
  const { articles } = await (await desk('GET /api/drafts/bridge')).json<{ articles: { text: string }[] }>();
  expect(articles.map(({ text }) => text)).toEqual([`${FIRST}\n${SECOND.replace('&eacute;', 'é')}`]);
});

test('an address that is no public page is refused, by name', async () => {
  await desk('PUT /api/stories/inner', { json: { title: 'The inner network' } });
  const fetched = vi.spyOn(globalThis, 'fetch');
  const answer = await desk('POST /api/stories/inner/articles', { json: { url: 'https://169.254.169.254/' } });
  expect([answer.status, (await answer.json<{ field: string }>()).field]).toEqual([422, 'url']);
  expect(fetched).not.toHaveBeenCalled();
});

test('HTML comes in with what the client knows better', async () => {
  await desk('PUT /api/stories/paste', { json: { title: 'Pasted' } });
  const json = { id: 'p1', source: 'The Bank', html: PAGE, published: '2024-05-11' };
  const answer = await desk('POST /api/stories/paste/articles', { json });
  expect(await answer.json()).toMatchObject({
    id: 'p1',
    source: 'The Bank',
    published: '2024-05-11',
    title: 'The bridge has fallen',
  });
  const empty = await desk('POST /api/stories/paste/articles', { json: { source: 'x', html: '<nav>Home</nav>' } });
  expect([empty.status, (await empty.json<{ field: string }>()).field]).toEqual([422, 'html']);
});
