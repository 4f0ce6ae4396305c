import type { Category, EventFeature, EventProperties, Status } from '../types.ts';
import { outlineOf } from './area.ts';

/**
 * What map, timeline and list need of an event: the Feature without its reports. Plain JSON, so that the server
 * puts it in the page and the browser makes the same of `events.geojson`.
 */
export interface Item {
  id: string;
  title: string;
  edtf: string;
  /** First and last instant, ms since 1970; null where the interval is open or nobody knows. */
  start: number | null;
  end: number | null;
  inferred: boolean;
  status: Status;
  category: Category;
  place: (Omit<NonNullable<EventProperties['place']>, 'geonameid' | 'stand'> & { outline?: string }) | null;
  /** Longitude, latitude of its mark. */
  at: [number, number] | null;
  sources: string[];
  /** How much of the story it is, 0 to 1. */
  weight: number;
  /** When the first report of it was published, ms since 1970. */
  seen: number | null;
}

/** What the entry of the list says of an item already: the page need not say it twice. */
export type Written = 'id' | 'title' | 'category' | 'status' | 'sources' | 'seen';

export function toItem(feature: EventFeature): Item {
  const { title, edtf, start, end, inferred, status, category, place, weight, reports } = feature.properties;
  const published = reports.map((report) => instant(report.published ?? null)).filter((time) => time !== null);
  return {
    id: feature.id,
    title,
    edtf,
    start: instant(start),
    end: instant(end),
    inferred,
    status,
    category,
    place: place && {
      name: place.name,
      label: place.label,
      country: place.country,
      feature: place.feature,
      near: place.near,
      outline: outlineOf(place),
    },
    at: place?.stand ?? feature.geometry?.coordinates ?? null,
    sources: [...new Set(reports.map((report) => report.source))],
    weight: weight ?? 0,
    seen: published.length > 0 ? Math.min(...published) : null,
  };
}

function instant(text: string | null): number | null {
  const time = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? null : time;
}

/** First and last instant with an open side as infinity; null for an event without any date. */
export function reach(item: Item): { from: number; to: number } | null {
  if (item.start === null && item.end === null) return null;
  return { from: item.start ?? Number.NEGATIVE_INFINITY, to: item.end ?? Number.POSITIVE_INFINITY };
}

/** By first instant, then last, then id; what has no date comes last. The order of list, keys and playback. */
export function byTime(a: Item, b: Item): number {
  const left = a.start ?? a.end ?? Number.POSITIVE_INFINITY;
  const right = b.start ?? b.end ?? Number.POSITIVE_INFINITY;
  if (left !== right) return left < right ? -1 : 1;
  const [leftEnd, rightEnd] = [a.end ?? Number.POSITIVE_INFINITY, b.end ?? Number.POSITIVE_INFINITY];
  if (leftEnd !== rightEnd) return leftEnd < rightEnd ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
