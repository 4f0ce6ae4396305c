import type { Axis } from './axis.ts';
import { barHeight, columnHeight, mostOf, type Picture, type Stand } from './bars.ts';
import { HUES } from './glyphs.ts';
import type { Item } from './item.ts';
import type { Look } from './paint-bars.ts';
import type { Gap, Tick } from './ticks.ts';
import type { Label } from './timeline-labels.ts';

/** `base` is the y of the axis; above `head`, px, stands something else. */
export function paintAxis(
  ctx: CanvasRenderingContext2D,
  { axis, ticks, gaps }: { axis: Axis; ticks: Tick[]; gaps: Gap[] },
  base: number,
  head: number,
  look: Look,
) {
  ctx.strokeStyle = look.ink;
  ctx.fillStyle = look.ink;
  ctx.lineWidth = 1;
  ctx.textBaseline = 'top';
  ctx.textAlign = 'center';
  ctx.font = `12px ${getComputedStyle(document.body).fontFamily}`;
  for (const { x0, x1 } of axis.pieces) line(ctx, x0, base + 0.5, x1, base + 0.5);
  for (const gap of gaps) paintBreak(ctx, gap, base, head, look);
  const free = { label: Number.NEGATIVE_INFINITY, context: Number.NEGATIVE_INFINITY };
  for (const tick of [...ticks].sort((a, b) => a.middle - b.middle)) {
    if (tick.x !== null) line(ctx, tick.x, base, tick.x, base + 5);
    for (const row of ['label', 'context'] as const) {
      const half = ctx.measureText(tick[row]).width / 2;
      const middle = Math.max(half, Math.min(axis.width - half, tick.middle));
      if (tick[row] === '' || middle - half < free[row]) continue;
      ctx.fillStyle = row === 'label' ? look.ink : look.soft;
      ctx.fillText(tick[row], middle, base + (row === 'label' ? 8 : 22));
      free[row] = middle + half + 6;
    }
  }
}

/** Two slanted strokes across the axis: time is left out here. */
function paintBreak(ctx: CanvasRenderingContext2D, { x, label }: Gap, base: number, head: number, look: Look) {
  ctx.strokeStyle = look.soft;
  for (const shift of [-3, 3]) line(ctx, x + shift - 3, base + 6, x + shift + 3, base - 6);
  ctx.setLineDash([2, 4]);
  line(ctx, x, base - 10, x, head + (label === '' ? 4 : 18));
  ctx.setLineDash([]);
  ctx.strokeStyle = look.ink;
  ctx.fillStyle = look.soft;
  ctx.fillText(label, x, head + 2);
}

function line(ctx: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number) {
  ctx.beginPath();
  ctx.moveTo(x0, y0);
  ctx.lineTo(x1, y1);
  ctx.stroke();
}

/** What the highest column comes to, so that the others can be read off it. */
export function paintScale(
  ctx: CanvasRenderingContext2D,
  { columns }: Picture,
  width: number,
  { base, room }: Stand,
  number: Intl.NumberFormat,
  look: Look,
) {
  if (!columns) return;
  const most = mostOf(columns);
  const column = columns.find(({ total }) => total === most);
  if (!column) return;
  ctx.fillStyle = look.ink;
  ctx.textBaseline = 'bottom';
  ctx.textAlign = 'center';
  const text = number.format(most);
  const half = ctx.measureText(text).width / 2;
  const middle = Math.max(half, Math.min(width - half, (column.x0 + column.x1) / 2));
  ctx.fillText(text, middle, base - columnHeight(most, most, room) - 1);
}

/** Lines from the words over the timeline down to the events that they name. */
export function paintLeaders(
  ctx: CanvasRenderingContext2D,
  labels: readonly Label[],
  from: number,
  to: (label: Label) => number,
  look: Look,
) {
  ctx.strokeStyle = look.soft;
  ctx.lineWidth = 1;
  for (const label of labels) line(ctx, Math.round(label.x) + 0.5, from, Math.round(label.x) + 0.5, to(label));
}

/** A marked event is lit wherever the moment is, and ringed: the chosen one strongly, the one that is pointed at less so. */
export function paintMarked(
  ctx: CanvasRenderingContext2D,
  picture: Picture,
  lit: HTMLCanvasElement,
  marked: Item,
  { base, pitch }: Stand,
  colour: string,
) {
  const bar = picture.bars.find(({ item }) => item.id === marked.id);
  if (!bar) return;
  const box = [bar.x0 - 2, base - (bar.lane + 1) * pitch - 2, bar.x1 - bar.x0 + 4, barHeight(pitch) + 4] as const;
  ctx.save();
  ctx.beginPath();
  ctx.rect(...box);
  ctx.clip();
  ctx.clearRect(...box);
  ctx.drawImage(lit, 0, 0, lit.width / devicePixelRatio, lit.height / devicePixelRatio);
  ctx.restore();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.roundRect(...box, 5);
  ctx.stroke();
}

/** Sizes a canvas to the device's pixels and clears it; the context counts in CSS pixels. */
export function sized(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D | null {
  const ratio = devicePixelRatio;
  const [w, hgt] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w) canvas.width = w;
  if (canvas.height !== hgt) canvas.height = hgt;
  const ctx = canvas.getContext('2d');
  ctx?.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx?.clearRect(0, 0, width, height);
  return ctx;
}

export function readLook(element: HTMLElement): Look {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    hues: Object.fromEntries(HUES.map((hue) => [hue, read(`--hue-${hue}`)])) as Look['hues'],
    ink: read('--ink'),
    soft: read('--soft'),
    paper: read('--paper'),
    accent: read('--accent'),
  };
}
