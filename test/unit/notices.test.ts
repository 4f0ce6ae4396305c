import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { writeNotices } from '../../src/cli/notices.ts';

test('the third-party notices are those of the lockfile and the sources', () => {
  const file = resolve(import.meta.dirname, '../../THIRD-PARTY-NOTICES.md');
  expect(readFileSync(file, 'utf8'), 'run npm run notices').toBe(`${writeNotices()}\n`);
});

test('nothing that ships is under a licence that would bind a newsroom’s own pages', () => {
  expect(writeNotices()).not.toMatch(/Licence: .*\b(A?GPL|LGPL|SSPL|BUSL)/);
});
