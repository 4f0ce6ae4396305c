import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openGazetteer } from '../../src/cli/gazetteer.ts';
import { markFurniture } from '../../src/extract/furniture.ts';
import { readStory } from '../../src/extract/index.ts';
import { findFigures } from '../../src/extract/lang/en/figures.ts';
import { splitSentences } from '../../src/extract/sentences.ts';
import { tokenize } from '../../src/extract/tokens.ts';
import type { Figure, NewsEvent, Sentence } from '../../src/types.ts';

const gazetteer = openGazetteer();

/** What an event must be, in the fields that are given; `place` is its name. */
interface Expected extends Partial<Omit<NewsEvent, 'place' | 'figures'>> {
  place?: string | null;
  background?: boolean;
  figures?: Pick<Figure, 'kind' | 'min' | 'max'>[];
}

interface Sheet {
  published: string;
  cases: { events: Expected[]; says: string[]; failing?: boolean }[];
}

const read = <T>(name: string): T => JSON.parse(readFileSync(join(import.meta.dirname, '../cases', name), 'utf8'));

const tell = (text: string, published: string) =>
  readStory({ timeZone: 'UTC' }, [{ id: 'a', source: 'Test Wire', published, text }], gazetteer);

describe('events of an article', () => {
  for (const { published, cases } of ['events.json', 'events-clauses.json', 'events-where.json'].flatMap((name) =>
    read<Sheet[]>(name),
  )) {
    for (const { events, says, failing } of cases) {
      for (const said of says) {
        const run = failing ? test.fails : test;
        run(`${said} = ${events.map(({ edtf, place }) => `${edtf} ${place ?? ''}`).join(', ') || 'nothing'}`, () => {
          const found = tell(said, published);
          const trace = found.map(({ title, edtf, place }) => `${edtf} ${place?.name}: ${title}`).join('; ');
          expect(found.length, trace).toBe(events.length);
          const inOrder = found.toSorted((a, b) => (a.reports[0]?.start ?? 0) - (b.reports[0]?.start ?? 0));
          for (const [i, expected] of events.entries()) check(inOrder[i], expected);
        });
      }
    }
  }
});

function check(event: NewsEvent | undefined, { place, background, figures, ...rest }: Expected) {
  expect(event).toMatchObject(rest);
  if (place !== undefined) expect(event?.place?.name ?? null).toBe(place);
  if (background !== undefined) expect(event?.reports.every((report) => report.background)).toBe(background);
  if (figures) expect(event?.figures).toMatchObject(figures);
}

test('every quote is the words at its offsets', () => {
  const text = 'A ferry sank off Zanzibar on Tuesday, officials said. “It was dark,” a diver said.';
  for (const { reports } of tell(text, '2024-05-15')) {
    for (const { start, end, quote } of reports) expect(text.slice(start, end)).toBe(quote);
  }
});

test('without a day of publication only what is dated by itself remains', () => {
  const text = 'A ferry sank off Zanzibar in 2016. A warehouse burned down in Lima. A tram crashed in Oslo on Tuesday.';
  const found = readStory({ timeZone: 'UTC' }, [{ id: 'a', source: 'Test Wire', text }], gazetteer);
  expect(found.map(({ edtf }) => edtf)).toEqual(['2016']);
});

test.each([
  ['', 0],
  ['\u0000\u0001\uD800', 0],
  ['on on on '.repeat(500), 0],
  [`${'A '.repeat(20_000)}.`, 0],
])('odd text gives no event and no error: %#', (text, count) => {
  expect(tell(text, '2024-05-15')).toHaveLength(count);
});

describe('furniture', () => {
  for (const { article, lines } of read<{ article: string; lines: [Sentence['kind'], string][] }[]>(
    'events-furniture.json',
  )) {
    test(article, () => {
      const marked = markFurniture(splitSentences(lines.map(([, line]) => line).join('\n')));
      const kinds = lines.map((_, i) => marked.find(({ paragraph }) => paragraph === i)?.kind);
      expect(kinds).toEqual(lines.map(([kind]) => kind));
    });
  }
});

describe('figures', () => {
  for (const { kind, min, max, says } of read<
    { kind: Figure['kind'] | null; min: number; max: number | null; says: string[] }[]
  >('events-figures.json')) {
    test.each(says)(`%s = ${kind} ${min} to ${max}`, (said) => {
      const [sentence] = splitSentences(said);
      const tokens = sentence ? tokenize(sentence) : [];
      const found = findFigures(said, tokens, 0, tokens.length - 1);
      expect(found).toMatchObject(kind === null ? [] : [{ kind, min, max }]);
      for (const { start, end, text } of found) expect(said.slice(start, end)).toBe(text);
    });
  }
});
