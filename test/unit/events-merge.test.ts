import { describe, expect, test } from 'vitest';
import { openGazetteer } from '../../src/cli/gazetteer.ts';
import { findCopies } from '../../src/extract/copies.ts';
import { readStory as mergeStory } from '../../src/extract/index.ts';
import type { Article, NewsEvent } from '../../src/types.ts';
import { readStory, storySlugs } from '../gold.ts';

const gazetteer = openGazetteer();
const read = (articles: readonly Article[]) => mergeStory({ timeZone: 'UTC' }, articles, gazetteer);
const article = (id: string, text: string, published = '2024-05-15T12:00:00Z'): Article => ({
  id,
  source: `Outlet ${id}`,
  published,
  text,
});
const evidenceOf = ({ reports }: NewsEvent) =>
  reports.map((report) => `${report.article} ${report.start} ${report.end}`);

describe('one happening, one event', () => {
  test('two outlets in other words', () => {
    const [event, ...others] = read([
      article('a', 'A passenger ferry sank off Zanzibar on Tuesday. Police said 12 people were missing.'),
      article('b', 'Rescuers searched the sea off Zanzibar on Wednesday after a ferry sank there on Tuesday.'),
    ]).filter(({ edtf }) => edtf === '2024-05-14');
    expect(others).toEqual([]);
    expect(event).toMatchObject({ outlets: 2, texts: 2 });
  });

  test('an undated account joins the dated one', () => {
    const found = read([
      article('a', 'Rebels seized the airport of Goma on Monday.'),
      article('b', 'Rebels have seized the airport of Goma.', '2024-05-13T20:00:00Z'),
    ]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ edtf: '2024-05-13', inferred: false, outlets: 2 });
  });

  test('a year and a month in it, for one uprising', () => {
    const found = read([
      article('a', 'The civil war in Syria broke out in 2011.'),
      article('b', 'The uprising in Syria began in March 2011.'),
    ]);
    expect(found.map(({ edtf }) => edtf)).toEqual(['2011-03']);
  });

  test('one calls him by his name, the other the founder', () => {
    const found = read([
      article('a', 'The founder was arrested in Nassau on Monday at his flat.'),
      article('b', 'Per Dahl was arrested in Nassau on Monday.'),
    ]);
    expect(found).toHaveLength(1);
  });

  test('a district of the city', () => {
    const found = read([
      article('a', 'A jury in New York convicted Per Dahl of fraud on Tuesday.'),
      article('b', 'A jury in Manhattan found Per Dahl guilty on Tuesday.'),
    ]);
    expect(found).toHaveLength(1);
  });

  test('what one outlet plans and another reports has happened', () => {
    const found = read([
      article('a', 'The king will visit Oslo on Tuesday.', '2024-05-13T08:00:00Z'),
      article('b', 'The king visited Oslo on Tuesday.'),
    ]);
    expect(found.map(({ status }) => status)).toEqual(['reported']);
  });

  test('a war that goes on since a year, and its beginning in that year', () => {
    const found = read([
      article('a', 'The civil war in Sudan has dragged on since 2011.'),
      article('b', 'The civil war in Sudan broke out in 2011.'),
    ]);
    expect(found.map(({ edtf, outlets }) => [edtf, outlets])).toEqual([['2011', 2]]);
  });

  test('one tells the cause, the other the toll, with other words for the same things', () => {
    const found = read([
      article('a', 'Shelling of a dormitory in Kharkiv killed four students on Monday.'),
      article('b', 'Four people died in Kharkiv on Monday at a student hostel.'),
    ]);
    expect(found.map(({ outlets }) => outlets)).toEqual([2]);
  });

  test('one calls him by his name, the other by his people', () => {
    const found = read([
      article('a', 'Chelsea signed Anders Berg on Monday for a record fee.'),
      article('b', 'The Norwegian joined Chelsea on Monday.'),
    ]);
    expect(found).toHaveLength(1);
  });

  test('figures that differ stand side by side', () => {
    const [event] = read([
      article('a', 'An earthquake in Quito on Monday killed 12 people.'),
      article('b', 'An earthquake in Quito on Monday killed at least 14 people.'),
    ]);
    expect(event?.figures.map(({ min, max }) => [min, max])).toEqual([
      [12, 12],
      [14, null],
    ]);
  });
});

describe('two happenings, two events', () => {
  test.each([
    ['two towns', 'Drones struck Kharkiv on Sunday.', 'Drones struck Odesa on Sunday.'],
    ['two days', 'Drones struck Kharkiv on Sunday.', 'Drones struck Kharkiv on Monday.'],
    ['two people', 'Anna Berg was sentenced in Oslo on Tuesday.', 'Per Dahl was appointed in Oslo on Tuesday.'],
    [
      'two states',
      'The European Union suspended its aid to the ministry on Saturday.',
      'France had halted its aid to the ministry on Saturday.',
    ],
    ['two transfers', 'Anders Berg joined Chelsea on Monday.', 'Milo Novak joined Arsenal on Monday.'],
    [
      'two announcements of two armies',
      'The army admitted on Sunday that it had left Goma.',
      'The National Army announced an operation of its own on Sunday.',
    ],
    [
      'two announcements',
      'The army announced on Sunday that it had left Goma.',
      'The club announced on Sunday that its coach would go.',
    ],
  ])('%s', (_, one, other) => {
    expect(read([article('a', one), article('b', other)])).toHaveLength(2);
  });
});

test('prints of one agency text are one independent text', () => {
  const text =
    'A passenger ferry with forty people on board sank in heavy seas off Zanzibar on Tuesday, the coast guard of the island said.';
  const found = read([article('a', text), article('b', `${text} It was raining.`)]);
  expect(found[0]).toMatchObject({ outlets: 2, texts: 1 });
  expect(
    findCopies([
      article('a', text),
      article('b', 'Quite another text about a football match in Oslo that nobody saw coming.'),
    ]),
  ).toEqual(new Map());
});

describe.each(storySlugs())('%s', (slug) => {
  const { articles } = readStory(slug);

  test('a later article never changes the id of an event that stays', () => {
    const byTime = articles.toSorted((a, b) => Date.parse(a.published) - Date.parse(b.published));
    for (let count = 1; count < byTime.length; count += 1) {
      const before = read(byTime.slice(0, count));
      const after = read(byTime.slice(0, count + 1));
      const ids = new Set(after.map(({ id }) => id));
      for (const event of before) {
        if (ids.has(event.id)) continue;
        // It is gone only if it went into another event that was there before.
        const into = after.find((other) => evidenceOf(other).includes(evidenceOf(event)[0] ?? ''));
        expect(
          before.map(({ id }) => id),
          event.title,
        ).toContain(into?.id);
      }
    }
  });

  test('every event has its own id, a title and evidence in the text', () => {
    const events = read(articles);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    for (const { title, reports } of events) {
      expect(title).toMatch(/^\S.*\S$/);
      expect(reports.length).toBeGreaterThan(0);
      for (const { article: id, start, end, quote } of reports) {
        expect(articles.find((given) => given.id === id)?.text.slice(start, end)).toBe(quote);
      }
    }
  });
});
