import { type Axis, makeAxis } from './axis.ts';
import { barAt, layBars, MARK, type Picture } from './bars.ts';
import { NARROW } from './controls.ts';
import { h, setText } from './dom.ts';
import { listenTrack } from './drag.ts';
import type { Item } from './item.ts';
import { heightOf, isOnLabel, type Label, placeLabels } from './label-places.ts';
import type { State } from './state.ts';
import { timeOf } from './steps.ts';
import { createThumbs, type Side } from './thumbs.ts';
import { makeGaps, makeTicks, type Tick } from './ticks.ts';
import { type Grain, shortZone, type Tongue, zoneLabel } from './time.ts';
import { createTimelineCanvas, litBetween } from './timeline-canvas.ts';
import { isWornBy, labelElement, measureIn, typeScale } from './timeline-labels.ts';
import { clamp, type Extent, stretches, type Window, within } from './visible.ts';
import { contextSpans, freePlace } from './zone-place.ts';

/** Space under the axis for tick labels, and above it for a number or the words of a gap, in the usual size of the type, px. */
const FOOT = 38;
const HEAD = 18;

const HOUR = 3_600_000;
/** A pixel that is longer than this can tell no more than this. */
const GRAINS: { over: number; grain: Grain }[] = [
  { over: 1500 * HOUR, grain: 'year' },
  { over: 24 * HOUR, grain: 'month' },
  { over: HOUR / 20, grain: 'day' },
];

export interface Timeline {
  element: HTMLElement;
  /** Draws a state. Moves what is painted already, however many events there are. */
  draw(state: State, view: View): void;
  /** What the thumbs say of it. */
  tell(spoken: string): void;
  /** Takes other items (a filter changed) or another size. */
  setItems(items: readonly Item[]): void;
  /** Marks the event that the reader points at, here or elsewhere. */
  hover(item: Item | null): void;
  /** Length of the piece of axis that an instant lies on, for how quickly events grow old. */
  spanAt(time: number): number;
  grainAt(time: number): Grain;
  /** Where an instant lies on the axis, from 0 to 1. */
  shareOf(time: number): number;
  /** The instant that a thumb passes when it has gone a share of the way, in pixels, from one instant to another. */
  between(from: number, to: number, share: number): number;
}

/** What a state comes to. */
export interface View {
  window: Window;
  /** Where the thumbs stand. */
  thumbs: Window;
  chosen: Item | null;
}

export interface TimelineInput {
  range(change: { from?: number | null; to?: number | null }, settled: boolean): void;
  select(id: string): void;
  hover(id: string | null, at: { clientX: number; clientY: number }): void;
}

/**
 * The timeline over all items of a story, from the first to the last instant of `whole`. `ratio` is that of its pixels to
 * those of the page, where it is not the device's.
 */
