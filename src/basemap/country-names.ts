import type { Box } from './label-room.ts';
import type { Room } from './widest-box.ts';

/** Where the name of a country may stand, in pixels of the drawing. */
export interface CountryStand {
  /** The middle of the name, by how much it is turned there, in degrees, and the radius of the circle that it runs on; 0 where it is straight. */
  x: number;
  y: number;
  angle: number;
  radius: number;
  /** How wide the country is there, and how many times as wide its name may be. */
  room: number;
  slack: number;
}

/** A name in lines, with the size of its letters and the space between them in pixels, and where it is to stand. */
export interface CountryWay {
  setting: { text: string; size: number; spacing: number };
  stand: CountryStand;
}

const SIZES = { least: 10, most: 18, share: 0.085 };
/** Pixels of the screen that the least letters have where a drawing is larger than its data. */
const LEGIBLE = 10;
/** Space between letters, in their size: at least, and at most. */
const SPACING = { least: 0.08, most: 0.45 };
/** A room is at least a fifth as high as it is wide; a name of two lines that is no higher than a third of it runs little out of it. */
const TWO_LINES = 3;

/**
 * The ways to set a country's name, the best first: letters as large, and as far apart, as the country is wide; then the least, at
 * any of the stands; then those in two lines, where they are not turned. `grown` is how many times as large as said they are on
 * the screen.
 */
export function waysOf(text: string, stands: readonly CountryStand[], grown: number): CountryWay[] {
  const size = Math.min(SIZES.least, Math.ceil((LEGIBLE / grown) * 10) / 10);
  const least = { size, spacing: Math.round(SPACING.least * size * 10) / 10 };
  const level = text.includes(' ') ? stands.filter(({ angle }) => angle === 0) : [];
  return [
    ...stands.map((stand) => ({ stand, setting: { text, ...spread(text, stand.room) } })),
    ...stands.map((stand) => ({ stand, setting: { text, ...least } })),
    ...level.map((stand) => ({ stand, setting: { text: inTwo(text), ...least } })),
  ];
}

/** The stand in a room of a part of a picture. */
export function standIn({ x, y, width }: Room, frame: Box): CountryStand {
  return { x: x + frame.x, y: y + frame.y, angle: 0, radius: 0, room: width, slack: 1 };
}

/** Whether a name that takes so many pixels has its place in a room of that width. */
export function fitsIn(room: number, { text }: CountryWay['setting'], width: number, height: number): boolean {
  return width <= room && (!text.includes('\n') || height * TWO_LINES <= room);
}

function spread(text: string, room: number) {
  const { least, most, share } = SIZES;
  const size = Math.round(Math.max(least, Math.min(most, room * share)));
  const between = (0.5 * room) / Math.max(1, text.length) - 0.74 * size;
  const spacing = Math.max(SPACING.least * size, Math.min(SPACING.most * size, between));
  return { size, spacing: Math.round(spacing * 10) / 10 };
}

/** A name broken at the space that is nearest to its middle; one word stays as it is. */
export function inTwo(text: string): string {
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  if (spaces.length === 0) return text;
  const off = (at: number) => Math.abs(at - text.length / 2);
  const middle = spaces.reduce((best, at) => (off(at) < off(best) ? at : best), spaces[0] ?? 0);
  return `${text.slice(0, middle)}\n${text.slice(middle + 1)}`;
}
