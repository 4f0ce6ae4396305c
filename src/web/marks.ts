import type { View } from '../basemap/view.ts';
import { h } from './dom.ts';
import { type Dress, dressOf } from './dress.ts';
import type { Item } from './item.ts';
import { createLag } from './lag.ts';
import { sized } from './paint.ts';
import { paintMarks } from './paint-marks.ts';
import {
  findIn,
  itemsOf,
  type Layout,
  layOut,
  mostOf,
  type NumberMark,
  type Scene,
  type Showing,
  sceneOf,
  standsOf,
} from './scene.ts';
import { type Site, sitesOf } from './sites.ts';
import { packRows, shownRows } from './tally.ts';
import type { Window } from './visible.ts';

/** A mark of the picture: an event by its glyph, or a number and what it stands for. */
export interface Seen extends Pick<NumberMark, 'x' | 'y' | 'radius'> {
  /** The event, or those that the number counts, in time order. */
  items: Item[];
  /** The sites of a number, the one where it stands first. */
  sites: Site[];
}

export interface Marks {
  canvas: HTMLCanvasElement;
  /** The sites of the whole story, in rank. */
  sites: readonly Site[];
  /** The events that pass the filters. */
  setItems(items: readonly Item[]): void;
  /** Names of the outlines that the map draws. */
  setOutlined(names: ReadonlySet<string>): void;
  /** `fresh`: what ended before this instant steps back. */
  draw(window: Window, fresh: number): void;
  /** Marks the chosen event, and lightly the one that is pointed at. */
  stress(chosen: Item | null, pointed: Item | null): void;
  /** Paints for where the map looks now. */
  look(view: View): void;
  /** Takes the colours of the page anew. */
  dress(): void;
  /** What lies within `reach` pixels of a point: a number, or the events there, the nearest first. */
  at(point: { x: number; y: number }, reach: number): Seen | Item[];
  /** The marks in the picture: the numbers, the greatest first, then the events, the weightiest first. */
  seen(): Seen[];
  /** The zoom, no more than `highest`, from which on what a number counts stands apart; null where it never does. */
  splitZoom(cluster: Seen, highest: number): number | null;
  /** The marks of the whole story at the zoom of the picture, and those of what is shown of it now. */
  layouts(): Layout[];
}

/** Past so many sites only those near the picture are laid out: the rest would cost time in every frame. */
const MANY = 3000;
/** How far from the picture, px. */
const NEAR = 300;
/** Zooms between two looks whether a number falls apart. */
const STEP = 0.5;

/**
 * The events of a story on a canvas over a map. They follow the timeline in its own frame, but on a machine that is late:
 * how many are shown is looked up by site and laid out so that no mark hides another; the map need not draw.
 */
