import { describe, expect, test } from 'vitest';
import { nthOffset, readGoldEvents, readGoldPlaces, readGoldTimes, readStory, storySlugs } from '../gold.ts';

/** Distance from a mention of the same place in two gold lists that would betray a slip of the pen, in degrees. */
const SAME_PLACE_DEGREES = 0.2;

describe.each(storySlugs())('%s', (slug) => {
  const story = readStory(slug);
  const gold = readGoldEvents(slug);
  const articleIds = story.articles.map((article) => article.id);
  const textOf = new Map(story.articles.map((article) => [article.id, article.text]));
  const allText = [...textOf.values()].join('\n');

  test('is named after its folder, by at least three outlets, in order of publication', () => {
    expect(story.slug).toBe(slug);
    expect(new Set(articleIds).size).toBe(articleIds.length);
    expect(new Set(story.articles.map((article) => article.source)).size).toBeGreaterThanOrEqual(3);
    const instants = story.articles.map((article) => Date.parse(article.published));
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
    expect(instants.every(Number.isFinite)).toBe(true);
    expect(() => new Intl.DateTimeFormat('en', { timeZone: story.timeZone })).not.toThrow();
  });

  test('has articles of 200 to 500 words', () => {
    const lengths = story.articles.map((article) => article.text.split(/\s+/).length);
    for (const length of lengths) {
      expect(length).toBeGreaterThanOrEqual(200);
      expect(length).toBeLessThanOrEqual(500);
    }
  });

  test.each(gold.events)('event $id rests on the articles that it names', (event) => {
    const pattern = new RegExp(event.words, 'i');
    const silent = event.articles.filter((id) => !pattern.test(textOf.get(id) ?? ''));
    expect(silent).toEqual([]);
    expect(event.articles).not.toEqual([]);
    expect(articleIds).toEqual(expect.arrayContaining(event.mayReport ?? []));
    expect(event.articles.filter((id) => event.mayReport?.includes(id))).toEqual([]);
  });

  test.each(gold.events)('event $id has days and places', (event) => {
    for (const [from, to] of [[event.from, event.to] as const, ...(event.alternatives ?? [])]) {
      expect(from <= to).toBe(true);
    }
    expect(Object.keys(gold.places)).toEqual(expect.arrayContaining(event.places));
    expect(event.places.length > 0 || event.placeOptional).toBe(true);
  });

  test('has one gold entry an event, and no place or furniture that nothing uses', () => {
    expect(gold.story).toBe(slug);
    expect(new Set(gold.events.map((event) => event.id)).size).toBe(gold.events.length);
    const used = new Set(gold.events.flatMap((event) => event.places));
    expect(Object.keys(gold.places).filter((name) => !used.has(name))).toEqual([]);
    expect(gold.furniture.filter((phrase) => !allText.includes(phrase))).toEqual([]);
  });

  test('has time gold whose mentions are there, once each and in order', () => {
    const times = readGoldTimes(slug);
    expect(times.story).toBe(slug);
    for (const [id, mentions] of Object.entries(times.articles)) {
      expectSpans(textOf.get(id) ?? '', mentions);
      for (const { from, to } of mentions) expect(from === null ? to === null : to !== null && from <= to).toBe(true);
    }
  });

  test('has place gold whose mentions are there, and one point a place', () => {
    const places = readGoldPlaces(slug);
    expect(places.story).toBe(slug);
    const points = new Map<string, { lat: number; lon: number }>();
    for (const [id, mentions] of Object.entries(places.articles)) {
      expectSpans(textOf.get(id) ?? '', mentions);
      for (const { name, lat, lon } of mentions) {
        const known = points.get(name) ?? { lat, lon };
        points.set(name, known);
        expect(Math.abs(known.lat - lat) + Math.abs(known.lon - lon)).toBeLessThan(SAME_PLACE_DEGREES);
      }
    }
  });
});

function expectSpans(text: string, mentions: { text: string; nth: number }[]): void {
  const spans = mentions.map(({ text: words, nth }) => ({ words, start: nthOffset(text, words, nth) }));
  expect(spans.filter((span) => span.start === null)).toEqual([]);
  let end = 0;
  for (const { words, start } of spans) {
    expect(start, `"${words}" after offset ${end}`).toBeGreaterThanOrEqual(end);
    end = (start ?? 0) + words.length;
  }
}
