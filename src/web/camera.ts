import { LngLatBounds, type Map as MapLibre } from 'maplibre-gl';
import type { MarkRoom } from './distance.ts';
import { type Bounds, focus } from './focus.ts';
import type { Item } from './item.ts';
import { type Box, furnitureOf, meet } from './map-boxes.ts';

/** Pixels around the events at first, and by how much more beside the buttons, so that no mark lies under them. */
const PADDING = 56;
const BUTTONS = 10;
/** Of a low map so many pixels stay for the events. */
const LEAST_HEIGHT = 40;
/** How near a map of one spot comes. */
export const NEAREST = 9;
/** Pixels between a mark and what stands in a corner, and from the middle of a single mark to its rim. */
const AIR = 5;
const GLYPH = 9;
/** What keeps clear of one box may come under another. */
const PASSES = 3;
/** So far into its foot a mark is still seen, px. */
const NEAR_FOOT = 24;

type Padding = ReturnType<typeof paddingOf>;

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

/** Moves the first view so that no mark of it lies under the globe, the scales or the captions in its corners. `marks` are those of a view. */
export function clearFurniture(map: MapLibre, items: readonly Item[], marks: () => MarkRoom[], padding: Padding) {
  const { clientWidth, clientHeight } = map.getContainer();
  let free = padding;
  for (let pass = 0; pass < PASSES; pass++) {
    const rooms = marks().map(({ at: [lng, lat], radius }) => boxOf(map, [lng, lat], radius + AIR));
    const next = furnitureOf(map).reduce((most, box) => {
      const under = rooms.filter((room) => meet(room, box));
      return besideBox(most, free, box, under, clientWidth, clientHeight);
    }, free);
    if (next.left === free.left && next.bottom === free.bottom) return;
    free = next;
    map.fitBounds(focus(items), { padding: free, maxZoom: NEAREST, animate: false });
  }
}

function boxOf(map: MapLibre, at: [number, number], reach: number): Box {
  const { x, y } = map.project(at);
  return [x - reach, y - reach, x + reach, y + reach];
}

/**
 * Padding that keeps the marks under a box clear of it: above one at the foot of the map, or beside one that leaves it most of
 * its width. What has slack is in the middle of it: it moves by half of what the padding grows.
 */
function besideBox(
  most: Padding,
  now: Padding,
  box: Box,
  under: readonly Box[],
  width: number,
  height: number,
): Padding {
  const [, top, right] = box;
  if (under.length === 0) return most;
  if (top > height / 2) {
    const over = Math.max(...under.map(([, , , foot]) => foot - top));
    const bottom = Math.min(now.bottom + 2 * over, Math.max(height - now.top - LEAST_HEIGHT, 0));
    return { ...most, bottom: Math.max(most.bottom, bottom) };
  }
  const over = Math.max(...under.map(([left]) => right - left));
  return right < width / 3 ? { ...most, left: Math.max(most.left, now.left + 2 * over) } : most;
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
  const inside =
    view.contains(at) &&
    map.project(at).y < map.getContainer().clientHeight - foot + NEAR_FOOT &&
    !furnitureOf(map).some((box) => meet(boxOf(map, at, GLYPH), box));
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
