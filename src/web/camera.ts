import { LngLatBounds, type Map as MapLibre } from 'maplibre-gl';
import { type Bounds, focus } from './focus.ts';
import type { Item } from './item.ts';

/** Pixels around the events at first, and by how much more beside the buttons, so that no mark lies under them. */
const PADDING = 56;
const BUTTONS = 10;
/** Of a low map so many pixels stay for the events. */
const LEAST_HEIGHT = 40;
/** How near a map of one spot comes. */
export const NEAREST = 9;
/** Pixels from the globe in its corner to a mark. */
const GLOBE_AIR = 10;
/** So far into its foot a mark is still seen, px. */
const NEAR_FOOT = 24;

/** What is left of a low map is still enough for the events. */
export function paddingOf({ clientHeight: height }: HTMLElement, foot: number) {
  const top = Math.min(PADDING, height / 8);
  return {
    top,
    right: PADDING + BUTTONS,
    bottom: Math.min(foot, Math.max(height - top - LEAST_HEIGHT, 0)),
    left: PADDING,
  };
}

/** Moves the first view so that no place of it lies under the globe in its corner. */
export function clearGlobe(
  map: MapLibre,
  element: HTMLElement,
  items: readonly Item[],
  padding: ReturnType<typeof paddingOf>,
) {
  const globe = element.querySelector('.locator')?.getBoundingClientRect();
  if (!globe) return;
  const { left, top } = element.getBoundingClientRect();
  const [right, foot] = [globe.right - left + GLOBE_AIR, globe.bottom - top + GLOBE_AIR];
  const isUnder = ({ at }: Item) => {
    const { x, y } = at ? map.project(at) : { x: -1, y: -1 };
    return x > 0 && y > 0 && x < right && y < foot;
  };
  if (right < element.clientWidth / 3 && items.some(isUnder))
    map.fitBounds(focus(items), { padding: { ...padding, left: right }, maxZoom: NEAREST, animate: false });
}

/**
 * Brings the chosen event into view. Where the reader has not moved the map, far events are shown together with the
 * ground of the story, and the map comes back from them; after that it only follows.
 */
export function follow(map: MapLibre, home: Bounds, untouched: boolean, chosen: Item | null, foot: number) {
  if (!chosen?.at) return;
  const view = map.getBounds();
  const [west, south, east, north] = home;
  const middle = (west + east) / 2;
  // On the side of 180 degrees on which the story lies.
  const at: [number, number] = [chosen.at[0] + 360 * Math.round((middle - chosen.at[0]) / 360), chosen.at[1]];
  const inside = view.contains(at) && map.project(at).y < map.getContainer().clientHeight - foot + NEAR_FOOT;
  if (!untouched) {
    if (!inside) map.easeTo({ center: at, offset: [0, -foot / 2] });
    return;
  }
  const athome = new LngLatBounds(home).contains(at);
  const far = view.getEast() - view.getWest() > 4 * Math.max(east - west, 1);
  if (inside && !(athome && far)) return;
  const [lng, lat] = at;
  const both: Bounds = [Math.min(west, lng), Math.min(south, lat), Math.max(east, lng), Math.max(north, lat)];
  map.fitBounds(both, { padding: paddingOf(map.getContainer(), foot), maxZoom: NEAREST });
}
