import { Hono } from 'hono';
import { problem } from './problem.ts';

/**
 * Tiles that are no asset. Where there is nothing but sea no tile was cut: 204, which map engines read as "empty"; so
 * is an area without an outline. Those of another cut than the deployed one are 404: an empty map would be a lie.
 */
export const tiles = new Hono<{ Bindings: Env }>();

const PATHS = ['/basemap/:cut/:z{\\d+}/:x{\\d+}/:y{\\d+\\.mvt}', '/basemap/:cut/area/:name{\\w+\\.json}'];

tiles.on('GET', PATHS, async (c) => {
  const world = await c.env.ASSETS.fetch(new URL(`/basemap/${c.req.param('cut')}/0/0/0.mvt`, c.req.url));
  await world.body?.cancel();
  if (!world.ok) throw problem(404, 'There is no such basemap.');
  return c.body(null, 204, {
    'Cache-Control': 'public, max-age=31556952, immutable',
    'Access-Control-Allow-Origin': '*',
  });
});
