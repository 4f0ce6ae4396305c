import { env } from 'cloudflare:workers';
import { afterAll, expect, test, vi } from 'vitest';
import { desk, reader, tellStory } from './desk.ts';
import { faulty } from './faulty.ts';

const FIRST = {
  id: 'a1',
  source: 'The Post',
  published: '2024-05-15',
  text: 'Two people were injured in Lyon on Monday.',
};
const SECOND = {
  id: 'a2',
  source: 'The Star',
  published: '2024-05-16',
  text: 'A fire broke out in Turin on Tuesday, police said.',
};

// Each failure that is provoked here is written to the log, with its stack.
vi.spyOn(console, 'error').mockImplementation(() => {});
afterAll(() => {
  vi.restoreAllMocks();
});

/** All that the store has of a story, but for the moments at which it was written. */
async function dump(slug: string): Promise<unknown> {
  const statements = [
    'SELECT title, version FROM stories WHERE slug = ?',
    'SELECT version, change FROM versions WHERE story = ? ORDER BY version',
    'SELECT id, digest, reports, text FROM articles WHERE story = ? ORDER BY id',
    'SELECT id, position, data FROM events WHERE story = ? ORDER BY id',
    'SELECT id, event, change FROM corrections WHERE story = ? ORDER BY id',
    `SELECT version, json_extract(body, '$.articles') AS articles, json_extract(body, '$.events') AS events
     FROM snapshots WHERE slug = ? ORDER BY part`,
  ].map((sql) => env.DB.prepare(sql).bind(slug));
  return (await env.DB.batch(statements)).map(({ results }) => results);
}

const eventOf = async (slug: string) => {
  const { events } = await (await desk(`GET /api/drafts/${slug}`)).json<{
    events: { id: string; corrected?: string[] }[];
  }>();
  return events[0]?.id ?? '';
};

/** Every write there is, on what `start` makes; the body may need the id of an event. */
const WRITES: [name: string, line: string, body?: (event: string) => object, start?: typeof prepare][] = [
  ['a new story', 'PUT /api/stories/SLUG', () => ({ title: 'A new story' }), async () => ''],
  ['a new reading', 'POST /api/stories/SLUG/read', undefined, prepareStale],
  ['a new title', 'PUT /api/stories/SLUG', () => ({ title: 'Another title', timeZone: 'Europe/Paris' })],
  ['a new article', 'POST /api/stories/SLUG/articles', () => SECOND],
  ['an article replaced', 'PUT /api/stories/SLUG/articles/a1', () => ({ ...SECOND, id: 'a1' })],
  ['an article removed', 'DELETE /api/stories/SLUG/articles/a1'],
  [
    'a correction',
    'PUT /api/stories/SLUG/corrections/c2',
    (event) => ({ event, change: { kind: 'hidden', hidden: true } }),
  ],
  ['a correction taken back', 'DELETE /api/stories/SLUG/corrections/c1'],
  ['a publication', 'POST /api/stories/SLUG/publish'],
  ['a publication taken back', 'DELETE /api/stories/SLUG/publish'],
  ['a deletion', 'DELETE /api/stories/SLUG'],
];

/** A published story with an article and a correction; the id of its event. */
async function prepare(slug: string): Promise<string> {
  await tellStory(slug, [FIRST], { publish: true });
  const event = await eventOf(slug);
  await desk(`PUT /api/stories/${slug}/corrections/c1`, {
    json: { event, change: { kind: 'title', title: 'Corrected' } },
  });
  return event;
}

/** The same, with events that an older extractor has read. */
async function prepareStale(slug: string): Promise<string> {
  const event = await prepare(slug);
  await env.DB.prepare("UPDATE events SET data = json_set(data, '$.summary', 'old') WHERE story = ?").bind(slug).run();
  return event;
}

test.each(
  WRITES,
)('%s is written whole or not at all, whichever call fails', async (name, line, body, start = prepare) => {
  const run = async (slug: string, event: string, db = env.DB) =>
    desk(line.replace('SLUG', slug), { db, ...(body && { json: body(event) }) });

  const stem = name.replaceAll(' ', '-');
  const counted = faulty(env.DB, () => undefined);
  const event = await start(stem);
  const begun = await dump(stem);
  expect((await run(stem, event, counted.db)).ok).toBe(true);
  const done = await dump(stem);
  expect(done).not.toEqual(begun);

  for (let k = 1; k <= counted.calls(); k += 1) {
    for (const way of ['before', 'after'] as const) {
      const slug = `${stem}-${k}-${way}`;
      await start(slug);
      const before = await dump(slug);
      const answer = await run(slug, event, faulty(env.DB, (call) => (call === k ? way : undefined)).db);
      // What comes after the write, such as purging the cache, does not fail it.
      if (!answer.ok) {
        expect([answer.status, answer.headers.get('Content-Type')]).toEqual([503, 'application/problem+json']);
      }
      const after = JSON.stringify(await dump(slug));
      // An answer that was lost on its way back may have been a done write; all or nothing is what counts.
      const allowed = answer.ok
        ? [named(done, stem, slug)]
        : way === 'before'
          ? [before]
          : [before, named(done, stem, slug)];
      expect(allowed.map((state) => JSON.stringify(state))).toContain(after);
      // Whoever got no answer asks again, and ends where everybody does.
      expect((await run(slug, event)).ok).toBe(true);
      expect(await dump(slug)).toEqual(named(done, stem, slug));
    }
  }
});

