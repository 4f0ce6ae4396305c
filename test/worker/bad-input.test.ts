import { expect, test } from 'vitest';
import { desk, reader, tellStory } from './desk.ts';

const ARTICLE = { id: 'a1', source: 'The Post', published: '2024-05-15', text: 'Rain fell in Lyon on Friday.' };
const DEEP = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;

await tellStory('rain', [ARTICLE]);

type Problem = { status: number; title: string; field?: string; errors?: { field: string }[] };

/** The status of an answer and the fields that it names; every error has to be a problem. */
async function told(answer: Response): Promise<[number, ...string[]]> {
  expect(answer.status).not.toBe(500);
  if (answer.ok) return [answer.status];
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
  expect(answer.headers.get('Cache-Control')).toMatch(/no-store/);
  const problem = await answer.json<Problem>();
  expect(problem).toMatchObject({ type: 'about:blank', status: answer.status, title: expect.any(String) });
  return [answer.status, ...(problem.errors ?? []).map(({ field }) => field)];
}

test.each<[string, unknown, [number, ...string[]]]>([
  ['no text', { ...ARTICLE, id: 'x', text: undefined }, [400, 'text']],
  ['empty text', { ...ARTICLE, id: 'x', text: '' }, [422, 'text']],
  ['blank text', { ...ARTICLE, id: 'x', text: ' \n\t ' }, [422, 'text']],
  ['text that is a number', { ...ARTICLE, id: 'x', text: 7 }, [400, 'text']],
  ['text that is a list', { ...ARTICLE, id: 'x', text: ['a'] }, [400, 'text']],
  ['no source', { id: 'x', published: '2024-05-15', text: 'Rain.' }, [400, 'source']],
  ['an empty source', { ...ARTICLE, id: 'x', source: '  ' }, [400, 'source']],
  ['a date in the year 99999', { ...ARTICLE, id: 'x', published: '99999-01-01' }, [400, 'published']],
  ['a date that is none', { ...ARTICLE, id: 'x', published: '2024-02-30' }, [400, 'published']],
  ['a date in words', { ...ARTICLE, id: 'x', published: 'last Friday' }, [400, 'published']],
  ['an hour that is none', { ...ARTICLE, id: 'x', published: '2024-05-15T25:00:00Z' }, [400, 'published']],
  ['a date that is an object', { ...ARTICLE, id: 'x', published: {} }, [400, 'published']],
  [
    'no date where the text needs one',
    { id: 'x', source: 'The Post', text: 'Rain fell on Friday.' },
    [422, 'published'],
  ],
  ['no date where the text has its own', { id: 'own', source: 'The Post', text: 'Rain fell on 3 May 2024.' }, [201]],
  ['a script as an address', { ...ARTICLE, id: 'x', url: 'javascript:alert(1)' }, [400, 'url']],
  ['an address that is none', { ...ARTICLE, id: 'x', url: 'not an address' }, [400, 'url']],
  ['a language that is none', { ...ARTICLE, id: 'x', lang: 'klingon!' }, [400, 'lang']],
  ['an id that cuts addresses', { ...ARTICLE, id: '../a' }, [400, 'id']],
  ['an id that is a list', { ...ARTICLE, id: ['a1'] }, [400, 'id']],
  ['two faults', { ...ARTICLE, id: 'x', lang: 3, url: 'x' }, [400, 'url', 'lang']],
  ['a list for an object', [], [400, 'text']],
  ['nothing for an object', null, [400]],
  ['a word for an object', 'article', [400]],
  [
    'other members',
    { ...ARTICLE, id: 'more', ...JSON.parse('{"__proto__":{"text":7},"constructor":1,"role":"admin"}') },
    [201],
  ],
  ['another text under an id that is taken', { ...ARTICLE, text: 'Snow fell in Lyon on Friday.' }, [409, 'id']],
])('an article with %s', async (_name, json, expected) => {
  expect(await told(await desk('POST /api/stories/rain/articles', { json }))).toEqual(expected);
});

