/** How wide a font's letters are: em by code point, undefined for what the font does not have. */
export type Widths = (codePoint: number) => number | undefined;

/**
 * Reads the advance widths of a TrueType font from its tables `head` (units), `hhea` (how many widths there are), `hmtx`
 * (the widths) and `cmap` (the glyph of a character; formats 4 and 12, of which every font of today has one).
 */
export function readWidths(bytes: Uint8Array): Widths {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, number>();
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const entry = 12 + 16 * i;
    tables.set(String.fromCharCode(...bytes.subarray(entry, entry + 4)), view.getUint32(entry + 8));
  }
  const table = (name: string) => {
    const start = tables.get(name);
    if (start === undefined) throw new Error(`a font without the table "${name}"`);
    return start;
  };
  const unit = view.getUint16(table('head') + 18);
  const count = view.getUint16(table('hhea') + 34);
  const hmtx = table('hmtx');
  const glyphOf = readGlyphs(view, table('cmap'));
  return (codePoint) => {
    const glyph = glyphOf(codePoint);
    // The last width holds for all glyphs from there on.
    return glyph === 0 ? undefined : view.getUint16(hmtx + 4 * Math.min(glyph, count - 1)) / unit;
  };
}

/** 0 stands for "no glyph". */
function readGlyphs(view: DataView, cmap: number): (codePoint: number) => number {
  const subtables = Array.from({ length: view.getUint16(cmap + 2) }, (_, i) => cmap + view.getUint32(cmap + 8 + 8 * i));
  const long = subtables.find((start) => view.getUint16(start) === 12);
  if (long !== undefined) return (codePoint) => lookUpLong(view, long, codePoint);
  const short = subtables.find((start) => view.getUint16(start) === 4);
  if (short !== undefined) return (codePoint) => lookUpShort(view, short, codePoint);
  throw new Error('a font without a character table of format 4 or 12');
}

/** Format 12: groups of first character, last character, first glyph. */
function lookUpLong(view: DataView, start: number, codePoint: number): number {
  for (let i = 0; i < view.getUint32(start + 12); i += 1) {
    const group = start + 16 + 12 * i;
    if (codePoint > view.getUint32(group + 4)) continue;
    const first = view.getUint32(group);
    return codePoint < first ? 0 : view.getUint32(group + 8) + codePoint - first;
  }
  return 0;
}

/** Format 4: four columns of segments, each with a last character, a first one, a shift, and perhaps a list of glyphs. */
function lookUpShort(view: DataView, start: number, codePoint: number): number {
  const columns = view.getUint16(start + 6);
  const [ends, starts] = [start + 14, start + 16 + columns];
  const [shifts, lists] = [starts + columns, starts + 2 * columns];
  for (let i = 0; i < columns; i += 2) {
    if (codePoint > view.getUint16(ends + i)) continue;
    const first = view.getUint16(starts + i);
    if (codePoint < first) return 0;
    const list = view.getUint16(lists + i);
    const shift = view.getUint16(shifts + i);
    if (list === 0) return (codePoint + shift) & 0xffff;
    const glyph = view.getUint16(lists + i + list + 2 * (codePoint - first));
    return glyph === 0 ? 0 : (glyph + shift) & 0xffff;
  }
  return 0;
}
