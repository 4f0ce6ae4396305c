import type { Mention } from '../../../timex-meaning.ts';
import { addBounds, addRanges } from './bounds.ts';
import {
  joinClockAndDay,
  joinClocks,
  joinCountedFrom,
  joinDayBeside,
  joinDayPart,
  joinWeekday,
  joinWeekOf,
  joinYear,
  joinYearsAgo,
  linkDays,
  linkSameDay,
  linkYear,
  shareZone,
} from './join.ts';
import { joinSlice } from './slice.ts';
import { dropTitles } from './titles.ts';
import { noteLate, trimStop, widenApprox, widenArticle, widenEarlier, widenPart } from './widen.ts';

type Refiner = (sentence: string, mentions: readonly Mention[]) => Mention[];

/** Joins and widens what the rules found in a sentence, by the words on either side. */
export function refine(sentence: string, mentions: readonly Mention[]): Mention[] {
  if (mentions.length === 0) return [];
  let list = [...mentions];
  for (const refiner of REFINERS) if (list.length > 1 || !FOR_TWO.has(refiner)) list = refiner(sentence, list);
  return list;
}

/** First what is no time, then what belongs to a day, then its year, then the part of a period, then the bounds around it all. */
const REFINERS: readonly Refiner[] = [
  dropTitles,
  joinClocks,
  shareZone,
  joinDayPart,
  joinClockAndDay,
  linkDays,
  joinWeekday,
  joinYearsAgo,
  joinYear,
  linkYear,
  joinDayBeside,
  joinWeekOf,
  joinCountedFrom,
  linkSameDay,
  joinSlice,
  widenArticle,
  widenPart,
  noteLate,
  widenEarlier,
  widenApprox,
  trimStop,
  addBounds,
  addRanges,
  dropContained,
];

/** What these say is of two mentions of a sentence; most have one. */
const FOR_TWO: ReadonlySet<Refiner> = new Set([
  joinClocks,
  shareZone,
  joinClockAndDay,
  linkDays,
  joinWeekday,
  joinYearsAgo,
  joinYear,
  linkYear,
  joinCountedFrom,
  linkSameDay,
  addRanges,
  dropContained,
]);

/** A mention that has grown over another takes its place. */
function dropContained(_sentence: string, mentions: readonly Mention[]): Mention[] {
  return mentions.filter(
    ({ start, end }, index) =>
      ![mentions[index - 1], mentions[index + 1]].some(
        (other) => other && other.start <= start && other.end >= end && other.end - other.start > end - start,
      ),
  );
}
