import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { writeNotices } from '../../src/cli/notices.ts';

test('the third-party notices are those of the lockfile and the sources', () => {
  const file = resolve(import.meta.dirname, '../../THIRD-PARTY-NOTICES.md');
  expect(readFileSync(file, 'utf8'), 'run npm run notices').toBe(`${writeNotices()}\n`);
});

test('a program that serves to unpack sources is not said to ship', () => {
  expect(writeNotices()).not.toContain('7z-wasm');
});

test('nothing that ships is under a licence that would bind a newsroom’s own pages', () => {
  const [data = '', packages = ''] = writeNotices().split('\n## Packages\n');
  expect(packages).toMatch(/Licence: MIT/);
  expect(packages).not.toMatch(/Licence: .*GPL/);
  // Of a source package only data is taken; its own licence binds the package's code, which does not ship.
  const licences = data.match(/^Licence: .*/gm) ?? [];
  expect(licences.length).toBeGreaterThan(0);
  expect(
    licences.filter((licence) => /GPL/.test(licence) && !/the data is in the public domain/.test(licence)),
  ).toEqual([]);
});
