import type { GeoJSONSource, Map as MapLibre, Point } from 'maplibre-gl';
import { TILE } from '../basemap/view.ts';
import { type Box, collect, contains, meet, nearest, type Position, queryTiles } from './map-boxes.ts';
import { countryWidth } from './map-labels.ts';

/** Letters of a country's name: their least size, what one takes of it in width, with the space after it, and how many times as large they get. */
const LETTER = { size: 10.5, width: 0.84, most: 1.5 };
/** Of its room, what a name takes at most. */
const FILL = 0.75;
/** Pixels between a name and the frame. */
const AIR = 6;
/** Pixels from a mark at which the ground is quiet. */
const CLEAR = 140;
/** By how much a name gives way to what stands at its point, px. */
const ASIDE = 17;

interface Part {
  at: number[];
  size: number;
  ems: number;
  score: number;
}

/** Layers of which the engine places what they hold before the names of countries. */
const BEFORE = /^(?:capital|spot-|fence$|track-room$|distance-text$)/;

/**
 * Gives the countries that are seen without their name one, once all tiles are there. `told` are those that the story names;
 * `marks` and `taken` are in pixels. What it names depends on what is seen alone, not on how the map came there.
 */
export function nameParts(
  map: MapLibre,
  countries: Record<string, string>,
  told: ReadonlySet<string>,
  marks: readonly Point[],
  taken: readonly Box[],
) {
  const source = map.getSource<GeoJSONSource>('country-in-view');
  if (!source) return;
  const { clientWidth, clientHeight } = map.getContainer();
  const frame: Box = [AIR, AIR, clientWidth - AIR, clientHeight - AIR];
  const layers = map.getLayersOrder().filter((id) => BEFORE.test(id));
  const free: Free = ({ x, y }, name, width, size = LETTER.size) => {
    const down = size * (width < lengthOf(name) ? name.split(' ').length : 1);
    const across = (width / 2) * (size / LETTER.size);
    const box: Box = [x - across, y - down, x + across, y + down];
    if (!contains(frame, box) || taken.some((other) => meet(other, box))) return false;
    const [left, top, right, bottom] = box;
    const corners: [[number, number], [number, number]] = [
      [left, top],
      [right, bottom],
    ];
    return map.queryRenderedFeatures(corners, { layers }).length === 0;
  };
  const named = new Set([...told, ...namedWhole(map, countries, free)]);
  const best = bestParts(map, countries, named, free, marks);
  const next = collect([...best].map(([country, { at, size, ems }]) => [at, { country, size, ems, rank: 0 }]));
  const moved = [...new Set([...best.keys(), ...told])].sort();
  const key = JSON.stringify([moved, next]);
  if ((shownParts.get(source) ?? NOTHING) === key) return;
  shownParts.set(source, key);
  map.setGlobalStateProperty('moved', moved);
  source.setData(next);
}

/** What each map shows already: setting it again would never let the map come to rest. */
const shownParts = new WeakMap<GeoJSONSource, string>();
const NOTHING = JSON.stringify([[], collect([])]);

/** The countries whose own names stand whole. */
function namedWhole(map: MapLibre, countries: Record<string, string>, free: Free): Set<string> {
  const zoom = map.getZoom();
  const named = new Set<string>();
  for (const { properties, geometry } of queryTiles(map, 'country')) {
    const name = countries[properties.country] ?? '';
    const width = countryWidth(name, (properties.width ?? 0) * TILE * 2 ** zoom, zoom);
    if (properties.z > zoom || named.has(properties.country)) continue;
    const whole =
      geometry.type === 'Point'
        ? besides(nearest(map, geometry.coordinates as Position).point).some((point) => free(point, name, width))
        : geometry.type === 'LineString' &&
          lettersAlong(map, geometry.coordinates as Position[], width).every((point) => free(point, '', LETTER.size));
    if (whole) named.add(properties.country);
  }
  return named;
}

/** Where a level name may stand: at its point, or above or below it. */
function besides({ x, y }: Point): { x: number; y: number }[] {
  return [0, -ASIDE, ASIDE].map((down) => ({ x, y: y + down }));
}