test.each<[string, BodyInit, Record<string, string>, [number, ...string[]]]>([
  ['nothing', '', {}, [400]],
  ['half of it', '{"title":', {}, [400]],
  ['no UTF-8', new Uint8Array([0x22, 0xc3, 0x28, 0x22]), {}, [400]],
  ['binary', crypto.getRandomValues(new Uint8Array(4096)), {}, [400]],
  ['deep JSON', DEEP, {}, [400, 'title']],
  ['a form', 'title=x', { 'Content-Type': 'application/x-www-form-urlencoded' }, [415]],
  ['plain text', '{"title":"x"}', { 'Content-Type': 'text/plain' }, [415]],
  ['a type that only looks alike', '{"title":"x"}', { 'Content-Type': 'application/jsonp' }, [415]],
  ['more than a mebibyte', `{"title":"${'x'.repeat(1_048_576)}"}`, {}, [413]],
  ['more than it says', `{"title":"${'x'.repeat(1_048_576)}"}`, { 'Content-Length': '10' }, [413]],
  ['a charset beside the type', '{"title":"Rain"}', { 'Content-Type': 'application/json; charset=utf-8' }, [201]],
])('a body of %s', async (_name, body, headers, expected) => {
  const answer = await desk('PUT /api/stories/body', {
    body,
    headers: { 'Content-Type': 'application/json', ...headers },
  });
  expect(await told(answer)).toEqual(expected);
});

test.each<[unknown, string[]]>([
  [{}, ['title']],
  [{ title: '' }, ['title']],
  [{ title: '\u0000\n' }, ['title']],
  [{ title: 'x'.repeat(301) }, ['title']],
  [{ title: 'x', timeZone: 'Mars/Olympus' }, ['timeZone']],
  [{ title: 'x', timeZone: '' }, ['timeZone']],
  [{ title: 'x', lang: '' }, ['lang']],
  [{ title: 'x', lang: 'e' }, ['lang']],
  [{ title: 'x', description: 3 }, ['description']],
])('a story of %j names %j', async (json, fields) => {
  expect(await told(await desk('PUT /api/stories/fields', { json }))).toEqual([400, ...fields]);
});

test.each([
  'Upper',
  'a--b',
  '-a',
  'a-',
  'a_b',
  'ä',
  '%F0%9F%92%A9',
  'a'.repeat(81),
  '%00',
  '%ff',
  '%',
  '%zz',
  '..%2f..',
  "';drop--",
])('the slug %s is refused, and unknown to readers', async (slug) => {
  expect(await told(await desk(`PUT /api/stories/${slug}`, { json: { title: 'x' } }))).toEqual([400, 'slug']);
  expect((await told(await reader(`GET /api/stories/${slug}`)))[0]).toBe(404);
});

test.each([
  ['2024-05-15T10:00:00', '2024-05-15'],
  ['2024-05-15T10:00', '2024-05-15'],
  ['2024-05-15', '2024-05-15'],
  ['2024-05-15T10:00Z', '2024-05-15T10:00Z'],
  ['2024-05-15T10:00:00.5-03:30', '2024-05-15T10:00:00.5-03:30'],
])('published %s is %s: a clock without a zone tells no more than its day', async (published, kept) => {
  const json = { ...ARTICLE, id: `at-${published.replaceAll(':', '-')}`, published };
  expect(await (await desk('POST /api/stories/rain/articles', { json })).json()).toMatchObject({ published: kept });
});

test('what does not exist is 404', async () => {
  for (const line of ['POST /api/stories/none/articles', 'PUT /api/stories/none/articles/a']) {
    expect(await told(await desk(line, { json: ARTICLE }))).toEqual([404]);
  }
  for (const line of [
    'POST /api/stories/none/publish',
    'POST /api/stories/none/read',
    'GET /api/drafts/none',
    'GET /api/nothing',
  ]) {
    expect(await told(await desk(line))).toEqual([404]);
  }
});

