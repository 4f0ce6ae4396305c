/** A spelling with the closed classes of words that it belongs to, as bits. */
interface Classed {
  word: { classes: readonly number[] };
}

/**
 * A test for tokens whose word, in lower case, is of a closed class: a list with blanks, a table or a pattern. To be made
 * once, when its module loads: every spelling learns its classes when it is first seen.
 */
export function wordClass(words: string | RegExp | { has(word: string): boolean }): (token?: Classed) => boolean {
  const index = CLASSES.length;
  const list = typeof words === 'string' ? new Set(words.split(' ')) : words;
  CLASSES.push(list instanceof RegExp ? (lower) => list.test(lower) : (lower) => list.has(lower));
  const slot = Math.floor(index / BITS);
  const bit = 1 << (index % BITS);
  return (token) => token !== undefined && ((token.word.classes[slot] ?? 0) & bit) !== 0;
}

/** The classes of a word, in lower case. */
export function classesOf(lower: string): number[] {
  const bits = new Array<number>(Math.ceil(CLASSES.length / BITS)).fill(0);
  for (const [i, has] of CLASSES.entries()) {
    const slot = Math.floor(i / BITS);
    if (has(lower)) bits[slot] = (bits[slot] ?? 0) | (1 << (i % BITS));
  }
  return bits;
}

/** So many bits are a small integer on every machine. */
const BITS = 30;
const CLASSES: ((lower: string) => boolean)[] = [];
