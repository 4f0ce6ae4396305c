import { type Box, overlap, type Segment } from '../../basemap/label-room.ts';
import { isStateOf } from '../../basemap/same-thing.ts';
import { fitView, projector, type View } from '../../basemap/view.ts';
import { isWide } from '../../web/area.ts';
import { focus } from '../../web/focus.ts';
import type { Item } from '../../web/item.ts';
import { boxesOf, radiusAt, wholeScene } from '../../web/scene.ts';
import { sitesOf } from '../../web/sites.ts';
import { spotsOf } from '../../web/spots.ts';
import type { Leg } from '../../web/track.ts';
import { ARROW, arrowOn, LEAST, legOn } from '../../web/track-path.ts';
import { outlinesIn } from '../ground.tsx';
import { element, type Xml } from '../xml.ts';
import { drawGlobe, drawGround, drawScale, LOCATOR, label, scaleBox } from './ground.ts';
import { drawMarks } from './marks.ts';
import { type Face, measure, SANS } from './measure.ts';
import { placeNames } from './names.ts';
import type { Palette } from './palette.ts';

/** What a map of a picture shows. */
export interface PictureMap {
  /** The events on it, in their order. */
  items: readonly Item[];
  /** The pieces of the story's track, between those of them that it joins. */
  track: readonly Leg[];
  /** Its key, in the reader's words. */
  trackKey: string;
  /** The one that it is about; the others then stand back. */
  event: Item | null;
  width: number;
  height: number;
  lang: string;
  palette: Palette;
}

const PADDING = 44;
/** How much closer a map of one event looks than that of its story, and what it never looks closer or wider than. */
const CLOSER = 1;
const EVENT_ZOOM = { least: 3.5, most: 7.5 };
const MOST_NAMES = 12;
/** The zoom from which a reader may wonder where in the world this is. */
const CLOSE = 3.5;
const CREDIT = 'Natural Earth, GeoNames';

const NAME: Face = { family: SANS, weight: 600, size: 12 };
/** Of a region of the world, and of a state, as the map itself writes it across a country. */
const WHOLE: Face = { family: SANS, weight: 400, size: 10 };
const STATE: Face = { family: SANS, weight: 600, size: 10 };
const FINE: Face = { family: SANS, weight: 400, size: 8 };
/** Pixels that an arrowhead takes. */
const ARROW_ROOM = 16;