export function createMarks(items: readonly Item[], element: HTMLElement, format: Intl.NumberFormat): Marks {
  const canvas = h('canvas', { class: 'marks', 'aria-hidden': 'true' });
  const sites = sitesOf(items);
  const most = mostOf(sites);
  const whole = packRows(items, sites);
  let showing: Showing = { sites, rows: whole, shown: { count: 0, ended: 0 }, fresh: 0 };
  let laid: { of: Showing; where: string; layout: Layout } | null = null;
  let painted: { scene: Scene; view: View } | null = null;
  let view: View | null = null;
  let dress: Dress | null = null;
  let outlined: ReadonlySet<string> = new Set();
  let stressed: { item: Item; strength: number }[] = [];
  let [window, fresh]: [Window, number] = [EVER, Number.NEGATIVE_INFINITY];

  const follow = createLag(show);

  function show() {
    const { rows } = showing;
    const next = { shown: shownRows(rows, window), fresh: shownRows(rows, { from: fresh, to: fresh }).ended };
    const { shown } = showing;
    const same = next.shown.count === shown.count && next.shown.ended === shown.ended && next.fresh === showing.fresh;
    if (same && laid) return;
    showing = { ...showing, ...next };
    paint();
  }

  const nearTo = (at: View) => (sites.length > MANY ? (site: Site) => standsOf(site, at, NEAR).length > 0 : undefined);

  /** A map that is pushed aside keeps its marks as they are. */
  function layoutFor(at: View): Layout {
    const near = nearTo(at);
    const where = near ? JSON.stringify(at) : String(at.zoom);
    if (laid?.of !== showing || laid.where !== where)
      laid = { of: showing, where, layout: layOut(showing, at.zoom, most, near) };
    return laid.layout;
  }

  function paint() {
    if (!view) return;
    const ctx = sized(canvas, view.width, view.height);
    if (!ctx) return;
    dress ??= dressOf(element);
    const [at, layout] = [view, layoutFor(view)];
    const scene = sceneOf(showing, layout, outlined, at);
    const marked = stressed.flatMap(({ item, strength }) =>
      findIn(showing, layout, scene, item, at).map((on) => ({ on, item, strength })),
    );
    paintMarks(ctx, scene, marked, dress, format);
    painted = { scene, view: at };
  }

  const clusterOf = ({ x, y, radius, mark }: NumberMark): Seen => ({
    x,
    y,
    radius,
    items: itemsOf(showing, mark),
    sites: mark.members.flatMap((member) => sites[member] ?? []),
  });

  return {
    canvas,
    sites,
    setItems(next) {
      showing = { ...showing, rows: packRows(next, sites) };
      laid = null;
      show();
    },
    setOutlined(names) {
      outlined = names;
      paint();
    },
    draw(nextWindow, nextFresh) {
      [window, fresh] = [nextWindow, nextFresh];
      follow();
    },
    stress(chosen, pointed) {
      const next = [
        ...(pointed ? [{ item: pointed, strength: 0.5 }] : []),
        ...(chosen ? [{ item: chosen, strength: 1 }] : []),
      ];
      const same = next.length === stressed.length && next.every(({ item }, index) => stressed[index]?.item === item);
      if (same) return;
      stressed = next;
      paint();
    },
    look(next) {
      view = next;
      paint();
    },
    dress() {
      dress = null;
      paint();
    },
    at({ x, y }, reach) {
      const far = (one: { x: number; y: number }) => Math.hypot(one.x - x, one.y - y);
      const { glyphs, numbers } = painted?.scene ?? { glyphs: [], numbers: [] };
      const near = glyphs.filter((one) => far(one) <= reach).sort((a, b) => far(a) - far(b));
      const [number] = numbers
        .filter((one) => far(one) <= Math.max(reach, one.radius))
        .sort((a, b) => far(a) - a.radius - (far(b) - b.radius));
      const [glyph] = near;
      if (number && (!glyph || far(number) - number.radius < far(glyph) - glyph.radius)) return clusterOf(number);
      return [...new Set(near.map(({ item }) => item))];
    },
    seen() {
      if (!painted) return [];
      const { scene, view } = painted;
      const inside = ({ x, y }: { x: number; y: number }) => x >= 0 && y >= 0 && x <= view.width && y <= view.height;
      const numbers = scene.numbers.filter(inside).sort((a, b) => b.mark.count - a.mark.count);
      const glyphs = scene.glyphs.filter(inside).sort((a, b) => b.item.weight - a.item.weight);
      return [
        ...numbers.map(clusterOf),
        ...glyphs.map(({ x, y, radius, item }) => ({ x, y, radius, items: [item], sites: [] })),
      ];
    },
    splitZoom({ sites: members }, highest) {
      if (!view) return null;
      const at = view;
      for (let zoom = at.zoom + STEP; zoom <= highest; zoom += STEP) {
        const { marks, markOf } = layOut(showing, zoom, most, (site) => standsOf(site, at, NEAR).length > 0);
        const parts = new Set(members.map((site) => marks[markOf[sites.indexOf(site)] ?? -1]));
        if (parts.size > 1 || [...parts].some((mark) => mark?.form === 'glyphs')) return zoom;
      }
      return null;
    },
    layouts() {
      if (!view) return [];
      const all = layOut(
        { sites, rows: whole, shown: shownRows(whole, EVER), fresh: 0 },
        view.zoom,
        most,
        nearTo(view),
      );
      return [all, layoutFor(view)];
    },
  };
}

/** Of what lies at a point. */
export function idsOf(found: Seen | Item[]): string[] {
  return (Array.isArray(found) ? found : found.items).map(({ id }) => id);
}

const EVER: Window = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
