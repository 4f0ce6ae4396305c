import { type Axis, makeAxis } from './axis.ts';
import { barAt, type Look, layBars, MARK, type Picture, paintPicture } from './bars.ts';
import { h } from './dom.ts';
import { HUES } from './glyphs.ts';
import type { Item } from './item.ts';
import type { State } from './state.ts';
import { makeTicks, type Tick } from './ticks.ts';
import { momentLabel, spanLabel, type Tongue } from './time.ts';
import { stretches, type Window } from './visible.ts';
import { plural } from './words.ts';

/** Space under the axis for tick labels, px. */
const FOOT = 22;
const MOST_LANES = 14;
/** Lanes come no closer, px. */
const LEAST_PITCH = 6;

export interface Timeline {
  element: HTMLElement;
  /** Draws a state. Costs two image copies, however many events there are. */
  draw(state: State, window: Window, count: number): void;
  /** Takes other items (a filter changed) or another size. */
  setItems(items: readonly Item[]): void;
  /** Calendar piece that an instant lies in, for how quickly events grow old. */
  spanAt(time: number): number;
}

export interface TimelineInput {
  range(change: { from?: number | null; to?: number | null }, settled: boolean): void;
  select(id: string): void;
  step(direction: -1 | 1): void;
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
  let picture: Picture = { bars: [], bins: null, lanes: 0 };
  let height = 0;
  let layers: { dim: HTMLCanvasElement; lit: HTMLCanvasElement } | null = null;
  let latest: { state: State; window: Window; count: number } | null = null;

  const base = () => height - FOOT;
  const pitch = () => Math.max(LEAST_PITCH, Math.min(MARK + 3, (base() - 4) / Math.max(picture.lanes, 1)));

  function lay() {
    const width = track.clientWidth;
    height = track.clientHeight;
    if (width === 0 || height === 0) return;
    axis = mirrored(makeAxis(stretches(items), width), rtl);
    ticks = makeTicks(axis, tongue);
    picture = layBars(shown, axis, Math.min(MOST_LANES, Math.floor((base() - 4) / LEAST_PITCH)));
    layers = null;
    paint();
  }

  function paint() {
    if (!latest || height === 0) return;
    const look = readLook(track);
    layers ??= {
      dim: layer(axis.width, height, (ctx) => {
        ctx.globalAlpha = 0.28;
        paintPicture(ctx, picture, base(), pitch(), look);
      }),
      lit: layer(axis.width, height, (ctx) => {
        paintPicture(ctx, picture, base(), pitch(), look);
      }),
    };
    const ctx = sized(canvas, axis.width, height);
    if (!ctx) return;
    const { state, window } = latest;
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
    paintAxis(ctx, axis, ticks, base(), look, tongue);
    paintChosen(ctx, picture, state.event, base(), pitch(), look);
    moveThumbs(state, window);
  }

