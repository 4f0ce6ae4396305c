import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { scriptBytes } from '../bench/script.ts';

/** One round trip of a fresh connection carries so much. */
const PAGE_BYTES = 14_000;
const SCRIPT_BYTES = 35_000;

test('the page of the demo story comes in one round trip, and its script is light before the map', async () => {
  const page = await (await fetch(`${inject('baseUrl')}/s/aleppo-2024`)).text();
  expect(page).toContain('<svg');
  expect(gzipSync(page, { level: 9 }).length).toBeLessThanOrEqual(PAGE_BYTES);
  expect(scriptBytes()).toBeLessThanOrEqual(SCRIPT_BYTES);
});
