/**
 * The type faces of pictures in one file that the Worker bundles:
 *
 *     head length u32 | head, JSON: a list of { name, family, weight, length } | the fonts one after the other, TrueType
 *
 * The length is little-endian and in bytes, as all of them.
 */
export interface Font {
  /** What it calls itself, alone in its weight: one family has a file for each alphabet. */
  name: string;
  family: string;
  weight: number;
  bytes: Uint8Array;
}

type Head = (Omit<Font, 'bytes'> & { length: number })[];

export function packFonts(fonts: readonly Font[]): Uint8Array {
  const list: Head = fonts.map(({ bytes, ...font }) => ({ ...font, length: bytes.length }));
  const head = new TextEncoder().encode(JSON.stringify(list));
  const pack = new Uint8Array(4 + head.length + fonts.reduce((sum, { bytes }) => sum + bytes.length, 0));
  new DataView(pack.buffer).setUint32(0, head.length, true);
  pack.set(head, 4);
  let at = 4 + head.length;
  for (const { bytes } of fonts) {
    pack.set(bytes, at);
    at += bytes.length;
  }
  return pack;
}

export function readFonts(pack: ArrayBuffer): Font[] {
  const length = new DataView(pack).getUint32(0, true);
  const head: Head = JSON.parse(new TextDecoder().decode(new Uint8Array(pack, 4, length)));
  let at = 4 + length;
  return head.map(({ length, ...font }) => {
    const bytes = new Uint8Array(pack, at, length);
    at += length;
    return { ...font, bytes };
  });
}
