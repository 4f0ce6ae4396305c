import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibre, Point } from 'maplibre-gl';
import { TILE } from '../basemap/view.ts';
import { countryWidth } from './map-labels.ts';

type Position = [lng: number, lat: number];
type Box = [left: number, top: number, right: number, bottom: number];

/** Letters of a country's name: their least size, what one takes of it in width, with the space after it, and how many times as large they get. */
const LETTER = { size: 10.5, width: 0.84, most: 1.5 };
/** Of its room, what a name takes at most. */
const FILL = 0.75;
/** Pixels between a name and the frame. */
const AIR = 6;
/** Side of the clear picture, px, of which the fence is made. */
const POST = 16;
/** Half the side of a mark, px, and marks that are looked at: past so many they are everywhere. */
const MARK = 12;
const MOST_MARKS = 500;
/** Pixels from a mark at which the ground is quiet. */
const CLEAR = 140;
/** Furniture that no name may stand under. */
const FURNITURE = '.maplibregl-ctrl-group,.maplibregl-ctrl-scale,.locator,figcaption';

/** Puts the source and layer of the fence on a style that has just been set, above all names. */
export function addFence(map: MapLibre) {
  for (const [name, width, height] of [
    ['fence', POST, POST],
    ['fence-level', 4 * POST, 2],
    ['fence-upright', 2, 4 * POST],
  ] as const)
    map.addImage(name, new ImageData(width, height));
  map.addSource('fence', { type: 'geojson', data: NOTHING });
  map.addLayer({
    id: 'fence',
    type: 'symbol',
    source: 'fence',
    layout: { 'icon-image': ['get', 'icon'], 'icon-padding': 0, 'icon-allow-overlap': true },
  });
  setUp(map);
}

/**
 * Keeps names whole while the map rests: none is cut by the frame or stands under the buttons, for a clear fence is there
 * that the engine places before it; and a country whose own name is out of sight is named where a part of it is seen.
 */
export function keepNamesInView(map: MapLibre, countries: Record<string, string>, marks: readonly Position[]) {
  // A fence that moved with the map would put names out that nothing cuts.
  map.on('movestart', () => show(map, false));
  map.on('moveend', () => setUp(map));
  // Tiles come after the map has moved.
  map.on('idle', () => nameParts(map, countries, marks));
}

function setUp(map: MapLibre) {
  map.getSource<GeoJSONSource>('fence')?.setData(fenceOf(map));
  show(map, true);
}

function show(map: MapLibre, shown: boolean) {
  if (map.getLayer('fence')) map.setLayoutProperty('fence', 'visibility', shown ? 'visible' : 'none');
}

function fenceOf(map: MapLibre): FeatureCollection {
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const posts: [icon: string, x: number, y: number][] = [];
  const [step, half] = [4 * POST, 2 * POST];
  for (let x = half; x < width + half; x += step) posts.push(['fence-level', x, 1], ['fence-level', x, height - 1]);
  for (let y = half; y < height + half; y += step) posts.push(['fence-upright', 1, y], ['fence-upright', width - 1, y]);
  for (const [left, top, right, bottom] of furnitureOf(map)) {
    for (let x = left + POST / 2; x < right + POST / 2; x += POST)
      for (let y = top + POST / 2; y < bottom + POST / 2; y += POST) posts.push(['fence', x, y]);
  }
  return collect(posts.map(([icon, x, y]) => [map.unproject([x, y]).toArray(), { icon }]));
}

function furnitureOf(map: MapLibre): Box[] {
  const { left, top } = map.getContainer().getBoundingClientRect();
  const found = map.getContainer().parentElement?.querySelectorAll(FURNITURE) ?? [];
  return [...found].map((element): Box => {
    const box = element.getBoundingClientRect();
    return [box.left - left, box.top - top, box.right - left, box.bottom - top];
  });
}

/** The room of a mark. */
function around({ x, y }: Point): Box {
  return [x - MARK, y - MARK, x + MARK, y + MARK];
}

