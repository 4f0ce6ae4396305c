import type { Box } from '../../basemap/poster.ts';
import { fitView, projector, type View } from '../../basemap/view.ts';
import { areaMetres, isWide } from '../../web/area.ts';
import { fan, spotsOf } from '../../web/fan.ts';
import { focus } from '../../web/focus.ts';
import { GLYPH_BOX, GLYPHS, STATUS_MARKS, STRIKE } from '../../web/glyphs.ts';
import type { Item } from '../../web/item.ts';
import type { Leg } from '../../web/track.ts';
import { outlinesIn } from '../ground.tsx';
import { trackPath } from '../track-path.ts';
import { element, type Xml } from '../xml.ts';
import { drawGlobe, drawGround, drawScale, LOCATOR, label, scaleBox } from './ground.ts';
import { type Face, measure, SANS } from './measure.ts';
import { placeNames } from './names.ts';
import { hueOf, type Palette } from './palette.ts';

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
const EQUATOR_METRES = 40_075_016;
/** How much closer a map of one event looks than that of its story, and what it never looks closer or wider than. */
const CLOSER = 1;
const EVENT_ZOOM = { least: 3.5, most: 7.5 };
/** Past this many, glyphs are a cloud: spots by their count say more. */
const MOST_GLYPHS = 250;
const MOST_NAMES = 12;
/** The zoom from which a reader may wonder where in the world this is. */
const CLOSE = 3.5;
/** Opacity of what stands back. */
const BACK = 0.35;
/** Radius of the ring around the chosen event. */
const RING = 12;
const CREDIT = 'Natural Earth, GeoNames';
const SCALE_ROOM = 120;

const NAME: Face = { family: SANS, weight: 600, size: 12 };
const FINE: Face = { family: SANS, weight: 400, size: 8 };

/** The map of a picture as the content of an `<svg>` of its size. Every colour is an attribute: it needs no style sheet. */
export function drawMap(map: PictureMap): Xml[] {
  const { palette } = map;
  const placed = map.items.filter(({ at }) => at !== null);
  const view = viewOf(map, placed);
  const project = projector(view);
  const offsets = fan(placed);
  const half = GLYPH_BOX / 2;
  const marks = placed.map((item) => {
    const [x, y] = project(...(item.at ?? [0, 0]));
    const { dx, dy, scale } = offsets.get(item.id) ?? { dx: 0, dy: 0, scale: 1 };
    return { item, x: x + dx * scale, y: y + dy * scale };
  });
  const spots = spotsOf(placed, offsets);
  const drawn = marks.length <= MOST_GLYPHS;
  const corner: Box = view.zoom < CLOSE ? NOWHERE : { x: 0, y: 0, width: LOCATOR + 20, height: LOCATOR + 20 };
  const scale = corner === NOWHERE ? NOWHERE : scaleBox(view);
  const keyed = map.track.length > 0 && !map.event ? `${map.trackKey} · ${CREDIT}` : CREDIT;
  // The scale stands in the other corner.
  const written = measure(keyed, FINE) < view.width - SCALE_ROOM ? keyed : CREDIT;
  const credit: Box = {
    x: view.width - measure(written, FINE) - 12,
    y: view.height - 14,
    width: measure(written, FINE) + 12,
    height: 14,
  };
  const boxes = drawn
    ? marks.map(({ x, y }) => ({ x: x - half, y: y - half, width: GLYPH_BOX, height: GLYPH_BOX }))
    : spots.map(({ at, count }) => {
        const [x, y] = project(...at);
        const radius = spotRadius(count);
        return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
      });
  const chosen = map.event?.place?.name;
  // A town and its province may go by one name: once is enough.
  const named = spots
    .filter(({ name }, index) => spots.findIndex((other) => other.name === name) === index)
    .sort((a, b) => Number(b.name === chosen) - Number(a.name === chosen))
    .slice(0, MOST_NAMES);
  const names = placeNames(
    named.map(({ name, at, radius }) => ({ name, at: project(...at), radius })),
    NAME,
    view,
    [...boxes, corner, scale, credit],
  );
  // Around a chosen event only its own place is told from the ground.
  const told = map.event ? [map.event] : placed;
  const outlines = outlinesIn(
    view,
    told.flatMap(({ place }) => place?.outline ?? []),
  );
  const taken = [...boxes, ...names.map(({ box }) => box), corner, scale, credit];
  return [
    ...drawGround(view, map.lang, taken, outlines.values(), palette),
    ...(map.event ? [] : map.track.flatMap((leg) => drawLeg(leg, view, palette))),
    ...(drawn
      ? marks
          // What the picture is about lies on top.
          .sort((a, b) => Number(a.item === map.event) - Number(b.item === map.event))
          .map(({ item, x, y }) =>
            drawMark(item, x, y, palette, map.event, outlines.has(item.place?.outline ?? '') ? null : view),
          )
      : spots.map(({ at, count }) => {
          const [x, y] = project(...at);
          return element('circle', {
            cx: round(x),
            cy: round(y),
            r: round(spotRadius(count)),
            fill: palette.hues.red,
            'fill-opacity': 0.5,
          });
        })),
    ...names.map(({ name, box }) =>
      label(name, box.x, box.y + box.height / 2, NAME, palette.map.placeText, palette.map.halo),
    ),
    ...(corner === NOWHERE ? [] : [drawGlobe(view, palette), ...drawScale(view, palette)]),
    label(written, credit.x + 6, credit.y + 6, FINE, palette.map.countryText, palette.map.halo),
  ];
}

