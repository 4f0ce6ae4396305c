import 'maplibre-gl/dist/maplibre-gl.css';
import {
  type GeoJSONSource,
  LngLatBounds,
  Map as MapLibre,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { View } from '../basemap/view.ts';
import { addDistance, distanceOf, drawDistance } from './distance.ts';
import { addLayers, MOST_FILTERED, namesOf, seconds, sizeAt, toGeoJson } from './event-layers.ts';
import { fan, spotsOf } from './fan.ts';
import { type Bounds, focus } from './focus.ts';
import { fetchStyle } from './foreign-style.ts';
import { glyphImages, glyphNumber } from './glyph-images.ts';
import type { Item } from './item.ts';
import { foreignStyle, styleOf, themeOf } from './map-style.ts';
import { fetchOutlines, type Outlines } from './outlines.ts';
import type { PageData } from './page-data.ts';
import { packPoints, pickPoints } from './points.ts';
import { createPointsLayer } from './points-layer.ts';
import type { State } from './state.ts';
import { legsOf } from './track.ts';
import { addTrack, drawTrack, legsShown } from './track-layer.ts';
import type { Window } from './visible.ts';

setWorkerUrl(workerUrl);

export interface EventMap {
  draw(state: State, window: Window, fresh: number, chosen: Item | null): void;
  setItems(items: readonly Item[]): void;
  /** Marks the event that the reader points at, here or elsewhere. */
  hover(item: Item | null): void;
  /** West, south, east, north of what is in view; null for a drawing. */
  bounds(): Bounds | null;
}

export interface MapInput {
  /** The events under a click or touch, the topmost first. */
  pick(ids: string[]): void;
  /** The events under the mouse, the topmost first; none when it leaves them. */
  hover(ids: string[], at: { clientX: number; clientY: number }): void;
  moved(view: NonNullable<State['view']>): void;
  lost(): void;
}

/** Pixels around the events at first, and how near a map of one spot comes. */
const PADDING = { top: 56, right: 56, bottom: 110, left: 56 };
const NEAREST = 9;
/** How far from the middle of a glyph a finger or a mouse means it, px. */
const FINGER = 14;
const MOUSE = 7;

/** The interactive map in place of the poster. Resolves when it has drawn its first picture. */
export async function createMap(
  element: HTMLElement,
  shownFirst: readonly Item[],
  items: readonly Item[],
  state: State,
  data: Pick<PageData, 'basemap' | 'mapStyle' | 'colours' | 'faults' | 'track' | 'lang' | 'words'>,
  input: MapInput,
): Promise<EventMap> {
  const { basemap, mapStyle, lang, words } = data;
  const theme = () => themeOf(data.colours);
  for (const fault of data.faults ?? []) console.info(`A setting of the map cannot be used: ${fault}`);
  // Offsets are those of the whole story: a filter must not make the rest jump.
  const offsets = fan(items);
  const order = new Map([...offsets.keys()].map((id, index) => [id, index]));
  const spots = spotsOf(items, offsets);
  const foreign = mapStyle === undefined ? null : await fetchStyle(mapStyle);
  if (foreign) await startWorkersHere();
  const style = () => (foreign ? foreignStyle(foreign) : styleOf(data, spots));
  const frame = document.createElement('div');
  frame.className = 'canvas';
  element.append(frame);
  const map = new MapLibre({
    container: frame,
    style: style(),
    ...(state.view
      ? { center: [state.view.lng, state.view.lat], zoom: state.view.zoom }
      : { bounds: focus(items), fitBoundsOptions: { padding: PADDING, maxZoom: NEAREST } }),
    // Our own sources are named below the map; those of another style are its own to name.
    attributionControl: foreign ? { compact: true } : false,
    locale: {
      'NavigationControl.ZoomIn': words.zoomIn,
      'NavigationControl.ZoomOut': words.zoomOut,
      'CooperativeGesturesHandler.WindowsHelpText': words.zoomWithCtrl,
      'CooperativeGesturesHandler.MacHelpText': words.zoomWithCommand,
      'CooperativeGesturesHandler.MobileHelpText': words.moveWithTwo,
      'Map.Title': words.map,
    },
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    cooperativeGestures: true,
    fadeDuration: 0,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  for (const unit of ['imperial', 'metric'] as const)
    map.addControl(new ScaleControl({ unit, maxWidth: 80 }), 'bottom-left');
  let shown = shownFirst;
  let redraw = () => {};
  const legs = legsOf(data.track ?? [], items);
  let drawnLegs = '';
  let outlines: Outlines | null = null;
  let followed: Item | null = null;
  let pointed: Item | null = null;
  const home = focus(items);
  const features = () => toGeoJson(shown, order, offsets, outlines?.known ?? new Set());
  const many = offsets.size > MOST_FILTERED ? createPointsLayer(map, sizeAt) : null;
  let points = many && packPoints(shown, offsets, glyphNumber);
  const dress = () => {
    outlines?.dress(map, theme());
    const images = glyphImages(element);
    for (const image of images) map.addImage(image.name, image.data, { pixelRatio: 2 });
    if (!many) map.addSource('events', { type: 'geojson', data: features() });
    drawnLegs = '';
    if (legs.length > 0) addTrack(map, theme());
    addDistance(map, theme());
    map.addSource('spots', { type: 'geojson', data: namesOf(spots) });
    addLayers(
      map,
      [...offsets.values()].map(({ dx, dy }) => [dx, dy]),
      theme(),
      many !== null,
    );
    if (many && points) {
      many.setImages(images);
      many.setPoints(points);
      map.addLayer(many.layer);
    }
    redraw();
    drawDistance(map, distanceOf(followed, spots), lang);
  };
  map.on('style.load', dress);
  await map.once('load');
  fetchOutlines(basemap.tiles, items).then((found) => {
    outlines = found;
    outlines.dress(map, theme());
    map.getSource<GeoJSONSource>('events')?.setData(features());
    redraw();
  });
  // Another colour scheme is another style; the events are put on it anew.
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
    matchMedia(query).addEventListener('change', () => {
      if (!foreign) map.setStyle(style(), { diff: false });
    });
  }
  let window: Window = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  const under = ({ x, y }: { x: number; y: number }, reach: number): string[] => {
    if (points)
      return pickPoints(points, window, viewOf(map), sizeAt(map.getZoom()), { x, y }, reach).map(({ id }) => id);
    const box: [[number, number], [number, number]] = [
      [x - reach, y - reach],
      [x + reach, y + reach],
    ];
    const found = map.queryRenderedFeatures(box, { layers: ['fresh', 'old'] });
    return [...new Set(found.map((feature) => String(feature.properties.id)))];
  };
  const drawLegs = () => {
    const seen = legsShown(legs, new Set(shown), window);
    const key = seen.map((leg) => legs.indexOf(leg)).join();
    if (key !== drawnLegs) drawTrack(map, seen);
    drawnLegs = key;
  };
  map.on('click', ({ point }) => input.pick(under(point, FINGER)));
  // The mouse is told what a press would choose; a finger needs no telling.
  map.on('mousemove', ({ point, originalEvent }) => {
    const found = under(point, MOUSE);
    map.getCanvas().style.cursor = found.length > 0 ? 'pointer' : '';
    input.hover(found, originalEvent);
  });
  map.on('mouseout', ({ originalEvent }) => input.hover([], originalEvent));
  map.on('moveend', (event) => {
    if (!event.originalEvent) return;
    const { lng, lat } = map.getCenter();
    const fine = 10_000;
    input.moved({
      zoom: Math.round(map.getZoom() * 100) / 100,
      lat: Math.round(lat * fine) / fine,
      lng: Math.round(lng * fine) / fine,
    });
  });
  map.on('webglcontextlost', input.lost);
  return {
    draw(next, nextWindow, fresh, chosen) {
      window = nextWindow;
      redraw = () => {
        if (many) {
          many.draw(nextWindow, fresh);
          many.ring(chosen, pointed);
        } else {
          set(map, 'from', seconds(nextWindow.from));
          set(map, 'to', seconds(nextWindow.to));
          set(map, 'fresh', seconds(fresh));
        }
        set(map, 'event', next.event ?? '');
        outlines?.draw(map, shown, window, next.event);
        if (legs.length > 0) drawLegs();
      };
      redraw();
      if (chosen !== followed) {
        drawDistance(map, distanceOf(chosen, spots), lang);
        follow(map, home, next.view === null, chosen);
      }
      followed = chosen;
    },
    hover(item) {
      pointed = item;
      set(map, 'hover', item?.id ?? '');
      many?.ring(followed, pointed);
    },
    bounds: () => map.getBounds().toArray().flat() as Bounds,
    setItems(next) {
      shown = next;
      if (!many) map.getSource<GeoJSONSource>('events')?.setData(features());
      else {
        points = packPoints(next, offsets, glyphNumber);
        many.setPoints(points);
        redraw();
      }
    },
  };
}

/**
 * Has the engine start its workers from a copy of their script: they then may fetch what this page may, the host of the
 * newsroom's style among it. In a sandbox the engine does so itself.
 */
async function startWorkersHere() {
  if (origin === 'null') return;
  const script = await (await fetch(workerUrl)).text();
  setWorkerUrl(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
}

/** Where the map looks, for what the engine does not look up itself. It neither turns nor tilts. */
function viewOf(map: MapLibre): View {
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const { lng, lat } = map.getCenter();
  return { lng, lat, zoom: map.getZoom(), width, height };
}

function set(map: MapLibre, name: string, value: string | number) {
  if (map.getGlobalState()[name] !== value) map.setGlobalStateProperty(name, value);
}

/**
 * Brings the chosen event into view. Where the reader has not moved the map, far events are shown together with the
 * ground of the story, and the map comes back from them; after that it only follows.
 */
function follow(map: MapLibre, home: Bounds, untouched: boolean, chosen: Item | null) {
  if (!chosen?.at) return;
  const view = map.getBounds();
  const [west, south, east, north] = home;
  const inside = view.contains(chosen.at);
  if (!untouched) {
    if (!inside) map.easeTo({ center: chosen.at });
    return;
  }
  const athome = new LngLatBounds(home).contains(chosen.at);
  const far = view.getEast() - view.getWest() > 4 * Math.max(east - west, 1);
  if (inside && !(athome && far)) return;
  const [lng, lat] = chosen.at;
  const both: Bounds = [Math.min(west, lng), Math.min(south, lat), Math.max(east, lng), Math.max(north, lat)];
  map.fitBounds(both, { padding: PADDING, maxZoom: NEAREST });
}
