import type { Report } from '../types.ts';
import { daysBetween, daysOf } from './edtf.ts';

/** Older than this many days before publication, a happening is background to the story. */
const BACKGROUND_DAYS = 60;

/** What happened within so many days before publication is news. */
const NEWS_DAYS = 7;

/** True for a time that was over long before publication. */
export function isBackground(edtf: string, dct: string | null): boolean {
  const to = daysOf(edtf)?.to ?? daysOf(edtf)?.from;
  return dct !== null && to !== null && to !== undefined && daysBetween(to, dct) > BACKGROUND_DAYS;
}

/** True where a time holds the day of publication or lies ahead. */
export function reaches(edtf: string, dct: string | null): boolean {
  const to = daysOf(edtf)?.to;
  return dct !== null && to !== undefined && (to === null || to >= dct);
}

/** True for a time that begins after the day of publication. */
export function isAhead(edtf: string, dct: string | null): boolean {
  const from = daysOf(edtf)?.from;
  return dct !== null && from !== null && from !== undefined && from > dct;
}

/** How many days an EDTF value covers; many for an open one. */
export function spanOf(edtf: string): number {
  const days = daysOf(edtf);
  return days?.from && days.to ? daysBetween(days.from, days.to) : Number.POSITIVE_INFINITY;
}

/** The first day of the latest stated time in the week before publication; null where there is none. */
export function latestNews(reports: readonly Report[], dct: string | null): string | null {
  let latest: string | null = null;
  for (const { inferred, edtf } of reports) {
    const from = inferred ? null : daysOf(edtf)?.from;
    if (!from || !dct || from > dct || daysBetween(from, dct) > NEWS_DAYS) continue;
    if (latest === null || from > latest) latest = from;
  }
  return latest;
}
