import type { Correction, NewsEvent, Report } from '../types.ts';
import { instantsOf } from './edtf.ts';
import { countWitnesses } from './witnesses.ts';

/**
 * Applies an editor's corrections to merged events, oldest first, so that a later one wins. Each finds its event by id;
 * if a new reading of the articles gave the event another id, by the evidence that the correction rests on. What an
 * editor changed is named in `corrected`. Hidden events stay in the list, marked: the desk shows them, readers do not
 * get them. A correction whose event is gone changes nothing.
 */
export function applyCorrections(
  events: readonly NewsEvent[],
  corrections: readonly Correction[],
  timeZone: string,
): NewsEvent[] {
  const now = new Map(events.map((event) => [event.id, event]));
  const ordered = [...corrections].sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id));
  for (const correction of ordered) {
    const event = now.get(correction.event) ?? findByEvidence(now.values(), correction);
    if (event) applyOne(now, event, correction, timeZone);
  }
  return [...now.values()].sort((a, b) => compare(a.start ?? '', b.start ?? '') || compare(a.id, b.id));
}

function applyOne(now: Map<string, NewsEvent>, event: NewsEvent, { id, change }: Correction, timeZone: string) {
  switch (change.kind) {
    case 'title':
      now.set(event.id, mark(event, 'title', { title: change.title }));
      break;
    case 'category':
      now.set(event.id, mark(event, 'category', { category: change.category }));
      break;
    case 'status':
      now.set(event.id, mark(event, 'status', { status: change.status }));
      break;
    case 'hidden':
      now.set(event.id, mark(event, 'hidden', { hidden: change.hidden }));
      break;
    case 'time': {
      const zone = event.place?.timeZone || timeZone;
      now.set(event.id, mark(event, 'time', { edtf: change.edtf, inferred: false, ...instantsOf(change.edtf, zone) }));
      break;
    }
    case 'place': {
      const zone = change.place?.timeZone || timeZone;
      const moved = { place: change.place, near: change.near ?? false, ...instantsOf(event.edtf, zone) };
      now.set(event.id, mark(event, 'place', moved));
      break;
    }
    case 'merge': {
      const into = now.get(change.into);
      if (!into || into.id === event.id) break;
      now.delete(event.id);
      const reports = [...into.reports, ...event.reports];
      now.set(into.id, mark(into, 'merged', { reports, ...countWitnesses(reports) }));
      break;
    }
    case 'split':
      splitOff(now, event, change.reports, id);
      break;
  }
}

/** Takes reports out of an event into one of their own; the event keeps at least one. */
function splitOff(now: Map<string, NewsEvent>, event: NewsEvent, evidence: Correction['evidence'], id: string) {
  const out = event.reports.filter((report) => evidence.some((span) => overlaps(report, span)));
  const rest = event.reports.filter((report) => !out.includes(report));
  const [first] = out;
  if (!first || rest.length === 0) return;
  now.set(event.id, mark(event, 'split', { reports: rest, ...countWitnesses(rest) }));
  const { title, status, category, edtf, inferred, place, figures } = first;
  const { start, end } = edtf === event.edtf ? event : instantsOf(edtf, place?.timeZone || 'UTC');
  now.set(`${event.id}-${id}`, {
    id: `${event.id}-${id}`,
    title,
    status,
    category,
    edtf,
    start,
    end,
    inferred,
    place,
    figures,
    ...countWitnesses(out),
    reports: out,
    corrected: ['split'],
  });
}

function mark(event: NewsEvent, field: string, change: Partial<NewsEvent>): NewsEvent {
  return { ...event, ...change, corrected: [...new Set([...(event.corrected ?? []), field])].sort() };
}

function findByEvidence(events: Iterable<NewsEvent>, { evidence }: Correction): NewsEvent | undefined {
  let best: NewsEvent | undefined;
  let most = 0;
  for (const event of events) {
    const hits = evidence.filter((span) => event.reports.some((report) => overlaps(report, span))).length;
    if (hits > most) [best, most] = [event, hits];
  }
  return best;
}

const overlaps = (report: Report, span: { article: string; start: number; end: number }) =>
  report.article === span.article && report.start < span.end && span.start < report.end;

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
