import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findPublished } from '../../src/extract/dateline.ts';

interface Sheet {
  published: string | null;
  heads: { text: string; url?: string }[];
}

const sheets: Sheet[] = JSON.parse(readFileSync(join(import.meta.dirname, '../cases/datelines.json'), 'utf8'));

describe('findPublished', () => {
  for (const { published, heads } of sheets) {
    for (const head of heads) {
      test(`${published ?? 'nothing'}: ${head.text.slice(0, 60)} ${head.url ?? ''}`, () => {
        expect(findPublished(head) ?? null).toBe(published);
      });
    }
  }
});
