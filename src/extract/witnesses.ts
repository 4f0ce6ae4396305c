import type { Report } from '../types.ts';

/** How many outlets stand behind reports, and how many of their texts are independent of each other. */
export function countWitnesses(reports: readonly Report[]): { outlets: number; texts: number } {
  return {
    outlets: new Set(reports.map((report) => report.source || report.article)).size,
    texts: new Set(reports.map((report) => report.copyOf ?? report.article)).size,
  };
}
