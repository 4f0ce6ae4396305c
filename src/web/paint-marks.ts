import type { Category } from '../types.ts';
import { type Dress, pathOf, SPRITE, spriteOf } from './dress.ts';
import { GLYPH_BOX, GLYPHS, glyphNumber, STATUS_MARKS } from './glyphs.ts';
import type { Look } from './paint-bars.ts';
import { type Arc, ringOf } from './ring.ts';
import {
  BADGE,
  badgeAt,
  bigness,
  type GlyphMark,
  type Halo,
  HOLLOW,
  type NumberMark,
  numberSize,
  RING_WIDTH,
  type Scene,
} from './scene.ts';

/** A mark that stands out: `strength` is 1 for the chosen event, less for the one that is pointed at. */
export interface Stress {
  on: GlyphMark | NumberMark;
  /** The event, which a number shows beside itself. */
  item: GlyphMark['item'];
  strength: number;
}

/** What of an event that has stepped back is left. */
const OLD = 0.45;
/** Factor of a shape on a ring. */
const BEAD = 0.66;

/** Paints areas under everything, then numbers and glyphs, and last what stands out. */
export function paintMarks(
  ctx: CanvasRenderingContext2D,
  scene: Scene,
  stressed: readonly Stress[],
  dress: Dress,
  format: Intl.NumberFormat,
) {
  const { glyphs, numbers, halos, rings, size } = scene;
  for (const halo of halos) paintHalo(ctx, halo, dress.look);
  for (const { x, y, radius } of rings) paintDashes(ctx, x, y, radius, dress.look);
  for (const number of numbers) paintNumber(ctx, number, dress, format);
  for (const glyph of glyphs) paintGlyph(ctx, glyph, size, dress);
  for (const stress of stressed) paintStress(ctx, scene, stress, dress);
  ctx.globalAlpha = 1;
}

function paintHalo(ctx: CanvasRenderingContext2D, { x, y, radius, item }: Halo, { hues }: Look) {
  ctx.fillStyle = ctx.strokeStyle = hues[GLYPHS[item.category].hue];
  ctx.lineWidth = 1;
  circle(ctx, x, y, radius);
  ctx.globalAlpha = 0.08;
  ctx.fill();
  ctx.globalAlpha = 0.35;
  ctx.stroke();
  ctx.globalAlpha = 1;
}

function paintDashes(ctx: CanvasRenderingContext2D, x: number, y: number, radius: number, { soft }: Look) {
  ctx.strokeStyle = soft;
  ctx.lineWidth = 1.3;
  ctx.setLineDash([3, 3]);
  circle(ctx, x, y, radius);
  ctx.stroke();
  ctx.setLineDash([]);
}

function paintGlyph(ctx: CanvasRenderingContext2D, { x, y, item, old }: GlyphMark, size: number, dress: Dress) {
  const picture = spriteOf(glyphNumber(item), dress);
  ctx.globalAlpha = old ? OLD : 1;
  const side = SPRITE * size * bigness(item.weight);
  ctx.drawImage(picture, x - side / 2, y - side / 2, side, side);
  ctx.globalAlpha = 1;
}

/** A disc as large as its number, in a ring that says of what kinds it is made. */
function paintNumber(
  ctx: CanvasRenderingContext2D,
  { x, y, radius, mark, make }: NumberMark,
  { look, font }: Dress,
  format: Intl.NumberFormat,
) {
  const { arcs, beads } = ringOf(make.kinds);
  const old = make.fresh === 0;
  ctx.fillStyle = look.paper;
  circle(ctx, x, y, radius + 1);
  ctx.fill();
  ctx.globalAlpha = old ? OLD : 1;
  const along = radius - RING_WIDTH / 2;
  for (const arc of arcs) paintArc(ctx, x, y, along, arc, look);
  for (const { turn, category } of beads) {
    const angle = turn * 2 * Math.PI;
    paintBead(ctx, x + along * Math.sin(angle), y - along * Math.cos(angle), category, look);
  }
  ctx.globalAlpha = 1;
  ctx.fillStyle = old ? look.soft : look.ink;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  const text = format.format(mark.count);
  ctx.font = `700 ${numberSize(radius, text)}px ${font}`;
  ctx.fillText(text, x, y + 0.5);
}

/** Filled, hollow, hollow with bars across, dashed: as the glyphs are. */
function paintArc(
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  { from, to, category, status }: Arc,
  look: Look,
) {
  const { filled, dash, struck } = STATUS_MARKS[status];
  const [start, end] = [from, to].map((turn) => (turn - 0.25) * 2 * Math.PI) as [number, number];
  const hue = look.hues[GLYPHS[category].hue];
  const trace = (colour: string, width: number) => {
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.beginPath();
    ctx.arc(x, y, radius, start, end);
    ctx.stroke();
  };
  ctx.setLineDash(dash.map((length) => length * 1.6));
  trace(hue, RING_WIDTH);
  ctx.setLineDash([]);
  if (!filled) trace(look.paper, HOLLOW);
  if (!struck) return;
  ctx.setLineDash([1.5, 5]);
  trace(hue, RING_WIDTH + 3);
  ctx.setLineDash([]);
}

function paintBead(ctx: CanvasRenderingContext2D, x: number, y: number, category: Category, look: Look) {
  const { path, hue } = GLYPHS[category];
  const shape = pathOf(path);
  ctx.save();
  ctx.translate(x - (GLYPH_BOX / 2) * BEAD, y - (GLYPH_BOX / 2) * BEAD);
  ctx.scale(BEAD, BEAD);
  ctx.lineJoin = 'round';
  ctx.strokeStyle = look.paper;
  ctx.lineWidth = 4;
  ctx.stroke(shape);
  ctx.fillStyle = look.hues[hue];
  ctx.fill(shape);
  ctx.restore();
}

/** A ring around the mark; at a number also the event itself, at its rim. */
function paintStress(ctx: CanvasRenderingContext2D, scene: Scene, { on, item, strength }: Stress, dress: Dress) {
  const { look } = dress;
  const line = strength === 1 ? look.ink : look.soft;
  const number = 'mark' in on;
  if (!number) paintGlyph(ctx, { ...on, old: false }, scene.size, dress);
  const around = number ? on.radius + 3.5 : on.radius + 3;
  ringed(ctx, on.x, on.y, around, line, look.paper);
  if (!number) return;
  const { x, y } = badgeAt(scene, on);
  const { radius } = BADGE;
  ctx.fillStyle = look.paper;
  circle(ctx, x, y, radius);
  ctx.fill();
  ringed(ctx, x, y, radius, line, look.paper);
  paintGlyph(ctx, { x, y, radius, item, old: false }, 0.9, dress);
}

function ringed(ctx: CanvasRenderingContext2D, x: number, y: number, radius: number, line: string, casing: string) {
  for (const [colour, width] of [
    [casing, 5],
    [line, 2.4],
  ] as const) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    circle(ctx, x, y, radius);
    ctx.stroke();
  }
}

function circle(ctx: CanvasRenderingContext2D, x: number, y: number, radius: number) {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
}
