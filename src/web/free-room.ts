import type { Map as MapLibre } from 'maplibre-gl';
import { type Box, contains, meet } from './map-boxes.ts';

/** Pixels between a name and the frame. */
const AIR = 6;
/** Layers of which the engine places what they hold before the names of countries and seas. */
const BEFORE = /^(?:capital|spot-|fence$|track-room$|distance-text$)/;

/** What room a map at rest has for names, in pixels. */
export interface FreeRoom {
  frame: Box;
  /** What has its place: of marks and buttons, and of the names that were given one. */
  taken: readonly Box[];
  isFree(box: Box): boolean;
  take(box: Box): void;
}

/** The room that is left beside `taken` and what the engine has placed. */
export function freeRoom(map: MapLibre, taken: readonly Box[]): FreeRoom {
  const { clientWidth, clientHeight } = map.getContainer();
  const frame: Box = [AIR, AIR, clientWidth - AIR, clientHeight - AIR];
  const layers = map.getLayersOrder().filter((id) => BEFORE.test(id));
  const boxes = [...taken];
  return {
    frame,
    taken: boxes,
    take: (box) => boxes.push(box),
    isFree(box) {
      if (!contains(frame, box) || boxes.some((other) => meet(other, box))) return false;
      const [left, top, right, bottom] = box;
      const corners: [[number, number], [number, number]] = [
        [left, top],
        [right, bottom],
      ];
      return map.queryRenderedFeatures(corners, { layers }).length === 0;
    },
  };
}

/** A box of a size about its middle. */
export function boxAbout(x: number, y: number, { width, height }: { width: number; height: number }): Box {
  return [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
}

/** The same as a corner and a size. */
export function sided([x, y, right, bottom]: Box) {
  return { x, y, width: right - x, height: bottom - y };
}
