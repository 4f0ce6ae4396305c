import { describe, expect, test } from 'vitest';
import { openGazetteer } from '../../src/cli/gazetteer.ts';
import { shiftDay } from '../../src/extract/edtf.ts';
import { extract, readStory as mergeStory } from '../../src/extract/index.ts';
import type { NewsEvent } from '../../src/types.ts';
import { readStory, type StoryFile, storySlugs } from '../gold.ts';

/**
 * What must follow when a story is changed in a way that we understand, whatever the extractor makes of it: no gold needed.
 */

const gazetteer = openGazetteer();
const read = (story: StoryFile, articles = story.articles) => mergeStory(story, articles, gazetteer);
const sketch = (events: readonly NewsEvent[]) =>
  events.map(({ id, title, edtf, status, place }) => ({ id, title, edtf, status, at: place?.name ?? null }));
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

describe.each(storySlugs())('%s', (slug) => {
  const story = readStory(slug);

  test('the order of the articles changes nothing', () => {
    const forwards = sketch(read(story)).sort(byId);
    expect(forwards.length).toBeGreaterThan(0);
    expect(sketch(read(story, story.articles.toReversed())).sort(byId)).toEqual(forwards);
  });

  test('an article that comes in twice doubles nothing', () => {
    const [first] = story.articles;
    const again = first ? [{ ...first, id: `${first.id}-again` }] : [];
    expect(read(story, [...story.articles, ...again])).toHaveLength(read(story).length);
  });

  test('the same words a week later mean the same days a week later', () => {
    for (const article of story.articles) {
      const later = new Date(Date.parse(article.published) + 7 * 864e5).toISOString();
      const now = weekdays(
        extract({ ...article, published: new Date(article.published).toISOString() }, gazetteer).times,
      );
      const then = weekdays(extract({ ...article, published: later }, gazetteer).times);
      expect(then).toEqual(now.map(({ text, from }) => ({ text, from: from && shiftDay(from, 7) })));
    }
  });
});

test('in another city the same happenings lie in that city: no point stays behind, none comes from elsewhere', () => {
  // As long as Aleppo and in the same country, so that every clause keeps its place in the text.
  const other = 'Tartus';
  const { articles } = readStory('aleppo-2024');
  const moved = articles.map((article) => ({ ...article, text: article.text.replaceAll('Aleppo', other) }));
  const reportsAt = (name: string, given: typeof articles) =>
    given.flatMap((article) =>
      extract(article, gazetteer)
        .reports.filter((report) => report.place?.name === name)
        .map((report) => `${article.id} ${report.start}`),
    );
  const before = reportsAt('Aleppo', articles);
  const after = reportsAt(other, moved);
  expect(after.length).toBeGreaterThan(0);
  expect(before).toEqual(expect.arrayContaining(after));
  expect(reportsAt('Aleppo', moved)).toEqual([]);
});

/** The readings that hang on the day of publication alone. */
function weekdays(times: readonly { text: string; from: string | null }[]) {
  return times
    .filter(({ text }) => /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|tomorrow|tonight)$/.test(text))
    .map(({ text, from }) => ({ text, from }));
}
