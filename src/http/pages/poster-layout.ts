import { type Box, type Segment, type Shown, samplesOf } from '../../basemap/label-room.ts';
import type { Poster } from '../../basemap/poster.ts';
import type { View } from '../../basemap/view.ts';
import type { Item } from '../../web/item.ts';
import { MOST_INLINE } from '../../web/page-data.ts';
import { showAll } from '../../web/scene.ts';
import { spotsOf } from '../../web/spots.ts';
import { groundOf, hasLocator } from '../ground.tsx';
import type { Span } from '../seen-in.ts';
import { type DrawnMark, layStep, markBox } from './poster-marks.ts';
import { nameBox, nameSpots, type SpotName } from './poster-names.ts';

/**
 * How many times as large as its frame a drawing is at least in each of its steps: what it names, and which marks stand
 * apart, goes by its size on the screen. The container queries of ground.css have the widths.
 */
export const STEPS = [208, 340, 560, 832].map((width) => width / 440);
/** How large letters are in each, as in ground.css: those of areas grow with the drawing, though not as fast. */
export const LETTERS = [
  { area: 1.6, place: 1 },
  { area: 1.2, place: 1 },
  { area: 0.9, place: 1.06 },
  { area: 0.7, place: 1.12 },
];

/** What stands in the corners of a map, in pixels: globe, scale, and sources with or without the key to the track. */
const NONE = { width: 0, height: 0 };
const GLOBE = { width: 94, height: 94 };
const SCALE = { width: 130, height: 40 };
const SOURCES = { width: 150, height: 22 };
const SOURCES_AND_KEY = { width: 240, height: 44 };

export interface PosterLayout {
  marks: Span<DrawnMark>[];
  names: Span<SpotName>[];
  ground: Poster;
}

export interface PosterGround {
  view: View;
  /** The part of the view that is seen whatever the shape of the element. */
  frame: Box;
  /** Pixels of the screen at the foot of the element that something else lies over. */
  foot: number;
  lang: string;
  /** The lines of the story's track. */
  lines: readonly Segment[];
}

/** Lays out marks and names for every size and shape in which a drawing may be seen. */
export function layPoster(items: readonly Item[], { view, frame, foot, lang, lines }: PosterGround): PosterLayout {
  const corners = {
    topLeft: hasLocator(view) ? GLOBE : NONE,
    bottomLeft: SCALE,
    bottomRight: lines.length > 0 ? SOURCES_AND_KEY : SOURCES,
    foot,
  };
  const reach = { wide: view.width / frame.height, tall: frame.width / view.height };
  const shown: Shown = { frame, steps: STEPS, letters: LETTERS, corners, reach };
  const samples = samplesOf(shown);
  const showing = showAll(items);
  const spots = spotsOf(items).slice(0, MOST_INLINE);
  const steps = STEPS.map((scale, step) => {
    const marks = layStep(showing, view, scale);
    const sizes = samples.filter((sample) => sample.step === step);
    return { marks, names: nameSpots(marks, spots, shown, sizes, lines) };
  });
  const ground = groundOf(view, {
    lang,
    lines,
    shown,
    toldAt: (step) => steps[step]?.names.map(({ place }) => place) ?? [],
    takenAt: (sample) => [
      ...(steps[sample.step]?.marks.map((mark) => markBox(mark, sample.scale)) ?? []),
      ...(steps[sample.step]?.names.map((name) => nameBox(name, sample, shown)) ?? []),
    ],
  });
  return {
    marks: spansOf(
      steps.map(({ marks }) => marks),
      keyOf,
    ),
    names: spansOf(
      steps.map(({ names }) => names),
      (name) => JSON.stringify(name),
    ),
    ground,
  };
}

/** What stands in several steps one after the other is there once. */
function spansOf<T>(steps: readonly (readonly T[])[], keyOf: (thing: T) => string): Span<T>[] {
  const spans: Span<T>[] = [];
  let open = new Map<string, Span<T>>();
  for (const [step, things] of steps.entries()) {
    const next = new Map<string, Span<T>>();
    for (const thing of things) {
      const key = keyOf(thing);
      const span = open.get(key) ?? { thing, from: step };
      if (!open.has(key)) spans.push(span);
      next.set(key, span);
    }
    for (const [key, span] of open) if (!next.has(key)) span.until = step;
    open = next;
  }
  return spans;
}

function keyOf({ x, y, reach, number, glyphs }: DrawnMark): string {
  const seen = [x, y, reach].map((value) => Math.round(value * 10));
  return JSON.stringify([seen, number && Array.from(number.make.kinds), glyphs.map(({ item }) => item.id)]);
}
