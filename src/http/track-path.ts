import { projector, TILE, type View } from '../basemap/view.ts';
import { endsOf, type Leg } from '../web/track.ts';

/** Nearer than this two marks leave no room for an arrowhead, px. */
const LEAST = 26;
/** Half the arrowhead's length and width, px. */
const [LONG, WIDE] = [4, 3.6];

/** A leg of the track in the pixels of a view, and the arrowhead in its middle that says which way; empty where there is no room. */
export function trackPath(leg: Leg, view: View): { line: string; arrow: string } {
  const [[lng1, lat1], [lng2, lat2]] = endsOf(leg);
  const project = projector(view);
  const [x1, y1] = project(lng1, lat1);
  // The far end is reckoned from the near one: a window's edge must not tear the line.
  const x2 = x1 + ((lng2 - lng1) / 360) * TILE * 2 ** view.zoom;
  const [, y2] = project(lng2, lat2);
  const line = `M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`;
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length < LEAST) return { line, arrow: '' };
  const [alongX, alongY] = [(x2 - x1) / length, (y2 - y1) / length];
  const at = (forth: number, aside: number) =>
    `${round((x1 + x2) / 2 + forth * alongX - aside * alongY)} ${round((y1 + y2) / 2 + forth * alongY + aside * alongX)}`;
  return { line, arrow: `M${at(-LONG, -WIDE)}L${at(LONG, 0)}L${at(-LONG, WIDE)}Z` };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
