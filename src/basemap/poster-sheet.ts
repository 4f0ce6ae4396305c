import type { Box, Room, Sample, Segment, ShapeNeeded, Shown } from './label-room.ts';
import type { ToldPlace } from './same-thing.ts';
import type { Shapes } from './shapes.ts';
import type { View } from './view.ts';
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
  /** From which step of the drawing on it is there, and before which it goes; to the last where there is none. */
  step: number;
  until?: number;
  /** The shape that the drawing's element must have; null where any shows it. */
  needs: ShapeNeeded;
}

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
  /** Places of the story that are named at a step of the drawing: what the map calls the same by itself is not. */
  toldAt?: (step: number) => readonly ToldPlace[];
  /** Lines that no label stands on. */
  lines?: readonly Segment[];
  /** How the drawing is shown where it is not a picture of one size. */
  shown?: Shown;
  measure?: Measure;
}

/** From line to line of a name, in its size. */
export const LEADING = 1.15;
const DOT = 6; // pixels from a place's dot to its text
const AIR = 2; // and between any two names
const APART = 5; // those of areas in one line, which would be read as one
/** What of a drawing is being named. */
export interface Turn {
  step: number;
  /** Whether what the element shows in some shapes alone is named. */
  around: boolean;
}

/** A drawing that is being named. */
export interface Sheet {
  shapes: Shapes;
  view: View;
  options: LabelOptions;
  shown: Shown;
  room: Room;
  labels: PosterLabel[];
  /** What has its name, and before which step that goes: places and waters by themselves, countries by their code. */
  done: Map<unknown, number>;
  /** Countries and regions of which the frame shows a part, what the view shows of one, and where in the view there is land. */
  areas(): ReadonlySet<string>;
  ground(iso: string): Rows;
  land(): Rows;
}

/** A name as it is set, before it has its place. */
export type Name = Omit<PosterLabel, 'side' | 'step' | 'until' | 'needs'>;

/** Sets a name on the first of the sides where it has room from a step on, to be seen before another; false where there is none. */
export function put(
  sheet: Sheet,
  { step, around }: Turn,
  name: Name,
  sides: readonly PosterLabel['side'][],
  until = Number.POSITIVE_INFINITY,
): boolean {
  if (name.text === '') return false;
  const rounded = { ...name, x: Math.round(name.x), y: Math.round(name.y) };
  const stands = sides.map((side) => (sample: Sample) => boxAt(rounded, side, sample, sheet));
  const found = sheet.room.put(stands, step, around);
  const side = found && sides[found.index];
  if (!side) return false;
  sheet.labels.push({ ...rounded, side, step, ...(Number.isFinite(until) && { until }), needs: found.needs });
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

/** What tells how large a name is. */
export type Lettering = Pick<Name, 'kind' | 'text' | 'size' | 'spacing'>;

/** Pixels that a name takes, level, in the drawing as it is. */
export function sizeOf(name: Lettering, options: LabelOptions): Pick<Box, 'width' | 'height'> {
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

/** Whether something has its name at a step. */
export function isDone({ done }: Sheet, step: number, thing: unknown): boolean {
  return step < (done.get(thing) ?? Number.NEGATIVE_INFINITY);
}

/** The first step, from one on, at which the story itself names a thing; infinite where there is none. */
export function firstTold({ options, shown }: Sheet, step: number, isSame: (place: ToldPlace) => boolean): number {
  const steps = [...shown.steps.keys()].slice(step);
  return steps.find((later) => options.toldAt?.(later).some(isSame)) ?? Number.POSITIVE_INFINITY;
}

/** The reader's language without its country. */
export function languageOf({ lang }: LabelOptions): string {
  return lang.split('-', 1)[0] ?? 'en';
}

/** The zoom of the drawing in a step, where it is smallest. */
export function zoomAt({ view, shown }: Sheet, step: number): number {
  return view.zoom + Math.log2(shown.steps[step] ?? 1);
}
