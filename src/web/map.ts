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
import { capitalNames } from '../basemap/countries.ts';
import type { View } from '../basemap/view.ts';
import { clearFurniture, follow, NEAREST, paddingOf } from './camera.ts';
import { reachOf } from './clusters.ts';
import { addDistance, addDistanceText, distanceOf, drawDistance, type MarkRoom } from './distance.ts';
import { type Bounds, focus } from './focus.ts';
import { fetchStyle } from './foreign-style.ts';
import { handReach } from './hand.ts';
import type { Item } from './item.ts';
import { watchTiles } from './lost-tiles.ts';
import { foreignStyle, styleOf, themeOf } from './map-style.ts';
import { mapWords } from './map-words.ts';
import type { MarkButtons } from './mark-buttons.ts';
import { createMarks, idsOf, type Seen } from './marks.ts';
import { addNames } from './name-layers.ts';
import { addFence, keepNamesInView } from './names-in-view.ts';
import { fetchOutlines, type Outlines } from './outlines.ts';
import type { PageData } from './page-data.ts';
import { createRest } from './rest.ts';
import { writeScales } from './scales.ts';
import type { Layout } from './scene.ts';
import { nameSites, namesAt } from './spot-names.ts';
import { spotsOf } from './spots.ts';
import type { State } from './state.ts';
import { legsOf } from './track.ts';
import { createTrack } from './track-layer.ts';
import type { Window } from './visible.ts';

setWorkerUrl(workerUrl);

export interface EventMap {
  draw(state: State, window: Window, fresh: number, chosen: Item | null): void;
  setItems(items: readonly Item[]): void;
  /** Marks the event that the reader points at, here or elsewhere. */
  hover(item: Item | null): void;
  /** What a press on a mark means. */
  open(mark: Seen, event: Event): void;
  /** Takes the focus back from the marks. */
  leave(): void;
  /** West, south, east, north of what is in view; null for a drawing. */
  bounds(): Bounds | null;
}

export interface MapInput {
  /** Of the marks, for the keyboard: those of the map that is seen. */
  buttons: MarkButtons;
  /** The events under a click or touch, the topmost first. */
  pick(ids: string[]): void;
  /** The events under the mouse, the topmost first; none when it leaves them. */
  hover(ids: string[], at: { clientX: number; clientY: number }): void;
  /** Pixels at the foot of the map that something else lies over. */
  foot(): number;
  moved(view: NonNullable<State['view']>): void;
  /** Parts of the ground cannot be had for now. */
  gaps(): void;
  lost(): void;
}

/** Pixels of a scale at most; at least it has half of them, room for "5,000 km". */
const SCALE = 112;
/** From this zoom on a globe says where the map is. */
const GLOBE_FROM = 2.5;
/** The map is drawn on to here; nearer there is nothing more to see. */
const DEEPEST = 10;

/** How long nothing has moved before what need not keep up does, ms. */
const REST = 250;

