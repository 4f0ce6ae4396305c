import type { Article, Report, ResolvedToponym, Sentence, Timex } from '../types.ts';

/** Finds an article's accounts of happenings: the clause, when, where, on whose word. */
export function findReports(
  _article: Article,
  _sentences: readonly Sentence[],
  _times: readonly Timex[],
  _places: readonly ResolvedToponym[],
): Report[] {
  return [];
}