  function moveThumbs(state: State, window: Window) {
    thumbs.from.hidden = state.mode !== 'window';
    const [from, to] = [clampTo(window.from, whole), clampTo(window.to, whole)];
    const spoken = `${rangeText(state, { from, to }, tongue)}, ${plural(tongue.words.events, latest?.count ?? 0, tongue.lang)}`;
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

  listen(track, thumbs, {
    nearest(x) {
      if (latest?.state.mode !== 'window') return 'to';
      const [a, b] = [axis.x(clampTo(latest.window.from, whole)), axis.x(clampTo(latest.window.to, whole))];
      return Math.abs(x - a) < Math.abs(x - b) || (Math.abs(x - a) === Math.abs(x - b) && x < a) ? 'from' : 'to';
    },
    hit: (x, y) => barAt(picture, x, y, base(), pitch())?.item.id ?? null,
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

  const spanAt = (time: number) => {
    const piece = axis.pieces.find(({ from, to }) => time >= from && time <= to) ?? axis.pieces.at(-1);
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
    draw(state, window, count) {
      latest = { state, window, count };
      if (height === 0) lay();
      else paint();
    },
    setItems(next) {
      shown = next;
      lay();
    },
    spanAt,
  };
}

/** What a state covers, for eye and ear: a moment, or the days of a window. */
export function rangeText(state: State, { from, to }: Window, tongue: Tongue): string {
  return state.mode === 'window' ? spanLabel(from, to, tongue) : momentLabel(to, tongue);
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

interface TrackInput {
  nearest(x: number): 'from' | 'to';
  hit(x: number, y: number): string | null;
  drag(which: 'from' | 'to', x: number, settled: boolean): void;
  select(id: string): void;
  /** Answers whether the key meant something. */
  key(which: 'from' | 'to', event: KeyboardEvent): boolean;
}

/** A press on a bar chooses its event; a press elsewhere, or any drag, moves the nearer thumb. */
function listen(track: HTMLElement, thumbs: Record<'from' | 'to', HTMLElement>, input: TrackInput) {
  let held: { which: 'from' | 'to'; x: number; bar: string | null; moved: boolean } | null = null;
  const at = (event: PointerEvent) => {
    const box = track.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  track.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    const { x, y } = at(event);
    const onThumb = (['from', 'to'] as const).find((name) => event.target === thumbs[name]);
    held = { which: onThumb ?? input.nearest(x), x, bar: onThumb ? null : input.hit(x, y), moved: false };
    track.setPointerCapture(event.pointerId);
    thumbs[held.which].focus({ preventScroll: true });
    if (!onThumb && held.bar === null) input.drag(held.which, x, false);
  });
  track.addEventListener('pointermove', (event) => {
    const { x, y } = at(event);
    if (!held) {
      track.classList.toggle('over', input.hit(x, y) !== null);
      return;
    }
    if (!held.moved && Math.abs(x - held.x) < 4) return;
    held.moved = true;
    input.drag(held.which, x, false);
  });
  const end = (event: PointerEvent) => {
    if (!held) return;
    const { which, bar, moved } = held;
    held = null;
    if (bar !== null && !moved) input.select(bar);
    else input.drag(which, at(event).x, true);
  };
  track.addEventListener('pointerup', end);
  track.addEventListener('pointercancel', () => {
    held = null;
  });
  for (const which of ['from', 'to'] as const) {
    thumbs[which].addEventListener('keydown', (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || !input.key(which, event)) return;
      event.preventDefault();
      event.stopPropagation();
    });
  }
}

function clampTo(time: number, { from, to }: Window): number {
  return Math.max(from, Math.min(to, time));
}

function paintAxis(
  ctx: CanvasRenderingContext2D,
  axis: Axis,
  ticks: Tick[],
  base: number,
  look: Look,
  { lang }: Tongue,
) {
  ctx.strokeStyle = look.ink;
  ctx.fillStyle = look.ink;
  ctx.lineWidth = 1;
  for (const [index, { x0, x1 }] of axis.pieces.entries()) {
    line(ctx, x0, base + 0.5, x1, base + 0.5);
    const next = axis.pieces[index + 1];
    if (next) paintBreak(ctx, (x1 + next.x0) / 2, base, look);
  }
  ctx.textBaseline = 'top';
  ctx.textAlign = 'center';
  ctx.font = `12px ${getComputedStyle(document.body).fontFamily}`;
  let free = Number.NEGATIVE_INFINITY;
  const ordered = [...ticks].sort((a, b) => a.x - b.x);
  for (const { x, label, major } of ordered) {
    line(ctx, x, base, x, base + (major ? 6 : 4));
    const half = ctx.measureText(label).width / 2;
    const middle = Math.max(half, Math.min(axis.width - half, x));
    if (middle - half < free) continue;
    ctx.fillStyle = major ? look.ink : look.soft;
    ctx.fillText(label, middle, base + 8);
    free = middle + half + 6;
  }
  ctx.canvas.lang = lang;
}

/** Two slanted strokes across the axis: time is left out here. */
function paintBreak(ctx: CanvasRenderingContext2D, x: number, base: number, look: Look) {
  ctx.strokeStyle = look.soft;
  for (const shift of [-3, 3]) line(ctx, x + shift - 3, base + 6, x + shift + 3, base - 6);
  ctx.setLineDash([2, 4]);
  line(ctx, x, base - 10, x, 4);
  ctx.setLineDash([]);
  ctx.strokeStyle = look.ink;
}

function line(ctx: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number) {
  ctx.beginPath();
  ctx.moveTo(x0, y0);
  ctx.lineTo(x1, y1);
  ctx.stroke();
}

function paintChosen(
  ctx: CanvasRenderingContext2D,
  picture: Picture,
  id: string | null,
  base: number,
  pitch: number,
  look: Look,
) {
  const bar = picture.bars.find(({ item }) => item.id === id);
  if (!bar) return;
  ctx.strokeStyle = look.ink;
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.roundRect(bar.x0 - 2, base - (bar.lane + 1) * pitch - 2, bar.x1 - bar.x0 + 4, Math.min(pitch - 2, MARK) + 4, 5);
  ctx.stroke();
}

function layer(width: number, height: number, draw: (ctx: CanvasRenderingContext2D) => void): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const ctx = sized(canvas, width, height);
  if (ctx) draw(ctx);
  return canvas;
}

/** Sizes a canvas to the device's pixels and clears it; the context counts in CSS pixels. */
function sized(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D | null {
  const ratio = devicePixelRatio;
  const [w, hgt] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w) canvas.width = w;
  if (canvas.height !== hgt) canvas.height = hgt;
  const ctx = canvas.getContext('2d');
  ctx?.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx?.clearRect(0, 0, width, height);
  return ctx;
}

function readLook(element: HTMLElement): Look {
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
