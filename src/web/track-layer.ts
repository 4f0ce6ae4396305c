import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import type { MarkRoom } from './distance.ts';
import type { Item } from './item.ts';
import type { BasemapColours } from './themes.ts';
import { endsOf, type Leg } from './track.ts';
import { arrowsOf } from './track-arrows.ts';
import { type Window, within } from './visible.ts';

/** Side of the picture of the arrowhead, px. */
const ARROW = 14;
/** Side of the clear pictures along the line, and from one to the next, px. */
const ROOM = 8;

export interface Track {
  /** Puts the track on a style that has just been set, below all marks. */
  dress(colours: BasemapColours): void;
  /** Puts clear pictures along it, above all names that have been set: the engine places them first, and names give way. */
  addRoom(): void;
  /** Draws the legs of which both ends are seen: what comes later, or is filtered out, is not joined. */
  draw(passing: ReadonlySet<Item>, window: Window): void;
  /** Puts the arrowheads beside the marks, where these have come to rest. */
  settle(): void;
}

/** The track of a story; `marksNow` are those that the map shows. Null where a story has none. */
export function createTrack(map: MapLibre, legs: readonly Leg[], marksNow: () => MarkRoom[]): Track | null {
  if (legs.length === 0) return null;
  let seen: readonly Leg[] = [];
  let drawn: Record<string, string> = {};
  const put = (source: string, data: FeatureCollection) => {
    const text = JSON.stringify(data);
    if (text !== drawn[source]) map.getSource<GeoJSONSource>(source)?.setData(data);
    drawn[source] = text;
  };
  const settle = () => put('track-arrows', arrowsOf(seen, marksNow(), map.getZoom()));
  return {
    dress(colours) {
      drawn = {};
      addTrack(map, colours);
    },
    addRoom: () => addTrackRoom(map),
    draw(passing, window) {
      const next = legsShown(legs, passing, window);
      if ('track' in drawn && next.length === seen.length && next.every((leg, index) => leg === seen[index])) return;
      seen = next;
      put('track', linesOf(seen));
      settle();
    },
    settle,
  };
}

function addTrack(map: MapLibre, colours: BasemapColours) {
  const arrow = drawArrow(colours);
  if (arrow) map.addImage('track-arrow', arrow, { pixelRatio: 2 });
  map.addSource('track', { type: 'geojson', data: linesOf([]) });
  map.addSource('track-arrows', { type: 'geojson', data: linesOf([]) });
  const line = { type: 'line', source: 'track', layout: { 'line-join': 'round', 'line-cap': 'round' } } as const;
  const widths = { 'line-width': 1.6, 'line-color': colours.placeText, 'line-opacity': 0.8 };
  map.addLayer({
    ...line,
    id: 'track-casing',
    paint: { 'line-width': 4, 'line-color': colours.halo, 'line-opacity': 0.75 },
  });
  map.addLayer({ ...line, id: 'track', filter: ['!', ['get', 'loose']], paint: widths });
  map.addLayer({
    ...line,
    id: 'track-loose',
    filter: ['get', 'loose'],
    layout: { 'line-join': 'round' },
    paint: { ...widths, 'line-dasharray': [3, 2.5] },
  });
  map.addLayer({
    id: 'track-arrow',
    type: 'symbol',
    source: 'track-arrows',
    layout: {
      'icon-image': 'track-arrow',
      'icon-rotate': ['get', 'turn'],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      'icon-rotation-alignment': 'map',
    },
  });
}

function addTrackRoom(map: MapLibre) {
  map.addImage('track-room', new ImageData(ROOM, ROOM));
  map.addLayer({
    id: 'track-room',
    type: 'symbol',
    source: 'track',
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': ROOM,
      'icon-image': 'track-room',
      'icon-padding': 0,
      'icon-allow-overlap': true,
      'icon-rotation-alignment': 'viewport',
    },
  });
}

function legsShown(legs: readonly Leg[], passing: ReadonlySet<Item>, window: Window): Leg[] {
  const seen = (item: Item) => passing.has(item) && within(item, window);
  return legs.filter(({ from, to }) => seen(from) && seen(to));
}

function linesOf(legs: readonly Leg[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: legs.map((leg) => ({
      type: 'Feature',
      properties: { loose: leg.loose },
      geometry: { type: 'LineString', coordinates: endsOf(leg) },
    })),
  };
}

/** Points east, as the line does that it is turned along. */
function drawArrow({ placeText, halo }: BasemapColours): ImageData | null {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = ARROW * 2;
  const ctx = canvas.getContext('2d');
  if (!ctx) return null;
  ctx.scale(2, 2);
  ctx.lineJoin = 'round';
  ctx.fillStyle = placeText;
  ctx.strokeStyle = halo;
  ctx.lineWidth = 1.5;
  const shape = new Path2D('M3.5 3L11 7L3.5 11Z');
  ctx.stroke(shape);
  ctx.fill(shape);
  return ctx.getImageData(0, 0, canvas.width, canvas.height);
}
