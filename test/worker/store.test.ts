import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { packJson, ROW_BYTES, splitText, TooLarge } from '../../src/store/pack.ts';
import { readSnapshot, writeSnapshot } from '../../src/store/snapshots.ts';
import { readDraft, writeChange } from '../../src/store/stories.ts';
import type { EventFeature, NewsEvent, Snapshot } from '../../src/types.ts';

const STORY = { slug: 'big', title: 'Big', lang: 'en', timeZone: 'UTC' };
const AT = '2024-05-15T12:00:00Z';

const bytes = (text: string) => new TextEncoder().encode(text).byteLength;

function eventOf(index: number): NewsEvent {
  return {
    id: `e${index}`,
    title: `Event ${index}: ${'naïve 💩 '.repeat(60)}`,
    status: 'reported',
    category: 'other',
    edtf: '2024-05-15',
    start: '2024-05-15T00:00:00+00:00',
    end: '2024-05-15T23:59:59+00:00',
    inferred: false,
    place: null,
    figures: [],
    outlets: 1,
    texts: 1,
    reports: [],
  };
}

test('a text is cut into parts that fit, and together are the text', () => {
  for (const text of ['', 'abc', 'ab💩cd', '💩'.repeat(7), 'é'.repeat(9), `a${'語'.repeat(5)}`]) {
    for (const limit of [4, 5, 6, 7, 100]) {
      const parts = splitText(text, limit);
      expect(parts.join('')).toBe(text);
      expect(parts.every((part) => bytes(part) <= limit && part.isWellFormed())).toBe(true);
    }
  }
});

test('values are packed in order into arrays that fit', () => {
  const values = Array.from({ length: 50 }, (_, index) => ({ index, text: 'é'.repeat(index) }));
  const packs = packJson(values, 200);
  expect(packs.flatMap((pack) => JSON.parse(pack))).toEqual(values);
  expect(packs.every((pack) => bytes(pack) <= 200)).toBe(true);
  expect(packJson([])).toEqual(['[]']);
  expect(() => packJson(['x'.repeat(300)], 200)).toThrow(TooLarge);
});

test('a story of more than a row holds is written, published and read whole', async () => {
  const events = Array.from({ length: 6000 }, (_, index) => eventOf(index));
  expect(await writeChange(env.DB, { story: STORY, version: 0, change: 'story', at: AT, events })).toBe(true);
  expect((await readDraft(env.DB, 'big'))?.events).toEqual(events);

  const features = events.map(
    ({ id, title }) =>
      ({ type: 'Feature', id, geometry: null, properties: { title, start: null, end: null } }) as EventFeature,
  );
  const snapshot: Snapshot = {
    story: STORY,
    version: 1,
    publishedAt: AT,
    articles: [],
    events: { type: 'FeatureCollection', features },
  };
  expect(await writeSnapshot(env.DB, snapshot)).toBe(true);
  expect(await readSnapshot(env.DB, 'big')).toEqual(snapshot);

  // D1 refuses rows of two million bytes; the local one does not, so they are measured here.
  for (const sql of [
    'SELECT max(length(CAST(body AS BLOB))) AS n FROM snapshots',
    'SELECT max(length(CAST(data AS BLOB))) AS n FROM events',
  ]) {
    const longest = await env.DB.prepare(sql).first<number>('n');
    expect(longest).toBeGreaterThan(0);
    expect(longest).toBeLessThanOrEqual(ROW_BYTES);
  }
});

test('an older snapshot does not replace a newer one', async () => {
  const snapshot = (version: number): Snapshot => ({
    story: { ...STORY, slug: 'order' },
    version,
    publishedAt: AT,
    articles: [],
    events: { type: 'FeatureCollection', features: [] },
  });
  expect(await writeSnapshot(env.DB, snapshot(3))).toBe(true);
  expect(await writeSnapshot(env.DB, snapshot(2))).toBe(false);
  expect(await readSnapshot(env.DB, 'order')).toMatchObject({ version: 3 });
  expect(await writeSnapshot(env.DB, snapshot(4))).toBe(true);
  expect(await readSnapshot(env.DB, 'order')).toMatchObject({ version: 4 });
});

test('a change on a version that is no longer the latest is refused whole', async () => {
  const story = { ...STORY, slug: 'stale' };
  const change = { story, change: 'story', at: AT, events: [eventOf(1)] };
  expect(await writeChange(env.DB, { ...change, version: 0 })).toBe(true);
  expect(await writeChange(env.DB, { ...change, version: 1 })).toBe(true);
  const stale = { ...change, version: 1, story: { ...story, title: 'Stale' }, events: [] };
  expect(await writeChange(env.DB, stale)).toBe(false);
  expect(await readDraft(env.DB, 'stale')).toMatchObject({
    version: 2,
    story: { title: 'Big' },
    events: [{ id: 'e1' }],
  });
});
