/**
 * Text with one kind of space, apostrophe and dash, and no two spaces in a row, so that patterns can be plain.
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
        .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, ' ')
    : text;
  if (!single.includes('  ')) return { text: single, offset: (index) => index };
  const kept: number[] = [];
  let folded = '';
  for (let index = 0; index < single.length; index += 1) {
    const character = single[index] ?? '';
    if (character === ' ' && folded.endsWith(' ')) continue;
    folded += character;
    kept.push(index);
  }
  return { text: folded, offset: (index) => kept[index] ?? single.length };
}

/** Any white space but a plain space, and the characters that have a plainer twin. */
const ODD = /[^\S ]|[‘’ʼ′‐‑‒–−\u200b-\u200f\u2060\ufeff\u00ad]/;
