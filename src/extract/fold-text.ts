/**
 * Text with one kind of space, apostrophe and dash, no two spaces in a row and nothing without a width, so that patterns
 * can be plain: "Septem\u00adber" is September.
 * `offset` gives the place of a folded character in the text as it was.
 */
export interface FoldedText {
  text: string;
  offset(index: number): number;
}

export function foldText(text: string): FoldedText {
  const single = ODD.test(text)
    ? text
        .replace(/\s/g, ' ')
        .replace(/[‘’ʼ′]/g, "'")
        .replace(/[‐‑‒–−]/g, '-')
        .replace(/[\u200b-\u200f\u2060\ufeff]/g, SOFT_HYPHEN)
    : text;
  if (!single.includes('  ') && !single.includes(SOFT_HYPHEN)) return { text: single, offset: (index) => index };
  const kept: number[] = [];
  let folded = '';
  for (let index = 0; index < single.length; index += 1) {
    const character = single[index] ?? '';
    if (character === SOFT_HYPHEN || (character === ' ' && folded.endsWith(' '))) continue;
    folded += character;
    kept.push(index);
  }
  return { text: folded, offset: (index) => kept[index] ?? single.length };
}

/** Stands for everything that has no width. */
const SOFT_HYPHEN = '\u00ad';

/** Any white space but a plain space, and the characters that have a plainer twin. */
const ODD = /[^\S ]|[‘’ʼ′‐‑‒–−\u200b-\u200f\u2060\ufeff\u00ad]/;
