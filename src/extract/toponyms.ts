import type { Gazetteer } from '../gazetteer/read.ts';
import type { Sentence, Toponym } from '../types.ts';

/** Finds the names that mean a place, each with every record that it may stand for. */
export function findToponyms(_sentences: readonly Sentence[], _gazetteer: Gazetteer): Toponym[] {
  return [];
}
