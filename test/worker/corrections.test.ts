import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { desk, reader, tellStory } from './desk.ts';

type Event = {
  id: string;
  title: string;
  corrected?: string[];
  hidden?: boolean;
  reports: { article: string; start: number; end: number }[];
};

const ARTICLES = [
  {
    id: 'a',
    source: 'The Post',
    published: '2024-05-15',
    text: 'Two people were killed by a storm in Nice on Monday. On Tuesday a dam burst near Turin, police said.',
  },
  { id: 'b', source: 'The Star', published: '2024-05-16', text: 'A storm killed two people in Nice on Monday.' },
];

async function eventsOf(slug: string): Promise<Event[]> {
  return (await (await desk(`GET /api/drafts/${slug}`)).json<{ events: Event[] }>()).events;
}

async function begin(
  slug: string,
): Promise<{ storm: Event; dam: Event; put: (id: string, json: object) => Promise<Response> }> {
  await tellStory(slug, ARTICLES);
  const events = await eventsOf(slug);
  const storm = events.find(({ reports }) => reports.length > 1);
  const dam = events.find(({ id }) => id !== storm?.id);
  if (!storm || !dam) throw new Error(`found ${JSON.stringify(events)}, expected a storm told twice and a dam`);
  return { storm, dam, put: (id, json) => desk(`PUT /api/stories/${slug}/corrections/${id}`, { json }) };
}

test.each<[string, object, object]>([
  ['title', { kind: 'title', title: 'A storm' }, { properties: { title: 'A storm', corrected: ['title'] } }],
  [
    'time',
    { kind: 'time', edtf: '2024-05-14' },
    { properties: { edtf: '2024-05-14', inferred: false, corrected: ['time'] } },
  ],
  [
    'category',
    { kind: 'category', category: 'health' },
    { properties: { category: 'health', corrected: ['category'] } },
  ],
  ['status', { kind: 'status', status: 'disputed' }, { properties: { status: 'disputed', corrected: ['status'] } }],
  [
    'place',
    { kind: 'place', place: { name: 'Menton', lat: 43.77, lng: 7.5, countryCode: 'FR', timeZone: 'Europe/Paris' } },
    { geometry: { coordinates: [7.5, 43.77] }, properties: { place: { name: 'Menton' }, corrected: ['place'] } },
  ],
  ['no place', { kind: 'place', place: null }, { geometry: null, properties: { place: null, corrected: ['place'] } }],
])('an editor sets the %s of an event, and readers see that it was', async (name, change, expected) => {
  const slug = `set-${name.replace(' ', '-')}`;
  const { storm, put } = await begin(slug);
  const created = await put('c1', { event: storm.id, change });
  expect(created.status).toBe(201);
  expect(await created.json()).toMatchObject({
    id: 'c1',
    event: storm.id,
    change,
    evidence: storm.reports.map(({ article }) => ({ article })),
  });
  await desk(`POST /api/stories/${slug}/publish`);
  const { features } = await (await reader(`GET /api/stories/${slug}/events.geojson`)).json<{
    features: { id: string }[];
  }>();
  expect(features.find(({ id }) => id === storm.id)).toMatchObject(expected);
});

test('a hidden event is the desk’s alone', async () => {
  const { storm, put } = await begin('hide');
  await put('c1', { event: storm.id, change: { kind: 'hidden', hidden: true } });
  await desk('POST /api/stories/hide/publish');
  for (const path of ['/api/stories/hide/events.geojson', '/s/hide', '/embed/hide', '/s/hide/feed.atom']) {
    expect(await (await reader(`GET ${path}`)).text(), path).not.toContain(storm.id);
  }
  expect((await eventsOf('hide')).find(({ id }) => id === storm.id)).toMatchObject({ hidden: true });
});

test('two events become one, and one becomes two', async () => {
  const { storm, dam, put } = await begin('both');
  expect((await put('merge', { event: dam.id, change: { kind: 'merge', into: storm.id } })).status).toBe(201);
  const merged = await eventsOf('both');
  expect(merged.map(({ id, reports }) => [id, reports.length])).toEqual([[storm.id, storm.reports.length + 1]]);
  expect((await desk('DELETE /api/stories/both/corrections/merge')).status).toBe(204);
  expect((await eventsOf('both')).map(({ id }) => id).toSorted()).toEqual([storm.id, dam.id].toSorted());

  const [first] = storm.reports;
  await put('split', {
    event: storm.id,
    change: { kind: 'split', reports: [{ article: first?.article, start: first?.start, end: first?.end }] },
  });
  expect((await eventsOf('both')).map(({ reports }) => reports.length)).toEqual([1, 1, 1]);
});

