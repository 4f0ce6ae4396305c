import { type Bar, boxOf, columnHeight, isMark, mostOf, type Picture, type Stand } from './bars.ts';
import { GLYPH_BOX, GLYPHS, HUES, type Hue, STATUS_MARKS, STRIKE } from './glyphs.ts';
import type { Column } from './histogram.ts';

export interface Look {
  hues: Record<Hue, string>;
  ink: string;
  soft: string;
  rule: string;
  paper: string;
  accent: string;
}

/** Paints all bars or columns on a canvas context already scaled to CSS pixels. */
export function paintPicture(ctx: CanvasRenderingContext2D, picture: Picture, { base, room }: Stand, look: Look) {
  if (picture.columns) return paintColumns(ctx, picture.columns, base, room, look);
  for (const bar of picture.bars) {
    const { top, height } = boxOf(bar, picture, base);
    paintBar(ctx, bar, top, height, look);
  }
}

/** The kinds of events on each other, always in the same order. */
function paintColumns(
  ctx: CanvasRenderingContext2D,
  columns: readonly Column[],
  base: number,
  room: number,
  look: Look,
) {
  const most = mostOf(columns);
  for (const { x0, x1, counts, total } of columns) {
    const height = columnHeight(total, most, room);
    // A pixel of air between columns, as long as they have one to spare.
    const width = Math.max(1, x1 - x0 - (x1 - x0 > 3 ? 1 : 0));
    let y = base;
    for (const [index, hue] of HUES.entries()) {
      const part = (height * (counts[index] ?? 0)) / total;
      ctx.fillStyle = look.hues[hue];
      ctx.fillRect(x0, y - part, width, part);
      y -= part;
    }
  }
}

const paths = new Map<string, Path2D>();

function paintBar(ctx: CanvasRenderingContext2D, bar: Bar, top: number, height: number, look: Look) {
  const { item, x0, x1 } = bar;
  const { path, hue } = GLYPHS[item.category];
  const colour = look.hues[hue];
  const mark = STATUS_MARKS[item.status];
  ctx.save();
  if (!isMark(bar)) {
    ctx.fillStyle = ctx.strokeStyle = faded(ctx, bar, colour);
    ctx.lineWidth = 1.4;
    ctx.setLineDash(mark.dash.map((dash) => dash * 1.6));
    const thick = Math.min(height, Math.max(4, height * 0.55));
    ctx.beginPath();
    ctx.roundRect(x0 + 1, top + (height - thick) / 2, x1 - x0 - 2, thick, 2);
    if (mark.filled) ctx.fill();
    else ctx.stroke();
    ctx.setLineDash([]);
    if (mark.struck) strikeThrough(ctx, bar, top, height);
  } else {
    const scale = height / GLYPH_BOX;
    ctx.translate((x0 + x1) / 2 - height / 2, top);
    ctx.scale(scale * 1.1, scale * 1.1);
    ctx.fillStyle = ctx.strokeStyle = colour;
    if (item.inferred) ctx.globalAlpha = 0.55;
    ctx.lineWidth = 2;
    ctx.setLineDash(mark.dash);
    const shape = paths.get(path) ?? new Path2D(path);
    paths.set(path, shape);
    if (mark.filled) ctx.fill(shape);
    else ctx.stroke(shape);
    ctx.setLineDash([]);
    if (mark.struck) ctx.stroke(new Path2D(STRIKE));
  }
  ctx.restore();
}

/** A dispute is struck through along the whole bar. */
function strikeThrough(ctx: CanvasRenderingContext2D, { x0, x1 }: Bar, top: number, height: number) {
  ctx.beginPath();
  for (let x = x0 + 6; x < x1 - 2; x += 8) {
    ctx.moveTo(x - 3, top + height - 1);
    ctx.lineTo(x + 3, top + 1);
  }
  ctx.stroke();
}

/** Ends that nobody knows fade out: both of an inferred or approximate time, the open one of an open range. */
function faded(ctx: CanvasRenderingContext2D, { item, x0, x1 }: Bar, colour: string): string | CanvasGradient {
  const vague = item.inferred || /[~?%]/.test(item.edtf);
  const [left, right] = [vague || item.start === null, vague || item.end === null];
  if (!left && !right) return colour;
  const gradient = ctx.createLinearGradient(x0, 0, x1, 0);
  const clear = `color-mix(in srgb, ${colour} 8%, transparent)`;
  gradient.addColorStop(0, left ? clear : colour);
  gradient.addColorStop(vague ? 0.35 : 0.2, colour);
  gradient.addColorStop(vague ? 0.65 : 0.8, colour);
  gradient.addColorStop(1, right ? clear : colour);
  return gradient;
}
