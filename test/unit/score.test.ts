import { describe, expect, test } from 'vitest';
import { edtfOf } from '../../src/extract/edtf.ts';
import type { EventFeature, Status } from '../../src/types.ts';
import { type GoldEvents, readGoldEvents, readStory, storySlugs } from '../gold.ts';
import { distanceKm, scoreEvents } from '../score-events.ts';
import { f1, scorePlaces, scoreTimes } from '../score-mentions.ts';

interface Sketch {
  title: string;
  edtf: string;
  at?: [lon: number, lat: number] | null;
  country?: string;
  articles?: string[];
  status?: Status;
  inferred?: boolean;
  quote?: string;
}

function sketchFeature(sketch: Sketch): EventFeature {
  const { title, edtf, at = [37.16, 36.2], country = 'SY', status = 'reported', inferred = false } = sketch;
  return {
    type: 'Feature',
    id: title,
    geometry: at && { type: 'Point', coordinates: at },
    when: { timespans: [], label: '' },
    properties: {
      title,
      edtf,
      status,
      inferred,
      category: 'other',
      outlets: 1,
      texts: 1,
      start: null,
      end: null,
      place: at && { name: 'somewhere', country, feature: 'PPL' },
      reports: (sketch.articles ?? ['a']).map((article) => ({
        article,
        source: article,
        quote: sketch.quote ?? title,
        status,
      })),
    },
  };
}

const gold: GoldEvents = {
  story: 'two-days',
  places: { Aleppo: { lat: 36.2, lon: 37.16, km: 30 } },
  events: [
    {
      id: 'flood',
      words: 'flood',
      dated: 'stated',
      from: '2024-05-02',
      to: '2024-05-02',
      places: ['Aleppo'],
      articles: ['a', 'b'],
    },
    {
      id: 'visit',
      words: 'visit',
      dated: 'inferred',
      from: '2024-05-01',
      to: '2024-05-03',
      places: [],
      placeOptional: true,
      articles: ['a'],
    },
    {
      id: 'toll',
      optional: true,
      words: 'dead',
      dated: 'stated',
      from: '2024-05-01',
      to: '2024-05-03',
      places: ['Aleppo'],
      articles: ['a'],
    },
  ],
  bystanders: ['GB'],
  furniture: ['Read more'],
};
const flood = { title: 'A flood', edtf: '2024-05-02', articles: ['a', 'b'] };
const visit = { title: 'A visit', edtf: '2024-05-01/2024-05-03', at: null, inferred: true };
const scoreOf = (...sketches: Sketch[]) => scoreEvents(gold, sketches.map(sketchFeature));

describe('scoreEvents', () => {
  test('finds what is there', () => {
    expect(scoreOf(flood, visit)).toMatchObject({ must: 2, found: 2, given: 2, known: 2, sources: 1, status: 1 });
  });

  test.each([
    ['another day', { ...flood, edtf: '2024-05-03' }],
    ['a longer time', { ...flood, edtf: '2024-05-02/2024-05-03' }],
    ['an open end', { ...flood, edtf: '2024-05/..' }],
    ['another place', { ...flood, at: [38, 36.2] as [number, number] }],
    ['no place', { ...flood, at: null }],
    ['other words', { ...flood, title: 'A fire' }],
  ])('misses an event with %s', (_, sketch) => {
    expect(scoreOf(sketch)).toMatchObject({ found: 0, known: 0 });
  });

  test('compares an open interval by the end that it states', () => {
    expect(scoreOf({ ...flood, edtf: '2024-05-02/..' }).found).toBe(1);
  });

  test('counts the same happening twice as a duplicate, and an optional one neither way', () => {
    const score = scoreOf(flood, { ...flood, title: 'The flood again' }, { ...flood, title: 'Two dead' });
    expect(score).toMatchObject({ found: 1, known: 3, duplicates: ['The flood again'] });
  });

  test('gives each event to one entry, so that most entries have one', () => {
    const both = {
      ...visit,
      title: 'A visit after the flood',
      edtf: '2024-05-02',
      at: [37.16, 36.2] as [number, number],
    };
    const score = scoreEvents(
      { ...gold, events: gold.events.map((entry) => ({ ...entry, places: ['Aleppo'] })) },
      [both, flood].map(sketchFeature),
    );
    expect(score.found).toBe(2);
  });

  test('asks for every article, for the status, and for the mark of an inferred day', () => {
    expect(scoreOf({ ...flood, articles: ['a'] }).sources).toBe(0.25);
    expect(scoreOf({ ...flood, articles: ['a', 'b', 'c', 'd'] }).sources).toBe(0.25);
    expect(scoreOf({ ...flood, status: 'disputed' }).status).toBe(0);
    expect(scoreOf({ ...visit, inferred: false })).toMatchObject({ found: 1, status: 0 });
  });

  test('names events at a bystander, those of furniture, and what comes nearest to a miss', () => {
    const score = scoreOf(
      { title: 'A speech', edtf: '2024-05-02', country: 'GB' },
      { title: 'A flood', edtf: '2023', quote: 'Read more about the flood' },
    );
    expect(score).toMatchObject({
      atBystanders: ['A speech'],
      ofFurniture: ['A flood'],
      unknown: ['A speech', 'A flood'],
    });
    expect(score.missed[0]).toEqual({ id: 'flood', nearest: '"A flood": wrong days 2023' });
  });

  // What is right by the gold list itself must reach every mark, or the list cannot be met.
  test.each(storySlugs())('the gold list of %s can be met', (slug) => {
    const list = readGoldEvents(slug);
    const textOf = new Map(readStory(slug).articles.map((article) => [article.id, article.text]));
    const features = list.events.map((entry) => {
      const place = list.places[entry.places[0] ?? ''];
      const text = textOf.get(entry.articles[0] ?? '') ?? '';
      return sketchFeature({
        title: new RegExp(entry.words, 'i').exec(text)?.[0] ?? '',
        edtf: edtfOf(entry),
        at: place ? [place.lon, place.lat] : null,
        articles: entry.articles,
        inferred: entry.dated === 'inferred',
        ...(entry.status?.[0] && { status: entry.status[0] }),
      });
    });
    const score = scoreEvents(list, features);
    expect(score).toMatchObject({ found: score.must, known: list.events.length, unknown: [], atBystanders: [] });
  });
});