test('a correction that cannot be is refused, with its field', async () => {
  const { storm, put } = await begin('refuse');
  const whole = storm.reports.map(({ article, start, end }) => ({ article, start, end }));
  const cases: [number, string, object][] = [
    [422, 'event', { event: 'e-none', change: { kind: 'hidden', hidden: true } }],
    [422, 'change.into', { event: storm.id, change: { kind: 'merge', into: 'e-none' } }],
    [422, 'change.into', { event: storm.id, change: { kind: 'merge', into: storm.id } }],
    [422, 'change.reports', { event: storm.id, change: { kind: 'split', reports: whole } }],
    [
      422,
      'change.reports',
      { event: storm.id, change: { kind: 'split', reports: [{ article: 'x', start: 0, end: 9 }] } },
    ],
    [400, 'change.kind', { event: storm.id, change: { kind: 'erase' } }],
    [400, 'change.edtf', { event: storm.id, change: { kind: 'time', edtf: 'Friday' } }],
    [400, 'change.edtf', { event: storm.id, change: { kind: 'time', edtf: '2024-05-15T99:99Z' } }],
    [400, 'change.place.lat', { event: storm.id, change: { kind: 'place', place: { name: 'x', lat: 91, lng: 0 } } }],
    [400, 'change.place.lng', { event: storm.id, change: { kind: 'place', place: { name: 'x', lat: 0, lng: null } } }],
    [400, 'change.category', { event: storm.id, change: { kind: 'category', category: 'gossip' } }],
    [400, 'event', { change: { kind: 'hidden', hidden: true } }],
    [400, 'change', { event: storm.id }],
  ];
  for (const [status, field, json] of cases) {
    const answer = await put('c1', json);
    expect([answer.status, (await answer.json<{ field?: string }>()).field], JSON.stringify(json)).toEqual([
      status,
      field,
    ]);
  }
  const named = await put('Not%20an%20id', { event: storm.id, change: { kind: 'hidden', hidden: true } });
  expect([named.status, (await named.json<{ field?: string }>()).field]).toEqual([400, 'id']);
  expect((await (await desk('GET /api/drafts/refuse')).json<{ corrections: object[] }>()).corrections).toEqual([]);
});

test('a correction follows its words into another version of the article, and goes with them', async () => {
  const { storm, put } = await begin('moved');
  const [clause] = storm.reports.filter(({ article }) => article === 'a');
  await put('split', {
    event: storm.id,
    change: { kind: 'split', reports: [{ article: clause?.article, start: clause?.start, end: clause?.end }] },
  });
  type Kept = {
    corrections: { evidence: Event['reports']; change: { reports: Event['reports'] } }[];
    articles: { id: string; text: string }[];
  };
  const quotes = async () => {
    const { corrections, articles } = await (await desk('GET /api/drafts/moved')).json<Kept>();
    const text = articles.find(({ id }) => id === 'a')?.text ?? '';
    const slice = (clauses: Event['reports'] = []) =>
      clauses.filter(({ article }) => article === 'a').map(({ start, end }) => text.slice(start, end));
    return [slice(corrections[0]?.evidence), slice(corrections[0]?.change.reports)];
  };
  const before = await quotes();
  expect(before.flat().every((quote) => quote.includes('storm'))).toBe(true);
  expect(before.map(({ length }) => length)).toEqual([1, 1]);

  const [first, second = ''] = (ARTICLES[0]?.text ?? '').split(/(?<=Monday\.) /);
  await desk('PUT /api/stories/moved/articles/a', { json: { ...ARTICLES[0], text: `${second} ${first}` } });
  expect(await quotes()).toEqual(before);
  await desk('PUT /api/stories/moved/articles/a', { json: { ...ARTICLES[0], text: second } });
  expect(await quotes()).toEqual([[], []]);
});

type Draft = { events: (Event & { asRead?: object; corrections?: string[] })[]; unapplied: string[] };
const draftOf = async (slug: string) => (await desk(`GET /api/drafts/${slug}`)).json<Draft>();

