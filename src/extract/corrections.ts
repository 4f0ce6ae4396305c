import type { Correction, NewsEvent, Report } from '../types.ts';
import { instantsOf } from './edtf.ts';
import { summarise, summariseAccount } from './event.ts';

/** Events by id while corrections are applied, and the zone of days without a place. */
interface Desk {
  events: Map<string, NewsEvent>;
  timeZone: string;
}

/**
 * Applies an editor's corrections to merged events, oldest first, so that a later one wins. Each finds its event by id;
 * if a new reading of the articles gave the event another id, by the evidence that the correction rests on. What an
 * editor changed is named in `corrected`, what had been read is kept in `asRead`, and the event names its `corrections`:
 * one that no event names has found none, and changes nothing. Hidden events stay in the list, marked: the desk shows
 * them, readers do not get them.
 */
export function applyCorrections(
  events: readonly NewsEvent[],
  corrections: readonly Correction[],
  timeZone: string,
): NewsEvent[] {
  const desk: Desk = { events: new Map(events.map((event) => [event.id, event])), timeZone };
  const ordered = [...corrections].sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id));
  for (const correction of ordered) {
    const { event: id, evidence, change } = correction;
    // What is gone into another event, a hidden double for example, must not hide that one.
    const share = change.kind === 'hidden' ? 0.5 : 0;
    const event = desk.events.get(id) ?? findByEvidence(desk.events.values(), evidence, share);
    if (event) applyOne(desk, event, correction);
  }
  return [...desk.events.values()].sort((a, b) => compare(a.start ?? '', b.start ?? '') || compare(a.id, b.id));
}

function applyOne(desk: Desk, event: NewsEvent, { id, change }: Correction) {
  const put = (field: string, changed: Partial<NewsEvent>) =>
    desk.events.set(event.id, mark(event, id, field, changed));
  switch (change.kind) {
    case 'title':
      put('title', { title: change.title });
      break;
    case 'category':
      put('category', { category: change.category });
      break;
    case 'status':
      put('status', { status: change.status });
      break;
    case 'hidden':
      put('hidden', { hidden: change.hidden });
      break;
    case 'time': {
      const zone = event.place?.timeZone || desk.timeZone;
      put('time', { edtf: change.edtf, inferred: false, ...instantsOf(change.edtf, zone) });
      break;
    }
    case 'place': {
      const zone = change.place?.timeZone || desk.timeZone;
      put('place', { place: change.place, near: change.near ?? false, ...instantsOf(event.edtf, zone) });
      break;
    }
    case 'merge': {
      const into = desk.events.get(change.into) ?? findByEvidence(desk.events.values(), change.reports ?? []);
      if (into) mergeInto(desk, event, into, id);
      break;
    }
    case 'split':
      splitOff(desk, event, change.reports, id);
      break;
  }
}

/** The editor says which of the two it is: that one keeps its title, time and place, and gets the other's witnesses. */
function mergeInto({ events }: Desk, event: NewsEvent, into: NewsEvent, id: string) {
  // A later article has shown that they are one: that is what was asked for.
  if (into.id === event.id) {
    events.set(event.id, withCorrection(event, id));
    return;
  }
  events.delete(event.id);
  const reports = [...into.reports, ...event.reports];
  const account = keep(into, summariseAccount(reports));
  const weight = Math.max(into.weight ?? 0, event.weight ?? 0);
  const corrections = [...(event.corrections ?? []), ...(into.corrections ?? [])];
  events.set(into.id, mark({ ...unvoiced(into), corrections, weight }, id, 'merged', { ...account, reports }));
}

/** Takes reports out of an event into one of their own; the event keeps at least one. */
function splitOff({ events, timeZone }: Desk, event: NewsEvent, evidence: Correction['evidence'], id: string) {
  const out = event.reports.filter((report) => evidence.some((span) => overlaps(report, span)));
  const rest = event.reports.filter((report) => !out.includes(report));
  if (out.length === 0) return;
  // They are apart already.
  if (rest.length === 0) {
    events.set(event.id, withCorrection(event, id));
    return;
  }
  events.set(
    event.id,
    mark(unvoiced(event), id, 'split', { ...keep(event, summarise(rest, timeZone)), reports: rest }),
  );
  const own = `${event.id}-${id}`;
  const split = { id: own, ...summarise(out, timeZone), weight: event.weight ?? 0, reports: out };
  events.set(own, mark(split, id, 'split', {}));
}

/** Without those on whose word it stood, for the reports that it has now may name others or nobody. */
function unvoiced({ attribution: _attribution, deniedBy: _deniedBy, ...event }: NewsEvent): NewsEvent {
  return event;
}

/** The fields of an event, by the name under which `corrected` has them. */
const FIELDS: Readonly<Record<string, readonly (keyof NewsEvent)[]>> = {
  title: ['title'],
  category: ['category'],
  status: ['status'],
  time: ['edtf', 'inferred', 'start', 'end'],
  place: ['place', 'near', 'start', 'end'],
};

/** A new summary without what an editor has set. */
function keep<Summary extends Partial<NewsEvent>>(event: NewsEvent, summary: Summary): Partial<NewsEvent> {
  const set = new Set((event.corrected ?? []).flatMap((field) => FIELDS[field] ?? []));
  return Object.fromEntries(Object.entries(summary).filter(([name]) => !set.has(name as keyof NewsEvent)));
}

/** An event with a change, the name of what changed, and what had been read there. */
function mark(event: NewsEvent, id: string, field: string, change: Partial<NewsEvent>): NewsEvent {
  const first = !event.corrected?.includes(field);
  const { title, category, status, edtf, inferred, place } = event;
  const read = {
    title: { title },
    category: { category },
    status: { status },
    time: { edtf, inferred },
    place: { place },
  };
  const before = first ? read[field as keyof typeof read] : undefined;
  return withCorrection(
    {
      ...event,
      ...change,
      corrected: [...new Set([...(event.corrected ?? []), field])].sort(),
      ...(before && { asRead: { ...event.asRead, ...before } }),
    },
    id,
  );
}

const withCorrection = (event: NewsEvent, id: string): NewsEvent => ({
  ...event,
  corrections: [...(event.corrections ?? []), id],
});

/** The event that rests on most of these clauses, where they are more than this share of its own. */
function findByEvidence(
  events: Iterable<NewsEvent>,
  evidence: Correction['evidence'],
  share = 0,
): NewsEvent | undefined {
  let best: NewsEvent | undefined;
  let most = 0;
  for (const event of events) {
    const hits = evidence.filter((span) => event.reports.some((report) => overlaps(report, span))).length;
    if (hits > most && hits >= share * event.reports.length) [best, most] = [event, hits];
  }
  return best;
}

const overlaps = (report: Report, span: { article: string; start: number; end: number }) =>
  report.article === span.article && report.start < span.end && span.start < report.end;

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
