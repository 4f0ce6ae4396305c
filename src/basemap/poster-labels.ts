import { type CountryStand, type CountryWay, fitsIn, standIn, waysOf } from './country-names.ts';
import { edgesOf, landRows, roomsInView } from './country-room.ts';
import {
  type Box,
  isAround,
  makeRoom,
  type Room,
  type Sample,
  type Segment,
  type ShapeNeeded,
  type Shown,
  samplesOf,
  shownAsIs,
} from './label-room.ts';
import type { Shapes } from './shapes.ts';
import { latitude, mercatorY, projector, TILE, type View, wrap } from './view.ts';
import { isOpen, waterStands } from './water-room.ts';
import type { Rows } from './widest-box.ts';

/** A name on the poster. For a place, x and y are those of its dot, and the text stands `side` of it. */
export interface PosterLabel {
  kind: 'country' | 'water' | 'capital' | 'seat' | 'town';
  /** In lines. */
  text: string;
  x: number;
  y: number;
  side: 'middle' | 'left' | 'right';
  /** Of the letters, in pixels. Those of a place keep it on the screen, the others grow with the drawing. */
  size: number;
  /** Between letters, in pixels. */
  spacing: number;
  /** By how much the text is turned about x and y, in degrees clockwise. */
  angle: number;
  /** Of the circle on which the text runs about x and y, in pixels, below it; above it where it is less than 0, and 0 of a straight line. */
  radius: number;
  /** From which step of the drawing on it is there. */
  step: number;
  /** The shape that the drawing's element must have; null where any shows it. */
  needs: ShapeNeeded;
}

type Kind = PosterLabel['kind'];

/** How wide a text stands, in pixels. */
export type Measure = (text: string, size: number, bold: boolean) => number;

export interface LabelOptions {
  /** Country names by ISO code, in the reader's language. */
  countries: Record<string, string>;
  /** BCP 47. */
  lang: string;
  /** What labels keep clear of: the marks of the story and their own labels, in pixels of the drawing as it is. */
  taken?: readonly Box[];
  /** The same at each size of the drawing. */
  takenAt?: (sample: Sample) => readonly Box[];
  /** Lines that no label stands on. */
  lines?: readonly Segment[];
  /** How the drawing is shown where it is not a picture of one size. */
  shown?: Shown;
  measure?: Measure;
}

// Size of the letters in pixels.
const SIZES: Record<Exclude<Kind, 'country' | 'water'>, number> = { capital: 12, seat: 11.5, town: 11 };
const WATER_SIZES: Record<string, number> = { ocean: 16, sea: 14, lake: 12 };
/** From line to line of a name, in its size. */
export const LEADING = 1.15;
const DOT = 6; // pixels from a place's dot to its text
const AIR = 2; // and between any two names
const APART = 5; // those of areas in one line, which would be read as one
// A picture of a story has room for so many pixels a town; more would be a gazetteer.
const ROOM = 13_000;
/** What is seen in some shapes of the element alone is worth so much of it. */
const AROUND = 0.3;
/** Towns of one drawing, in its frame and around it. */
const MOST = 24;

/** Places names where none covers another: capitals, countries, waters, then towns by rank, right of their dot or left. */
export function labelPoster(shapes: Shapes, view: View, options: LabelOptions): PosterLabel[] {
  const shown = options.shown ?? shownAsIs(view);
  const samples = samplesOf(shown);
  const room = makeRoom(shown, samples, options.lines ?? []);
  for (const box of options.taken ?? []) room.take(() => box);
  for (const sample of samples) for (const box of options.takenAt?.(sample) ?? []) room.takeAt(sample, box);
  const seen = frameOf(view, shown.frame);
  const sheet: Sheet = {
    shapes,
    view,
    options,
    shown,
    room,
    labels: [],
    done: new Set(),
    rooms: once((iso) => roomsInView(shapes, seen, iso, shown.corners.foot).map((room) => standIn(room, shown.frame))),
    areas: once(() => new Set(shapes.areasWithin(...edgesOf(seen)))),
    land: once(() => landRows(shapes, view, view.zoom < COARSE_TO)),
  };
  // What every shape shows comes first: around the frame of a picture nothing is.
  for (const around of options.shown ? [false, true] : [false]) {
    for (const step of shown.steps.keys()) {
      const turn = { step, around };
      nameTowns(sheet, turn, ['capital']);
      nameCountries(sheet, turn);
      nameWaters(sheet, turn);
      nameTowns(sheet, turn, ['seat', 'town']);
    }
  }
  return sheet.labels;
}

