import { type CountryWay, fitsIn, inTwo, leastLetters, settingsInView, waysOf } from './country-names.ts';
import { edgesOf, groundInView, landRows } from './country-room.ts';
import { type Box, isAround, makeRoom, samplesOf, shownAsIs } from './label-room.ts';
import { levelStands } from './level-stands.ts';
import {
  firstTold,
  isDone,
  type LabelOptions,
  type Lettering,
  languageOf,
  type PosterLabel,
  put,
  type Sheet,
  sizeOf,
  type Turn,
  zoomAt,
} from './poster-sheet.ts';
import { isSameThing, isStateOf } from './same-thing.ts';
import type { Shapes } from './shapes.ts';
import { latitude, mercatorY, projector, TILE, type View, wrap } from './view.ts';
import { ashore, isOpen, landFor, waterStands, wettest } from './water-room.ts';

// Size of the letters in pixels.
const SIZES: Record<'capital' | 'seat' | 'town', number> = { capital: 12, seat: 11.5, town: 11 };
const WATER_SIZES: Record<string, number> = { ocean: 16, sea: 14, lake: 12 };
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
    done: new Map(),
    ground: once((iso) => groundInView(shapes, view, iso)),
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

/** By how much the name of a country, of several words, may run out of its own place. */
const RUN_OUT = 1.5;
/**
 * Zooms by which a country may be named earlier than its rank says, one of which a part is seen, and a town than on the live
 * map, which can be brought nearer.
 */
const MORE = { area: 0.7, part: 2, town: 0.5 };

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
    if (isDone(sheet, step, entry)) continue;
    const [name, lng, lat, , names] = entry;
    const text = names?.[languageOf(options)] ?? name;
    const [x, y] = project(lng, lat);
    if (!put(sheet, turn, { kind, text, x, y, ...SMALL[kind] }, ['right', 'left'])) continue;
    done.set(entry, Infinity);
    left -= 1;
  }
}

function nameCountries(sheet: Sheet, turn: Turn) {
  const { shapes, view, options, shown, done } = sheet;
  const zoom = zoomAt(sheet, turn.step);
  const project = projector(view);
  const grown = shown.letters[turn.step]?.area ?? 1;
  const isPut = ({ setting, stand: { x, y, angle, radius } }: CountryWay, until: number) =>
    put(sheet, turn, { kind: 'country', ...setting, x, y, angle, radius }, ['middle'], until);
  const fits = ({ setting, stand: { room, slack } }: CountryWay) => {
    const { width, height } = sizeOf({ kind: 'country', ...setting }, options);
    return fitsIn(room * slack, setting, width * grown, height * grown);
  };
  for (const [iso, lng, lat, from, share, angle = 0, curvature = 0] of shapes.head.countries) {
    const text = options.countries[iso];
    const [x, y] = project(lng, lat);
    const isDue = from <= zoom + MORE.area && x > 0 && x < view.width && y > 0 && y < view.height;
    const isPart = !turn.around && from <= zoom + MORE.part && sheet.areas().has(iso);
    if (!text || isDone(sheet, turn.step, iso) || !(isDue || isPart)) continue;
    const until = firstTold(sheet, turn.step, (place) => isStateOf(place, iso));
    if (until === turn.step) continue;
    // At its own place, one word may run out of it; so may what is set along the country.
    const slack = angle !== 0 || !text.includes(' ') ? Number.POSITIVE_INFINITY : RUN_OUT;
    const own = { x, y, angle, radius: radiusOf(curvature, view), room: share * TILE * 2 ** view.zoom, slack };
    const [best, ...others] = isDue ? waysOf(text, own, grown * (shown.steps[turn.step] ?? 1)) : [];
    const isNamed = (way: CountryWay | undefined) => way !== undefined && fits(way) && isPut(way, until);
    // Its own place may be out of the frame, or taken: then it stands elsewhere in it.
    const isElsewhere = () => isPart && some(waysInView(sheet, turn, iso, text), (way) => isPut(way, until));
    if (isNamed(best) || isElsewhere() || others.some(isNamed)) done.set(iso, until);
  }
}