/** The interactive map in place of the poster. Resolves when it has drawn its first picture. */
export async function createMap(
  element: HTMLElement,
  shownFirst: readonly Item[],
  items: readonly Item[],
  state: State,
  data: Pick<PageData, 'basemap' | 'mapStyle' | 'colours' | 'faults' | 'track' | 'lang' | 'mapLang' | 'zone' | 'words'>,
  input: MapInput,
): Promise<EventMap> {
  const { basemap, mapStyle, lang, words } = data;
  const theme = () => themeOf(data.colours);
  for (const fault of data.faults ?? []) console.info(`A setting of the map cannot be used: ${fault}`);
  const spots = spotsOf(items);
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
      : {
          bounds: focus(items),
          fitBoundsOptions: { padding: paddingOf(element, input.foot()), maxZoom: NEAREST },
        }),
    // Our own sources are named below the map; those of another style are its own to name.
    attributionControl: foreign ? { compact: true } : false,
    locale: {
      ...mapWords(lang),
      'Map.Title': words.map,
    },
    // Another style may have streets.
    ...(!foreign && { maxZoom: DEEPEST }),
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
    map.addControl(new ScaleControl({ unit, maxWidth: SCALE }), 'bottom-left');
  // When the engine writes them, too.
  for (const event of ['move', 'projectiontransition'] as const) map.on(event, () => writeScales(frame, lang));
  // A globe beside a map of the world says nothing.
  const showGlobe = () => element.classList.toggle('afar', map.getZoom() < GLOBE_FROM);
  map.on('zoom', showGlobe);
  showGlobe();
  const marks = createMarks(items, element, new Intl.NumberFormat(lang));
  map.getCanvasContainer().append(marks.canvas);
  marks.setItems(shownFirst);
  let shown = shownFirst;
  let redraw = () => {};
  let named = '';
  const rest = createRest(REST, settle);
  let outlines: Outlines | null = null;
  let followed: Item | null = null;
  let pointed: Item | null = null;
  const home = focus(items);
  const siteNames = nameSites(spots, marks.sites);
  const names = () => namesAt(siteNames, marks.sites, marks.layouts(), map.getZoom());
  const roomsOf = (layouts: readonly Layout[]) =>
    layouts.flatMap((layout) =>
      layout.marks.flatMap((mark): MarkRoom[] => {
        const at = marks.sites[mark.site]?.at;
        return at ? [{ at, radius: reachOf(mark) }] : [];
      }),
    );
  const track = createTrack(map, legsOf(data.track ?? [], items), () => roomsOf(marks.layouts().slice(-1)));
  const drawFar = () => drawDistance(map, distanceOf(followed, spots), lang, roomsOf(marks.layouts()));
  const dress = () => {
    outlines?.dress(map, theme());
    track?.dress(theme());
    addDistance(map, theme());
    addNames(map, names(), theme());
    track?.addRoom();
    marks.dress();
    addDistanceText(map, theme());
    addFence(map);
    redraw();
    drawFar();
  };
  keepNamesInView(
    map,
    data.mapLang ?? lang,
    capitalNames(data.mapLang ?? lang),
    marks.sites.map(({ at }) => at),
  );
  const tiles = watchTiles(map, input.gaps);
  const wholeMarks = () => {
    marks.look(viewOf(map));
    return roomsOf(marks.layouts().slice(0, 1));
  };
  wholeMarks();
  if (!state.view) clearFurniture(map, items, wholeMarks, paddingOf(element, input.foot()));
  map.on('style.load', dress);
  await map.once('load');
  if (tiles.bare()) {
    map.remove();
    frame.remove();
    throw new Error('No tile of the map can be had');
  }
  fetchOutlines(basemap.tiles, items).then((found) => {
    outlines = found;
    outlines.dress(map, theme());
    marks.setOutlined(outlines.known);
    redraw();
  });
  // Another colour scheme is another style; the events are put on it anew.
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)']) {
    matchMedia(query).addEventListener('change', () => {
      if (foreign) marks.dress();
      else map.setStyle(style(), { diff: false });
    });
  }
  // In the frame of the map itself: marks and ground move as one.
  map.on('render', () => {
    marks.look(viewOf(map));
    rest.ask();
  });
  map.on('click', ({ point, originalEvent }) => {
    const found = marks.at(point, handReach(originalEvent));
    if (Array.isArray(found)) input.pick(idsOf(found));
    else open(found, originalEvent);
  });
  // The mouse is told what a press would choose; a finger needs no telling.
  map.on('mousemove', ({ point, originalEvent }) => {
    const ids = idsOf(marks.at(point, handReach(originalEvent)));
    map.getCanvas().style.cursor = ids.length > 0 ? 'pointer' : '';
    input.hover(ids, originalEvent);
  });
  map.on('mouseout', ({ originalEvent }) => input.hover([], originalEvent));
  map.on('moveend', (event) => {
    if (followed) drawFar();
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

  /** Names and buttons follow the marks once those have come to rest: the engine does not place names in a drag. */
  function settle() {
    if (element.classList.contains('live')) input.buttons.place(marks.seen());
    const next = names();
    const text = JSON.stringify(next);
    if (text !== named) map.getSource<GeoJSONSource>('spots')?.setData(next);
    named = text;
    track?.settle();
  }

  /** What a number counts comes apart, or is offered as a list. */
  function open(mark: Seen, event: Event) {
    if (mark.items.length === 1 || !divide(mark, event)) input.pick(idsOf(mark));
  }

  /** Brings the map so near that what a number counts stands apart; false where it never does. */
  function divide(cluster: Seen, originalEvent: Event): boolean {
    const zoom = marks.splitZoom(cluster, DEEPEST);
    if (zoom === null) return false;
    const bounds = new LngLatBounds();
    for (const { at } of cluster.sites) bounds.extend(at);
    const padding = paddingOf(map.getContainer(), input.foot());
    const fitted = map.cameraForBounds(bounds, { padding, maxZoom: DEEPEST });
    const [first] = cluster.sites;
    map.easeTo({ center: fitted?.center ?? first?.at, zoom: Math.max(zoom, fitted?.zoom ?? zoom) }, { originalEvent });
    return true;
  }

  element.classList.add('live');
  input.buttons.standAfter(map.getCanvasContainer());
  settle();
  return {
    draw(next, window, fresh, chosen) {
      redraw = () => {
        marks.draw(window, fresh);
        marks.stress(chosen, pointed);
        rest.ask();
        outlines?.draw(map, shown, window, next.event);
        track?.draw(new Set(shown), window);
      };
      redraw();
      if (chosen === followed) return;
      followed = chosen;
      drawFar();
      follow(map, home, next.view === null, chosen, input.foot());
    },
    hover(item) {
      pointed = item;
      marks.stress(followed, pointed);
    },
    open,
    leave: () => map.getCanvas().focus(),
    bounds: () => map.getBounds().toArray().flat() as Bounds,
    setItems(next) {
      shown = next;
      marks.setItems(next);
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
