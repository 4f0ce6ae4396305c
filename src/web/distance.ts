import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { isWide } from './area.ts';
import { standAlong } from './distance-label.ts';
import type { Item } from './item.ts';
import type { Spot } from './spots.ts';
import type { BasemapColours } from './themes.ts';

const EARTH_KM = 6371;
const KM_A_MILE = 1.609344;
/** Nearer than this two spots are one place to a reader; farther, a distance says nothing about the ground. */
const [LEAST_KM, MOST_KM] = [4, 400];
/** A distance is told from where most of the story happens. */
const CENTRES = 3;

export interface Distance {
  from: [lng: number, lat: number];
  to: [lng: number, lat: number];
  km: number;
}

/** How far an event is from the nearest of the places where most of its story happens; null where that is no help. */
export function distanceOf(item: Item | null, spots: readonly Spot[]): Distance | null {
  if (!item?.at || isWide(item) || item.place?.outline !== undefined) return null;
  const to = item.at;
  const busiest = spots.filter(({ count }) => count > 1).slice(0, CENTRES);
  if (busiest.some(({ at }) => kmBetween(at, to) < LEAST_KM)) return null;
  const near = busiest.map(({ at }): Distance => ({ from: at, to, km: kmBetween(at, to) }));
  const [nearest] = near.filter(({ km }) => km <= MOST_KM).sort((a, b) => a.km - b.km);
  return nearest ?? null;
}

/** As a map says it: kilometres and miles, in steps that a reader would use. */
export function distanceText(km: number, lang: string): string {
  const number = new Intl.NumberFormat(lang);
  const [kilometres, miles] = [km, km / KM_A_MILE].map((length) => number.format(rounded(length)));
  return `${kilometres} km · ${miles} mi`;
}

/** Puts the line on a style that has just been set. */
export function addDistance(map: MapLibre, colours: BasemapColours) {
  map.addSource('distance', { type: 'geojson', data: NOTHING });
  map.addLayer({
    id: 'distance',
    type: 'line',
    source: 'distance',
    paint: { 'line-color': colours.placeText, 'line-width': 1.2, 'line-dasharray': [3, 2] },
  });
}

/** Puts its words there, above the names, which then keep clear of them. */
export function addDistanceText(map: MapLibre, colours: BasemapColours) {
  map.addLayer({
    id: 'distance-text',
    type: 'symbol',
    source: 'distance',
    filter: ['==', ['geometry-type'], 'Point'],
    layout: {
      'text-rotate': ['get', 'turn'],
      'text-max-width': 40,
      'text-field': ['get', 'text'],
      'text-font': ['Map Bold'],
      'text-size': 12,
      'text-allow-overlap': true,
    },
    paint: { 'text-color': colours.placeText, 'text-halo-color': colours.halo, 'text-halo-width': 1.6 },
  });
}

/** Draws the line, and its words where they cover no mark. */
export function drawDistance(map: MapLibre, distance: Distance | null, lang: string, marks: readonly MarkRoom[]) {
  map.getSource<GeoJSONSource>('distance')?.setData(distance ? lineOf(map, distance, lang, marks) : NOTHING);
}

/** A mark of the map, and how far it reaches, px. */
export interface MarkRoom {
  at: readonly [lng: number, lat: number];
  radius: number;
}

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

function lineOf(
  map: MapLibre,
  { from, to, km }: Distance,
  lang: string,
  marks: readonly MarkRoom[],
): FeatureCollection {
  // Over 180 degrees the line takes the short way.
  const end: [number, number] = [from[0] + turn(to[0] - from[0]), to[1]];
  const text = distanceText(km, lang);
  const pixels = ([lng, lat]: readonly [number, number]) => map.project([lng, lat]);
  const [{ x: x1, y: y1 }, { x: x2, y: y2 }] = [pixels(from), pixels(end)];
  const circles = marks.map(({ at, radius }) => ({
    ...point(pixels([from[0] + turn(at[0] - from[0]), at[1]])),
    radius,
  }));
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const { x, y, turn: angle } = standAlong([x1, y1], [x2, y2], text.length, circles, { width, height });
  return {
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [from, end] } },
      {
        type: 'Feature',
        properties: { text, turn: angle },
        geometry: { type: 'Point', coordinates: map.unproject([x, y]).toArray() },
      },
    ],
  };
}

const point = ({ x, y }: { x: number; y: number }) => ({ x, y });

function kmBetween([lng1, lat1]: readonly [number, number], [lng2, lat2]: readonly [number, number]): number {
  const rad = Math.PI / 180;
  const [dLat, dLng] = [(lat2 - lat1) * rad, (lng2 - lng1) * rad];
  const half = Math.sin(dLat / 2) ** 2 + Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(dLng / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}

function rounded(length: number): number {
  return length < 30 ? Math.round(length) : Math.round(length / 5) * 5;
}

function turn(degrees: number): number {
  return ((((degrees + 180) % 360) + 360) % 360) - 180;
}