/** The best place of each country that is not named. */
function bestParts(
  map: MapLibre,
  countries: Record<string, string>,
  named: ReadonlySet<string>,
  free: Free,
  marks: readonly Point[],
): Map<string, Part> {
  const { clientWidth, clientHeight } = map.getContainer();
  const zoom = map.getZoom();
  const best = new Map<string, Part>();
  for (const { properties, geometry } of queryTiles(map, 'country-part')) {
    const { country } = properties;
    const name = countries[country] ?? '';
    const room = properties.width * TILE * 2 ** zoom;
    const needed = widthOf(name, room);
    if (named.has(country) || name === '' || room < needed || geometry.type !== 'Point') continue;
    const middle = nearest(map, geometry.coordinates as Position).point;
    const slack = (room - needed) / 2;
    for (const x of standsIn(middle.x, slack, needed / 2 + AIR, clientWidth)) {
      const point = { x, y: middle.y };
      // More room is better, what is far from marks, and the middle of the map than its edge.
      const far = Math.hypot(point.x / clientWidth - 0.5, point.y / clientHeight - 0.5);
      const clear = Math.min(CLEAR, ...marks.map((mark) => Math.hypot(mark.x - x, mark.y - point.y))) / CLEAR;
      const aside = slack > 0 ? Math.abs(x - middle.x) / (2 * slack) : 0;
      const score = Math.min(2, room / needed) + 2 * clear - far - aside;
      if (score <= (best.get(country)?.score ?? Number.NEGATIVE_INFINITY)) continue;
      // Large letters where there is room for them among other names, or else the least.
      const sizes = settings(room - 2 * Math.abs(x - middle.x), needed, zoom);
      const set = sizes.find(({ size }) => free(point, name, needed, size));
      if (set) best.set(country, { at: map.unproject([x, point.y]).toArray(), ...set, score });
    }
  }
  return best;
}

/** Whether there is room about a point for a name so many pixels wide in the least letters, or as much wider as larger ones need. */
type Free = (at: Pick<Point, 'x' | 'y'>, name: string, width: number, size?: number) => boolean;

/** Where in its room the middle of a name may stand that has some slack: as near to the room's middle as the frame lets it, or at its ends. */
function standsIn(middle: number, slack: number, half: number, width: number): number[] {
  const inFrame = (x: number) => Math.max(half, Math.min(width - half, x));
  const stands = [middle, middle - slack, middle + slack].map(inFrame);
  return [...new Set(stands.map(Math.round))].filter((x) => Math.abs(x - middle) <= slack + 1);
}

/** Where the letters of a name stand that runs along a line, about its middle, so many pixels to either end. */
function lettersAlong(map: MapLibre, line: readonly Position[], width: number): Point[] {
  const [first, ...rest] = line.map((at) => nearest(map, at).point);
  if (!first) return [];
  const steps: Point[] = [first];
  for (const point of rest) {
    const before = steps.at(-1) ?? first;
    const count = Math.max(1, Math.ceil(before.dist(point) / LETTER.size));
    for (let step = 1; step <= count; step++) steps.push(before.add(point.sub(before).mult(step / count)));
  }
  const half = Math.ceil(width / 2 / LETTER.size);
  const middle = Math.floor(steps.length / 2);
  return steps.slice(Math.max(0, middle - half), middle + half + 1);
}

/** Pixels that a name takes at least in a room: in one line where that fits, or else a line a word. */
function widthOf(name: string, room: number): number {
  return lengthOf(name) <= room ? lengthOf(name) : Math.max(...name.split(' ').map(lengthOf));
}

function lengthOf(text: string): number {
  return text.length * LETTER.size * LETTER.width;
}

/** The sizes for a name that needs so many pixels in the least letters, the largest first, and the ems after which its line ends. */
function settings(room: number, needed: number, zoom: number): { size: number; ems: number }[] {
  const most = LETTER.size * Math.min(LETTER.most, 1 + zoom / 16, (FILL * room) / needed);
  const large = Math.round(Math.max(LETTER.size, most) * 2) / 2;
  const ems = Math.ceil(needed / LETTER.size) + 1;
  return [...new Set([large, LETTER.size])].map((size) => ({ size, ems }));
}
