import type { Figure, NewsEvent, Place, Report, Status } from '../types.ts';
import { hash32 } from './copies.ts';
import { daysBetween, daysOf, edtfOf, instantsOf } from './edtf.ts';
import { hasVerb, startsWithVerb } from './lang/en/verbs.ts';
import { countWitnesses } from './witnesses.ts';

/**
 * One event of the reports that tell of it; the first is the one that opened it, and gives the id, so that later ones never
 * change it. Time and place are the finest that are stated, and of those the commonest.
 */
export function makeEvent(
  reports: readonly Report[],
  published: ReadonlyMap<string, number>,
  timeZone: string,
): NewsEvent {
  const [first] = reports;
  if (!first) throw new Error('An event needs at least one report; found none.');
  return {
    id: idOf(first, published.get(first.article) ?? 0),
    ...summarise(reports, timeZone),
    reports: [...reports].sort(
      (a, b) =>
        (published.get(a.article) ?? 0) - (published.get(b.article) ?? 0) ||
        compare(a.article, b.article) ||
        a.start - b.start,
    ),
  };
}

/** What reports of one happening say together. */
export function summarise(reports: readonly Report[], timeZone: string): Omit<NewsEvent, 'id' | 'reports'> {
  const when = mergeTimes(reports);
  const where = mergePlaces(reports);
  const account = summariseAccount(reports);
  const category = commonest(reports.filter(({ support }) => !support).map((report) => report.category));
  return {
    title: chooseTitle(reports, where.place, account.status),
    category: category ?? reports[0]?.category ?? 'other',
    ...when,
    ...instantsOf(when.edtf, where.place?.timeZone || timeZone),
    ...where,
    ...account,
  };
}

/** On whose word reports stand, who denies it, what they count, and how many they are. */
export function summariseAccount(reports: readonly Report[]) {
  const status = mergeStatus(reports);
  const attribution =
    status === 'reported' ? undefined : commonest(reports.flatMap(({ attribution: who }) => who ?? []));
  const deniedBy = commonest(reports.flatMap(({ deniedBy: who }) => who ?? []));
  return {
    status,
    ...(attribution && { attribution }),
    ...(deniedBy && { deniedBy }),
    figures: mergeFigures(reports),
    ...countWitnesses(reports),
  };
}

const compare = (a = '', b = '') => (a < b ? -1 : a > b ? 1 : 0);

function idOf({ source, quote }: Report, published: number): string {
  const words = `${published}|${source}|${quote}`;
  return `e${hash32(words).toString(36)}${hash32(words, 0x9747b28c).toString(36)}`;
}

/** The finest stated time; where none is stated, what all bounds leave. */
function mergeTimes(reports: readonly Report[]): { edtf: string; inferred: boolean } {
  const stated = reports.filter(({ inferred }) => !inferred);
  if (stated.length > 0) {
    const finest = Math.min(...stated.map(({ edtf }) => lengthOf(edtf)));
    return {
      edtf: commonest(stated.filter(({ edtf }) => lengthOf(edtf) === finest).map(({ edtf }) => edtf)) ?? '',
      inferred: false,
    };
  }
  const spans = reports.flatMap(({ edtf }) => daysOf(edtf) ?? []);
  const from = spans.map((span) => span.from ?? '').reduce((a, b) => (a > b ? a : b), '');
  const to = spans.map((span) => span.to ?? '9').reduce((a, b) => (a < b ? a : b), '9');
  return { edtf: from <= to ? edtfOf({ from, to }) : (reports[0]?.edtf ?? ''), inferred: true };
}

/** Days that a value covers; an open interval is coarser than any closed one. */
function lengthOf(edtf: string): number {
  const days = daysOf(edtf);
  return days?.from && days.to ? daysBetween(days.from, days.to) : Number.POSITIVE_INFINITY;
}

/** The finest place that a report names, and of those the commonest. */
function mergePlaces(reports: readonly Report[]): { place: Place | null; near?: boolean } {
  const named = reports.filter(({ place }) => place !== null);
  const own = named.filter(({ toponym, support }) => toponym && !support);
  const pool = own.length > 0 ? own : named;
  const finest = Math.min(...pool.map(({ place }) => rankOf(place)));
  const name = commonest(pool.filter(({ place }) => rankOf(place) === finest).map(({ place }) => keyOf(place)));
  const chosen = pool.find(({ place }) => keyOf(place) === name);
  return { place: chosen?.place ?? null, ...(chosen?.near && { near: true }) };
}

const keyOf = (place: Place | null) =>
  place ? `${place.geonameId ?? ''}|${place.name}|${place.lat}|${place.lng}` : '';

const rankOf = (place: Place | null) =>
  place?.featureCode.startsWith('PCL') ? 2 : place?.featureClass === 'A' ? 1 : 0;

/** A denial stays visible; what one outlet reports as done outweighs a plan; one outlet's own word outweighs a claim. */
function mergeStatus(reports: readonly Report[]): Status {
  const full = reports.filter(({ support }) => !support);
  const has = (status: Status) => (full.length > 0 ? full : reports).some((report) => report.status === status);
  if (has('disputed')) return 'disputed';
  if (has('reported')) return 'reported';
  return has('claimed') ? 'claimed' : 'planned';
}

function mergeFigures(reports: readonly Report[]): Figure[] {
  const figures = new Map<string, Figure>();
  for (const report of reports) {
    for (const figure of report.figures) {
      const key = `${figure.kind} ${figure.min} ${figure.max}`;
      if (!figures.has(key)) figures.set(key, figure);
    }
  }
  return [...figures.values()];
}

/** Of the reports' own titles the one that says most on a line: with its place, neither cut off nor a bare noun, and no plan once it has
 * happened. */
function chooseTitle(reports: readonly Report[], place: Place | null, status: Status): string {
  const score = ({ title, support, timex, inferred, status: told }: Report) =>
    (support ? -4 : 0) +
    (told === 'planned' && status !== 'planned' ? -3 : 0) +
    (title.includes(place?.name ?? '\n') ? 2 : 0) +
    (title.length < 25 ? -2 : 0) +
    (hasVerb(title) ? 0 : -2) +
    (title.length > 80 ? -1.5 : 0) +
    (title.endsWith('…') ? -3 : 0) +
    (/["“”]/.test(title) ? -0.5 : 0) +
    (startsWithVerb(title) ? -2.5 : 0) +
    (/\bthat\b/.test(title) ? -1 : 0) +
    (/\s(?:it|him|her|them)$/.test(title) ? -1 : 0) +
    (/^(?:he|she|it|they|its|his|her|their|this|these|such)\b/i.test(title) ? -2 : 0) +
    (timex && !inferred ? 0.5 : 0);
  const [best] = [...reports].sort(
    (a, b) => score(b) - score(a) || a.title.length - b.title.length || compare(a.title, b.title),
  );
  return best?.title ?? '';
}

/** The commonest value; the first of equals. */
function commonest<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | undefined;
  for (const [value, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = value;
  return best;
}
