import { type Axis, makeAxis } from './axis.ts';
import { barAt, layBars, MARK, type Picture } from './bars.ts';
import { h } from './dom.ts';
import { listenTrack } from './drag.ts';
import type { Item } from './item.ts';
import { layer, paintAxis, paintChosen, readLook, sized } from './paint.ts';
import { type Look, paintPicture } from './paint-bars.ts';
import type { State } from './state.ts';
import { type Gap, makeGaps, makeTicks, type Tick } from './ticks.ts';
import type { Grain, Tongue } from './time.ts';
import { stretches, type Window } from './visible.ts';
import { plural } from './words.ts';

/** Space under the axis for tick labels, px. */
const FOOT = 38;
const MOST_LANES = 30;
/** Lanes come no closer, px. */
const LEAST_PITCH = 3.5;

const HOUR = 3_600_000;
/** A pixel that is longer than this can tell no more than this. */
const GRAINS: { over: number; grain: Grain }[] = [
  { over: 1500 * HOUR, grain: 'year' },
  { over: 24 * HOUR, grain: 'month' },
  { over: HOUR / 20, grain: 'day' },
];

export interface Timeline {
  element: HTMLElement;
  /** Draws a state. Costs two image copies, however many events there are. */
  draw(state: State, view: View): void;
  /** Takes other items (a filter changed) or another size. */
  setItems(items: readonly Item[]): void;
  /** Length of the piece of axis that an instant lies on, for how quickly events grow old. */
  spanAt(time: number): number;
  grainAt(time: number): Grain;
}

/** What a state comes to. */
export interface View {
  window: Window;
  /** How many events are in the window, and in words what it covers. */
  count: number;
  text: string;
  chosen: Item | null;
}

export interface TimelineInput {
  range(change: { from?: number | null; to?: number | null }, settled: boolean): void;
  select(id: string): void;
}

