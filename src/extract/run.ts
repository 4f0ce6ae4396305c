import type { Report } from '../types.ts';
import { daysOf, shiftDay } from './edtf.ts';

/** How many days before its publication an article still tells as news. */
const NEWS_DAYS = 7;

/**
 * The first day that what is told without a date may have happened on: the earliest stated day in the week before
 * publication, or the day before it where none is stated.
 */
export function runStart(reports: readonly Report[], dct: string): string {
  const oldest = shiftDay(dct, -NEWS_DAYS);
  let first: string | null = null;
  for (const report of reports) {
    const from = report.inferred || report.background ? null : daysOf(report.edtf)?.from;
    if (from && from >= oldest && from <= dct && (first === null || from < first)) first = from;
  }
  return first ?? shiftDay(dct, -1);
}
