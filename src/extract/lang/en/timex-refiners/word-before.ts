/**
 * The word that ends right before `start`, past one space or hyphen, in lower case; empty where there is none.
 * It shows at little cost whether a longer look at the words before is worth while.
 */
export function wordBefore(sentence: string, start: number): string {
  const end = start - (/[ -]/.test(sentence[start - 1] ?? '') ? 1 : 0);
  let from = end;
  while (from > 0 && end - from < LONGEST && isLetter(sentence.charCodeAt(from - 1))) from -= 1;
  return sentence.slice(from, end).toLowerCase();
}

const LONGEST = 13;

/** ASCII letters: 32 apart in their two cases. */
function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}
