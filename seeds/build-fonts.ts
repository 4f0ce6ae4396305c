// Packs the type faces of pictures from their npm packages into seeds/fonts.bin.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { type Font, packFonts } from '../src/http/picture/font-pack.ts';

export const FONTS_FILE = join(import.meta.dirname, 'fonts.bin');
const packages = join(import.meta.dirname, '../node_modules');

/** The faces of the page and of the map's labels: for each, the alphabets that have a file of their own. */
const FACES = [
  { folder: 'newsreader', family: 'Newsreader', alphabets: ['latin', 'latin-ext', 'vietnamese'], weights: [600] },
  {
    folder: 'open-sans',
    family: 'Open Sans',
    alphabets: ['latin', 'latin-ext', 'cyrillic', 'greek', 'hebrew', 'vietnamese'],
    weights: [400, 600],
  },
];

/** Arabic with its own Latin letters, in one file: the letters of a line that joins and runs both ways come from one font. */
const ARABIC = [
  { weight: 400, file: '400Regular/NotoSansArabic_400Regular.ttf' },
  { weight: 600, file: '600SemiBold/NotoSansArabic_600SemiBold.ttf' },
];

/** Writes the pack; what it depends on is this file, the packages and the layout of the pack. */
export function buildFonts(): void {
  const fonts = FACES.flatMap(({ folder, family, alphabets, weights }) =>
    weights.flatMap((weight) =>
      alphabets.map((alphabet): Font => {
        const path = join(packages, '@fontsource', folder, 'files', `${folder}-${alphabet}-${weight}-normal.woff`);
        const name = `${family} ${alphabet}`;
        return { name, family, weight, bytes: writeFont(readWoff(readFileSync(path)), name) };
      }),
    ),
  );
  const arabic = ARABIC.map(({ weight, file }): Font => {
    const bytes = readFileSync(join(packages, '@expo-google-fonts/noto-sans-arabic', file));
    return { name: 'Noto Sans Arabic', family: 'Noto Sans Arabic', weight, bytes };
  });
  writeFileSync(FONTS_FILE, packFonts([...fonts, ...arabic]));
}

interface FontTables {
  /** What kind of outlines there are. */
  flavour: number;
  tables: { tag: string; checksum: number; bytes: Uint8Array }[];
}

/**
 * The tables of a WOFF file (version 1):
 *
 *     header 44 bytes: "wOFF" | flavour | length | tables u16 … | a table: tag | offset | packed length | length | checksum
 */
export function readWoff(woff: Buffer): FontTables {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF file');
  const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, i) => {
    const entry = 44 + 20 * i;
    const [at = 0, packed = 0, length = 0, checksum = 0] = [4, 8, 12, 16].map((field) =>
      woff.readUInt32BE(entry + field),
    );
    const bytes = woff.subarray(at, at + packed);
    return {
      tag: woff.toString('latin1', entry, entry + 4),
      checksum,
      bytes: packed === length ? bytes : inflateSync(bytes),
    };
  });
  return { flavour: woff.readUInt32BE(4), tables };
}

/**
 * A TrueType file of the tables, under a name of its own: the files of one family all have the same, and who asks for the
 * family by name would get any of them.
 */
function writeFont({ flavour, tables }: FontTables, name: string): Uint8Array {
  const count = tables.length;
  const search = 2 ** Math.floor(Math.log2(count));
  const head = Buffer.alloc(12 + 16 * count);
  head.writeUInt32BE(flavour, 0);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(16 * search, 6);
  head.writeUInt16BE(Math.log2(search), 8);
  head.writeUInt16BE(16 * (count - search), 10);
  const parts: Uint8Array[] = [head];
  let at = head.length;
  for (const [i, table] of tables.entries()) {
    const bytes = table.tag === 'name' ? nameTable(name) : table.bytes;
    head.write(table.tag, 12 + 16 * i, 'latin1');
    for (const [field, value] of [table.checksum, at, bytes.length].entries())
      head.writeUInt32BE(value, 12 + 16 * i + 4 + 4 * field);
    // Tables begin at multiples of four bytes.
    const padded = Buffer.alloc(Math.ceil(bytes.length / 4) * 4);
    padded.set(bytes);
    parts.push(padded);
    at += padded.length;
  }
  return Buffer.concat(parts);
}

/** Family (1), style (2), full name (4) and PostScript name (6), in the encoding of Windows: the least that readers ask for. */
function nameTable(name: string): Buffer {
  const names = Object.entries({ 1: name, 2: 'Regular', 4: name, 6: name.replaceAll(' ', '') }).map(([id, text]) => ({
    id: Number(id),
    text: Buffer.from(text, 'utf16le').swap16(),
  }));
  const head = Buffer.alloc(6 + 12 * names.length);
  for (const [index, value] of [0, names.length, head.length].entries()) head.writeUInt16BE(value, 2 * index);
  let at = 0;
  for (const [index, { id, text }] of names.entries()) {
    // Windows, Unicode, English of the United States.
    for (const [field, value] of [3, 1, 0x409, id, text.length, at].entries())
      head.writeUInt16BE(value, 6 + 12 * index + 2 * field);
    at += text.length;
  }
  return Buffer.concat([head, ...names.map(({ text }) => text)]);
}