function drawLeg(leg: Leg, view: View, { map }: Palette): Xml[] {
  const { line, arrow } = trackPath(leg, view);
  const dashes: Record<string, string> = leg.loose ? { 'stroke-dasharray': '5 4' } : {};
  return [
    element('path', {
      d: line,
      fill: 'none',
      stroke: map.placeText,
      'stroke-width': 1.4,
      'stroke-opacity': 0.8,
      ...dashes,
    }),
    ...(arrow === ''
      ? []
      : [element('path', { d: arrow, fill: map.placeText, stroke: map.halo, 'stroke-width': 0.6 })]),
  ];
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

function spotRadius(count: number): number {
  return Math.min(40, 3 + Math.sqrt(count));
}

/**
 * Certainty by line, category by shape and hue, as everywhere. Beside a chosen event the others stand back. With a view, the
 * area that is meant is drawn around it.
 */
function drawMark(item: Item, x: number, y: number, palette: Palette, event: Item | null, view: View | null): Xml {
  const hue = hueOf(palette, item.category);
  const { filled, dash, struck } = STATUS_MARKS[item.status];
  const half = GLYPH_BOX / 2;
  const back = event !== null && item !== event;
  return element(
    'g',
    // Not the opacity of the group: the renderer gives up on such a group outside the picture.
    back ? { 'fill-opacity': BACK, 'stroke-opacity': BACK } : {},
    ...(back || !view ? [] : areaOf(item, view, palette, hue)),
    item === event &&
      element('circle', {
        cx: round(x),
        cy: round(y),
        r: RING,
        fill: palette.paper,
        'fill-opacity': 0.8,
        stroke: palette.ink,
        'stroke-width': 1.6,
      }),
    element(
      'g',
      { transform: `translate(${round(x - half)} ${round(y - half)})`, stroke: filled ? palette.map.halo : hue },
      element('path', {
        d: GLYPHS[item.category].path,
        fill: filled ? hue : palette.paper,
        'stroke-width': filled ? 0.8 : 2,
        ...(dash.length > 0 && { 'stroke-dasharray': dash.join(' ') }),
      }),
      struck && element('path', { d: STRIKE, 'stroke-width': 2 }),
    ),
  );
}

/** The area that is meant where the place is no point and no outline of it is known; a dashed ring for a country. */
function areaOf(item: Item, view: View, palette: Palette, hue: string): Xml[] {
  if (!item.at) return [];
  const [x, y] = projector(view)(...item.at);
  const metresPerPixel = (EQUATOR_METRES * Math.cos((item.at[1] * Math.PI) / 180)) / (512 * 2 ** view.zoom);
  const radius = isWide(item) ? 16 : areaMetres(item) / metresPerPixel;
  if (radius === 0) return [];
  const line: Record<string, string | number> = isWide(item)
    ? { fill: 'none', stroke: palette.soft, 'stroke-width': 1.2, 'stroke-dasharray': '3 3' }
    : { fill: hue, 'fill-opacity': 0.07, stroke: hue, 'stroke-opacity': 0.3 };
  return [element('circle', { cx: round(x), cy: round(y), r: round(radius), ...line })];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