describe('scores of mentions', () => {
  const text = 'On Monday and Monday again, since late 2016, in Aleppo.';
  const monday = { text: 'Monday', type: 'DATE' as const, value: '2024-05-06', from: '2024-05-06', to: '2024-05-06' };
  const at = (start: number, end: number) => ({ start, end, text: text.slice(start, end) });

  test('times are right with their interval, wherever the span begins', () => {
    const found = [
      { ...monday, ...at(3, 9) },
      { ...monday, ...at(14, 26), from: '2024-05-13', to: '2024-05-13' },
    ];
    const score = scoreTimes(
      text,
      [
        { ...monday, nth: 1 },
        { ...monday, nth: 2 },
      ],
      found,
    );
    expect(score).toMatchObject({ gold: 2, given: 2, spans: 2, right: 1 });
    expect(score.errors).toEqual(['"Monday again" 2024-05-13..2024-05-13 is 2024-05-06..2024-05-06']);
  });

  test('a mention is paired with the reading that covers most of it', () => {
    const part = { ...monday, ...at(14, 20), type: 'DURATION', from: null, to: null };
    const score = scoreTimes(text, [{ ...monday, text: 'Monday again', nth: 1 }], [part, { ...monday, ...at(14, 26) }]);
    expect(score).toMatchObject({ gold: 1, given: 1, spans: 1, right: 1 });
  });

  test('misses and false alarms count, durations and "now" do not', () => {
    const now = { ...monday, from: null, to: null };
    const score = scoreTimes(
      text,
      [{ ...monday, nth: 1 }],
      [
        { ...now, ...at(14, 20) },
        { ...monday, ...at(34, 43) },
      ],
    );
    expect(score).toMatchObject({ gold: 1, given: 1, spans: 0, right: 0 });
  });

  test.each([
    [1, '2016-01-01', '2016-12-31'],
    [1, '2016-09-01', '2016-12-31'],
    [0, '2016-01-01', '2016-04-30'],
    [0, '2016-12-31', '2016-12-31'],
  ])('%i right for late 2016 read as %s to %s', (right, from, to) => {
    const late = { text: 'late 2016', nth: 1, type: 'DATE' as const, value: '2016', mod: 'END' as const };
    const given = { type: 'DATE', ...at(34, 43), from, to };
    expect(scoreTimes(text, [{ ...late, from: '2016-01-01', to: '2016-12-31' }], [given]).right).toBe(right);
  });

  test('places are right within 161 km or with the same record', () => {
    const aleppo = { text: 'Aleppo', nth: 1, name: 'Aleppo', geonameid: 170063, lat: 36.2, lon: 37.16 };
    const rightness = (given: object) => scorePlaces(text, [aleppo], [{ ...at(48, 54), ...given }]).right;
    expect([{ lat: 36.2, lon: 38.9 }, { lat: 36.2, lon: 39.1 }, { geonameid: 170063 }, {}].map(rightness)).toEqual([
      1, 0, 1, 0,
    ]);
  });

  test('F1 is the harmonic mean, a distance is that of the great circle', () => {
    expect(f1(1, { gold: 2, given: 2 })).toBe(50);
    expect(distanceKm({ lat: 0, lon: 0 }, { lat: 0, lon: 90 })).toBeCloseTo(10_007.5, 0);
  });
});
