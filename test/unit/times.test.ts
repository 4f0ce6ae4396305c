import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../src/extract/sentences.ts';
import { findTimexes } from '../../src/extract/timexes.ts';
import type { Timex } from '../../src/types.ts';

/** What a bracketed mention must be: any of these fields, or null where nothing may be read. */
interface Case extends Partial<Pick<Timex, 'type' | 'value' | 'mod' | 'from' | 'to' | 'edtf' | 'bound' | 'rule'>> {
  offsetMinutes?: number | null;
  /** Sentences with the mention in brackets. Of null cases: what must not be touched, the whole sentence without brackets. */
  says: string[];
  /** Not read yet: the case stays, and fails when it begins to work. */
  failing?: boolean;
}

interface Sheet {
  dct?: string;
  cases: Case[];
}

const folder = join(import.meta.dirname, '../cases');

for (const file of readdirSync(folder).filter((name) => /^times.*\.json$/.test(name))) {
  const sheets: Sheet[] = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  describe(file, () => {
    for (const { dct, cases } of sheets) {
      for (const { says, failing, ...expected } of cases) {
        for (const said of says) {
          const run = failing ? test.fails : test;
          run(`${dct ?? 'no date'}: ${said} = ${expected.value ?? JSON.stringify(expected)}`, () =>
            check(said, dct, expected),
          );
        }
      }
    }
  });
}

function check(said: string, dct: string | undefined, expected: Omit<Case, 'says' | 'failing'>): void {
  const { text, start, end } = unbracket(said);
  const times = findTimexes(splitSentences(text), dct);
  for (const time of times) expect(text.slice(time.start, time.end)).toBe(time.text);
  const trace = times.map(({ text: mention, value, rule }) => `${mention} = ${value} by "${rule}"`).join('; ');
  if (expected.value === null) {
    const touched = times.filter((time) => time.start < end && time.end > start);
    expect(
      touched.map((time) => time.text),
      trace,
    ).toEqual([]);
    return;
  }
  const found = times.find((time) => time.start === start && time.end === end);
  expect(found?.text, trace || 'nothing read').toBe(text.slice(start, end));
  const { offsetMinutes, ...fields } = expected;
  expect(found).toMatchObject(fields);
  if (offsetMinutes !== undefined) expect(found?.clock?.offsetMinutes).toBe(offsetMinutes);
}

function unbracket(said: string): { text: string; start: number; end: number } {
  const text = said.replace(/[[\]]/g, '');
  const open = said.indexOf('[');
  return open < 0 ? { text, start: 0, end: text.length } : { text, start: open, end: said.indexOf(']') - 1 };
}
