import type { Box, PosterOptions } from './poster.ts';
import type { ShapesHead } from './shapes.ts';
import { projector, type View } from './view.ts';

/** A name on the poster. For a place, x and y are those of its dot, and the text stands `side` of it. */
export interface PosterLabel {
  kind: 'country' | 'capital' | 'seat' | 'town';
  text: string;
  x: number;
  y: number;
  side: 'middle' | 'left' | 'right';
}

// Size of the letters in pixels, and the share of it that one takes in width on average.
const TEXT: Record<PosterLabel['kind'], { size: number; letter: number }> = {
  country: { size: 12, letter: 0.8 },
  capital: { size: 12, letter: 0.6 },
  seat: { size: 11.5, letter: 0.55 },
  town: { size: 11, letter: 0.55 },
};
const DOT = 6; // pixels from a place's dot to its text

/** Places names where none covers another: countries, then places by rank, to the right of their dot or to the left. */
export function labelPoster(
  head: ShapesHead,
  view: View,
  { countries, lang, taken = [] }: PosterOptions,
): PosterLabel[] {
  const project = projector(view);
  const [language = 'en'] = lang.split('-', 1);
  const boxes: Box[] = [...taken];
  const labels: PosterLabel[] = [];
  const place = (kind: PosterLabel['kind'], text: string, lng: number, lat: number, sides: PosterLabel['side'][]) => {
    const [x, y] = project(lng, lat).map(Math.round);
    if (x === undefined || y === undefined || !text) return;
    for (const side of sides) {
      const box = boxOf({ kind, text, x, y, side });
      const outside = box.x < 0 || box.y < 0 || box.x + box.width > view.width || box.y + box.height > view.height;
      if (outside || boxes.some((other) => overlap(box, other))) continue;
      boxes.push(box);
      labels.push({ kind, text, x, y, side });
      return;
    }
  };
  const dotted = (kinds: ('capital' | 'seat' | 'town')[]) => {
    const shown = kinds.flatMap((kind) => head.places[kind].map((entry) => ({ kind, entry })));
    for (const { kind, entry } of shown.sort((a, b) => a.entry[3] - b.entry[3])) {
      const [name, lng, lat, zoom, names] = entry;
      if (zoom <= view.zoom) place(kind, names?.[language] ?? name, lng, lat, ['right', 'left']);
    }
  };
  dotted(['capital']);
  for (const [iso, lng, lat, zoom] of head.countries) {
    if (zoom <= view.zoom + 0.7) place('country', countries[iso] ?? '', lng, lat, ['middle']);
  }
  dotted(['seat', 'town']);
  return labels;
}

function boxOf({ kind, text, x, y, side }: PosterLabel): Box {
  const { size, letter } = TEXT[kind];
  const width = text.length * size * letter;
  const shift = { middle: -width / 2, right: -3, left: -width - DOT }[side];
  return { x: x + shift - 2, y: y - size * 0.7, width: width + DOT + 2, height: size * 1.4 };
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