test.each([
  ['DELETE /api/stories', 'HEAD, GET, OPTIONS'],
  ['POST /api/stories/rain', 'HEAD, GET, PUT, DELETE, OPTIONS'],
  ['PUT /api/stories/rain/events.geojson', 'HEAD, GET, OPTIONS'],
  ['GET /api/extract', 'POST'],
  ['POST /s/rain', 'HEAD, GET'],
])('%s is answered with what is allowed', async (line, allow) => {
  for (const answer of [await desk(line), await reader(line)]) {
    expect(await told(answer)).toEqual([405]);
    expect(answer.headers.get('Allow')).toBe(allow);
  }
});

test('the extraction of odd text is an answer, with offsets that hold', async () => {
  const lone = 'Rain \ud800 fell in Lyon \udfff on Friday.';
  for (const text of [
    '',
    ' ',
    lone,
    '\u0000\u0007\u001b[31m',
    '💩'.repeat(1000),
    '<script>alert(1)</script>',
    '\u202eLyon\u202c',
    '9'.repeat(10_000),
  ]) {
    const answer = await desk('POST /api/extract', { json: { id: 1, text, published: '2024-05-15' } });
    expect(answer.status).toBe(200);
    const { id, times, places } = await answer.json<{ id: number; times: Mention[]; places: Mention[] }>();
    expect(id).toBe(1);
    for (const mention of [...times, ...places]) {
      expect(text.toWellFormed().slice(mention.start, mention.end)).toBe(mention.text);
    }
  }
  expect(await told(await desk('POST /api/extract', { json: { text: 'It rained on Friday.' } }))).toEqual([
    422,
    'published',
  ]);
  expect(await told(await desk('POST /api/extract', { json: { published: '2024-05-15' } }))).toEqual([400, 'text']);
});

type Mention = { start: number; end: number; text: string };

test('text of any kind is kept and given back as it came', async () => {
  const odd = [
    '<img src=x onerror=alert(1)>',
    "Robert'); DROP TABLE stories;--",
    '{{7*7}} <%= 7*7 %> %s %00',
    '社會科學院',
    '\u202Etest\u202C',
    '👩‍👩‍👧',
    '"\\/',
  ];
  for (const [index, title] of odd.entries()) {
    expect((await desk(`PUT /api/stories/odd-${index}`, { json: { title, description: title } })).status).toBe(201);
    expect(await (await desk(`GET /api/drafts/odd-${index}`)).json()).toMatchObject({ title, description: title });
  }
  const text = `Rain\u0000 fell. ${odd.join(' ')} A lone \ud800 half.`;
  await desk('POST /api/stories/odd-0/articles', { json: { ...ARTICLE, text } });
  const { articles } = await (await desk('GET /api/drafts/odd-0')).json<{ articles: { text: string }[] }>();
  expect(articles[0]?.text).toBe(text.toWellFormed());
});

test('a megabyte of text is refused at once, and the story is whole after it', async () => {
  const before = await (await desk('GET /api/drafts/rain')).text();
  const text = 'On Friday, rain fell in Lyon and two people were injured near the river. '.repeat(14_000);
  expect(await told(await desk('POST /api/stories/rain/articles', { json: { ...ARTICLE, id: 'long', text } }))).toEqual(
    [413, 'text'],
  );
  expect(await told(await desk('POST /api/extract', { json: { ...ARTICLE, text } }))).toEqual([413, 'text']);
  expect(await (await desk('GET /api/drafts/rain')).text()).toBe(before);
});

test('a word of all the characters that a text may have is read', async () => {
  const article = { ...ARTICLE, id: 'word', text: 'a'.repeat(200_000) };
  expect(await told(await desk('POST /api/stories/rain/articles', { json: article }))).toEqual([201]);
});

