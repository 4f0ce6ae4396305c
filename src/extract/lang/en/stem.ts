/** A rough stem, good enough to set "strikes" beside "strike" and "seized" beside "seize". */
export function stem(word: string): string {
  return word.length > 4 ? word.replace(/(?:ings?|ed|es|e|s|ly)$/, '') : word;
}
