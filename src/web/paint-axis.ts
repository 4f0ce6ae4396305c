import type { Axis } from './axis.ts';
import type { Look } from './paint-bars.ts';
import type { Gap, Tick } from './ticks.ts';

/** Light lines at the steps of the calendar, behind the bars: what stands between two of them is one step long. */
export function paintGrid(
  ctx: CanvasRenderingContext2D,
  ticks: readonly Tick[],
  base: number,
  head: number,
  look: Look,
) {
  ctx.strokeStyle = look.rule;
  ctx.lineWidth = 1;
  for (const { x } of ticks) if (x !== null) line(ctx, crisp(x), base, crisp(x), head);
}

/** Where an axis stands: at the y of `base`; above `head`, px, stands something else. `scale` is that of the type. */
interface Standing {
  base: number;
  head: number;
  scale: number;
}

/** `busy` are the places where words cannot stand. */
export function paintAxis(
  ctx: CanvasRenderingContext2D,
  { axis, ticks, gaps }: { axis: Axis; ticks: readonly Tick[]; gaps: readonly Gap[] },
  standing: Standing,
  busy: readonly Span[],
  look: Look,
) {
  const { base, scale } = standing;
  ctx.strokeStyle = look.ink;
  ctx.lineWidth = 1;
  for (const { x0, x1 } of axis.pieces) line(ctx, x0, base + 0.5, x1, base + 0.5);
  for (const gap of gaps) paintBreak(ctx, gap, axis.width, standing, busy, look);
  ctx.textBaseline = 'top';
  ctx.textAlign = 'center';
  ctx.strokeStyle = look.ink;
  const free = { label: Number.NEGATIVE_INFINITY, context: Number.NEGATIVE_INFINITY };
  for (const tick of [...ticks].sort((a, b) => a.middle - b.middle)) {
    if (tick.x !== null) line(ctx, crisp(tick.x), base, crisp(tick.x), base + 5);
    for (const row of ['label', 'context'] as const) {
      const found = (row === 'label' ? [tick.label] : [tick.context, tick.shortContext])
        .map((text) => {
          const half = ctx.measureText(text).width / 2;
          return { text, half, middle: Math.max(half, Math.min(axis.width - half, tick.middle)) };
        })
        .find(({ half, middle }) => middle - half >= free[row]);
      if (!found || found.text === '') continue;
      const { text, half, middle } = found;
      ctx.fillStyle = row === 'label' ? look.ink : look.soft;
      ctx.fillText(text, middle, base + (row === 'label' ? 8 : 22) * scale);
      free[row] = middle + half + 6;
    }
  }
}

/** Pixels along the axis. */
export interface Span {
  from: number;
  to: number;
}

/** Two slanted strokes across the axis: time is left out here. How much, in words beside whatever else stands there. */
function paintBreak(
  ctx: CanvasRenderingContext2D,
  { x, label }: Gap,
  width: number,
  { base, head, scale }: Standing,
  busy: readonly Span[],
  look: Look,
) {
  ctx.strokeStyle = look.soft;
  ctx.lineWidth = 1.5;
  for (const shift of [-3, 3]) line(ctx, x + shift - 3, base + 7, x + shift + 3, base - 7);
  ctx.lineWidth = 1;
  ctx.setLineDash([1, 3]);
  line(ctx, crisp(x), base - 10, crisp(x), head + (label === '' ? 4 : 18 * scale));
  ctx.setLineDash([]);
  const long = ctx.measureText(label).width;
  const start = [x - long / 2, x + 5, x - 5 - long].find(
    (from) =>
      from > 0 && from + long < width && !busy.some((span) => span.from < from + long + 3 && span.to > from - 3),
  );
  if (label === '' || start === undefined) return;
  ctx.textBaseline = 'top';
  ctx.textAlign = 'left';
  words(ctx, label, start, head + 2, look.soft, look);
}

/** Words on paper of their own, so that no line strikes them through. */
export function words(ctx: CanvasRenderingContext2D, text: string, x: number, y: number, colour: string, look: Look) {
  ctx.save();
  ctx.lineJoin = 'round';
  ctx.lineWidth = 4;
  ctx.strokeStyle = look.paper;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
  ctx.restore();
}

/** A line of one pixel lies between two of them, or is two grey ones. */
export function crisp(x: number): number {
  return Math.round(x) + 0.5;
}

export function line(ctx: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number) {
  ctx.beginPath();
  ctx.moveTo(x0, y0);
  ctx.lineTo(x1, y1);
  ctx.stroke();
}
