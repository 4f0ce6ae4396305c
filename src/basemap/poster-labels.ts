import { edgesOf, roomInView } from './country-room.ts';
import type { Box, PosterOptions } from './poster.ts';
import type { Shapes } from './shapes.ts';
import { latitude, mercatorY, projector, type View, wrap } from './view.ts';

/** A name on the poster. For a place, x and y are those of its dot, and the text stands `side` of it. */
export interface PosterLabel {
  kind: 'country' | 'water' | 'capital' | 'seat' | 'town';
  text: string;
  x: number;
  y: number;
  side: 'middle' | 'left' | 'right';
  /** Of the letters, in pixels. */
  size: number;
  /** Between letters, in pixels. */
  spacing: number;
  /** By how much the text is turned about x and y, in degrees clockwise. */
  angle: number;
}

type Kind = PosterLabel['kind'];

// Size of the letters in pixels, and the share of it that one takes in width on average.
const TEXT: Record<Kind, { size: number; letter: number }> = {
  country: { size: 11, letter: 0.74 },
  water: { size: 13, letter: 0.46 },
  capital: { size: 12, letter: 0.6 },
  seat: { size: 11.5, letter: 0.55 },
  town: { size: 11, letter: 0.55 },
};
const WATER_SIZE: Record<string, number> = { ocean: 17, sea: 14.5, lake: 12.5 };
const COUNTRY_SIZES = { least: 10, most: 19, share: 0.085 };
const DOT = 6; // pixels from a place's dot to its text
const AIR = 2; // and between any two names
const TILE = 512;
// A picture of a story has room for so many pixels a town; more would be a gazetteer.
const ROOM = 13_000;

/** Places names where none covers another: capitals, countries, waters, then towns by rank, right of their dot or left. */
export function labelPoster(shapes: Shapes, view: View, { countries, lang, taken = [] }: PosterOptions): PosterLabel[] {
  const { head } = shapes;
  const project = projector(view);
  const [language = 'en'] = lang.split('-', 1);
  const boxes: Box[] = [...taken];
  const labels: PosterLabel[] = [];
  const place = (label: Omit<PosterLabel, 'x' | 'y' | 'side'>, at: [number, number], sides: PosterLabel['side'][]) => {
    const [x = 0, y = 0] = at.map(Math.round);
    if (!label.text) return false;
    for (const side of sides) {
      const box = boxOf({ ...label, x, y, side });
      const outside = box.x < 0 || box.y < 0 || box.x + box.width > view.width || box.y + box.height > view.height;
      if (outside || boxes.some((other) => overlap(box, other))) continue;
      boxes.push(box);
      labels.push({ ...label, x, y, side });
      return true;
    }
    return false;
  };
  const inView = windowOf(view);
  const dotted = (kinds: ('capital' | 'seat' | 'town')[], most: number) => {
    const shown = kinds.flatMap((kind) => {
      const entries = head.places[kind];
      const beyond = entries.findIndex(([, , , zoom]) => zoom > view.zoom + MORE);
      const near = entries.slice(0, beyond < 0 ? entries.length : beyond).filter(([, lng, lat]) => inView(lng, lat));
      return near.map((entry) => ({ kind, entry }));
    });
    let left = most;
    for (const { kind, entry } of shown.sort((a, b) => a.entry[3] - b.entry[3])) {
      const [name, lng, lat, , names] = entry;
      if (left === 0) return;
      const text = names?.[language] ?? name;
      if (place({ kind, text, ...plain(kind) }, project(lng, lat), ['right', 'left'])) left -= 1;
    }
  };
  dotted(['capital'], Infinity);
  const unnamed = new Set(shapes.areasWithin(...edgesOf(view)).filter((name) => name in countries));
  for (const [iso, lng, lat, zoom, width] of head.countries) {
    const text = countries[iso] ?? '';
    const box = width * TILE * 2 ** view.zoom;
    if (zoom > view.zoom + 0.7 || view.zoom < PARTS_FROM) unnamed.delete(iso);
    if (zoom > view.zoom + 0.7) continue;
    if (place({ kind: 'country', text, ...spread(text, box) }, project(lng, lat), ['middle'])) unnamed.delete(iso);
  }
  // A country of which a part is seen is named there.
  for (const iso of unnamed) {
    const text = countries[iso] ?? '';
    const { x, y, width } = roomInView(shapes, view, iso);
    const label = { kind: 'country' as const, text, ...spread(text, width) };
    if (boxOf({ ...label, x, y, side: 'middle' }).width <= width) place(label, [x, y], ['middle']);
  }
  for (const [name, lng, lat, zoom, kind, angle, names] of head.waters) {
    const text = language === 'en' ? name : (names[language] ?? '');
    const size = WATER_SIZE[kind] ?? TEXT.water.size;
    if (zoom <= view.zoom + 0.7)
      place({ kind: 'water', text, size, spacing: size * 0.08, angle }, project(lng, lat), ['middle']);
  }
  dotted(['seat', 'town'], Math.round((view.width * view.height) / ROOM));
  return labels;
}

// A map of the world names countries as wholes.
const PARTS_FROM = 2.4;
// Zooms by which a town may come earlier than on the live map, which can be brought nearer.
const MORE = 0.5;

/** Whether a point lies in the picture, without projecting it: there are twenty thousand. */
function windowOf({ lng, lat, zoom, width, height }: View): (lng: number, lat: number) => boolean {
  const world = TILE * 2 ** zoom;
  const [middle, halfX, halfY] = [mercatorY(lat), (width / 2 / world) * 360, height / 2 / world];
  const [south, north] = [latitude(middle + halfY), latitude(middle - halfY)];
  return (x, y) => y >= south && y <= north && Math.abs(wrap(x - lng)) <= halfX;
}

function plain(kind: Kind) {
  return { size: TEXT[kind].size, spacing: 0, angle: 0 };
}

/** A country's letters are as large, and as far apart, as it is wide on the map. */
function spread(text: string, box: number) {
  const { least, most, share } = COUNTRY_SIZES;
  const size = Math.round(Math.max(least, Math.min(most, box * share)));
  const room = (0.5 * box) / Math.max(1, text.length) - TEXT.country.letter * size;
  return { size, spacing: Math.round(Math.max(0.08 * size, Math.min(0.45 * size, room)) * 10) / 10, angle: 0 };
}

function boxOf({ kind, text, x, y, side, size, spacing, angle }: PosterLabel): Box {
  const width = text.length * (size * TEXT[kind].letter + spacing);
  const height = size * 1.3;
  if (side === 'middle') {
    const [sin, cos] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)].map(Math.abs);
    const across = width * (cos ?? 1) + height * (sin ?? 0);
    const down = width * (sin ?? 0) + height * (cos ?? 1);
    return { x: x - across / 2 - AIR, y: y - down / 2 - AIR, width: across + 2 * AIR, height: down + 2 * AIR };
  }
  const left = side === 'right' ? x - DOT / 2 : x - width - DOT;
  return { x: left - AIR, y: y - height / 2, width: width + 1.5 * DOT + 2 * AIR, height };
}

/** Whether two boxes have some ground in common. */
export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
