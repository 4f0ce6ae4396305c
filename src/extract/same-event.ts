import type { Figure, Place, Report } from '../types.ts';
import { type DaySpan, daysBetween, daysOf } from './edtf.ts';
import { SAYING_SENSES, senseNamed, VACANT_SENSES } from './lang/en/senses.ts';
import { stem } from './lang/en/stem.ts';
import { STOP_WORDS } from './lang/en/stop-words.ts';

/** A report with what the comparison needs, worked out once. */
export interface Account {
  report: Report;
  days: DaySpan;
  /** Whole days from the first to the last; 0 for one day or an open end. */
  length: number;
  /** Stems of the words that tell it apart, without those of its place. */
  words: ReadonlySet<string>;
  /** True where an actor goes by a name rather than as "the chief". */
  named: boolean;
}

/** The named parts of the score for "these two tell of the same happening"; null where time or place forbids it. */
export interface SameEventScore {
  when: number;
  where: number;
  sense: number;
  words: number;
  actors: number;
  figures: number;
  bond: number;
}

/** Two accounts whose parts sum up to this or more are one event. */
export const SAME_EVENT = 6.5;

export const sumOf = (score: SameEventScore): number => Object.values(score).reduce((sum, part) => sum + part, 0);

export function toAccount(report: Report): Account | null {
  const days = daysOf(report.edtf);
  if (!days) return null;
  const length = days.from && days.to ? daysBetween(days.from, days.to) : 0;
  const told = `${report.title} ${report.quote}`;
  const named = report.actors.some((actor) => !told.includes(actor));
  return { report, days, length, words: tellingWords(report), named };
}

/**
 * How far two accounts agree. Both must allow the same days and the same place: two strikes on two cities on one day are
 * two. Then the same sense, the same words, figures that fit and a common sentence count.
 */
export function compareAccounts(a: Account, b: Account): SameEventScore | null {
  const when = compareDays(a, b);
  const where = comparePlaces(a.report, b.report);
  if (when === null || where === null) return null;
  return {
    when,
    where,
    sense: compareSenses(a.report, b.report),
    words: 6 * likeness(a.words, b.words),
    actors: compareActors(a, b),
    figures: compareFigures(a.report.figures, b.report.figures),
    bond: bondOf(a.report, b.report),
  };
}

/** 3 for the same stated days, 2 for the same beginning, 1 where one may hold the other; null where they cannot meet. */
function compareDays(a: Account, b: Account): number | null {
  if (a.days.from === null || b.days.from === null) return a.days.to === b.days.to ? 1 : null;
  const [aEnd, bEnd] = [a.days.to ?? a.days.from, b.days.to ?? b.days.from];
  if (a.days.from > bEnd || b.days.from > aEnd) return isLateByDays(a, b) || isLateByDays(b, a) ? 0 : null;
  if (a.report.inferred || b.report.inferred) return 1;
  if (a.days.from === b.days.from) return aEnd === bEnd ? 3 : 2;
  // A year does not take in each of its days: only a span of some days round a day is vagueness, or a year round a month.
  const [short, long] = a.length < b.length ? [a.length, b.length] : [b.length, a.length];
  return long <= MONTH ? 1 : long <= YEAR && short >= MONTH - 4 ? 0.5 : -1;
}

/** Days from the first to the last. */
const MONTH = 31;
const YEAR = 366;

/** An interval that no text states may begin some days late: the day last named was not that of each thing told after it. */
const isLateByDays = ({ report, days }: Account, told: Account) =>
  report.inferred &&
  !told.report.inferred &&
  days.from !== null &&
  told.days.to !== null &&
  told.days.to < days.from &&
  daysBetween(told.days.to, days.from) <= LATE_DAYS;

const LATE_DAYS = 2;

/** 3 for one place, 2 within a city's reach, 1 for a town in the region or country named; a stated day makes up for half a point where one tells none. */
function comparePlaces(one: Report, other: Report): number | null {
  const [a, b] = [one.place, other.place];
  if (!a || !b) return one.inferred || other.inferred ? 0 : 0.5;
  if (a === b || (a.geonameId !== undefined && a.geonameId === b.geonameId)) return 3;
  if (contains(a, b) || contains(b, a)) return 1;
  const km = distanceKm(a, b);
  if (a.name === b.name && km < 150) return 2;
  return km < Math.max(reachOf(a), reachOf(b)) ? 2 : null;
}