/** A dump as it would be of a story with another slug: titles name it. */
function named(state: unknown, from: string, to: string): unknown {
  return JSON.parse(JSON.stringify(state).replaceAll(`The story of ${from}"`, `The story of ${to}"`));
}

test('readers need one query of the snapshot, and no other', async () => {
  await prepare('quiet');
  await desk('POST /api/stories/quiet/publish');
  const snapshots = /^SELECT (?:body|summary) FROM snapshots/;
  const paths = [
    '/api/stories',
    '/api/stories/quiet',
    '/api/stories/quiet/events.geojson',
    '/',
    '/s/quiet',
    '/embed/quiet',
  ];
  for (const path of paths) {
    const store = faulty(env.DB, (call, sql) =>
      call === 1 && sql.every((one) => snapshots.test(one)) ? undefined : 'before',
    );
    expect((await reader(`GET ${path}`, { db: store.db })).status, path).toBe(200);
    expect(store.calls(), path).toBe(1);
  }
});

test('readers see the old version until the new one is published', async () => {
  await prepare('versions');
  const events = async () => (await reader('GET /api/stories/versions/events.geojson')).text();
  const old = await events();
  expect(old).not.toContain('Corrected');
  await desk('POST /api/stories/versions/articles', { json: SECOND });
  expect(await events()).toBe(old);
  await desk('POST /api/stories/versions/publish');
  const now = await events();
  expect(now).toContain('Corrected');
  expect(now).toContain('The Star');
  expect((await desk('DELETE /api/stories/versions/publish')).status).toBe(204);
  expect((await reader('GET /api/stories/versions/events.geojson')).status).toBe(404);
});

test('publishing again changes nothing, unless the program now writes it in other words', async () => {
  await prepare('again');
  await desk('POST /api/stories/again/publish');
  const snapshot = async () => env.DB.prepare("SELECT body FROM snapshots WHERE slug = 'again'").first<string>('body');
  const first = await snapshot();
  expect((await desk('POST /api/stories/again/publish')).status).toBe(200);
  expect(await snapshot()).toBe(first);
  await env.DB.prepare("UPDATE snapshots SET body = replace(body, 'Monday', 'Mon.') WHERE slug = 'again'").run();
  expect(await snapshot()).not.toBe(first);
  expect((await desk('POST /api/stories/again/publish')).status).toBe(200);
  const events = (body: string | null) => JSON.parse(body ?? '').events;
  expect(events(await snapshot())).toEqual(events(first));
});

test('writers who come at the same time all get through', async () => {
  await tellStory('crowd', []);
  const answers = await Promise.all(
    [1, 2, 3, 4, 5, 6].map((n) =>
      desk('POST /api/stories/crowd/articles', {
        json: { ...FIRST, id: `a${n}`, text: `${n} people were injured in Lyon on Monday.` },
      }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201]);
  const draft = await (await desk('GET /api/drafts/crowd')).json<{ version: number; articles: object[] }>();
  expect([draft.version, draft.articles.length]).toEqual([7, 6]);
});

test('a correction outlives new articles, a replaced text and a new reading', async () => {
  const event = await prepare('lasting');
  const titles = async () => {
    const { events } = await (await desk('GET /api/drafts/lasting')).json<{
      events: { title: string; corrected?: string[] }[];
    }>();
    return events.filter(({ corrected }) => corrected?.includes('title')).map(({ title }) => title);
  };
  expect(await titles()).toEqual(['Corrected']);
  await desk('POST /api/stories/lasting/articles', { json: SECOND });
  expect(await titles()).toEqual(['Corrected']);
  await desk('POST /api/stories/lasting/read');
  expect(await titles()).toEqual(['Corrected']);

  const again = { event, change: { kind: 'title', title: 'Corrected' } };
  const { version } = await (await desk('GET /api/drafts/lasting')).json<{ version: number }>();
  expect((await desk('PUT /api/stories/lasting/corrections/c1', { json: again })).status).toBe(200);
  expect(await (await desk('GET /api/drafts/lasting')).json()).toMatchObject({ version });
  expect((await desk('DELETE /api/stories/lasting/corrections/c1')).status).toBe(204);
  expect(await titles()).toEqual([]);
});
