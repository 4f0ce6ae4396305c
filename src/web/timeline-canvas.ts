import type { Axis } from './axis.ts';
import { heightAt, MARK, type Picture, type Stand } from './bars.ts';
import { h } from './dom.ts';
import type { Item } from './item.ts';
import { heightOf, type Label } from './label-places.ts';
import { paintCounts, paintLeaders, paintMarked, readLook, sized } from './paint.ts';
import { paintAxis, paintGrid } from './paint-axis.ts';
import { type Look, paintPicture } from './paint-bars.ts';
import { timeOf } from './steps.ts';
import type { Gap, Tick } from './ticks.ts';

/** All that the canvases show of a timeline, for one size and one filter. */
export interface Scene {
  axis: Axis;
  height: number;
  /** How large the reader has the type. */
  scale: number;
  ticks: Tick[];
  gaps: Gap[];
  picture: Picture;
  stand: Stand;
  labels: readonly Label[];
}

/** Size of what is written on the canvas where the reader has the type in its usual size, px. */
const TYPE = 12;

export interface TimelineCanvas {
  elements: HTMLElement[];
  /** Paints anew, when next shown: the filter, the size or the colours are others. */
  setScene(scene: Scene | null): void;
  /** Veils what lies outside two pixels. */
  light(left: number, right: number): void;
  mark(chosen: Item | null, pointed: Item | null): void;
}

/**
 * The picture is painted once; what lies outside the window is veiled. A drag paints nothing: it only moves the veils,
 * which lie on layers of their own, so that the browser moves them without painting either. Above them the axis, then
 * the rings of marked events. `ratio` is that of its pixels to those of the page, where it is not the device's.
 */
export function createTimelineCanvas(number: Intl.NumberFormat, ratio?: number): TimelineCanvas {
  const canvas = (name: string) => h('canvas', { class: name, 'aria-hidden': 'true' });
  const [bars, lines, marks] = [canvas('bars'), canvas('lines'), canvas('marks')];
  const [before, after] = [h('div'), h('div')];
  let scene: Scene | null = null;
  let look: Look | null = null;
  let marked = '';
  let lit: [left: number, right: number] | null = null;

  function paint() {
    if (!scene || look) return;
    const { axis, height, scale, ticks, gaps, picture, stand, labels } = scene;
    const worn = readLook(bars);
    look = worn;
    marked = '';
    const head = heightOf(labels);
    const font = `${TYPE * scale}px ${getComputedStyle(document.body).fontFamily}`;
    const behind = sized(bars, axis.width, height, font, ratio);
    if (behind) {
      // Where colours are forced there is no light one: lines as strong as the bars would hide them.
      if (worn.rule !== worn.ink) paintGrid(behind, ticks, stand.base, head + 6, worn);
      paintPicture(behind, picture, stand, worn);
    }
    const ctx = sized(lines, axis.width, height, font, ratio);
    if (!ctx) return;
    paintLeaders(ctx, labels, ({ x }) => stand.base - heightAt(picture, x, stand) - 1, worn);
    const counted = paintCounts(ctx, picture, axis.width, stand, number, worn);
    const led = labels.map(({ x }) => ({ from: x, to: x }));
    paintAxis(ctx, { axis, ticks, gaps }, { base: stand.base, head, scale }, [...counted, ...led], worn);
  }

  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
    matchMedia(query).addEventListener('change', () => {
      look = null;
      paint();
    });
  }
  return {
    elements: [bars, h('div', { class: 'veils' }, before, after), lines, marks],
    setScene(next) {
      scene = next;
      look = null;
    },
    light(left, right) {
      paint();
      const width = scene?.axis.width ?? 0;
      const next: [number, number] = [Math.min(0, left - width), Math.min(width, right)];
      if (next[0] !== lit?.[0]) before.style.transform = `translateX(${next[0]}px)`;
      if (next[1] !== lit?.[1]) after.style.transform = `translateX(${next[1]}px)`;
      lit = next;
    },
    mark(chosen, pointed) {
      if (!scene || !look) return;
      const next = `${chosen?.id} ${pointed?.id}`;
      if (next === marked) return;
      marked = next;
      const ctx = sized(marks, scene.axis.width, scene.height);
      if (!ctx) return;
      const { axis, picture, stand } = scene;
      const xOf = (item: Item) => axis.x(timeOf(item) ?? Number.NaN);
      if (pointed && pointed !== chosen) paintMarked(ctx, picture, bars, pointed, xOf(pointed), stand, look.soft);
      if (chosen) paintMarked(ctx, picture, bars, chosen, xOf(chosen), stand, look.ink);
    },
  };
}

/** What holds at a moment is lit whole, so its day is not cut in half. */
export function litBetween(a: number, b: number, moment: boolean): [left: number, right: number] {
  return [Math.min(a, b) - (moment ? MARK / 2 : 0), Math.max(a, b) + MARK / 2];
}
