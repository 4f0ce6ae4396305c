import type { Axis } from './axis.ts';
import { heightAt, MARK, type Picture, type Stand } from './bars.ts';
import { h } from './dom.ts';
import type { Item } from './item.ts';
import { paintAxis, paintLeaders, paintMarked, paintScale, readLook, sized } from './paint.ts';
import { type Look, paintPicture } from './paint-bars.ts';
import type { Gap, Tick } from './ticks.ts';
import { LABEL_HEIGHT, type Label } from './timeline-labels.ts';

/** All that the canvases show of a timeline, for one size and one filter. */
export interface Scene {
  axis: Axis;
  height: number;
  ticks: Tick[];
  gaps: Gap[];
  picture: Picture;
  stand: Stand;
  labels: readonly Label[];
}

export interface TimelineCanvas {
  elements: HTMLElement[];
  /** Paints anew, when next shown: the filter, the size or the colours are others. */
  setScene(scene: Scene | null): void;
  /** Lights what lies between two pixels. */
  light(left: number, right: number): void;
  mark(chosen: Item | null, pointed: Item | null): void;
}

/** Events out of the window are this much there. */
const DIM = 0.28;

/**
 * The picture twice, dim and lit, the lit one clipped to the window: a drag paints nothing, it only moves the clip. Above
 * them the axis, then the rings of marked events.
 */
export function createTimelineCanvas(number: Intl.NumberFormat): TimelineCanvas {
  const canvas = (name: string) => h('canvas', { class: name, 'aria-hidden': 'true' });
  const [dim, lit, lines, marks] = [canvas('dim'), canvas('lit'), canvas('lines'), canvas('marks')];
  let scene: Scene | null = null;
  let look: Look | null = null;
  let marked = '';

  function paint() {
    if (!scene || look) return;
    const { axis, height, picture, stand, labels } = scene;
    const worn = readLook(lit);
    look = worn;
    marked = '';
    for (const [target, alpha] of [
      [dim, DIM],
      [lit, 1],
    ] as const) {
      const ctx = sized(target, axis.width, height);
      if (!ctx) continue;
      ctx.globalAlpha = alpha;
      paintPicture(ctx, picture, stand, worn);
    }
    const ctx = sized(lines, axis.width, height);
    if (!ctx) return;
    const top = ({ x }: Label) => stand.base - heightAt(picture, x, stand) - 1;
    paintLeaders(ctx, labels, LABEL_HEIGHT, top, worn);
    paintAxis(ctx, scene, stand.base, labels.length > 0 ? LABEL_HEIGHT : 0, worn);
    paintScale(ctx, picture, axis.width, stand, number, worn);
  }

  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
    matchMedia(query).addEventListener('change', () => {
      look = null;
      paint();
    });
  }
  return {
    elements: [dim, lit, lines, marks],
    setScene(next) {
      scene = next;
      look = null;
    },
    light(left, right) {
      paint();
      const width = scene?.axis.width ?? 0;
      lit.style.clipPath = `inset(0 ${Math.max(0, width - right)}px 0 ${Math.max(0, left)}px)`;
    },
    mark(chosen, pointed) {
      if (!scene || !look) return;
      const next = `${chosen?.id} ${pointed?.id}`;
      if (next === marked) return;
      marked = next;
      const ctx = sized(marks, scene.axis.width, scene.height);
      if (!ctx) return;
      if (pointed && pointed !== chosen) paintMarked(ctx, scene.picture, lit, pointed, scene.stand, look.soft);
      if (chosen) paintMarked(ctx, scene.picture, lit, chosen, scene.stand, look.ink);
    },
  };
}

/** What holds at a moment is lit whole, so its day is not cut in half. */
export function litBetween(a: number, b: number, moment: boolean): [left: number, right: number] {
  return [Math.min(a, b) - (moment ? MARK / 2 : 0), Math.max(a, b) + MARK / 2];
}