/** The timeline over all items of a story. `whole` is the stretch from its first to its last instant. */
export function createTimeline(items: readonly Item[], whole: Window, tongue: Tongue, input: TimelineInput): Timeline {
  const rtl = document.documentElement.dir === 'rtl';
  const canvas = h('canvas', { 'aria-hidden': 'true' });
  const thumbs = { from: thumb(tongue.words.windowStart), to: thumb(tongue.words.windowEnd) };
  const track = h('div', { class: 'track' }, canvas, thumbs.from, thumbs.to);
  let shown = items;
  let axis: Axis = makeAxis([], 1);
  let ticks: Tick[] = [];
  let gaps: Gap[] = [];
  let picture: Picture = { bars: [], bins: null, lanes: 0 };
  let height = 0;
  let layers: { look: Look; dim: HTMLCanvasElement; lit: HTMLCanvasElement; axis: HTMLCanvasElement } | null = null;
  let latest: ({ state: State } & View) | null = null;

  const base = () => height - FOOT;
  const pitch = () => Math.max(LEAST_PITCH, Math.min(MARK + 3, (base() - 4) / Math.max(picture.lanes, 1)));

  function lay() {
    const width = track.clientWidth;
    height = track.clientHeight;
    if (width === 0 || height === 0) return;
    axis = mirrored(makeAxis(stretches(items), width), rtl);
    ticks = makeTicks(axis, tongue);
    gaps = makeGaps(axis, tongue);
    picture = layBars(shown, axis, Math.min(MOST_LANES, Math.floor((base() - 4) / LEAST_PITCH)));
    layers = null;
    paint();
  }

  /** All that a drag does not change: drawn once, copied in every frame. */
  function drawLayers() {
    const look = readLook(track);
    return {
      look,
      dim: layer(axis.width, height, (ctx) => {
        ctx.globalAlpha = 0.28;
        paintPicture(ctx, picture, base(), pitch(), look);
      }),
      lit: layer(axis.width, height, (ctx) => {
        paintPicture(ctx, picture, base(), pitch(), look);
      }),
      axis: layer(axis.width, height, (ctx) => {
        paintAxis(ctx, { axis, ticks, gaps }, base(), look);
      }),
    };
  }

  function paint() {
    if (!latest || height === 0) return;
    layers ??= drawLayers();
    const ctx = sized(canvas, axis.width, height);
    if (!ctx) return;
    const { state, window, chosen } = latest;
    const [a, b] = [axis.x(window.from), axis.x(window.to)];
    // A moment is a line; what holds at it is lit whole, so its day is not cut in half.
    const [left, right] = [Math.min(a, b) - (state.mode === 'moment' ? MARK / 2 : 0), Math.max(a, b) + MARK / 2];
    ctx.drawImage(layers.dim, 0, 0, axis.width, height);
    ctx.save();
    ctx.beginPath();
    ctx.rect(left, 0, right - left, height);
    ctx.clip();
    ctx.clearRect(left, 0, right - left, height);
    ctx.drawImage(layers.lit, 0, 0, axis.width, height);
    ctx.restore();
    ctx.drawImage(layers.axis, 0, 0, axis.width, height);
    if (chosen) paintChosen(ctx, picture, layers.lit, chosen, base(), pitch(), layers.look);
    moveThumbs(latest);
  }

  function moveThumbs({ state, window, count, text }: { state: State } & View) {
    thumbs.from.hidden = state.mode !== 'window';
    const [from, to] = [clampTo(window.from, whole), clampTo(window.to, whole)];
    const spoken = `${text}, ${plural(tongue.words.events, count, tongue.lang)}`;
    place(thumbs.from, axis.x(from), from, spoken);
    place(thumbs.to, axis.x(to), to, spoken);
    thumbs.to.setAttribute('aria-label', state.mode === 'window' ? tongue.words.windowEnd : tongue.words.moment);
  }

  function place(element: HTMLElement, x: number, time: number, spoken: string) {
    element.style.transform = `translateX(${x}px)`;
    element.setAttribute('aria-valuemin', String(Math.round(whole.from / 1000)));
    element.setAttribute('aria-valuemax', String(Math.round(whole.to / 1000)));
    element.setAttribute('aria-valuenow', String(Math.round(time / 1000)));
    element.setAttribute('aria-valuetext', spoken);
  }

  function drag(which: 'from' | 'to', x: number, settled: boolean) {
    const time = Math.round(clampTo(axis.time(x), whole));
    const window = latest?.window;
    if (which === 'from') input.range({ from: Math.min(time, clampTo(window?.to ?? time, whole)) }, settled);
    else if (latest?.state.mode === 'window')
      input.range({ to: Math.max(time, clampTo(window?.from ?? time, whole)) }, settled);
    else input.range({ to: time >= whole.to ? null : time }, settled);
  }

  listenTrack(track, thumbs, {
    nearest(x) {
      if (latest?.state.mode !== 'window') return 'to';
      const [a, b] = [axis.x(clampTo(latest.window.from, whole)), axis.x(clampTo(latest.window.to, whole))];
      return Math.abs(x - a) < Math.abs(x - b) || (Math.abs(x - a) === Math.abs(x - b) && x < a) ? 'from' : 'to';
    },
    hit: (x, y) => barAt(picture, x, y, base(), pitch())?.item.id ?? null,
    titleOf: (id) => items.find((item) => item.id === id)?.title ?? '',
    drag,
    select: input.select,
    key(which, event) {
      const forward = rtl ? 'ArrowLeft' : 'ArrowRight';
      const back = rtl ? 'ArrowRight' : 'ArrowLeft';
      const current = clampTo((which === 'from' ? latest?.window.from : latest?.window.to) ?? whole.to, whole);
      const moves: Record<string, () => number> = {
        [forward]: () => nextStart(shown, current, 1) ?? whole.to,
        [back]: () => nextStart(shown, current, -1) ?? whole.from,
        ArrowUp: () => nextStart(shown, current, 1) ?? whole.to,
        ArrowDown: () => nextStart(shown, current, -1) ?? whole.from,
        PageUp: () => current + spanAt(current) / 10,
        PageDown: () => current - spanAt(current) / 10,
        Home: () => whole.from,
        End: () => whole.to,
      };
      const time = moves[event.key]?.();
      if (time === undefined) return false;
      drag(which, axis.x(clampTo(time, whole)), true);
      return true;
    },
  });

  const pieceAt = (time: number) => axis.pieces.find(({ to }) => time <= to) ?? axis.pieces.at(-1);
  const spanAt = (time: number) => {
    const piece = pieceAt(time);
    return piece ? piece.to - piece.from : 0;
  };

  new ResizeObserver(lay).observe(track);
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
    matchMedia(query).addEventListener('change', () => {
      layers = null;
      paint();
    });
  }
  return {
    element: track,
    draw(state, view) {
      latest = { state, ...view };
      if (height === 0) lay();
      else paint();
    },
    setItems(next) {
      shown = next;
      lay();
    },
    spanAt,
    grainAt(time) {
      if (height === 0) lay();
      const piece = pieceAt(time);
      const pixel = piece ? (piece.to - piece.from) / Math.max(1, Math.abs(piece.x1 - piece.x0)) : 0;
      return GRAINS.find(({ over }) => pixel > over)?.grain ?? 'minute';
    },
  };
}

/** First instant of an item that lies after (before) an instant. Items come in time order. */
function nextStart(items: readonly Item[], time: number, direction: 1 | -1): number | null {
  const starts = items.flatMap(({ start }) => (start === null ? [] : [start]));
  return (direction === 1 ? starts.find((start) => start > time) : starts.findLast((start) => start < time)) ?? null;
}

/** Time runs from right to left where the script does. */
function mirrored(axis: Axis, rtl: boolean): Axis {
  if (!rtl) return axis;
  const flip = (x: number) => axis.width - x;
  return {
    width: axis.width,
    pieces: axis.pieces.map((piece) => ({ ...piece, x0: flip(piece.x0), x1: flip(piece.x1) })),
    x: (time) => flip(axis.x(time)),
    time: (x) => axis.time(flip(x)),
  };
}

function thumb(label: string): HTMLElement {
  return h('div', {
    class: 'thumb',
    role: 'slider',
    tabindex: 0,
    'aria-label': label,
    'aria-orientation': 'horizontal',
  });
}

function clampTo(time: number, { from, to }: Window): number {
  return Math.max(from, Math.min(to, time));
}
