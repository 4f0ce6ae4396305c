import { boxOf, columnHeight, mostOf, type Picture, type Stand } from './bars.ts';
import { HUES } from './glyphs.ts';
import type { Item } from './item.ts';
import type { Label } from './label-places.ts';
import { crisp, line, type Span, words } from './paint-axis.ts';
import type { Look } from './paint-bars.ts';

/** Height of a line of numbers, px. */
const LINE = 14;

/** The count over each column that is wide enough for it, else over the highest. Answers where a number stands at its full height. */
export function paintCounts(
  ctx: CanvasRenderingContext2D,
  { columns }: Picture,
  width: number,
  { base, room }: Stand,
  number: Intl.NumberFormat,
  look: Look,
): Span[] {
  if (!columns) return [];
  const most = mostOf(columns);
  ctx.textBaseline = 'bottom';
  ctx.textAlign = 'center';
  const highest = columns.find(({ total }) => total === most);
  return columns.flatMap((column) => {
    const half = ctx.measureText(number.format(column.total)).width / 2;
    if (column !== highest && column.x1 - column.x0 < 2 * half + 2) return [];
    const middle = Math.max(half, Math.min(width - half, (column.x0 + column.x1) / 2));
    const height = columnHeight(column.total, most, room);
    words(ctx, number.format(column.total), middle, base - height - 1, column === highest ? look.ink : look.soft, look);
    return height > room - LINE ? [{ from: middle - half, to: middle + half }] : [];
  });
}

/** Lines beside the words over the timeline, down to the events that they name. */
export function paintLeaders(
  ctx: CanvasRenderingContext2D,
  labels: readonly Label[],
  to: (label: Label) => number,
  look: Look,
) {
  ctx.strokeStyle = look.soft;
  ctx.lineWidth = 1;
  for (const label of labels) line(ctx, crisp(label.x), 2, crisp(label.x), to(label));
}

/**
 * A marked event is lit wherever the moment is, and ringed: the chosen one strongly, the one that is pointed at less so.
 * Among columns it is the one that counts the event, which lies at `x`, px, that is ringed.
 */
export function paintMarked(
  ctx: CanvasRenderingContext2D,
  picture: Picture,
  painted: HTMLCanvasElement,
  marked: Item,
  x: number,
  { base, room }: Stand,
  colour: string,
) {
  const bar = picture.bars.find(({ item }) => item.id === marked.id);
  const column = picture.columns?.find(({ x0, x1 }) => x >= x0 && x <= x1);
  const ringed = bar
    ? { x0: bar.x0, x1: bar.x1, ...boxOf(bar, picture, base) }
    : column && { ...column, ...standing(columnHeight(column.total, mostOf(picture.columns ?? []), room), base) };
  if (!ringed) return;
  const box = [ringed.x0 - 2, ringed.top - 2, ringed.x1 - ringed.x0 + 4, ringed.height + 4] as const;
  ctx.save();
  ctx.beginPath();
  ctx.rect(...box);
  ctx.clip();
  ctx.clearRect(...box);
  ctx.drawImage(painted, 0, 0, painted.width / devicePixelRatio, painted.height / devicePixelRatio);
  ctx.restore();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.roundRect(...box, bar ? 5 : 2);
  ctx.stroke();
}

function standing(height: number, base: number) {
  return { top: base - height, height };
}

/** Sizes a canvas to the device's pixels and clears it; the context counts in CSS pixels. */
export function sized(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  font = '',
  ratio = devicePixelRatio,
): CanvasRenderingContext2D | null {
  const [w, hgt] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w) canvas.width = w;
  if (canvas.height !== hgt) canvas.height = hgt;
  const ctx = canvas.getContext('2d');
  if (!ctx) return null;
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.clearRect(0, 0, width, height);
  if (font !== '') ctx.font = font;
  return ctx;
}

export function readLook(element: HTMLElement): Look {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    hues: Object.fromEntries(HUES.map((hue) => [hue, read(`--hue-${hue}`)])) as Look['hues'],
    ink: read('--ink'),
    soft: read('--soft'),
    rule: read('--rule'),
    paper: read('--paper'),
    accent: read('--accent'),
  };
}
