import { GLYPH_BOX, GLYPHS, HUES, type Hue, STATUS_MARKS, STRIKE } from './glyphs.ts';
import type { Item } from './item.ts';

export interface GlyphImage {
  name: string;
  data: ImageData;
}

const STATUSES = Object.keys(STATUS_MARKS);
const CATEGORIES = Object.keys(GLYPHS);

/** The place of an event's picture in the list that {@link glyphImages} makes. */
export function glyphNumber({ category, status }: Pick<Item, 'category' | 'status'>): number {
  return CATEGORIES.indexOf(category) * STATUSES.length + STATUSES.indexOf(status);
}

/** The place of the ring of the chosen event in that list. */
export const RING_NUMBER = CATEGORIES.length * STATUSES.length;

/** One picture for each category and status at twice the pixels; after them the rings of the chosen event and of a country. */
export function glyphImages(element: HTMLElement): GlyphImage[] {
  const paper = getComputedStyle(element).getPropertyValue('--paper').trim();
  const hues = Object.fromEntries(HUES.map((hue) => [hue, hueColour(hue)]));
  const images: GlyphImage[] = [];
  for (const [category, { path, hue }] of Object.entries(GLYPHS)) {
    for (const [status, mark] of Object.entries(STATUS_MARKS)) {
      const data = drawn(GLYPH_BOX + 4, (ctx) => {
        ctx.translate(2, 2);
        const shape = new Path2D(path);
        ctx.lineJoin = 'round';
        ctx.strokeStyle = paper;
        ctx.lineWidth = 3;
        ctx.stroke(shape);
        ctx.fillStyle = mark.filled ? (hues[hue] ?? '') : paper;
        ctx.fill(shape);
        ctx.strokeStyle = hues[hue] ?? '';
        ctx.lineWidth = mark.filled ? 0 : 2;
        ctx.setLineDash(mark.dash);
        if (!mark.filled) ctx.stroke(shape);
        ctx.setLineDash([]);
        if (mark.struck) ctx.stroke(new Path2D(STRIKE));
      });
      if (data) images.push({ name: `${category}-${status}`, data });
    }
  }
  const ink = getComputedStyle(element).getPropertyValue('--ink').trim();
  const soft = getComputedStyle(element).getPropertyValue('--soft').trim();
  const ring = drawn(28, (ctx) => {
    ctx.strokeStyle = ink;
    ctx.lineWidth = 2.5;
    ctx.beginPath();
    ctx.arc(14, 14, 11, 0, Math.PI * 2);
    ctx.stroke();
  });
  if (ring) images.push({ name: 'chosen', data: ring });
  const wide = drawn(36, (ctx) => {
    ctx.strokeStyle = soft;
    ctx.lineWidth = 1.4;
    ctx.setLineDash([3, 3]);
    ctx.beginPath();
    ctx.arc(18, 18, 14, 0, Math.PI * 2);
    ctx.stroke();
  });
  if (wide) images.push({ name: 'country', data: wide });
  return images;
}

function drawn(size: number, draw: (ctx: CanvasRenderingContext2D) => void): ImageData | null {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * 2;
  const ctx = canvas.getContext('2d');
  if (!ctx) return null;
  ctx.scale(2, 2);
  draw(ctx);
  return ctx.getImageData(0, 0, canvas.width, canvas.height);
}

/** A hue of the palette as the page shows it now. */
export function hueColour(hue: Hue): string {
  return getComputedStyle(document.body).getPropertyValue(`--hue-${hue}`).trim();
}