/** How far a town reaches, in km: 8, and 15 for ten millions. Its districts lie within. */
const reachOf = ({ featureClass, population }: Place) =>
  featureClass === 'P' ? Math.max(8, Math.sqrt(population) / 210) : 8;

/** True when `inner` lies in the country or first-level region that `outer` is. */
function contains(outer: Place, inner: Place): boolean {
  if (outer.featureCode.startsWith('PCL')) return outer.countryCode !== '' && outer.countryCode === inner.countryCode;
  if (outer.featureCode === 'ADM1') return outer.admin1 !== '' && outer.admin1 === inner.admin1;
  // A county, an island or a sea: as round as the area it covers.
  return outer.radiusKm !== undefined && inner.featureClass === 'P' && distanceKm(outer, inner) <= outer.radiusKm;
}

/** Great-circle distance on a sphere of 6,371 km. */
export function distanceKm(a: Pick<Place, 'lat' | 'lng'>, b: Pick<Place, 'lat' | 'lng'>): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lng - a.lng) * rad) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(h));
}

function compareSenses(a: Report, b: Report): number {
  const [first, second] = [mainSense(a), mainSense(b)];
  if (first === undefined || second === undefined) return -1;
  // That both are said says nothing of what: one may announce a truce, another a new offensive.
  if (SAYING_SENSES.has(first) && SAYING_SENSES.has(second)) return 0.5;
  if (first === second) return 3;
  if (b.senses.includes(first) || a.senses.includes(second)) return 2;
  if (a.senses.some((sense) => b.senses.includes(sense))) return 0.5;
  return -1.5;
}

/** The first sense that says what: "the trial opened" is of the trial. */
const mainSense = ({ senses }: Report) => senses.find((name) => !VACANT_SENSES.has(name)) ?? senses[0];

/** Up to 3 for the same names; less than nothing where both name others: "the chief" may be anyone. */
function compareActors(a: Account, b: Account): number {
  const [one, other] = [a.report.actors, b.report.actors];
  if (one.length === 0 || other.length === 0) return 0;
  const shared = one.filter((name) => other.includes(name)).length;
  if (shared === 0) return a.named === b.named ? -1.5 : 0;
  return (3 * shared) / Math.min(one.length, other.length);
}

function compareFigures(a: readonly Figure[], b: readonly Figure[]): number {
  let score = 0;
  for (const one of a) {
    const other = b.find(({ kind }) => kind === one.kind);
    if (!other) continue;
    const ratio = Math.max(one.min, other.min) / Math.max(1, Math.min(one.min, other.min));
    score += ratio === 1 ? 1 : ratio > 3 ? -2 : 0.3;
  }
  return score;
}

/** Accounts on one time expression: cause and toll ("a blast on Friday killed three") are one happening. */
function bondOf(a: Report, b: Report): number {
  if (a.article !== b.article || !a.timex || a.timex.start !== b.timex?.start) return 0;
  const toll = (report: Report) => senseNamed(report.senses[0] ?? '')?.category === 'context';
  return toll(a) !== toll(b) ? 4.5 : 0;
}

/** 1 for the same sets, 0 for none in common. Dice; with two words or more in common, what the longer tells besides counts half. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  const dice = (2 * shared) / (a.size + b.size);
  return shared < 2 ? dice : (dice + shared / Math.min(a.size, b.size)) / 2;
}

function tellingWords({ quote, place, timex }: Report): Set<string> {
  const ownNames = new Set((place?.name ?? '').toLowerCase().split(/[^\p{L}]+/u));
  const words = new Set<string>();
  for (const [word] of quote.replace(timex?.text ?? '', ' ').matchAll(/\p{L}[\p{L}\p{M}]+|\d[\d,.]*\d|\d/gu)) {
    const lower = word.toLowerCase();
    if (!STOP_WORDS.has(lower) && !ownNames.has(lower)) words.add(stem(lower));
  }
  return words;
}
