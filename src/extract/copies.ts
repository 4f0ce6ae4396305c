import type { Article } from '../types.ts';

/** Words to a shingle; how many of the smallest hashes stand for a text; which share of them makes a copy. */
const SHINGLE = 5;
const SKETCH = 64;
const COPY_SHARE = 0.5;

/**
 * Which articles are near-copies of an earlier one, such as two outlets' prints of one agency text: id of the copy to id of
 * the first print. Texts are compared by the smallest hashes of their runs of five words, found through an index.
 */
export function findCopies(articles: readonly Article[]): Map<string, string> {
  const order = [...articles].sort((a, b) => compare(a.published, b.published) || compare(a.id, b.id));
  const holders = new Map<number, string[]>();
  const copies = new Map<string, string>();
  for (const { id, text } of order) {
    const sketch = sketchOf(text);
    const shared = new Map<string, number>();
    for (const hash of sketch)
      for (const holder of holders.get(hash) ?? []) shared.set(holder, (shared.get(holder) ?? 0) + 1);
    const [original, count] = [...shared].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
    if (sketch.length > 0 && count >= COPY_SHARE * sketch.length && original !== id) {
      copies.set(id, original);
      continue;
    }
    for (const hash of sketch) {
      const ids = holders.get(hash);
      if (ids) ids.push(id);
      else holders.set(hash, [id]);
    }
  }
  return copies;
}

const compare = (a = '', b = '') => (a < b ? -1 : a > b ? 1 : 0);

function sketchOf(text: string): number[] {
  const words = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  const hashes = new Set<number>();
  for (let i = 0; i + SHINGLE <= words.length; i += 1) hashes.add(hash32(words.slice(i, i + SHINGLE).join(' ')));
  return [...hashes].sort((a, b) => a - b).slice(0, SKETCH);
}

/** FNV-1a, 32 bits. */
export function hash32(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
