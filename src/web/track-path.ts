import type { Segment } from '../basemap/label-room.ts';
import { projector, TILE, type View } from '../basemap/view.ts';
import { endsOf, type Leg } from './track.ts';

/** Nearer than this two marks leave no room for an arrowhead, px. */
export const LEAST = 26;
/** An arrowhead around 0, 0 that points east. */
export const ARROW = 'M-4 -3.6L4 0L-4 3.6Z';

/** A leg of the track in the pixels of a view. */
export function legOn(leg: Leg, view: View): Segment {
  const [[lng1, lat1], [lng2, lat2]] = endsOf(leg);
  const project = projector(view);
  const [x1, y1] = project(lng1, lat1);
  // The far end is reckoned from the near one: a window's edge must not tear the line.
  const x2 = x1 + ((lng2 - lng1) / 360) * TILE * 2 ** view.zoom;
  const [, y2] = project(lng2, lat2);
  return [x1, y1, x2, y2];
}

/** Where along a line its arrowhead may stand, the best first. */
const STANDS = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8];

/** The arrowhead that says which way: as near to the middle of the line as no mark is. `blocked` tells where one is. */
export function arrowOn([x1, y1, x2, y2]: Segment, blocked: (x: number, y: number) => boolean) {
  const stands = STANDS.map((share) => ({ x: x1 + (x2 - x1) * share, y: y1 + (y2 - y1) * share }));
  const { x, y } = stands.find((stand) => !blocked(stand.x, stand.y)) ?? { x: (x1 + x2) / 2, y: (y1 + y2) / 2 };
  return { x, y, turn: Math.round((Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI) };
}
