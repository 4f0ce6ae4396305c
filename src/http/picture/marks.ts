import { GLYPH_BOX, GLYPHS, STATUS_MARKS, STRIKE } from '../../web/glyphs.ts';
import type { Item } from '../../web/item.ts';
import { arcPath, ringOf } from '../../web/ring.ts';
import {
  badgeAt,
  bigness,
  type GlyphMark,
  HOLLOW,
  type NumberMark,
  numberSize,
  RING_WIDTH,
  type Scene,
} from '../../web/scene.ts';
import { element, type Xml } from '../xml.ts';
import { type Face, measure, SANS } from './measure.ts';
import { hueOf, type Palette } from './palette.ts';
import { setLine } from './set-line.ts';

/** Opacity of what stands back. */
const BACK = 0.35;
/** Radius of the ring around the chosen event. */
const CHOSEN = 12;
/** Factor of a shape on the ring of a number. */
const BEAD = 0.66;
const HALF = GLYPH_BOX / 2;
const VAGUE = { fill: 'none', 'stroke-width': 1.2, 'stroke-dasharray': '3 3' };

/** What a picture is about, and where it is marked. */
export interface Chosen {
  item: Item;
  on: GlyphMark | NumberMark;
}

/** The marks of a picture: those of the page, every colour an attribute. What it is about lies on top, the others stand back. */
export function drawMarks(scene: Scene, chosen: Chosen | null, palette: Palette, lang: string): Xml[] {
  const back = chosen !== null;
  const format = new Intl.NumberFormat(lang);
  const own = (halo: Scene['halos'][number]) => halo.item.at?.join() === chosen?.item.at?.join();
  return [
    ...scene.halos.filter((halo) => !back || own(halo)).map((halo) => drawHalo(halo, palette)),
    ...(back ? [] : scene.rings.map((ring) => drawRing(ring, palette))),
    ...scene.numbers.map((one) => drawNumber(one, back && one !== chosen.on, palette, format)),
    ...scene.glyphs.filter((one) => one !== chosen?.on).map((one) => drawGlyph(one, scene.size, back, palette)),
    ...(chosen ? drawChosen(chosen, scene, palette) : []),
  ];
}

function drawHalo({ x, y, radius, item }: Scene['halos'][number], palette: Palette): Xml {
  const hue = hueOf(palette, item.category);
  return circle(x, y, radius, { fill: hue, 'fill-opacity': 0.07, stroke: hue, 'stroke-opacity': 0.3 });
}

/** A dashed ring: no point is meant, but a country or region. */
function drawRing({ x, y, radius }: Scene['rings'][number], { soft }: Palette): Xml {
  return circle(x, y, radius, { ...VAGUE, stroke: soft });
}

/** The event itself in a ring: at its place, or at the rim of the number that holds it. */
function drawChosen({ item, on }: Chosen, scene: Scene, palette: Palette): Xml[] {
  const held = 'mark' in on;
  const { x, y } = held ? badgeAt(scene, on) : on;
  const ring = { fill: palette.paper, 'fill-opacity': held ? 1 : 0.8, stroke: palette.ink, 'stroke-width': 1.6 };
  return [circle(x, y, CHOSEN, ring), drawGlyph({ x, y, radius: 0, item, old: false }, scene.size, false, palette)];
}

/** Certainty by line, category by shape and hue, as everywhere. */
function drawGlyph({ x, y, item }: GlyphMark, size: number, back: boolean, palette: Palette): Xml {
  const hue = hueOf(palette, item.category);
  const { filled, dash, struck } = STATUS_MARKS[item.status];
  const factor = size * bigness(item.weight);
  const at = `translate(${round(x - HALF * factor)} ${round(y - HALF * factor)}) scale(${round(factor, 100)})`;
  return element(
    'g',
    { transform: at, stroke: filled ? palette.map.halo : hue, ...faded(back) },
    element('path', {
      d: GLYPHS[item.category].path,
      fill: filled ? hue : palette.paper,
      'stroke-width': filled ? 0.8 : 2,
      ...(dash.length > 0 && { 'stroke-dasharray': dash.join(' ') }),
    }),
    struck && element('path', { d: STRIKE, 'stroke-width': 2 }),
  );
}

function drawNumber(
  { x, y, radius, mark, make }: NumberMark,
  back: boolean,
  palette: Palette,
  format: Intl.NumberFormat,
): Xml {
  const { arcs, beads } = ringOf(make.kinds);
  const along = radius - RING_WIDTH / 2;
  const text = format.format(mark.count);
  const face: Face = { family: SANS, weight: 600, size: round(numberSize(radius, text)) };
  return element(
    'g',
    faded(back),
    circle(x, y, radius + 1, { fill: palette.paper }),
    arcs.map((arc) => {
      const { filled, dash } = STATUS_MARKS[arc.status];
      const line = { d: arcPath(round(x), round(y), round(along), arc), fill: 'none' };
      const dashes = dash.map((length) => length * 1.6).join(' ');
      return [
        element('path', {
          ...line,
          stroke: hueOf(palette, arc.category),
          'stroke-width': RING_WIDTH,
          ...(dashes !== '' && { 'stroke-dasharray': dashes }),
        }),
        !filled && element('path', { ...line, stroke: palette.paper, 'stroke-width': HOLLOW }),
      ];
    }),
    beads.map(({ turn, category }) => {
      const [dx, dy] = [Math.sin(2 * Math.PI * turn), -Math.cos(2 * Math.PI * turn)];
      const [left, top] = [round(x + along * dx - HALF * BEAD), round(y + along * dy - HALF * BEAD)];
      const shape = { d: GLYPHS[category].path, transform: `translate(${left} ${top}) scale(${BEAD})` };
      return [
        element('path', { ...shape, fill: 'none', stroke: palette.paper, 'stroke-width': 4 }),
        element('path', { ...shape, fill: hueOf(palette, category) }),
      ];
    }),
    setLine(text, x - measure(text, face) / 2, y + face.size * 0.36, face, { fill: palette.ink }),
  );
}

/** Not the opacity of the group: the renderer gives up on such a group outside the picture. */
function faded(back: boolean): Record<string, number> {
  return back ? { 'fill-opacity': BACK, 'stroke-opacity': BACK } : {};
}

function circle(x: number, y: number, radius: number, look: Record<string, string | number>): Xml {
  return element('circle', { cx: round(x), cy: round(y), r: round(radius), ...look });
}

function round(value: number, fine = 10): number {
  return Math.round(value * fine) / fine;
}
