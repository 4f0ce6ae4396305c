/** Parts of the documents that take turns in being held out. */
export const FOLDS = 5;

/** Paragraphs of one story share the part of the id before "#" and stay together. */
export function foldOf(id: string): number {
  const [story = ''] = id.split('#');
  let hash = 7;
  for (const letter of story) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return hash % FOLDS;
}