/** Gives the countries that are seen without their name one, once all tiles are there. */
function nameParts(map: MapLibre, countries: Record<string, string>, marks: readonly Position[]) {
  const source = map.getSource<GeoJSONSource>('country-in-view');
  if (!source) return;
  const { clientWidth, clientHeight } = map.getContainer();
  const frame: Box = [AIR, AIR, clientWidth - AIR, clientHeight - AIR];
  const points = marks.slice(0, MOST_MARKS).map((at) => nearest(map, at).point);
  const taken = [...furnitureOf(map), ...points.map(around)];
  const world = TILE * 2 ** map.getZoom();
  const free = ({ x, y }: Point, name: string, width: number) => {
    const half = LETTER.size * (width < lengthOf(name) ? name.split(' ').length : 1);
    const box: Box = [x - width / 2, y - half, x + width / 2, y + half];
    return contains(frame, box) && !taken.some((other) => meet(other, box));
  };
  // What runs along its country gives way to the names of towns that are placed before it: then it stands level, elsewhere.
  const along = new Set(
    map.queryRenderedFeatures({ layers: ['country-along'] }).map(({ properties }) => properties.country),
  );
  const named = new Set<string>();
  for (const { properties, geometry } of query(map, 'country')) {
    const name = countries[properties.country] ?? '';
    const width = countryWidth(name, (properties.width ?? 0) * world, map.getZoom());
    const whole =
      geometry.type === 'Point'
        ? free(nearest(map, geometry.coordinates as Position).point, name, width)
        : geometry.type === 'LineString' &&
          along.has(properties.country) &&
          lettersAlong(map, geometry.coordinates as Position[], width).every((point) => free(point, '', LETTER.size));
    if (whole && properties.z <= map.getZoom()) named.add(properties.country);
  }
  const best = new Map<string, { at: number[]; size: number; ems: number; score: number }>();
  for (const { properties, geometry } of query(map, 'country-part')) {
    const { country } = properties;
    const name = countries[country] ?? '';
    const room = properties.width * world;
    const needed = widthOf(name, room);
    if (named.has(country) || name === '' || room < needed || geometry.type !== 'Point') continue;
    const { point, lngLat } = nearest(map, geometry.coordinates as Position);
    // More room is better, what is far from marks, and the middle of the map than its edge.
    const far = Math.hypot(point.x / clientWidth - 0.5, point.y / clientHeight - 0.5);
    const clear = Math.min(CLEAR, ...points.map(({ x, y }) => Math.hypot(x - point.x, y - point.y))) / CLEAR;
    const score = Math.min(2, room / needed) + 2 * clear - far;
    if (free(point, name, needed) && score > (best.get(country)?.score ?? Number.NEGATIVE_INFINITY))
      best.set(country, { at: lngLat.toArray(), ...setIn(room, needed, map.getZoom()), score });
  }
  const next = collect([...best].map(([country, { at, size, ems }]) => [at, { country, size, ems, rank: 0 }]));
  const key = JSON.stringify(next);
  if (shownParts.get(source) === key) return;
  shownParts.set(source, key);
  map.setGlobalStateProperty('moved', [...best.keys()]);
  source.setData(next);
}

/** What each map shows already: setting it again would never let the map come to rest. */
const shownParts = new WeakMap<GeoJSONSource, string>();

function query(map: MapLibre, sourceLayer: string) {
  return map.querySourceFeatures('basemap', { sourceLayer });
}

/** In pixels, and in degrees of the world that is looked at where several stand beside each other. */
function nearest(map: MapLibre, [lng, lat]: Position) {
  const middle = map.getCenter().lng;
  const turned: Position = [lng + Math.round((middle - lng) / 360) * 360, lat];
  const point = map.project(turned);
  return { point, lngLat: map.unproject(point) };
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

/** The size of a name that needs so many pixels in the least letters, and the ems after which its line ends. */
function setIn(room: number, needed: number, zoom: number): { size: number; ems: number } {
  const size = LETTER.size * Math.min(LETTER.most, 1 + zoom / 16, (FILL * room) / needed);
  return { size: Math.round(Math.max(LETTER.size, size) * 2) / 2, ems: Math.ceil(needed / LETTER.size) + 1 };
}

function contains([left, top, right, bottom]: Box, box: Box): boolean {
  return box[0] >= left && box[1] >= top && box[2] <= right && box[3] <= bottom;
}

function meet(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

function collect(points: [at: number[], properties: Record<string, unknown>][]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: points.map(([coordinates, properties]) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Point', coordinates },
    })),
  };
}
