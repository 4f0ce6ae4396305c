/** D1 takes strings and rows of up to 2,000,000 bytes; what we write stays well below, the keys of the row included. */
export const ROW_BYTES = 1_900_000;

const encoder = new TextEncoder();

/** Thrown where one value alone is more than a row can hold. */
export class TooLarge extends Error {}

/** Packs values into as few JSON arrays as fit a bound parameter, in order; never none. Throws `TooLarge`. */
export function packJson(values: readonly unknown[], limit = ROW_BYTES): string[] {
  const packs: string[] = [];
  let pack: string[] = [];
  let bytes = 2;
  for (const value of values) {
    const json = JSON.stringify(value);
    const size = byteLength(json) + 1;
    if (size + 2 > limit) throw new TooLarge(`a value of ${size} bytes, where ${limit} can be stored`);
    if (bytes + size > limit) {
      packs.push(`[${pack.join(',')}]`);
      pack = [];
      bytes = 2;
    }
    pack.push(json);
    bytes += size;
  }
  packs.push(`[${pack.join(',')}]`);
  return packs;
}

/** Cuts a text into parts that each fit a row; never inside a code point. */
export function splitText(text: string, limit = ROW_BYTES): string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length || parts.length === 0; ) {
    const { read } = encoder.encodeInto(text.slice(start, start + limit), new Uint8Array(limit));
    parts.push(text.slice(start, start + read));
    start += Math.max(read, 1);
  }
  return parts;
}

export function byteLength(text: string): number {
  return encoder.encode(text).byteLength;
}
