import { daysOf } from '../src/extract/edtf.ts';
import type { EventFeature, Status } from '../src/types.ts';
import type { GoldEvents } from './gold.ts';

/**
 * How well the events of a story meet its gold list: `test/gold/README.md` says what counts as right.
 * An event is right for a gold entry when its words, its days and its place are. Every gold entry takes at most one
 * event, so that the same happening shown twice is a duplicate, and every event serves at most one entry.
 */

type GoldEvent = GoldEvents['events'][number];
type GoldPlaces = GoldEvents['places'];

export interface EventScore {
  /** Gold entries that must be there, and how many have an event. */
  must: number;
  found: number;
  /** Events given, and how many of them some gold entry knows. */
  given: number;
  known: number;
  /** Of the events that weigh most, as many as a page may show first, the share that some gold entry knows, 0 to 1. */
  first: number;
  /** Titles of events that are right for an entry which another event already has. */
  duplicates: string[];
  /** Mean over the entries that must be there, 0 to 1: the articles named, and the right status. */
  sources: number;
  status: number;
  /** Titles of events at a country that only acts or watches, and of events that quote page furniture. */
  atBystanders: string[];
  ofFurniture: string[];
  /** What is not there, with what comes nearest; the titles that no entry knows. */
  missed: { id: string; nearest: string }[];
  unknown: string[];
}

export function scoreEvents(gold: GoldEvents, features: readonly EventFeature[]): EventScore {
  const must = gold.events.filter((entry) => !entry.optional);
  const isRight = (entry: GoldEvent, feature: EventFeature) =>
    Object.values(judge(entry, gold.places, feature)).every(Boolean);
  const pairs = assign(must, features, isRight);
  const taken = new Set(pairs.values());
  const knows = (entries: readonly GoldEvent[]) => (feature: EventFeature) =>
    entries.some((entry) => isRight(entry, feature));
  const known = features.filter(knows(gold.events));
  const spare = known.filter((feature) => !taken.has(feature));
  const isOptional = knows(gold.events.filter((entry) => entry.optional));
  const unknown = features.filter((feature) => !known.includes(feature));
  return {
    must: must.length,
    found: pairs.size,
    given: features.length,
    known: known.length,
    first: mean(heaviest(features).map((feature) => (known.includes(feature) ? 1 : 0))),
    duplicates: spare.filter((feature) => !isOptional(feature)).map(titleOf),
    sources: mean(must.map((entry) => sourceOverlap(entry, pairs.get(entry)))),
    status: mean(must.map((entry) => (hasRightStatus(entry, pairs.get(entry)) ? 1 : 0))),
    atBystanders: unknown.filter((f) => gold.bystanders.includes(f.properties.place?.country ?? '')).map(titleOf),
    ofFurniture: features.filter((f) => quotesOf(f).some((quote) => hasFurniture(gold, quote))).map(titleOf),
    missed: must.filter((entry) => !pairs.has(entry)).map((entry) => describeMiss(entry, gold.places, features)),
    unknown: unknown.map(titleOf),
  };
}

/** Whether the words, the days and the place of an event are those of a gold entry. */
function judge(entry: GoldEvent, places: GoldPlaces, feature: EventFeature) {
  return {
    words: new RegExp(entry.words, 'i').test([titleOf(feature), ...quotesOf(feature)].join('\n')),
    days: hasRightDays(entry, feature),
    place: hasRightPlace(entry, places, feature),
  };
}

function hasRightDays(entry: GoldEvent, { properties }: EventFeature): boolean {
  const days = daysOf(properties.edtf);
  if (!days) return false;
  // An open interval is compared by the end that it states: 2011/.. is right for 2011.
  const [first = '', last = first] = properties.edtf.split('/');
  const stated = daysOf(days.to === null ? first : last) ?? days;
  const from = days.from ?? stated.from ?? '';
  const to = days.to ?? stated.to ?? '';
  if (entry.optional || entry.dated === 'inferred') return from >= entry.from && to <= entry.to;
  return [[entry.from, entry.to], ...(entry.alternatives ?? [])].some((span) => span[0] === from && span[1] === to);
}

