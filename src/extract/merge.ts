import type { Article, NewsEvent, Report, Story } from '../types.ts';

/** Merges the reports of a story into events; the order of articles and reports does not matter. */
export function mergeReports(
  _story: Pick<Story, 'timeZone'>,
  _articles: readonly Article[],
  _reports: readonly Report[],
): NewsEvent[] {
  return [];
}
