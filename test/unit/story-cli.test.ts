import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { EventCollection } from '../../src/types.ts';

// Each run is a program of its own, and the first may have to pack the gazetteer.
vi.setConfig({ testTimeout: 120_000 });

const SCRIPT = resolve(import.meta.dirname, '../../src/cli/story.ts');

const run = (input: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], { input, encoding: 'utf8' });
  return { status, stdout, stderr };
};

const FIRST = {
  id: 'a',
  source: 'The Post',
  published: '2024-05-15',
  text: 'A storm killed two people in Nice on Monday.',
};
const SECOND = {
  id: 'b',
  source: 'The Star',
  published: '2024-05-16',
  text: 'Two people were killed by a storm in Nice on Monday.',
};
const story = (...articles: unknown[]) =>
  JSON.stringify({ slug: 'storm', title: 'Storm', timeZone: 'Europe/Paris', articles });

test('a story goes in, its merged events come out as GeoJSON', () => {
  const { status, stdout } = run(story(FIRST, SECOND));
  expect(status).toBe(0);
  const { type, features }: EventCollection = JSON.parse(stdout);
  expect([type, features.length]).toEqual(['FeatureCollection', 1]);
  expect(features[0]).toMatchObject({
    type: 'Feature',
    id: expect.any(String),
    geometry: { type: 'Point', coordinates: [expect.closeTo(7.27, 1), expect.closeTo(43.7, 1)] },
    when: { label: 'Monday 13 May 2024', timespans: [{ start: { in: '2024-05-13' }, end: { in: '2024-05-13' } }] },
    properties: {
      edtf: '2024-05-13',
      start: '2024-05-13T00:00:00+02:00',
      end: '2024-05-13T23:59:59+02:00',
      inferred: false,
      place: { name: 'Nice', country: 'FR' },
      reports: [
        { article: 'a', source: 'The Post' },
        { article: 'b', source: 'The Star' },
      ],
    },
  });
});

test('the same article twice is one; what cannot be read is named, left out, and told by the exit code', () => {
  expect(run(story(FIRST, FIRST, SECOND)).stdout).toBe(run(story(FIRST, SECOND)).stdout);
  const { status, stdout, stderr } = run(story(FIRST, { ...FIRST, text: 'Other.' }, { id: 'c' }, 7, SECOND));
  expect(status).toBe(1);
  expect(stdout).toBe(run(story(FIRST, SECOND)).stdout);
  expect(
    stderr
      .trim()
      .split('\n')
      .map((line) => /^article \d/.exec(line)?.[0]),
  ).toEqual(['article 2', 'article 3', 'article 4']);
});

test.each(['', '[]', '{"articles":[],"timeZone":"Mars"}'])('%j is no story', (input) => {
  const { status, stdout, stderr } = run(input);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^not /);
});

test('help is on stdout', () => {
  const { status, stdout } = run('', '--help');
  expect([status, stdout]).toEqual([0, expect.stringContaining('events.geojson')]);
});
