import type { NewsEvent, Report, Story } from '../types.ts';

/** Merges the reports of a story into events; the order of the reports does not matter. */
export function mergeReports(_story: Story, _reports: readonly Report[]): NewsEvent[] {
  return [];
}
