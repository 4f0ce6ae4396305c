import { GLYPH_BOX, GLYPHS, kindOf, STATUS_MARKS, STRIKE } from './glyphs.ts';
import { readLook } from './paint.ts';
import type { Look } from './paint-bars.ts';

/** The colours of the page, and the glyphs in them. */
export interface Dress {
  look: Look;
  font: string;
  /** By glyph number, each {@link SPRITE} pixels wide at twice the device's: those that were needed so far. */
  sprites: Map<number, HTMLCanvasElement>;
}

/** Side of a sprite: the box of the glyph with room for its casing, px. */
export const SPRITE = GLYPH_BOX + 4;

/** As the page has them now, where the element is in it. */
export function dressOf(element: HTMLElement): Dress {
  const look = readLook(element);
  const font = getComputedStyle(document.body).fontFamily;
  return { look, font, sprites: new Map() };
}

/** A glyph in its casing, for drawing it often. */
export function spriteOf(number: number, { sprites, look }: Dress): HTMLCanvasElement {
  const known = sprites.get(number) ?? makeSprite(number, look);
  sprites.set(number, known);
  return known;
}

function makeSprite(number: number, look: Look): HTMLCanvasElement {
  const { category, status } = kindOf(number);
  const { path, hue } = GLYPHS[category];
  const mark = STATUS_MARKS[status];
  const canvas = document.createElement('canvas');
  const ratio = 2 * devicePixelRatio;
  canvas.width = canvas.height = Math.round(SPRITE * ratio);
  const ctx = canvas.getContext('2d');
  if (!ctx) return canvas;
  ctx.scale(ratio, ratio);
  ctx.translate((SPRITE - GLYPH_BOX) / 2, (SPRITE - GLYPH_BOX) / 2);
  const shape = pathOf(path);
  ctx.lineJoin = 'round';
  ctx.strokeStyle = look.paper;
  ctx.lineWidth = 3;
  ctx.stroke(shape);
  ctx.fillStyle = mark.filled ? look.hues[hue] : look.paper;
  ctx.fill(shape);
  if (mark.filled) return canvas;
  ctx.strokeStyle = look.hues[hue];
  ctx.lineWidth = 2;
  ctx.setLineDash(mark.dash);
  ctx.stroke(shape);
  ctx.setLineDash([]);
  if (mark.struck) ctx.stroke(pathOf(STRIKE));
  return canvas;
}

const paths = new Map<string, Path2D>();

/** An SVG path for a canvas. */
export function pathOf(path: string): Path2D {
  const known = paths.get(path) ?? new Path2D(path);
  paths.set(path, known);
  return known;
}