/** Values that have broken programs, for any field. */
const ODD: unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e',
  'null',
  '0',
  '-',
  '..',
  '/',
  '%',
  '%2f',
  '{}',
  '$',
  "'",
  '"',
  '`',
  ';',
  '--',
  '*',
  '?',
  'NaN',
  'Infinity',
  '1e999',
  '0000-00-00',
  '9999-12-31',
  '9999-12-31T23:59:59-23:59',
  '-0001-01-01',
  '2024-W19',
  '24:00',
  'https://',
  'https://[',
  'data:text/html,x',
  '<b>',
  '&amp;',
  'constructor',
  '__proto__',
  'toString',
  '👩‍👩‍👧',
  'x'.repeat(5000),
  [],
  {},
  [[]],
  [null],
  { a: {} },
];

test('whatever stands in whatever field, the answer is one of ours', async () => {
  await tellStory('fuzz', [ARTICLE]);
  const { events } = await (await desk('GET /api/drafts/fuzz')).json<{ events: { id: string }[] }>();
  const event = events[0]?.id;
  const calls: [string, Record<string, unknown>][] = [
    ['PUT /api/stories/fuzz', { title: 'Fuzz', description: 'x', lang: 'en', timeZone: 'UTC' }],
    [
      'POST /api/stories/fuzz/articles',
      { ...ARTICLE, url: 'https://news.example.org/a', title: 'x', lang: 'en', html: undefined },
    ],
    ['POST /api/extract', { ...ARTICLE, url: 'https://news.example.org/a', title: 'x', lang: 'en' }],
    ['PUT /api/stories/fuzz/corrections/c', { event, change: { kind: 'title', title: 'x' } }],
    ['PUT /api/stories/fuzz/corrections/c', { event, change: { kind: 'time', edtf: '2024' }, kind: 'time' }],
  ];
  for (const [line, body] of calls) {
    for (const field of Object.keys(body)) {
      for (const odd of ODD) {
        const { status } = await desk(line, { json: { ...body, [field]: odd } });
        expect([200, 201, 400, 409, 413, 422, 502], `${line} ${field} ${JSON.stringify(odd).slice(0, 40)}`).toContain(
          status,
        );
      }
    }
  }
  expect((await desk('POST /api/stories/fuzz/publish')).status).toBe(200);
  for (const path of [
    '/api/stories',
    '/api/stories/fuzz',
    '/api/stories/fuzz/events.geojson',
    '/s/fuzz',
    '/embed/fuzz',
    '/s/fuzz/feed.atom',
  ]) {
    expect((await reader(`GET ${path}`)).status, path).toBe(200);
  }
});

test('whatever stands in the corrected time or place, readers are served', async () => {
  await tellStory('times', [ARTICLE]);
  const { events } = await (await desk('GET /api/drafts/times')).json<{ events: { id: string }[] }>();
  const changes = [
    ...[
      '0000',
      '9999',
      '2024-21',
      '202X',
      '20XX',
      '../2024',
      '2024/..',
      '0000/9999',
      '2024-05-15T00:00:00Z',
      '2024-05-15T23:59+14:00/2024-05-16T00:00-12:00',
    ].map((edtf) => ({ kind: 'time', edtf })),
    ...[
      [90, 180],
      [-90, -180],
      [0, -0],
    ].map(([lat, lng]) => ({ kind: 'place', place: { name: '</script>', lat, lng } })),
  ];
  for (const change of changes) {
    const put = await desk('PUT /api/stories/times/corrections/c', { json: { event: events[0]?.id, change } });
    expect([200, 201], JSON.stringify(change)).toContain(put.status);
    await desk('POST /api/stories/times/publish');
    for (const path of ['/api/stories/times/events.geojson', '/s/times', '/embed/times', '/s/times/feed.json']) {
      expect((await reader(`GET ${path}`)).status, `${path} ${JSON.stringify(change)}`).toBe(200);
    }
  }
});
