import 'maplibre-gl/dist/maplibre-gl.css';
import type { FeatureCollection } from 'geojson';
import { type GeoJSONSource, LngLatBounds, Map as MapLibre, NavigationControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { countryNames } from '../basemap/countries.ts';
import { fan } from './fan.ts';
import { type Bounds, focus } from './focus.ts';
import { GLYPH_BOX, GLYPHS, HUES, type Hue, STATUS_MARKS, STRIKE } from './glyphs.ts';
import { type Item, reach } from './item.ts';
import { MAP_FONTS } from './map-fonts.ts';
import type { PageData } from './page-data.ts';
import type { State } from './state.ts';
import { basemapStyle, THEMES } from './style.ts';
import type { Window } from './visible.ts';

setWorkerUrl(workerUrl);

export interface EventMap {
  draw(state: State, window: Window, fresh: number, chosen: Item | null): void;
  setItems(items: readonly Item[]): void;
  /** West, south, east, north of what is in view. */
  bounds(): Bounds;
}

export interface MapInput {
  /** The events under a click or touch, the topmost first. */
  pick(ids: string[], at: { x: number; y: number }): void;
  moved(view: NonNullable<State['view']>): void;
  lost(): void;
}

// Filters compare seconds: they fit a 32-bit float's safe range nowhere, but a double's everywhere.
const EVER = 1e13;
/** Pixels around the events at first, and how near a map of one spot comes. */
const PADDING = { top: 56, right: 56, bottom: 110, left: 56 };
const NEAREST = 9;

/** The interactive map in place of the poster. Resolves when it has drawn its first picture. */
export async function createMap(
  element: HTMLElement,
  shownFirst: readonly Item[],
  items: readonly Item[],
  state: State,
  { basemap, lang, words }: Pick<PageData, 'basemap' | 'lang' | 'words'>,
  input: MapInput,
): Promise<EventMap> {
  const frame = document.createElement('div');
  frame.className = 'canvas';
  element.append(frame);
  const map = new MapLibre({
    container: frame,
    style: styleOf(basemap, lang),
    ...(state.view
      ? { center: [state.view.lng, state.view.lat], zoom: state.view.zoom }
      : { bounds: focus(items), fitBoundsOptions: { padding: PADDING, maxZoom: NEAREST } }),
    attributionControl: false,
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
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  // Offsets are those of the whole story: a filter must not make the rest jump.
  const offsets = fan(items);
  const order = new Map([...offsets.keys()].map((id, index) => [id, index]));
  let shown = shownFirst;
  let redraw = () => {};
  let followed: Item | null = null;
  const home = focus(items);
  const dress = () => {
    for (const image of glyphImages(element)) map.addImage(image.name, image.data, { pixelRatio: 2 });
    map.addSource('events', { type: 'geojson', data: toGeoJson(shown, order) });
    addLayers(map, [...offsets.values()]);
    redraw();
  };
  await map.once('load');
  dress();
  // Another colour scheme is another style; the events are put on it anew.
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
    matchMedia(query).addEventListener('change', () => {
      map.once('style.load', dress);
      map.setStyle(styleOf(basemap, lang), { diff: false });
    });
  }
  map.on('click', (event) => {
    const box = 14;
    const { x, y } = event.point;
    const found = map.queryRenderedFeatures(
      [
        [x - box, y - box],
        [x + box, y + box],
      ],
      { layers: ['old', 'fresh'] },
    );
    input.pick([...new Set(found.map((feature) => String(feature.properties.id)))], { x, y });
  });
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
    draw(next, window, fresh, chosen) {
      redraw = () => {
        set(map, 'from', seconds(window.from));
        set(map, 'to', seconds(window.to));
        set(map, 'fresh', seconds(fresh));
        set(map, 'event', next.event ?? '');
      };
      redraw();
      if (chosen !== followed) follow(map, home, next.view === null, chosen);
      followed = chosen;
    },
    bounds: () => map.getBounds().toArray().flat() as Bounds,
    setItems(next) {
      shown = next;
      map.getSource<GeoJSONSource>('events')?.setData(toGeoJson(next, order));
    },
  };
}

function styleOf({ tiles, maxZoom }: PageData['basemap'], lang: string) {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const contrast = matchMedia('(forced-colors: active), (prefers-contrast: more)').matches;
  return basemapStyle({
    tiles: new URL(tiles, location.href).href,
    maxZoom,
    colours: THEMES[contrast ? 'contrast' : dark ? 'dark' : 'light'],
    lang,
    countries: countryNames(lang),
    fonts: MAP_FONTS,
  });
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

/** Time is in the filters alone: in a data-driven paint property every frame would touch every event. */
function addLayers(map: MapLibre, offsets: [number, number][]) {
  const shown = ['all', ['<=', ['get', 's'], ['global-state', 'to']], ['>=', ['get', 'e'], ['global-state', 'from']]];
  const icons = {
    'icon-image': ['get', 'icon'],
    // Tiles carry no arrays: a feature carries its row in the table of offsets.
    'icon-offset': ['array', 'number', 2, ['at', ['get', 'row'], ['literal', offsets]]],
    'icon-allow-overlap': true,
    'icon-ignore-placement': true,
    'icon-size': ['interpolate', ['linear'], ['zoom'], 3, 0.6, 7, 1, 10, 1.25],
    'symbol-sort-key': ['get', 's'],
  };
  const metres = (zoom: number) => ['/', ['get', 'halo'], 78271.517 / 2 ** zoom];
  const layers: unknown[] = [
    {
      id: 'halo',
      type: 'circle',
      filter: [...shown, ['>', ['get', 'halo'], 0]],
      paint: {
        'circle-radius': ['interpolate', ['exponential', 2], ['zoom'], 0, metres(0), 22, metres(22)],
        'circle-color': ['get', 'colour'],
        'circle-opacity': 0.07,
        'circle-stroke-color': ['get', 'colour'],
        'circle-stroke-width': 1,
        'circle-stroke-opacity': 0.3,
      },
    },
    {
      id: 'wide',
      type: 'symbol',
      filter: [...shown, ['get', 'wide']],
      layout: { ...icons, 'icon-image': 'country' },
    },
    {
      id: 'old',
      type: 'symbol',
      filter: [...shown, ['<', ['get', 'e'], ['global-state', 'fresh']]],
      layout: icons,
      paint: { 'icon-opacity': 0.45 },
    },
    { id: 'fresh', type: 'symbol', filter: [...shown, ['>=', ['get', 'e'], ['global-state', 'fresh']]], layout: icons },
    {
      id: 'chosen',
      type: 'symbol',
      filter: ['==', ['get', 'id'], ['global-state', 'event']],
      layout: { ...icons, 'icon-image': 'chosen' },
    },
  ];
  for (const layer of layers)
    map.addLayer({ source: 'events', ...(layer as object) } as Parameters<MapLibre['addLayer']>[0]);
}

function toGeoJson(items: readonly Item[], order: ReadonlyMap<string, number>): FeatureCollection {
  const placed = items.filter((item) => item.at !== null);
  return {
    type: 'FeatureCollection',
    features: placed.map((item) => {
      const span = reach(item);
      return {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: item.at ?? [] },
        properties: {
          id: item.id,
          s: seconds(span?.from ?? Number.POSITIVE_INFINITY),
          e: seconds(span?.to ?? Number.NEGATIVE_INFINITY),
          icon: `${item.category}-${item.status}`,
          wide: isCountry(item),
          row: order.get(item.id) ?? 0,
          halo: haloMetres(item) / Math.max(0.1, Math.cos(((item.at?.[1] ?? 0) * Math.PI) / 180)),
          colour: hueColour(GLYPHS[item.category].hue),
        },
      };
    }),
  };
}

/** A country is known by its middle alone: no circle has its shape, so it is a dashed ring of one size. */
function isCountry({ place }: Item): boolean {
  return /^(?:PCL|CONT|RGN)/.test(place?.feature ?? '');
}

/** Radius of the area that is meant, where a point would say too much: a ring round "near", a region. */
function haloMetres({ place }: Item): number {
  if (!place) return 0;
  const { feature, near } = place;
  if (/^ADM1/.test(feature)) return 50_000;
  if (/^ADM/.test(feature)) return 20_000;
  return near ? 15_000 : 0;
}

function hueColour(hue: Hue): string {
  return getComputedStyle(document.body).getPropertyValue(`--hue-${hue}`).trim();
}

function seconds(time: number): number {
  return Math.max(-EVER, Math.min(EVER, time / 1000));
}

interface GlyphImage {
  name: string;
  data: ImageData;
}

/** One picture for each category and status at twice the pixels, and the ring of the chosen event. */
function glyphImages(element: HTMLElement): GlyphImage[] {
  const paper = getComputedStyle(element).getPropertyValue('--paper').trim();
  const hues = Object.fromEntries(HUES.map((hue) => [hue, hueColour(hue)]));
  const images: GlyphImage[] = [];
  for (const [category, { path, hue }] of Object.entries(GLYPHS)) {
    for (const [status, mark] of Object.entries(STATUS_MARKS)) {
      const data = drawn(GLYPH_BOX + 4, (ctx) => {
        ctx.translate(2, 2);
        const shape = new Path2D(path);
        ctx.lineJoin = 'round';
        ctx.strokeStyle = paper;
        ctx.lineWidth = 3;
        ctx.stroke(shape);
        ctx.fillStyle = mark.filled ? (hues[hue] ?? '') : paper;
        ctx.fill(shape);
        ctx.strokeStyle = hues[hue] ?? '';
        ctx.lineWidth = mark.filled ? 0 : 2;
        ctx.setLineDash(mark.dash);
        if (!mark.filled) ctx.stroke(shape);
        ctx.setLineDash([]);
        if (mark.struck) ctx.stroke(new Path2D(STRIKE));
      });
      if (data) images.push({ name: `${category}-${status}`, data });
    }
  }
  const ink = getComputedStyle(element).getPropertyValue('--ink').trim();
  const soft = getComputedStyle(element).getPropertyValue('--soft').trim();
  const ring = drawn(28, (ctx) => {
    ctx.strokeStyle = ink;
    ctx.lineWidth = 2.5;
    ctx.beginPath();
    ctx.arc(14, 14, 11, 0, Math.PI * 2);
    ctx.stroke();
  });
  if (ring) images.push({ name: 'chosen', data: ring });
  const wide = drawn(36, (ctx) => {
    ctx.strokeStyle = soft;
    ctx.lineWidth = 1.4;
    ctx.setLineDash([3, 3]);
    ctx.beginPath();
    ctx.arc(18, 18, 14, 0, Math.PI * 2);
    ctx.stroke();
  });
  if (wide) images.push({ name: 'country', data: wide });
  return images;
}

function drawn(size: number, draw: (ctx: CanvasRenderingContext2D) => void): ImageData | null {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * 2;
  const ctx = canvas.getContext('2d');
  if (!ctx) return null;
  ctx.scale(2, 2);
  draw(ctx);
  return ctx.getImageData(0, 0, canvas.width, canvas.height);
}
