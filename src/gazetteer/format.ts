/**
 * The gazetteer's file: one little-endian buffer, read in place through typed-array views.
 *
 *   header     magic "DLGZ" · version · length of the file · checksum of all that follows   (4 x u32)
 *   directory  offset and length in bytes of each section, in the order of SECTIONS          (2 x u32 each)
 *   sections   each begins at a multiple of four
 *
 * Names. `keys` is the sorted list of folded names, cut in blocks of BLOCK entries; an entry repeats only what differs
 * from the one before it:
 *
 *   shared u8 · length u8 · rest of the key · counts u8 (groups << 4 | alternates; 15: a varint follows)
 *   if bit 7 of length is set: word u8 (how common the key is as an English word, 1 most to 3; 4: it is a given name)
 *   per group:      places varint · display length u8 · display name (UTF-8; none: the key with capitals)
 *   per alternate:  place varint
 *
 * Places are numbered in the order of their own name's key, so the places of the groups need no numbers: they go on
 * from `blockBase` of the block. Alternates name a place that has another name of its own. A key that begins with "~"
 * is a loose one (see foldLoosely), with "^" a people's name, with "@" an outlet's domain.
 *
 * Places are columns. Latitude and longitude are 20-bit fractions of 180 and 360 degrees (38 m at the equator): 16 bits
 * in `lat`/`lng`, four more each in `fine`. `population` is a small float: 11 bits of mantissa, 5 of exponent.
 */
export const MAGIC = 0x5a474c44;
export const VERSION = 2;
/** Bit of `length` that says that the word byte follows; bit of the word byte for a given name. */
export const IS_WORD = 0x80;
export const IS_GIVEN_NAME = 4;
export const BLOCK = 16;
export const HEADER_WORDS = 4;

/** Element size of each section in bytes. */
export const SECTIONS = {
  blockOffset: 4,
  blockBase: 4,
  keys: 1,
  idLow: 2,
  idHigh: 1,
  lat: 2,
  lng: 2,
  fine: 1,
  population: 2,
  region: 2,
  county: 2,
  code: 1,
  /** Per region: its own place, or NONE. */
  regionPlace: 4,
  regionZone: 2,
  /** Per county (GeoNames second level): its own place. */
  countyPlace: 4,
  /** Places whose zone is not that of their region, sorted, and that zone. */
  oddZonePlace: 4,
  oddZone: 2,
  /** Places with an extent, sorted, and its radius in km. */
  areaPlace: 4,
  areaRadius: 2,
  /** Lists of words, a line each: feature codes ("P.PPL"), regions ("SY.09", "SY." for a country), time zones. */
  codes: 1,
  regions: 1,
  zones: 1,
} as const;

export type Section = keyof typeof SECTIONS;
export const SECTION_NAMES = Object.keys(SECTIONS) as Section[];
export const HEADER_BYTES = 4 * (HEADER_WORDS + 2 * SECTION_NAMES.length);

/** Marks a region without a place of its own, and a place without a county. */
export const NONE = 0xffffffff;
export const NO_COUNTY = 0xffff;

const FRACTIONS = 2 ** 20;

export function packDegrees(degrees: number, range: 180 | 360): number {
  const fraction = Math.round(((degrees + range / 2) / range) * FRACTIONS);
  return Math.min(FRACTIONS - 1, Math.max(0, fraction));
}

export function unpackDegrees(packed: number, range: 180 | 360): number {
  return Math.round(((packed / FRACTIONS) * range - range / 2) * 1e4) / 1e4;
}

/** Two significant words of a population: at most 0.1 % off. */
export function packPopulation(population: number): number {
  let [mantissa, exponent] = [Math.round(population), 0];
  while (mantissa > 0x7ff) [mantissa, exponent] = [Math.round(mantissa / 2), exponent + 1];
  return (exponent << 11) | mantissa;
}

export function unpackPopulation(packed: number): number {
  return (packed & 0x7ff) * 2 ** (packed >> 11);
}

/** A 32-bit digest over whole words, in four lanes so that six megabytes take two milliseconds. */
export function checksum(words: Uint32Array): number {
  let [a, b, c, d] = [1, 2, 3, 4];
  let i = 0;
  for (; i + 3 < words.length; i += 4) {
    a = Math.imul(a ^ (words[i] as number), 0x01000193);
    b = Math.imul(b ^ (words[i + 1] as number), 0x01000193);
    c = Math.imul(c ^ (words[i + 2] as number), 0x01000193);
    d = Math.imul(d ^ (words[i + 3] as number), 0x01000193);
  }
  for (; i < words.length; i++) a = Math.imul(a ^ (words[i] as number), 0x01000193);
  return (a ^ Math.imul(b, 3) ^ Math.imul(c, 5) ^ Math.imul(d, 7)) >>> 0;
}

/** "deir ez zor" -> "Deir Ez Zor": how a key looks as a name when nothing else is known. */
export function capitalise(key: string): string {
  return key.replace(/(?:^| )\S/g, (start) => start.toUpperCase());
}

export function encodeUtf8(text: string): number[] {
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return bytes;
}

export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  let ascii = start;
  while (ascii < end && (bytes[ascii] ?? 0) < 0x80) ascii++;
  // A thousand at a time: an engine takes only so many arguments.
  let text = '';
  for (let at = start; at < ascii; at += 1024) {
    text += String.fromCharCode(...bytes.subarray(at, Math.min(ascii, at + 1024)));
  }
  let i = ascii;
  const next = () => (bytes[i++] ?? 0) & 63;
  while (i < end) {
    const lead = bytes[i++] ?? 0;
    let code = lead;
    if (lead >= 0xf0) code = ((lead & 7) << 18) | (next() << 12) | (next() << 6) | next();
    else if (lead >= 0xe0) code = ((lead & 15) << 12) | (next() << 6) | next();
    else if (lead >= 0xc0) code = ((lead & 31) << 6) | next();
    text += String.fromCodePoint(code);
  }
  return text;
}
