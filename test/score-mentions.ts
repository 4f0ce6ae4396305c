import { daysBetween } from '../src/extract/edtf.ts';
import { type GoldPlaces, type GoldTimes, nthOffset } from './gold.ts';
import { distanceKm } from './score-events.ts';

/** How far a point may lie from the gold point: 161 km, the hundred miles by which the field measures. */
const NEAR_KM = 161;

/** What share of a period "early", "mid" and "late" may be. */
const LEAST_PART = 0.15;
const MOST_PART = 0.55;

interface Found {
  start: number;
  end: number;
  text: string;
}

export interface FoundTime extends Found {
  type: string;
  from: string | null;
  to: string | null;
}

export interface FoundPlace extends Found {
  lat?: number | undefined;
  lon?: number | undefined;
  geonameid?: number | undefined;
}

/** Counts over mentions. `spans` overlap a gold mention, `right` also have its interval or its point. */
export interface MentionScore {
  gold: number;
  given: number;
  spans: number;
  right: number;
  /** What went wrong, a line each. */
  errors: string[];
}

type GoldTime = GoldTimes['articles'][string][number];
type GoldPlace = GoldPlaces['articles'][string][number];

/** Dates and clock times of one article; what has no calendar days ("now", durations, sets) is left out on both sides. */
export function scoreTimes(text: string, gold: readonly GoldTime[], found: readonly FoundTime[]): MentionScore {
  const counted = ({ type, from }: { type: string; from: string | null }) =>
    from !== null && (type === 'DATE' || type === 'TIME');
  return scoreMentions(text, gold, found, counted, isSameTime, ({ from, to }) => `${from}..${to}`);
}

/** Place names of one article: right is the same GeoNames record, or a point no further than 161 km away. */
export function scorePlaces(text: string, gold: readonly GoldPlace[], found: readonly FoundPlace[]): MentionScore {
  return scoreMentions(
    text,
    gold,
    found,
    () => true,
    isSamePlace,
    ({ lat, lon }) => `${lat}, ${lon}`,
  );
}

/** "Late 2016" is right as 2016 and as a part of it at its end: nobody can say how many months it has. */
function isSameTime(gold: GoldTime, { from, to }: FoundTime): boolean {
  if (gold.from === from && gold.to === to) return true;
  if (!gold.mod || !gold.from || !gold.to || !from || !to) return false;
  const share = (daysBetween(from, to) + 1) / (daysBetween(gold.from, gold.to) + 1);
  if (share < LEAST_PART || share > MOST_PART) return false;
  if (gold.mod === 'MID') return from > gold.from && to < gold.to;
  return gold.mod === 'START' ? from === gold.from : to === gold.to;
}

function isSamePlace(gold: GoldPlace, { geonameid, lat, lon }: FoundPlace): boolean {
  if (gold.geonameid !== undefined && gold.geonameid === geonameid) return true;
  return lat !== undefined && lon !== undefined && distanceKm(gold, { lat, lon }) <= NEAR_KM;
}

function scoreMentions<Gold extends { text: string; nth: number }, Given extends Found>(
  text: string,
  gold: readonly Gold[],
  found: readonly Given[],
  isCounted: (mention: Gold | Given) => boolean,
  isRight: (gold: Gold, given: Given) => boolean,
  show: (mention: Gold | Given) => string,
): MentionScore {
  const used = new Set<Given>();
  const score: MentionScore = { gold: 0, given: 0, spans: 0, right: 0, errors: [] };
  for (const wanted of gold) {
    const start = nthOffset(text, wanted.text, wanted.nth) ?? text.length;
    const end = start + wanted.text.length;
    const match = widestOverlap(
      found.filter((given) => !used.has(given)),
      start,
      end,
    );
    if (match) used.add(match);
    if (!isCounted(wanted)) continue;
    score.gold++;
    if (!match || !isCounted(match)) {
      score.errors.push(`missed "${wanted.text}" ${show(wanted)}`);
      if (!match) continue;
    }
    if (!isCounted(match)) continue;
    score.given++;
    score.spans++;
    if (isRight(wanted, match)) score.right++;
    else score.errors.push(`"${match.text}" ${show(match)} is ${show(wanted)}`);
  }
  for (const given of found.filter((each) => !used.has(each) && isCounted(each))) {
    score.given++;
    score.errors.push(`false "${given.text}" ${show(given)}`);
  }
  return score;
}

/** The mention that shares most characters with a span, of the shortest among equals; undefined when none does. */
function widestOverlap<Given extends Found>(found: readonly Given[], start: number, end: number): Given | undefined {
  const shared = (given: Given) => Math.min(given.end, end) - Math.max(given.start, start);
  return found
    .filter((given) => shared(given) > 0)
    .sort((a, b) => shared(b) - shared(a) || a.end - a.start - (b.end - b.start))[0];
}

/** Harmonic mean of precision and recall, in percent; 100 where nothing is asked and nothing given. */
export function f1(correct: number, { gold, given }: { gold: number; given: number }): number {
  return gold + given === 0 ? 100 : (200 * correct) / (gold + given);
}