export function createTimeline(
  items: readonly Item[],
  whole: Extent,
  main: ReadonlySet<string>,
  tongue: Tongue,
  input: TimelineInput,
  ratio?: number,
): Timeline {
  const rtl = document.documentElement.dir === 'rtl';
  const canvas = createTimelineCanvas(new Intl.NumberFormat(tongue.lang), ratio);
  const thumbs = createThumbs(whole, tongue.words);
  const words = h('div', { class: 'labels' });
  const zone = h('p', { class: 'zone' });
  const track = h('div', { class: 'track' }, ...canvas.elements, words, zone, thumbs.elements.from, thumbs.elements.to);
  let shown = items;
  let axis: Axis = makeAxis([], 1);
  let picture: Picture = { bars: [], columns: null, lanes: 0, pitch: 1 };
  let labels: { label: Label; element: HTMLElement }[] = [];
  let stand = { base: 0, room: 0 };
  let laid = false;
  let latest: ({ state: State } & View) | null = null;
  let pointed: Item | null = null;

  function lay() {
    const { clientWidth: width, clientHeight: height } = track;
    if (width === 0 || height === 0) return;
    axis = mirrored(makeAxis(stretches(items), width), rtl);
    const busy = new Map(axis.pieces.map((piece) => [piece, 0]));
    for (const item of shown) {
      const piece = pieceAt(timeOf(item) ?? whole.to);
      if (piece) busy.set(piece, (busy.get(piece) ?? 0) + 1);
    }
    const anchor = (item: Item) => {
      const time = timeOf(item);
      const piece = time === null ? undefined : pieceAt(time);
      return time === null || !piece ? null : { x: axis.x(time) + MARK / 2, busy: busy.get(piece) ?? 0 };
    };
    const scale = typeScale();
    const base = height - FOOT * scale;
    const placed = placeLabels(
      shown.filter(({ id }) => main.has(id)),
      anchor,
      { width, height: base, rtl, scale, measure: measureIn(words) },
    );
    const room = base - 4 - (placed.length > 0 ? heightOf(placed) + 6 : 0);
    picture = layBars(shown, axis, room, tongue.zone);
    stand = { base, room: picture.columns ? room - HEAD * scale : room };
    labels = placed.map((label) => ({ label, element: labelElement(label) }));
    words.replaceChildren(...labels.map(({ element }) => element));
    // The line of the thumb begins under the headlines: it would strike one through.
    track.style.setProperty('--head', `${heightOf(placed)}px`);
    track.style.setProperty('--foot', `${FOOT * scale}px`);
    const [ticks, gaps] = [makeTicks(axis, tongue, scale), makeGaps(axis, tongue)];
    placeZone(ticks, width);
    canvas.setScene({ axis, height, scale, ticks, gaps, picture, stand, labels: placed });
    laid = true;
    paint();
  }

  /** In whose days and hours the axis counts: on a phone, where the line above it has no room for that. */
  function placeZone(ticks: readonly Tick[], width: number) {
    const measure = measureIn(zone);
    const taken = contextSpans(ticks, width, measure);
    const texts = [zoneLabel(tongue), shortZone(whole.now, tongue)].map((text) => {
      return { text, left: freePlace(taken, width, measure(text), rtl) };
    });
    const found = width < NARROW ? texts.find(({ left }) => left !== null) : undefined;
    setText(zone, found?.text ?? '');
    zone.style.transform = `translateX(${found?.left ?? 0}px)`;
  }

  function paint() {
    if (!latest || !laid) return;
    const { state, window, thumbs: stands, chosen } = latest;
    canvas.light(...litBetween(axis.x(window.from), axis.x(window.to), state.mode === 'moment'));
    canvas.mark(chosen, pointed);
    for (const { label, element } of labels) {
      element.classList.toggle('out', !within(label.item, window));
      element.classList.toggle('chosen', label.item === chosen);
    }
    for (const side of ['from', 'to'] as const) {
      thumbs.place(side, axis.x(stands[side]));
    }
    thumbs.name(state.mode === 'window');
  }

  function drag(which: Side, x: number, settled: boolean) {
    // A key can come before the first layout: there is no axis yet to move along.
    if (!laid) return;
    move(which, clamp(axis.time(x), whole), settled);
  }

  function move(which: Side, at: number, settled: boolean) {
    const time = Math.round(at);
    const stands = latest?.thumbs ?? whole;
    // Where the story opened, and at the end where nothing lies ahead, is where nobody has moved the thumb.
    const isWindow = latest?.state.mode === 'window';
    const untouched = isWindow ? time >= whole.to : time === Math.round(whole.now);
    const stand = which === 'from' ? Math.min(time, stands.to) : isWindow ? Math.max(time, stands.from) : time;
    // A key that comes before the next frame goes on from here, not from where the last one drew the thumb.
    if (latest) latest = { ...latest, thumbs: { ...stands, [which]: stand } };
    input.range(which === 'from' ? { from: stand } : { to: untouched ? null : stand }, settled);
  }

  listenTrack(track, thumbs.elements, {
    nearest(x) {
      if (latest?.state.mode !== 'window') return 'to';
      const [a, b] = [axis.x(latest.thumbs.from), axis.x(latest.thumbs.to)];
      return Math.abs(x - a) < Math.abs(x - b) || (Math.abs(x - a) === Math.abs(x - b) && x < a) ? 'from' : 'to';
    },
    hit(x, y) {
      const named = labels.find(({ label }) => isOnLabel(label, x, y));
      return named?.label.item.id ?? barAt(picture, x, y, stand.base)?.item.id ?? null;
    },
    hover: (id, { clientX, clientY }) => input.hover(id, { clientX, clientY }),
    drag,
    select: input.select,
    key(which, event) {
      const forward = rtl ? 'ArrowLeft' : 'ArrowRight';
      const back = rtl ? 'ArrowRight' : 'ArrowLeft';
      const current = latest?.thumbs[which] ?? whole.to;
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
      if (laid) move(which, clamp(time, whole), true);
      return true;
    },
  });

  const pieceAt = (time: number) => axis.pieces.find(({ to }) => time <= to) ?? axis.pieces.at(-1);
  const spanAt = (time: number) => {
    const piece = pieceAt(time);
    return piece ? piece.to - piece.from : 0;
  };

  new ResizeObserver(lay).observe(track);
  // A face that comes late has other widths than the one that stood in for it. Those of the map concern nobody here.
  document.fonts.addEventListener('loadingdone', ({ fontfaces }) => {
    if (laid && fontfaces.some(({ family }) => isWornBy(words, family))) lay();
  });
  return {
    element: track,
    draw(state, view) {
      latest = { state, ...view };
      if (laid) paint();
      else lay();
    },
    tell(spoken) {
      thumbs.tell(latest?.thumbs ?? whole, spoken);
    },
    setItems(next) {
      shown = next;
      lay();
    },
    hover(item) {
      pointed = item;
      canvas.mark(latest?.chosen ?? null, item);
    },
    spanAt,
    grainAt(time) {
      if (!laid) lay();
      // The ends of the story are the ends of days: the last minute of one is nobody's news.
      if (time === whole.to || time === whole.now) return 'day';
      const piece = pieceAt(time);
      const pixel = piece ? (piece.to - piece.from) / Math.max(1, Math.abs(piece.x1 - piece.x0)) : 0;
      return GRAINS.find(({ over }) => pixel > over)?.grain ?? 'minute';
    },
    shareOf: (time) => axis.x(time) / Math.max(1, axis.width),
    between(from, to, share) {
      const [a, b] = [axis.x(from), axis.x(to)];
      return axis.time(a + (b - a) * share);
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
