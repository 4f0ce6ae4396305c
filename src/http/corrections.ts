import { Hono } from 'hono';
import type { Correction } from '../types.ts';
import { check, readJson } from './body.ts';
import { changeStory } from './desk.ts';
import { problem } from './problem.ts';
import { CorrectionBody, SlugParam } from './schemas.ts';

/**
 * The desk's corrections, each under an id that the desk chooses: to put the same one again changes nothing, to delete it
 * takes it back. They belong to an event and are applied again whenever the events are computed. To be mounted behind
 * `requireToken`.
 */
export const corrections = new Hono<{ Bindings: Env }>();

corrections.put('/api/stories/:slug/corrections/:id', async (c) => {
  const { slug } = check({ slug: c.req.param('slug') }, SlugParam);
  const { slug: id } = check({ slug: c.req.param('id') }, SlugParam);
  const { event, change } = await readJson(c, CorrectionBody);
  let isNew = false;
  const { draft } = await changeStory(c.env.DB, slug, (now) => {
    const known = now.corrections.find((correction) => correction.id === id);
    isNew = !known;
    if (known?.event === event && JSON.stringify(known.change) === JSON.stringify(change)) return null;
    const corrected = now.events.find((candidate) => candidate.id === event);
    if (!corrected) throw problem(422, { field: 'event', detail: `The story has no event ${JSON.stringify(event)}.` });
    const evidence = corrected.reports.map(({ article, start, end }) => ({ article, start, end }));
    const correction: Correction = { id, event, at: new Date().toISOString(), evidence, change };
    return { change: `correction ${id}`, correction };
  });
  return c.json(
    draft.corrections.find((correction) => correction.id === id),
    isNew ? 201 : 200,
  );
});

corrections.delete('/api/stories/:slug/corrections/:id', async (c) => {
  const { slug } = check({ slug: c.req.param('slug') }, SlugParam);
  const id = c.req.param('id');
  await changeStory(c.env.DB, slug, (now) =>
    now.corrections.some((correction) => correction.id === id)
      ? { change: `without correction ${id}`, removed: { correction: id } }
      : null,
  );
  return c.body(null, 204);
});