/** Every kind of correction, on a story of two events. */
const KINDS = (storm: Event, dam: Event): [string, Event, object, object][] => [
  ['title', storm, { kind: 'title', title: 'A storm' }, { title: 'A storm', corrected: ['title'] }],
  ['time', storm, { kind: 'time', edtf: '2024-05-12' }, { edtf: '2024-05-12', corrected: ['time'] }],
  ['place', storm, { kind: 'place', place: null }, { place: null, corrected: ['place'] }],
  ['category', storm, { kind: 'category', category: 'health' }, { category: 'health', corrected: ['category'] }],
  ['status', storm, { kind: 'status', status: 'disputed' }, { status: 'disputed', corrected: ['status'] }],
  ['hidden', storm, { kind: 'hidden', hidden: true }, { hidden: true, corrected: ['hidden'] }],
  ['merge', dam, { kind: 'merge', into: storm.id }, { corrected: ['merged'] }],
  [
    'split',
    storm,
    { kind: 'split', reports: storm.reports.slice(0, 1).map(({ article, start, end }) => ({ article, start, end })) },
    { corrected: ['split'] },
  ],
];

test.each([
  'title',
  'time',
  'place',
  'category',
  'status',
  'hidden',
  'merge',
  'split',
])('a correction of the kind %s survives new articles and another version of the extractor', async (kind) => {
  const slug = `lasts-${kind}`;
  const { storm, dam, put } = await begin(slug);
  const [, event, change, expected] = KINDS(storm, dam).find(([name]) => name === kind) ?? [];
  expect((await put('c1', { event: event?.id, change })).status).toBe(201);
  const corrected = async () => (await draftOf(slug)).events.filter(({ corrections }) => corrections?.includes('c1'));
  const before = await corrected();
  expect(before[0]).toMatchObject(expected ?? {});

  // One more witness of the storm, published before the others, so that the event is opened by another report.
  const early = {
    id: '0',
    source: 'The Sun',
    published: '2024-05-14',
    text: 'A storm in Nice killed two people on Monday, the mayor said.',
  };
  const { unapplied } = await (await desk(`POST /api/stories/${slug}/articles`, { json: early })).json<Draft>();
  expect(unapplied).toEqual([]);
  const after = await corrected();
  expect(after[0]).toMatchObject(expected ?? {});
  expect(after).toHaveLength(before.length);
  expect(
    after.some(({ id }) => !before.some((old) => old.id === id)),
    'an id has changed',
  ).toBe(true);

  // An older extractor had given its events other ids, and had not read the last clause.
  await env.DB.batch([
    env.DB.prepare(
      "UPDATE corrections SET event = 'e-old', change = replace(change, ?, 'e-older') WHERE story = ?",
    ).bind(storm.id, slug),
    env.DB.prepare("UPDATE articles SET reports = '[]' WHERE story = ? AND id = '0'").bind(slug),
  ]);
  await desk(`POST /api/stories/${slug}/read`);
  const again = await corrected();
  expect(again[0]).toMatchObject(expected ?? {});
  expect(again.map(({ reports }) => reports.length)).toEqual(after.map(({ reports }) => reports.length));
});

test('the desk is told of corrections that find no event, and of what was read before', async () => {
  const { storm, dam, put } = await begin('idle');
  await put('c-storm', { event: storm.id, change: { kind: 'title', title: 'A storm' } });
  await put('c-dam', { event: dam.id, change: { kind: 'category', category: 'disaster' } });
  const { events, unapplied } = await draftOf('idle');
  expect(unapplied).toEqual([]);
  expect(events.find(({ id }) => id === storm.id)).toMatchObject({
    corrections: ['c-storm'],
    asRead: { title: storm.title },
  });

  const text = 'Two people were killed by a storm in Nice on Monday.';
  const replaced = await desk('PUT /api/stories/idle/articles/a', { json: { ...ARTICLES[0], text } });
  expect((await replaced.json<Draft>()).unapplied).toEqual(['c-dam']);
  expect((await draftOf('idle')).unapplied).toEqual(['c-dam']);
  // The clause comes back, and with it the correction.
  await desk('PUT /api/stories/idle/articles/a', { json: ARTICLES[0] });
  await desk('POST /api/stories/idle/publish');
  const published = await (await reader('GET /api/stories/idle/events.geojson')).text();
  expect(published).not.toContain('asRead');
  expect(published).not.toContain('c-storm');
});
