import type { FeatureCollection } from 'geojson';
import { latitude, mercatorY, projector, TILE, type View } from '../basemap/view.ts';
import type { MarkRoom } from './distance.ts';
import { endsOf, type Leg } from './track.ts';
import { arrowOn, LEAST, legOn } from './track-path.ts';

/** Pixels from the middle of an arrowhead that no mark may reach into. */
const ROOM = 10;

/**
 * One arrowhead a leg, beside the marks of a zoom; none where they leave no room. They are points of their own: the engine
 * cuts a line at the edges of its tiles, and would put one on each piece.
 */
export function arrowsOf(legs: readonly Leg[], marks: readonly MarkRoom[], zoom: number): FeatureCollection {
  const features = legs.flatMap((leg): FeatureCollection['features'] => {
    const [[lng, lat]] = endsOf(leg);
    // Reckoned from its first end: the same wherever the map is pushed.
    const view: View = { lng, lat, zoom, width: 0, height: 0 };
    const line = legOn(leg, view);
    if (Math.hypot(line[2] - line[0], line[3] - line[1]) < LEAST) return [];
    const project = projector(view);
    const rooms = marks.map(({ at, radius }) => ({ at: project(...at), radius }));
    const { x, y, turn } = arrowOn(line, (left, top) =>
      rooms.some(({ at: [markX, markY], radius }) => Math.hypot(markX - left, markY - top) < radius + ROOM),
    );
    const world = TILE * 2 ** zoom;
    const coordinates = [lng + (x / world) * 360, latitude(mercatorY(lat) + y / world)];
    return [{ type: 'Feature', properties: { turn }, geometry: { type: 'Point', coordinates } }];
  });
  return { type: 'FeatureCollection', features };
}