function hasRightPlace(entry: GoldEvent, places: GoldPlaces, { geometry }: EventFeature): boolean {
  if (!geometry) return entry.placeOptional === true;
  const [lon, lat] = geometry.coordinates;
  return entry.places.some((name) => {
    const place = places[name];
    return place !== undefined && distanceKm({ lat, lon }, place) <= place.km;
  });
}

function hasRightStatus(entry: GoldEvent, feature: EventFeature | undefined): boolean {
  if (!feature) return false;
  const allowed: readonly Status[] = entry.status ?? ['reported', 'claimed'];
  return allowed.includes(feature.properties.status) && (entry.dated === 'stated' || feature.properties.inferred);
}

/** Share of the articles that report it, or are said to, on which gold entry and event agree. */
function sourceOverlap(entry: GoldEvent, feature: EventFeature | undefined): number {
  if (!feature) return 0;
  const said = new Set(feature.properties.reports.map((report) => report.article));
  for (const article of entry.mayReport ?? []) said.delete(article);
  const both = entry.articles.filter((article) => said.has(article)).length;
  return both / new Set([...entry.articles, ...said]).size;
}

/**
 * Gives each entry at most one event and each event to at most one entry, so that as many entries as possible have one
 * (augmenting paths); among equals, the event that names its articles best is tried first.
 */
function assign(
  entries: readonly GoldEvent[],
  features: readonly EventFeature[],
  isRight: (entry: GoldEvent, feature: EventFeature) => boolean,
): Map<GoldEvent, EventFeature> {
  const ownerOf = new Map<EventFeature, GoldEvent>();
  const claim = (entry: GoldEvent, tried: Set<EventFeature>): boolean => {
    const candidates = features
      .filter((feature) => isRight(entry, feature))
      .sort((a, b) => sourceOverlap(entry, b) - sourceOverlap(entry, a));
    for (const feature of candidates) {
      if (tried.has(feature)) continue;
      tried.add(feature);
      const owner = ownerOf.get(feature);
      if (owner && !claim(owner, tried)) continue;
      ownerOf.set(feature, entry);
      return true;
    }
    return false;
  };
  for (const entry of entries) claim(entry, new Set());
  return new Map([...ownerOf].map(([feature, entry]) => [entry, feature]));
}

/** The event that fails a gold entry least among those that bear its words, and in what it fails. */
function describeMiss(entry: GoldEvent, places: GoldPlaces, features: readonly EventFeature[]) {
  const near = features
    .map((feature) => ({ feature, verdict: judge(entry, places, feature) }))
    .filter(({ verdict }) => verdict.words)
    .sort((a, b) => countTrue(b.verdict) - countTrue(a.verdict))[0];
  if (!near) return { id: entry.id, nearest: 'no event bears its words' };
  const { days, place } = near.verdict;
  const wrong = [days ? [] : [`days ${near.feature.properties.edtf}`], place ? [] : ['place']].flat();
  const why = wrong.length > 0 ? `wrong ${wrong.join(' and ')}` : 'it is another entry’s';
  return { id: entry.id, nearest: `"${titleOf(near.feature)}": ${why}` };
}

/** Great-circle distance in kilometres on a sphere of the Earth's mean radius. */
export function distanceKm(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const sinLat = Math.sin(radians(b.lat - a.lat) / 2);
  const sinLon = Math.sin(radians(b.lon - a.lon) / 2);
  const h = sinLat ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * sinLon ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(h));
}

/** So many events tell a story of a few articles. */
const SHOWN_FIRST = 20;

const heaviest = (features: readonly EventFeature[]) =>
  features.toSorted((a, b) => (b.properties.weight ?? 0) - (a.properties.weight ?? 0)).slice(0, SHOWN_FIRST);

const titleOf = (feature: EventFeature) => feature.properties.title;
const quotesOf = (feature: EventFeature) => feature.properties.reports.map((report) => report.quote);
const hasFurniture = (gold: GoldEvents, quote: string) => gold.furniture.some((phrase) => quote.includes(phrase));
const countTrue = (verdict: Record<string, boolean>) => Object.values(verdict).filter(Boolean).length;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
