import { describe, expect, test } from 'vitest';
import { openGazetteer } from '../../src/cli/gazetteer.ts';
import { readStory as mergeStory } from '../../src/extract/index.ts';
import type { Article, NewsEvent } from '../../src/types.ts';
import { readStory, storySlugs } from '../gold.ts';

const gazetteer = openGazetteer();
const read = (articles: readonly Article[]) => mergeStory({ timeZone: 'UTC' }, articles, gazetteer);
const article = (id: string, text: string, title?: string): Article => ({
  id,
  source: `Outlet ${id}`,
  published: '2024-05-15T12:00:00Z',
  ...(title && { title }),
  text,
});

/** The titles of events, the weightiest first. */
const ranked = (articles: readonly Article[]) =>
  read(articles)
    .toSorted((a, b) => (b.weight ?? 0) - (a.weight ?? 0))
    .map(({ title }) => title);

const FERRY = 'A ferry sank off Zanzibar on Tuesday.';
const MARKET = 'A market burned down in Mombasa on Tuesday.';

describe('weightier is', () => {
  test('what two outlets tell of', () => {
    expect(ranked([article('a', `${MARKET} ${FERRY}`), article('b', FERRY)])[0]).toMatch(/ferry/i);
  });

  test('but not for the print of one agency text by a second outlet', () => {
    const long = `${FERRY} ${MARKET} The coast guard of the island searched the channel with two boats until nightfall, its chief said.`;
    const weights = (articles: readonly Article[]) => read(articles).map(({ title, weight }) => [title, weight]);
    expect(weights([article('a', long), article('b', `${long} It was raining.`)])).toEqual(
      weights([article('a', long)]),
    );
  });

  test('what stands at the head of the article', () => {
    expect(ranked([article('a', `${FERRY} ${'Nobody spoke. '.repeat(60)}${MARKET}`)])[0]).toMatch(/ferry/i);
  });

  test('what the headline tells of', () => {
    expect(ranked([article('a', `${FERRY} ${MARKET}`, 'Mombasa market burned down')])[0]).toMatch(/market/i);
  });

  test('the news rather than what explains it', () => {
    expect(ranked([article('a', `A ferry sank off Zanzibar in 2011. ${MARKET}`)])[0]).toMatch(/market/i);
  });
});

describe.each(storySlugs())('%s', (slug) => {
  const { articles } = readStory(slug);
  const events = read(articles);
  const isOld = ({ reports }: NewsEvent) => reports.every(({ background }) => background);

  test('every weight is a share of two decimals', () => {
    for (const { weight = -1 } of events) {
      expect(weight).toBeGreaterThan(0);
      expect(weight).toBeLessThanOrEqual(1);
      expect(Math.round(100 * weight) / 100).toBe(weight);
    }
  });

  test('the three weightiest are news, and most outlets tell of one of them', () => {
    const first = events.toSorted((a, b) => (b.weight ?? 0) - (a.weight ?? 0)).slice(0, 3);
    expect(first.filter(isOld)).toEqual([]);
    const outlets = new Set(articles.map(({ source }) => source)).size;
    expect(Math.max(...first.map((event) => event.outlets))).toBeGreaterThanOrEqual(outlets / 2);
  });
});