interface Turn {
  step: number;
  /** Whether what the element shows in some shapes alone is named. */
  around: boolean;
}

interface Sheet {
  shapes: Shapes;
  view: View;
  options: LabelOptions;
  shown: Shown;
  room: Room;
  labels: PosterLabel[];
  /** What has its name: places and waters by themselves, countries by their code. */
  done: Set<unknown>;
  /** Countries and regions of which the frame shows a part, where in it there is room for the name of one, and where in the view there is land. */
  areas(): ReadonlySet<string>;
  rooms(iso: string): readonly CountryStand[];
  land(): Rows;
}

/** By how much the name of a country, of several words, may run out of its own place. */
const RUN_OUT = 1.5;
// A map of the world names countries as wholes.
const PARTS_FROM = 2.4;
/** Zooms by which a country may be named earlier than its rank says, and a town than on the live map, which can be brought nearer. */
const MORE = { area: 0.7, town: 0.5 };

function nameTowns(sheet: Sheet, turn: Turn, kinds: readonly ('capital' | 'seat' | 'town')[]) {
  const { shapes, view, options, shown, labels, done } = sheet;
  const { step, around } = turn;
  const zoom = zoomAt(sheet, step) + MORE.town;
  const project = projector(view);
  const inView = windowOf(around ? view : frameOf(view, shown.frame));
  const entries = kinds.flatMap((kind) => {
    const all = shapes.head.places[kind];
    const beyond = all.findIndex(([, , , from]) => from > zoom);
    const near = all.slice(0, beyond < 0 ? all.length : beyond).filter(([, lng, lat]) => inView(lng, lat));
    return near.map((entry) => ({ kind, entry }));
  });
  // Around the frame fewer than in it.
  const room = shown.frame.width * shown.frame.height * (shown.steps[step] ?? 1) ** 2 * (around ? AROUND : 1);
  const most = kinds.includes('town') ? Math.min(around ? MOST * AROUND : MOST, Math.round(room / ROOM)) : Infinity;
  let left = most - labels.filter(({ kind, needs }) => isTown(kind) && isAround(needs) === around).length;
  for (const { kind, entry } of entries.sort((a, b) => a.entry[3] - b.entry[3])) {
    if (left <= 0) return;
    if (done.has(entry)) continue;
    const [name, lng, lat, , names] = entry;
    const text = names?.[languageOf(options)] ?? name;
    const [x, y] = project(lng, lat);
    if (!put(sheet, turn, { kind, text, x, y, ...SMALL[kind] }, ['right', 'left'])) continue;
    done.add(entry);
    left -= 1;
  }
}

