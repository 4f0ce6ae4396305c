import type { Box } from '../../basemap/label-room.ts';
import { drawLocator } from '../../basemap/locator.ts';
import type { PosterPath } from '../../basemap/poster.ts';
import { type LabelOptions, LEADING, type PosterLabel } from '../../basemap/poster-sheet.ts';
import { scaleBar } from '../../basemap/scale.ts';
import type { View } from '../../basemap/view.ts';
import { groundOf, isLand, shapes } from '../ground.tsx';
import { element, type Xml } from '../xml.ts';
import { type Face, measure, SANS } from './measure.ts';
import type { Palette } from './palette.ts';
import { setLine } from './set-line.ts';

/** Width in CSS pixels, dashes likewise. Paths come in half pixels. */
const LINES: Record<PosterPath['layer'], (palette: Palette) => Record<string, string | number>> = {
  land: ({ map }) => ({ fill: map.land, stroke: map.coast }),
  lake: ({ map }) => ({ fill: map.water }),
  river: ({ map }) => ({ fill: 'none', stroke: map.river, 'stroke-width': 2 }),
  region: ({ map }) => ({ fill: 'none', stroke: map.regionBorder, 'stroke-width': 1.8, 'stroke-dasharray': '5 4' }),
  border: ({ map }) => ({ fill: 'none', stroke: map.border, 'stroke-width': 1.8 }),
  disputed: ({ map }) => ({ fill: 'none', stroke: map.border, 'stroke-width': 1.8, 'stroke-dasharray': '6 5' }),
};

const GAP = 6; // pixels from a dot to its name

/** The map under the marks, in attributes. `outlines`, path data in half pixels, lie on the land, under lakes and borders. */
export function drawGround(
  view: View,
  lang: string,
  options: Pick<LabelOptions, 'taken' | 'toldAt' | 'lines'>,
  outlines: Iterable<string>,
  palette: Palette,
): Xml[] {
  const { paths, labels } = groundOf(view, { lang, ...options });
  const drawPath = ({ layer, d }: PosterPath) => element('path', { d, ...LINES[layer](palette) });
  return [
    element('rect', { width: view.width, height: view.height, fill: palette.map.water }),
    element(
      'g',
      { transform: 'scale(.5)', 'stroke-linejoin': 'round' },
      paths.filter(isLand).map(drawPath),
      [...outlines].map((d) =>
        element('path', {
          d,
          fill: palette.map.area,
          'fill-rule': 'evenodd',
          'fill-opacity': palette.area,
          stroke: palette.map.area,
          'stroke-opacity': 0.55,
          'stroke-width': 1.6,
        }),
      ),
      paths.filter((path) => !isLand(path)).map(drawPath),
    ),
    ...labels.flatMap((name) => drawLabel(name, palette)),
  ];
}

/** A picture is looked at smaller than a page. */
const SMALLER = 0.85;

function drawLabel(name: PosterLabel, { map }: Palette): Xml[] {
  const { kind, text, x, y, side } = name;
  if (side === 'middle') {
    const water = kind === 'water';
    const face: Face = { family: SANS, weight: water ? 400 : 600, size: Math.round(name.size * SMALLER) };
    const [fill, halo] = water ? [map.waterText, map.water] : [map.countryText, map.halo];
    const lines = (water ? text : text.toLocaleUpperCase()).split('\n');
    return lines.map((line, index) => {
      const left = x - (measure(line, face) + line.length * name.spacing) / 2;
      const level = y + (index - (lines.length - 1) / 2) * LEADING * face.size;
      const drawn = label(line, left, level, face, fill, halo, { spacing: name.spacing });
      return name.angle === 0 ? drawn : element('g', { transform: `rotate(${name.angle} ${x} ${y})` }, drawn);
    });
  }
  const face: Face = { family: SANS, weight: kind === 'capital' ? 600 : 400, size: kind === 'capital' ? 11 : 10 };
  const left = side === 'left' ? x - GAP - measure(text, face) : x + GAP;
  return [
    element('circle', { cx: x, cy: y, r: kind === 'capital' ? 2.6 : 2, fill: map.placeText }),
    label(text, left, y, face, map.placeText, map.halo),
  ];
}

/**
 * A text whose middle stands at a height, in a halo. `x` is its left end whatever its script, or its right one: where our
 * fonts are missing it may be longer than was measured, and what stands at the right edge must not leave the picture.
 */
export function label(
  text: string,
  x: number,
  y: number,
  face: Face,
  fill: string,
  halo: string,
  { spacing = 0, end = 'left' }: { spacing?: number; end?: 'left' | 'right' } = {},
): Xml {
  return setLine(text, x, y + face.size * 0.36, face, {
    ...(spacing > 0 && { 'letter-spacing': spacing }),
    ...(end === 'right' && { 'text-anchor': 'end' }),
    fill,
    stroke: halo,
    'stroke-width': 2.5,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  });
}

/** Where the scale stands in a view: nothing else is written there. */
export function scaleBox({ height }: View): Box {
  return { x: 0, y: height - 28, width: 92, height: 28 };
}

/** A round length in the lower left corner. */
export function drawScale(view: View, { map }: Palette): Xml[] {
  const { km } = scaleBar(view, 70);
  const [left, foot] = [12, view.height - 10];
  return [
    element('path', { d: `M${left} ${foot - 5}v5h${km.pixels}v-5`, fill: 'none', stroke: map.placeText }),
    label(`${km.value} km`, left + 4, foot - 7, { family: SANS, weight: 400, size: 8 }, map.placeText, map.halo),
  ];
}

/** Side of the globe in pixels. */
export const LOCATOR = 46;

/** Where in the world a view is. */
export function drawGlobe(view: View, { map }: Palette): Xml {
  const { land, frame } = drawLocator(shapes, view, LOCATOR);
  const half = LOCATOR / 2;
  return element(
    'g',
    { transform: 'translate(10 10)' },
    element('circle', { cx: half, cy: half, r: half, fill: map.water, stroke: map.border, 'stroke-width': 0.7 }),
    element(
      'g',
      { transform: 'scale(.5)' },
      element('path', { d: land, fill: map.land, 'fill-rule': 'evenodd', stroke: map.coast, 'stroke-width': 0.8 }),
      // A frame too small to be seen is a dot.
      frame === ''
        ? element('circle', { cx: LOCATOR, cy: LOCATOR, r: 4, fill: map.placeText })
        : element('path', { d: frame, fill: 'none', stroke: map.placeText, 'stroke-width': 3 }),
    ),
  );
}