/** Pixels of the largest letters of a name that stands elsewhere than at its own place, and at the edges of the frame where none stands. */
const LARGE = 14;
const EDGE = { side: 10, end: 4 };

/** The ways to name a country where the frame shows a part of it, the best first. */
function* waysInView(sheet: Sheet, { step }: Turn, iso: string, text: string): Generator<CountryWay> {
  const { view, options, shown, room } = sheet;
  const [grown, scale] = [shown.letters[step]?.area ?? 1, shown.steps[step] ?? 1];
  const least = leastLetters(grown * scale).size;
  const { x, y, width, height } = shown.frame;
  const foot = shown.corners.foot / scale;
  const [side, end] = [EDGE.side, EDGE.end];
  const within = { x: x + side, y: y + end, width: width - 2 * side, height: height - 2 * end - foot };
  const taken = room.taken(step);
  for (const { text: lines, size, spacing, fill } of settingsInView(text, Math.max(LARGE, least), least, least)) {
    const setting = { text: lines, size: Math.round(size * 10) / 10, spacing: Math.round(spacing * size * 10) / 10 };
    const takes = sizeOf({ kind: 'country', ...setting }, options);
    const asked = { width: (takes.width * grown) / fill, height: takes.height * grown };
    for (const stand of levelStands(sheet.ground(iso), asked, within, taken))
      yield { setting, stand: { ...stand, angle: 0, radius: 0, room: view.width, slack: 1 } };
  }
}

function some<T>(all: Iterable<T>, test: (one: T) => boolean): boolean {
  for (const one of all) if (test(one)) return true;
  return false;
}

function nameWaters(sheet: Sheet, turn: Turn) {
  const { shapes, view, options, shown, done } = sheet;
  const zoom = zoomAt(sheet, turn.step);
  const project = projector(view);
  for (const water of shapes.head.waters) {
    const [name, lng, lat, from, kind, angle, names, curvature] = water;
    const text = languageOf(options) === 'en' ? name : (names[languageOf(options)] ?? '');
    if (from > zoom + MORE.area || isDone(sheet, turn.step, water) || text === '') continue;
    const until = firstTold(sheet, turn.step, (place) => isSameThing(place, { kind: 'water', name }));
    if (until === turn.step) continue;
    const size = WATER_SIZES[kind] ?? 13;
    const own = project(lng, lat);
    const lines = [...new Set(angle === 0 ? [text, inTwo(text)] : [text])];
    const radius = radiusOf(curvature, view);
    const grown = shown.letters[turn.step]?.area ?? 1;
    const roomOf = (one: Lettering) => {
      const { width, height } = sizeOf(one, options);
      return { width: width * grown, height: height * grown };
    };
    const each = lines.map((text) => ({ kind: 'water' as const, text, size, spacing: size * 0.08, angle, radius }));
    const isPut = (one: (typeof each)[number], [x, y]: readonly [number, number]) =>
      put(sheet, turn, { ...one, x, y }, ['middle'], until);
    const isLevelSea = angle === 0 && kind !== 'lake';
    const land = () => landFor(kind, sheet.land());
    const isOpenAtOwn = (one: Lettering) => isOpen(land(), own, roomOf(one));
    const dryness = (one: Lettering) => ashore(land(), own, roomOf(one));
    const others = () => {
      const as = shapes.head.waters.filter((other) => other[0] !== name && other[3] <= from);
      return as.map(([, otherLng, otherLat]) => project(otherLng, otherLat));
    };
    const elsewhere = (one: Lettering) => waterStands(land(), shown.frame, own, roomOf(one), others());
    // Its own place may be out of the frame, taken, or too narrow: then it stands elsewhere on it, or else runs ashore a little.
    const isNamed = isLevelSea
      ? each.some((one) => isOpenAtOwn(one) && isPut(one, own)) ||
        (!turn.around && each.some((one) => elsewhere(one).some((at) => isPut(one, at)))) ||
        wettest(kind, each, dryness).some((one) => isPut(one, own))
      : each.some((one) => isPut(one, own));
    if (isNamed) done.set(water, until);
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

function isTown(kind: PosterLabel['kind']): boolean {
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