/** The map of a picture as the content of an `<svg>` of its size. Every colour is an attribute: it needs no style sheet. */
export function drawMap(map: PictureMap): Xml[] {
  const { palette } = map;
  const placed = map.items.filter(({ at }) => at !== null);
  const view = viewOf(map, placed);
  const project = projector(view);
  // Around a chosen event only its own place is told from the ground.
  const told = map.event ? [map.event] : placed;
  const outlines = outlinesIn(
    view,
    told.flatMap(({ place }) => place?.outline ?? []),
  );
  const { scene, find } = wholeScene(placed, new Set(outlines.keys()), view);
  const on = map.event ? find(map.event) : undefined;
  const spots = spotsOf(placed);
  const sites = sitesOf(placed);
  const corner: Box = view.zoom < CLOSE ? NOWHERE : { x: 0, y: 0, width: LOCATOR + 20, height: LOCATOR + 20 };
  const scale = corner === NOWHERE ? NOWHERE : scaleBox(view);
  const key = map.track.length > 0 && !map.event ? map.trackKey : '';
  const right = view.width - 6;
  const credit: Box = {
    x: view.width - measure(CREDIT, FINE) - 12,
    y: view.height - 14,
    width: measure(CREDIT, FINE) + 12,
    height: 14,
  };
  const keyWidth = measure(key, FINE);
  const keyBox: Box =
    key === '' ? NOWHERE : { x: view.width - keyWidth - 6, y: view.height - 27, width: keyWidth, height: 13 };
  const boxes = boxesOf(scene);
  const chosen = map.event?.place?.label ?? map.event?.place?.name;
  // A town and its province may go by one name: once is enough.
  const named = spots
    .filter(({ name }, index) => spots.findIndex((other) => other.name === name) === index)
    .flatMap(({ name, at }) => {
      const [x, y] = project(...at);
      const radius = radiusAt(scene, x, y);
      const place = sites
        .find((site) => site.at.join() === at.join())
        ?.items.find((item) => nameOf(item) === name)?.place;
      return radius === null || !place ? [] : [{ name, at: [x, y] as const, radius: radius + 2, face: NAME, place }];
    })
    .sort((a, b) => Number(b.name === chosen) - Number(a.name === chosen))
    .slice(0, MOST_NAMES);
  // What is told of a country as a whole stands at its middle: its name says that no point is meant.
  const wholes = sites.flatMap(({ at, items: [first] }) => {
    const [x, y] = project(...at);
    const radius = radiusAt(scene, x, y);
    if (!first?.place || !isWide(first) || radius === null) return [];
    const { place } = first;
    const isState = isStateOf(place, place.country);
    const [name, face] = isState ? [nameOf(first).toLocaleUpperCase(), STATE] : [nameOf(first), WHOLE];
    return [{ name, at: [x, y] as const, radius: radius + 2, face, place }];
  });
  const furniture = [...boxes, corner, scale, credit, keyBox];
  const legs = map.event ? [] : map.track.map((leg) => ({ leg, line: legOn(leg, view) }));
  const lines = legs.map(({ line }) => line);
  const names = placeNames([...named, ...wholes], view, furniture, lines);
  const taken = [...furniture, ...names.map(({ box }) => box)];
  const ground = { taken, toldAt: () => names.map(({ place }) => place), lines };
  return [
    ...drawGround(view, map.lang, ground, outlines.values(), palette),
    ...legs.flatMap(({ leg, line }) => drawLeg(leg, line, boxes, palette)),
    ...drawMarks(scene, map.event && on ? { item: map.event, on } : null, palette, map.lang),
    ...names.map(({ name, box, face }) => {
      const colour = face === NAME ? palette.map.placeText : palette.map.countryText;
      return label(name, box.x, box.y + box.height / 2, face, colour, palette.map.halo);
    }),
    ...(corner === NOWHERE ? [] : [drawGlobe(view, palette), ...drawScale(view, palette)]),
    label(CREDIT, right, credit.y + 6, FINE, palette.map.countryText, palette.map.halo, { end: 'right' }),
    ...(key === ''
      ? []
      : [label(key, right, keyBox.y + 6, FINE, palette.map.placeText, palette.map.halo, { end: 'right' })]),
  ];
}

function drawLeg({ loose }: Leg, line: Segment, marks: readonly Box[], { map }: Palette) {
  const [x1, y1, x2, y2] = line.map((value) => Math.round(value * 10) / 10);
  const { x, y, turn } = arrowOn(line, (atX, atY) => {
    const [left, top] = [atX - ARROW_ROOM / 2, atY - ARROW_ROOM / 2];
    return marks.some((mark) => overlap(mark, { x: left, y: top, width: ARROW_ROOM, height: ARROW_ROOM }));
  });
  const dashes: Record<string, string> = loose ? { 'stroke-dasharray': '5 4' } : {};
  return [
    element('path', {
      d: `M${x1} ${y1}L${x2} ${y2}`,
      fill: 'none',
      stroke: map.placeText,
      'stroke-width': 1.4,
      'stroke-opacity': 0.8,
      ...dashes,
    }),
    ...(Math.hypot(line[2] - line[0], line[3] - line[1]) < LEAST
      ? []
      : [
          element('path', {
            d: ARROW,
            transform: `translate(${Math.round(x)} ${Math.round(y)}) rotate(${turn})`,
            fill: map.placeText,
            stroke: map.halo,
            'stroke-width': 0.6,
          }),
        ]),
  ];
}

function nameOf({ place }: Item): string {
  return place?.label ?? place?.name ?? '';
}

const NOWHERE: Box = { x: -1, y: -1, width: 0, height: 0 };

function viewOf({ items, event, width, height }: PictureMap, placed: readonly Item[]): View {
  const size = { width, height, padding: PADDING };
  const whole = fitView(focus(placed.length > 0 ? placed : items), { ...size, maxZoom: 8 });
  if (!event?.at) return whole;
  const [lng, lat] = event.at;
  const closer = isWide(event) ? whole.zoom : whole.zoom + CLOSER;
  const maxZoom = Math.min(EVENT_ZOOM.most, Math.max(EVENT_ZOOM.least, closer));
  return fitView([lng, lat, lng, lat], { ...size, maxZoom });
}
