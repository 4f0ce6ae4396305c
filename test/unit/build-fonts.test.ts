import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readWoff } from '../../seeds/build-fonts.ts';
import { packFonts, readFonts } from '../../src/http/picture/font-pack.ts';

const file = join(
  import.meta.dirname,
  '../../node_modules/@fontsource/open-sans/files/open-sans-latin-400-normal.woff',
);

test('the tables of a WOFF file are those that its directory sums up', () => {
  const { flavour, tables } = readWoff(readFileSync(file));
  expect(flavour).toBe(0x10000);
  expect(tables.map(({ tag }) => tag)).toEqual(expect.arrayContaining(['cmap', 'glyf', 'head', 'hmtx', 'name']));
  for (const { tag, checksum, bytes } of tables) {
    // The sum over `head` counts its own field as 0.
    if (tag !== 'head') expect(sumOf(bytes), tag).toBe(checksum);
  }
  expect(() => readWoff(Buffer.from('wOF2'))).toThrow('not a WOFF file');
});

test('a pack gives back the fonts that went into it', () => {
  const fonts = [
    { name: 'A one', family: 'A', weight: 400, bytes: new Uint8Array([1, 2, 3]) },
    { name: 'Ä', family: 'A', weight: 600, bytes: new Uint8Array([4]) },
  ];
  const pack = packFonts(fonts);
  expect(readFonts(pack.buffer as ArrayBuffer)).toEqual(fonts);
});

/** Of OpenType: 32-bit words added up, the last one filled with zeros. */
function sumOf(bytes: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 4)
    sum = (sum + [0, 1, 2, 3].reduce((word, j) => word * 256 + (bytes[i + j] ?? 0), 0)) % 2 ** 32;
  return sum;
}