function nameCountries(sheet: Sheet, turn: Turn) {
  const { shapes, view, options, shown, done } = sheet;
  const zoom = zoomAt(sheet, turn.step);
  const project = projector(view);
  const grown = shown.letters[turn.step]?.area ?? 1;
  const isPut = ({ setting, stand }: CountryWay) => {
    const { x, y, angle, radius } = stand;
    return put(sheet, turn, { kind: 'country', ...setting, x, y, angle, radius }, ['middle']);
  };
  const fits = ({ setting, stand: { room, slack } }: CountryWay) => {
    const { width, height } = sizeOf({ kind: 'country', ...setting }, options);
    return fitsIn(room * slack, setting, width * grown, height * grown);
  };
  for (const [iso, lng, lat, from, share, angle = 0, curvature = 0] of shapes.head.countries) {
    const text = options.countries[iso];
    const [x, y] = project(lng, lat);
    const isDue = from <= zoom + MORE.area && x > 0 && x < view.width && y > 0 && y < view.height;
    const isPart = !turn.around && sheet.areas().has(iso);
    // A map of the world names none before its time of which it shows a part.
    if (!text || done.has(iso) || !(isDue || (isPart && zoom >= PARTS_FROM))) continue;
    // At its own place, one word may run out of it; so may what is set along the country.
    const slack = angle !== 0 || !text.includes(' ') ? Number.POSITIVE_INFINITY : RUN_OUT;
    const own = { x, y, angle, radius: radiusOf(curvature, view), room: share * TILE * 2 ** view.zoom, slack };
    const ways = waysOf(text, isDue ? [own] : []);
    // That may be out of the frame, or taken: then it stands elsewhere in it.
    const elsewhere = () => waysOf(text, [...(isDue ? [own] : []), ...(isPart ? sheet.rooms(iso) : [])]);
    const isNamed = (some: CountryWay[]) => some.some((way) => fits(way) && isPut(way));
    if (isNamed(ways.slice(0, 1)) || isNamed(elsewhere())) done.add(iso);
  }
}

function nameWaters(sheet: Sheet, turn: Turn) {
  const { shapes, view, options, shown, done } = sheet;
  const zoom = zoomAt(sheet, turn.step);
  const project = projector(view);
  for (const water of shapes.head.waters) {
    const [name, lng, lat, from, kind, angle, names, curvature] = water;
    const text = languageOf(options) === 'en' ? name : (names[languageOf(options)] ?? '');
    if (from > zoom + MORE.area || done.has(water) || text === '') continue;
    const size = WATER_SIZES[kind] ?? 13;
    const own = project(lng, lat);
    const lines = [...new Set(angle === 0 ? [text, text.replaceAll(' ', '\n')] : [text])];
    const radius = radiusOf(curvature, view);
    const grown = shown.letters[turn.step]?.area ?? 1;
    const roomOf = (one: Lettering) => {
      const { width, height } = sizeOf(one, options);
      return { width: width * grown, height: height * grown };
    };
    const each = lines.map((text) => ({ kind: 'water' as const, text, size, spacing: size * 0.08, angle, radius }));
    // Broken where it would else run over land.
    const isWhole = each.length < 2 || each.slice(0, 1).every((one) => isOpen(sheet.land(), own, roomOf(one)));
    const set = isWhole ? each : each.toReversed();
    const isPut = (one: (typeof set)[number], [x, y]: readonly [number, number]) =>
      put(sheet, turn, { ...one, x, y }, ['middle']);
    // Its own place may be out of the frame, or taken: then it stands elsewhere on it.
    const wanders = angle === 0 && !turn.around && kind !== 'lake';
    const others = () => {
      const as = shapes.head.waters.filter((other) => other[0] !== name && other[3] <= from);
      return as.map(([, otherLng, otherLat]) => project(otherLng, otherLat));
    };
    const elsewhere = (one: Lettering) => waterStands(sheet.land(), shown.frame, own, roomOf(one), others());
    if (
      set.some((one) => isPut(one, own)) ||
      (wanders && set.some((one) => elsewhere(one).some((at) => isPut(one, at))))
    )
      done.add(water);
  }
}

/** Below this zoom land is looked through as a map of the world draws it. */
const COARSE_TO = 4;

function once<A extends unknown[], T>(make: (...args: A) => T): (...args: A) => T {
  const made = new Map<string, T>();
  return (...args) => {
    const key = args.join();
    const found = made.get(key) ?? make(...args);
    made.set(key, found);
    return found;
  };
}

const SMALL = {
  capital: { size: SIZES.capital, spacing: 0, angle: 0, radius: 0 },
  seat: { size: SIZES.seat, spacing: 0, angle: 0, radius: 0 },
  town: { size: SIZES.town, spacing: 0, angle: 0, radius: 0 },
};

