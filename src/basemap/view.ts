/** Where a map looks, as MapLibre counts it: the world is 512 pixels wide at zoom 0, in the web's Mercator projection. */
export interface View {
  lng: number;
  lat: number;
  zoom: number;
  /** Of the picture, in CSS pixels. */
  width: number;
  height: number;
}

/** Degrees. East is less than west where the bounds cross 180 degrees. */
export type Bounds = [west: number, south: number, east: number, north: number];

/** Pixels of the world at zoom 0. */
export const TILE = 512;
const POLE = 85.051129; // where the square of the projection ends
const ROUND = 360;
// Degrees by which a window must shrink before it is centred on the Pacific: readers know the world with its edge there.
const SAVING = 60;

/** The bounds of some points, across 180 degrees only where that is far shorter; null without a point. */
export function boundsOf(points: readonly (readonly [lng: number, lat: number])[]): Bounds | null {
  if (points.length === 0) return null;
  const lats = points.map(([, lat]) => lat);
  const lngs = points.map(([lng]) => wrap(lng)).sort((a, b) => a - b);
  const [first = 0, last = 0] = [lngs[0], lngs.at(-1)];
  let [west, east, span] = [first, last, last - first - SAVING];
  lngs.forEach((lng, i) => {
    const before = lngs[i - 1] ?? lng;
    if (ROUND - (lng - before) < span) [west, east, span] = [lng, before, ROUND - (lng - before)];
  });
  return [west, Math.min(...lats), east, Math.max(...lats)];
}

/**
 * The view that holds the bounds with `padding` pixels around them, no closer than `maxZoom`.
 * Without bounds it is the world.
 */
export function fitView(
  bounds: Bounds | null,
  { width, height, padding = 0, maxZoom = 8 }: { width: number; height: number; padding?: number; maxZoom?: number },
): View {
  const [west, south, east, north] = bounds ?? [-170, -56, 190, 76];
  const span = east < west ? east - west + ROUND : east - west;
  const [top, bottom] = [mercatorY(north), mercatorY(south)];
  const room = (size: number) => Math.max(1, size - 2 * padding) / TILE;
  const fits = Math.min(room(width) / Math.max(span / ROUND, 1e-9), room(height) / Math.max(bottom - top, 1e-9));
  const least = Math.log2(Math.max(height, 1) / TILE); // below it the poles' edge would show
  const zoom = Math.min(maxZoom, Math.max(least, Math.log2(fits)));
  const half = height / 2 / (TILE * 2 ** zoom);
  const y = Math.min(Math.max((top + bottom) / 2, half), 1 - half);
  return { lng: wrap(west + span / 2), lat: latitude(y), zoom, width, height };
}

/** From degrees to pixels of the picture, down and right. What lies behind the view's far side wraps to the near one. */
export function projector(view: View): (lng: number, lat: number) => [x: number, y: number] {
  const size = TILE * 2 ** view.zoom;
  const middle = mercatorY(view.lat);
  return (lng, lat) => [
    view.width / 2 + (wrap(lng - view.lng) / ROUND) * size,
    view.height / 2 + (mercatorY(lat) - middle) * size,
  ];
}

/** 0 at the top of the square, 1 at its bottom. */
export function mercatorY(lat: number): number {
  const sin = Math.sin((Math.max(-POLE, Math.min(POLE, lat)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
}

export function latitude(y: number): number {
  return (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI;
}

/** Into -180 (included) to 180 degrees. */
export function wrap(lng: number): number {
  return ((((lng + 180) % ROUND) + ROUND) % ROUND) - 180;
}
