import type { GeoJSONSource, Map as MapLibre, Point } from 'maplibre-gl';
import { levelStands } from '../basemap/level-stands.ts';
import { TILE } from '../basemap/view.ts';
import type { Rows } from '../basemap/widest-box.ts';
import { ownSetting, waysInView } from './country-settings.ts';
import { boxAbout, type FreeRoom, sided } from './free-room.ts';
import { type Box, collect, nearest, type Position, queryTiles } from './map-boxes.ts';
import { showNames } from './names-source.ts';
import type { Measure, Setting } from './set-name.ts';

/** By how much a name gives way to what stands at its point, px, and the side of a letter of one that runs along a line. */
const ASIDE = 17;
const LETTER = 10.5;
/** How much of a name at its own place may stand over other countries: usually, and where else it had no place at all. */
const ABROAD = { usual: 0.04, most: 0.3 };

/**
 * Names the countries of which something is seen, once all tiles are there: at its own place where that is free and in sight,
 * or else where a part of it has room; `grounds` are what is seen of each, `countries` names in capitals. `told` are those that the story names; `marks` are in
 * pixels. What it names depends on what is seen alone, not on how the map came there.
 */
export function nameCountries(
  map: MapLibre,
  grounds: ReadonlyMap<string, Rows>,
  countries: Record<string, string>,
  told: ReadonlySet<string>,
  marks: readonly Point[],
  free: FreeRoom,
  measure: Measure,
) {
  const source = map.getSource<GeoJSONSource>('country-in-view');
  if (!source) return;
  const features: Parameters<typeof collect>[0] = [];
  const moved = new Set(told);
  const { isFree } = free;
  const within = sided(free.frame);
  const zoom = map.getZoom();
  const own = ownPlaces(map);
  for (const [country, rows] of largestFirst(grounds)) {
    const name = countries[country] ?? '';
    if (name === '' || told.has(country)) continue;
    const { line, point, room } = own.get(country) ?? NOWHERE;
    const ownWay = ownSetting(name, room, zoom, measure);
    // The tiles themselves name what is narrow or bent.
    if (line && lettersAlong(map, line, ownWay.width).every(isFree)) continue;
    const blocked = free.taken.map(sided);
    const isOwn = (most: number) => (box: Box) => isFree(box) && abroad(grounds, country, box) <= most;
    const atOwn = (most: number) => point && firstFree([ownWay], () => besides(point), isOwn(most));
    const inView = (setting: Setting) => levelStands(rows, setting, within, blocked, marks);
    const found =
      atOwn(ABROAD.usual) ?? firstFree(waysInView(name, zoom, measure), inView, isFree) ?? atOwn(ABROAD.most);
    moved.add(country);
    if (!found) continue;
    const { text, size, spacing } = found.setting;
    free.take(found.box);
    features.push([map.unproject(found.at).toArray(), { name: text, country, size, spacing, rank: features.length }]);
  }
  showNames(map, source, collect(features), 'moved', [...moved].sort());
}

/** Where the tiles have the name of a country, and how much room it has there, px. */
interface OwnPlace {
  point: Point | null;
  line: Position[] | null;
  room: number;
}

const NOWHERE: OwnPlace = { point: null, line: null, room: 0 };

function ownPlaces(map: MapLibre): Map<string, OwnPlace> {
  const zoom = map.getZoom();
  const places = new Map<string, OwnPlace>();
  for (const { properties, geometry } of queryTiles(map, 'country')) {
    if (properties.z > zoom || places.has(properties.country)) continue;
    places.set(properties.country, {
      point: geometry.type === 'Point' ? nearest(map, geometry.coordinates as Position).point : null,
      line: geometry.type === 'LineString' ? (geometry.coordinates as Position[]) : null,
      room: (properties.width ?? 0) * TILE * 2 ** zoom,
    });
  }
  return places;
}

/** The first way to set a name, and the first stand for it, where nothing is in the way. */
function firstFree(
  ways: readonly Setting[],
  stands: (setting: Setting) => readonly Pick<Point, 'x' | 'y'>[],
  isFree: (box: Box) => boolean,
): { setting: Setting; at: [x: number, y: number]; box: Box } | null {
  for (const setting of ways) {
    for (const { x, y } of stands(setting)) {
      const box = boxAbout(x, y, setting);
      if (isFree(box)) return { setting, at: [x, y], box };
    }
  }
  return null;
}

/** How much of the middle line of a box lies over other countries than one. */
function abroad(grounds: ReadonlyMap<string, Rows>, own: string, [left, top, right, bottom]: Box): number {
  let over = 0;
  for (const [country, { top: first, height, spans }] of grounds) {
    if (country === own) continue;
    for (const [from, to] of spans[Math.floor(((top + bottom) / 2 - first) / height)] ?? [])
      over += Math.max(0, Math.min(to, right) - Math.max(from, left));
  }
  return over / (right - left);
}

/** Where a level name may stand: at its point, or above or below it. */
function besides({ x, y }: Point): { x: number; y: number }[] {
  return [0, -ASIDE, ASIDE].map((aside) => ({ x, y: y + aside }));
}

/** Where the letters of a name stand that runs along a line, about its middle, so many pixels to either end. */
function lettersAlong(map: MapLibre, line: readonly Position[], width: number): Box[] {
  const [first, ...rest] = line.map((at) => nearest(map, at).point);
  if (!first) return [];
  const steps: Point[] = [first];
  for (const point of rest) {
    const before = steps.at(-1) ?? first;
    const count = Math.max(1, Math.ceil(before.dist(point) / LETTER));
    for (let step = 1; step <= count; step++) steps.push(before.add(point.sub(before).mult(step / count)));
  }
  const half = Math.ceil(width / 2 / LETTER);
  const middle = Math.floor(steps.length / 2);
  return steps
    .slice(Math.max(0, middle - half), middle + half + 1)
    .map(({ x, y }) => boxAbout(x, y, { width: LETTER, height: LETTER }));
}

/** The country of which the most is seen finds its place first. */
function largestFirst(grounds: ReadonlyMap<string, Rows>): [string, Rows][] {
  const length = ({ spans }: Rows) => spans.flat().reduce((sum, [from, to]) => sum + to - from, 0);
  return [...grounds]
    .map(([country, rows]): [string, Rows, number] => [country, rows, length(rows)])
    .filter(([, , length]) => length > 0)
    .sort((a, b) => b[2] - a[2] || (a[0] < b[0] ? -1 : 1))
    .map(([country, rows]) => [country, rows]);
}
