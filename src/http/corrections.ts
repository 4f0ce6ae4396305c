import { Hono } from 'hono';
import type { Draft } from '../store/stories.ts';
import type { Correction, NewsEvent, Report } from '../types.ts';
import { check, readJson } from './body.ts';
import { changeStory } from './desk.ts';
import { problem } from './problem.ts';
import { CorrectionBody, CorrectionPath } from './schemas.ts';

/**
 * The desk's corrections, each under an id that the desk chooses: to put the same one again changes nothing, to delete it
 * takes it back. They belong to an event and are applied again whenever the events are computed. To be mounted behind
 * `requireToken`.
 */
export const corrections = new Hono<{ Bindings: Env }>();

corrections.put('/api/stories/:slug/corrections/:id', async (c) => {
  const { slug, id } = check(c.req.param(), CorrectionPath);
  const { event, change } = await readJson(c, CorrectionBody);
  let isNew = false;
  const { draft } = await changeStory(c.env.DB, slug, (now) => {
    const known = now.corrections.find((correction) => correction.id === id);
    isNew = !known;
    if (known?.event === event && isSame(known.change, change)) return null;
    const { reports } = findEvent(now, 'event', event);
    if (change.kind === 'split') checkSplit(reports, change.reports);
    if (change.kind === 'merge' && change.into === event)
      throw problem(422, { field: 'change.into', detail: 'An event cannot go into itself.' });
    const correction: Correction = {
      id,
      event,
      at: new Date().toISOString(),
      evidence: clausesOf(reports),
      change:
        change.kind === 'merge'
          ? { ...change, reports: clausesOf(findEvent(now, 'change.into', change.into).reports) }
          : change,
    };
    return { change: `correction ${id}`, corrections: [correction] };
  });
  return c.json(
    draft.corrections.find((correction) => correction.id === id),
    isNew ? 201 : 200,
  );
});

corrections.delete('/api/stories/:slug/corrections/:id', async (c) => {
  const { slug, id } = check(c.req.param(), CorrectionPath);
  await changeStory(c.env.DB, slug, (now) =>
    now.corrections.some((correction) => correction.id === id)
      ? { change: `without correction ${id}`, removed: { correction: id } }
      : null,
  );
  return c.body(null, 204);
});

const clausesOf = (reports: readonly Report[]) => reports.map(({ article, start, end }) => ({ article, start, end }));

/** The clauses of the other event are ours to note. */
function isSame(known: Correction['change'], change: Correction['change']): boolean {
  if (known.kind === 'merge' && change.kind === 'merge') return known.into === change.into;
  return JSON.stringify(known) === JSON.stringify(change);
}

function findEvent({ events }: Draft, field: string, id: string): NewsEvent {
  const event = events.find((candidate) => candidate.id === id);
  if (!event) throw problem(422, { field, detail: `The story has no event ${JSON.stringify(id)}.` });
  return event;
}

/** Some of the event's reports are split off, and some stay. */
function checkSplit(reports: readonly Report[], clauses: Correction['evidence']): void {
  const off = reports.filter((report) =>
    clauses.some(({ article, start, end }) => article === report.article && start < report.end && report.start < end),
  );
  if (off.length > 0 && off.length < reports.length) return;
  const detail = `The clauses are those of ${off.length} of the event's ${reports.length} reports; some have to go, and some to stay.`;
  throw problem(422, { field: 'change.reports', detail });
}