function radiusOf(curvature: number, { zoom }: View): number {
  return curvature === 0 ? 0 : Math.round((TILE * 2 ** zoom) / curvature);
}

type Name = Omit<PosterLabel, 'side' | 'step' | 'needs'>;

/** Sets a name on the first of the sides where it has room from a step on; false where there is none. */
function put(sheet: Sheet, { step, around }: Turn, name: Name, sides: readonly PosterLabel['side'][]): boolean {
  if (name.text === '') return false;
  const rounded = { ...name, x: Math.round(name.x), y: Math.round(name.y) };
  const stands = sides.map((side) => (sample: Sample) => boxAt(rounded, side, sample, sheet));
  const found = sheet.room.put(stands, step, around);
  const side = found && sides[found.index];
  if (!side) return false;
  sheet.labels.push({ ...rounded, side, step, needs: found.needs });
  return true;
}

/** The box of a name on the screen, where the drawing has a size. */
function boxAt(name: Name, side: PosterLabel['side'], { scale, step }: Sample, { shown, options }: Sheet): Box {
  const [x, y] = [name.x * scale, name.y * scale];
  const { width, height } = sizeOf(name, options);
  const letters = shown.letters[step];
  if (side === 'middle') {
    const grown = scale * (letters?.area ?? 1);
    const [sin, cos] = [Math.sin((name.angle * Math.PI) / 180), Math.cos((name.angle * Math.PI) / 180)].map(Math.abs);
    const across = (width * (cos ?? 1) + height * (sin ?? 0)) * grown;
    const down = (width * (sin ?? 0) + height * (cos ?? 1)) * grown;
    return { x: x - across / 2 - APART, y: y - down / 2 - AIR, width: across + 2 * APART, height: down + 2 * AIR };
  }
  const [wide, high] = [width * (letters?.place ?? 1), height * (letters?.place ?? 1)];
  const left = side === 'right' ? x - DOT / 2 : x - wide - DOT;
  return { x: left - AIR, y: y - high / 2, width: wide + 1.5 * DOT + 2 * AIR, height: high };
}

type Lettering = Pick<Name, 'kind' | 'text' | 'size' | 'spacing'>;

function sizeOf(name: Lettering, options: LabelOptions): Pick<Box, 'width' | 'height'> {
  const lines = name.text.split('\n');
  const width = Math.max(...lines.map((text) => widthOf({ ...name, text }, options)));
  return { width, height: name.size * (1.3 + (lines.length - 1) * LEADING) };
}

function widthOf({ kind, text, size, spacing }: Lettering, { measure = estimate }: LabelOptions): number {
  const set = kind === 'country' ? text.toLocaleUpperCase() : text;
  return measure(set, size, kind === 'country' || kind === 'capital') + text.length * spacing;
}

/** On the wide side. */
function estimate(text: string, size: number, bold: boolean): number {
  return text.length * size * (bold ? 0.66 : 0.55);
}

function languageOf({ lang }: LabelOptions): string {
  return lang.split('-', 1)[0] ?? 'en';
}

function zoomAt({ view, shown }: Sheet, step: number): number {
  return view.zoom + Math.log2(shown.steps[step] ?? 1);
}

function isTown(kind: Kind): boolean {
  return kind === 'seat' || kind === 'town';
}

/** The view of the frame alone, which has its middle. */
function frameOf(view: View, { width, height }: Box): View {
  return { ...view, width, height };
}

/** Whether a point lies in the picture, without projecting it: there are twenty thousand. */
function windowOf({ lng, lat, zoom, width, height }: View): (lng: number, lat: number) => boolean {
  const world = TILE * 2 ** zoom;
  const [middle, halfX, halfY] = [mercatorY(lat), (width / 2 / world) * 360, height / 2 / world];
  const [south, north] = [latitude(middle + halfY), latitude(middle - halfY)];
  return (x, y) => y >= south && y <= north && Math.abs(wrap(x - lng)) <= halfX;
}
