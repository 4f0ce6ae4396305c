import {
  capitalise,
  checksum,
  decodeUtf8,
  HEADER_BYTES,
  HEADER_WORDS,
  IS_WORD,
  MAGIC,
  SECTION_NAMES,
  type Section,
  VERSION,
} from './format.ts';

/** The bytes of a gazetteer file as columns, and the names in its blocks. */

export interface Columns {
  blockOffset: Uint32Array;
  blockBase: Uint32Array;
  keys: Uint8Array;
  idLow: Uint16Array;
  idHigh: Uint8Array;
  lat: Uint16Array;
  lng: Uint16Array;
  fine: Uint8Array;
  population: Uint16Array;
  region: Uint16Array;
  county: Uint16Array;
  code: Uint8Array;
  regionPlace: Uint32Array;
  regionZone: Uint16Array;
  countyPlace: Uint32Array;
  oddZonePlace: Uint32Array;
  oddZone: Uint16Array;
  areaPlace: Uint32Array;
  areaRadius: Uint16Array;
  codes: Uint8Array;
  regions: Uint8Array;
  zones: Uint8Array;
}

/** The columns of a gazetteer file, not copied. Throws on bytes that are none. */
export function openColumns(bytes: ArrayBuffer): Columns {
  if (bytes.byteLength < HEADER_BYTES) {
    throw new Error(
      `gazetteer: found ${bytes.byteLength} bytes, expected a header of ${HEADER_BYTES}: is the file cut off?`,
    );
  }
  const [magic, version, length, sum] = new Uint32Array(bytes, 0, HEADER_WORDS);
  if (magic !== MAGIC)
    throw new Error(`gazetteer: found the mark ${hex(magic)}, expected ${hex(MAGIC)}: not a gazetteer file`);
  if (version !== VERSION) throw new Error(`gazetteer: found version ${version}, expected ${VERSION}: build it again`);
  if (length !== bytes.byteLength) throw new Error(`gazetteer: found ${bytes.byteLength} bytes, expected ${length}`);
  const found = checksum(new Uint32Array(bytes, 4 * HEADER_WORDS));
  if (found !== sum)
    throw new Error(`gazetteer: found the checksum ${hex(found)}, expected ${hex(sum)}: the file is damaged`);

  const directory = new Uint32Array(bytes, 4 * HEADER_WORDS, 2 * SECTION_NAMES.length);
  const at = (name: Section): [ArrayBuffer, number, number] => {
    const index = 2 * SECTION_NAMES.indexOf(name);
    return [bytes, directory[index] ?? 0, directory[index + 1] ?? 0];
  };
  const u8 = (name: Section) => new Uint8Array(...at(name));
  const u16 = (name: Section) => {
    const [buffer, offset, size] = at(name);
    return new Uint16Array(buffer, offset, size / 2);
  };
  const u32 = (name: Section) => {
    const [buffer, offset, size] = at(name);
    return new Uint32Array(buffer, offset, size / 4);
  };
  return {
    blockOffset: u32('blockOffset'),
    blockBase: u32('blockBase'),
    keys: u8('keys'),
    idLow: u16('idLow'),
    idHigh: u8('idHigh'),
    lat: u16('lat'),
    lng: u16('lng'),
    fine: u8('fine'),
    population: u16('population'),
    region: u16('region'),
    county: u16('county'),
    code: u8('code'),
    regionPlace: u32('regionPlace'),
    regionZone: u16('regionZone'),
    countyPlace: u32('countyPlace'),
    oddZonePlace: u32('oddZonePlace'),
    oddZone: u16('oddZone'),
    areaPlace: u32('areaPlace'),
    areaRadius: u16('areaRadius'),
    codes: u8('codes'),
    regions: u8('regions'),
    zones: u8('zones'),
  };
}

/** A name with its records, as they lie in a block. */
export interface Entry {
  key: string;
  word: number;
  groups: { first: number; count: number; name: string }[];
  alternates: number[];
}

/** The entries of one block, in order. */
export function* entries({ keys, blockOffset, blockBase }: Columns, block: number): Generator<Entry> {
  let at = blockOffset[block] ?? 0;
  const end = blockOffset[block + 1] ?? 0;
  let next = blockBase[block] ?? 0;
  let key = '';
  const varint = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = keys[at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < end) {
    const shared = keys[at++] ?? 0;
    const marked = keys[at++] ?? 0;
    const length = marked & ~IS_WORD;
    key = key.slice(0, shared) + decodeUtf8(keys, at, at + length);
    at += length;
    const word = marked & IS_WORD ? (keys[at++] ?? 0) : 0;
    const counts = keys[at++] ?? 0;
    const groupCount = counts >> 4 === 15 ? varint() : counts >> 4;
    const otherCount = (counts & 15) === 15 ? varint() : counts & 15;
    const groups: Entry['groups'] = [];
    for (let i = 0; i < groupCount; i++) {
      const count = varint();
      const size = keys[at++] ?? 0;
      groups.push({ first: next, count, name: size === 0 ? capitalise(key) : decodeUtf8(keys, at, at + size) });
      at += size;
      next += count;
    }
    const alternates: number[] = [];
    for (let i = 0; i < otherCount; i++) alternates.push(varint());
    yield { key, word, groups, alternates };
  }
}

/** Compares the first key of a block, which stands there in full, with a key of ASCII letters. */
export function compareHead(keys: Uint8Array, offset: number, key: string): number {
  const length = (keys[offset + 1] ?? 0) & ~IS_WORD;
  for (let i = 0; i < length; i++) {
    if (i >= key.length) return 1;
    const difference = (keys[offset + 2 + i] ?? 0) - key.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return length - key.length;
}

/** Index of a value in a sorted column, or -1. */
export function search(column: Uint32Array, value: number): number {
  let [low, high] = [0, column.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = column[middle] ?? 0;
    if (found === value) return middle;
    if (found < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function hex(value: number | undefined): string {
  return `0x${(value ?? 0).toString(16).padStart(8, '0')}`;
}
