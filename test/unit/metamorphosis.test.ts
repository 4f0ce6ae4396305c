import { describe, expect, test } from 'vitest';
import { openGazetteer } from '../../src/cli/gazetteer.ts';
import { daysBetween, daysOf, shiftDay } from '../../src/extract/edtf.ts';
import { extract, readStory as mergeStory } from '../../src/extract/index.ts';
import type { Article, NewsEvent, Timex } from '../../src/types.ts';
import { readStory, type StoryFile, storySlugs } from '../gold.ts';

/**
 * What must follow when a story is changed in a way that we understand, whatever the extractor makes of it: no gold needed.
 */

const gazetteer = openGazetteer();
const DAY = 864e5;

/** All that a reader sees of events, by their ids. */
const sketch = (events: readonly NewsEvent[]) => new Map(events.map((event) => [event.id, event]));
const read = (story: StoryFile, articles: readonly Article[] = story.articles) =>
  mergeStory(story, articles, gazetteer);
const clausesOf = ({ reports }: NewsEvent) => reports.map(({ article, start, end }) => `${article} ${start} ${end}`);

/** Numbers from 0 to 1, the same at each run (mulberry32). */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffle<T>(values: readonly T[], random: () => number): T[] {
  return values
    .map((value) => ({ value, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ value }) => value);
}

/** A town of each story, and one that is as long, in the same country and not in the story: every clause keeps its place. */
const MOVES: Record<string, { from: string; to: string }> = {
  'aleppo-2024': { from: 'Aleppo', to: 'Tartus' },
  'champions-league-final-2024': { from: 'Munich', to: 'Bochum' },
  'ftx-trial': { from: 'Delaware', to: 'Arkansas' },
  'hurricane-beryl-2024': { from: 'Houston', to: 'Lubbock' },
};

describe.each(storySlugs())('%s', (slug) => {
  const story = readStory(slug);
  const whole = sketch(read(story));
  const seed = slug.length;

  test('the order of the articles changes nothing', () => {
    expect(whole.size).toBeGreaterThan(0);
    const random = makeRandom(seed);
    expect(sketch(read(story, story.articles.toReversed()))).toEqual(whole);
    for (let i = 0; i < 3; i += 1) expect(sketch(read(story, shuffle(story.articles, random)))).toEqual(whole);
  });

  test('an article that comes in twice changes nothing, whichever it is and whatever it is called', () => {
    for (const article of story.articles) {
      const again = { ...article, id: `zz-${article.id}` };
      expect(sketch(read(story, [again, ...story.articles])), article.id).toEqual(whole);
    }
  });

  test('of any choice of articles, one more never opens an old event anew', () => {
    const random = makeRandom(seed + 1);
    for (let round = 0; round < 8; round += 1) {
      const chosen = shuffle(story.articles, random).slice(0, 2 + Math.floor(random() * (story.articles.length - 2)));
      const byTime = chosen.toSorted((a, b) => Date.parse(a.published) - Date.parse(b.published));
      const before = read(story, byTime.slice(0, -1));
      const after = read(story, byTime);
      const old = new Set(before.map(({ id }) => id));
      const now = new Map(after.flatMap((event) => clausesOf(event).map((clause) => [clause, event.id])));
      for (const event of before) {
        const [opener = ''] = clausesOf(event);
        // An event is where it was, or has gone into another that was there.
        expect(old, `${event.title} by ${opener}`).toContain(now.get(opener));
      }
    }
  });

  test('no event of a part of the articles rests on another article, and every id is one event', () => {
    const random = makeRandom(seed + 2);
    for (let round = 0; round < 4; round += 1) {
      const chosen = story.articles.filter(() => random() < 0.6);
      const ids = new Set(chosen.map(({ id }) => id));
      const events = read(story, chosen);
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
      expect(events.flatMap(({ reports }) => reports).filter(({ article }) => !ids.has(article))).toEqual([]);
      const clauses = events.flatMap(clausesOf);
      expect(new Set(clauses).size).toBe(clauses.length);
    }
  });

  test('published some days later, what counts from that day moves with it, and what names its year stays', () => {
    for (const article of story.articles) {
      const now = readAt(article, 0);
      for (const days of [2, 7]) {
        const then = readAt(article, days);
        const moves = days === 7 ? COUNTED : FROM_THE_DAY;
        expect(daysIn(then, moves), `${article.id} ${days} days later`).toEqual(
          daysIn(now, moves).map(({ text, from, to }) => ({
            text,
            from: from && shiftDay(from, days),
            to: to && shiftDay(to, days),
          })),
        );
        expect(daysIn(then, WITH_YEAR)).toEqual(daysIn(now, WITH_YEAR));
      }
      // Two days on, "Friday" is the same day or the next of its name.
      const before = daysIn(now, WEEKDAY);
      const after = daysIn(readAt(article, 2), WEEKDAY);
      expect(after.map(({ text }) => text)).toEqual(before.map(({ text }) => text));
      for (const [i, { from }] of after.entries()) {
        const was = before[i]?.from ?? null;
        if (from !== null && was !== null) expect([0, 7]).toContain(daysBetween(was, from));
      }
    }
  });

  test('a whole story published a week later tells the same, and its news is a week later', () => {
    const later = story.articles.map((article) => ({ ...article, published: laterBy(article.published, 7) }));
    const news = (articles: readonly Article[]) =>
      articles
        .flatMap((article) => extract(article, gazetteer).reports)
        .filter(({ timex }) => timex && COUNTED.test(timex.text))
        .map(({ article, start, edtf }) => ({ key: `${article} ${start}`, from: daysOf(edtf)?.from ?? null }));
    const before = news(story.articles);
    expect(before.length).toBeGreaterThan(0);
    expect(news(later)).toEqual(before.map(({ key, from }) => ({ key, from: from && shiftDay(from, 7) })));
  });

  test('in another town the same happenings lie in that town: no point stays behind, none comes from elsewhere', () => {
    const { from, to } = MOVES[slug] ?? { from: '', to: '' };
    expect(
      story.articles.some(({ text }) => text.includes(from)),
      'the story has its town',
    ).toBe(true);
    const moved = story.articles.map((article) => ({ ...article, text: article.text.replaceAll(from, to) }));
    const reportsAt = (name: string, given: readonly Article[]) =>
      given.flatMap((article) =>
        extract(article, gazetteer)
          .reports.filter(({ place }) => place?.name === name)
          .map(({ start }) => `${article.id} ${start}`),
      );
    const before = reportsAt(from, story.articles);
    const after = reportsAt(to, moved);
    expect(before.length).toBeGreaterThan(0);
    expect(after.length).toBeGreaterThan(0);
    expect(before).toEqual(expect.arrayContaining(after));
    expect(reportsAt(from, moved)).toEqual([]);
  });
});

const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;
const FROM_THE_DAY = /^(?:today|tomorrow|yesterday|tonight)$/;
/** Counted from the day of publication alone. */
const COUNTED = new RegExp(`${WEEKDAY.source}|${FROM_THE_DAY.source}`);
const WITH_YEAR = /\b(?:19|20)\d{2}\b/;

const laterBy = (published: string, days: number) => new Date(Date.parse(published) + days * DAY).toISOString();

/** The article's times as if it had appeared some days later; at 0 in the same zone as the others. */
const readAt = (article: Article & { published: string }, days: number): Timex[] =>
  extract({ ...article, published: laterBy(article.published, days) }, gazetteer).times;

const daysIn = (times: readonly Timex[], pattern: RegExp) =>
  times.filter(({ text }) => pattern.test(text)).map(({ text, from, to }) => ({ text, from, to }));
