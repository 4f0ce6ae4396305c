/** How the name of a country is set: in lines, with letters and the space between them in pixels. */
export interface CountrySetting {
  text: string;
  size: number;
  spacing: number;
}

const SIZES = { least: 10, most: 18, share: 0.085 };
/** Space between letters, in their size: at least, and at most. */
const SPACING = { least: 0.08, most: 0.45 };
/** A room for a name is at least a fifth as high as it is wide; so many times as wide as high is a name of two lines that runs little out of it. */
const TWO_LINES = 3;

/**
 * The ways to set a country's name where it is `room` pixels wide, the best first: letters as large, and as far apart, as the
 * country is wide on the map; then the least; then those in two lines.
 */
export function settingsOf(text: string, room: number): CountrySetting[] {
  const least = { size: SIZES.least, spacing: SPACING.least * SIZES.least };
  const wide = { text, ...spread(text, room) };
  const small = wide.size > least.size || wide.spacing > least.spacing ? [{ text, ...least }] : [];
  return [wide, ...small, ...(text.includes(' ') ? [{ text: inTwo(text), ...least }] : [])];
}

/** Whether a name of a width and height, in pixels, has its place in a room of so many. */
export function fitsIn(room: number, { text }: CountrySetting, width: number, height: number): boolean {
  return width <= room && (!text.includes('\n') || height * TWO_LINES <= room);
}

function spread(text: string, room: number) {
  const { least, most, share } = SIZES;
  const size = Math.round(Math.max(least, Math.min(most, room * share)));
  const between = (0.5 * room) / Math.max(1, text.length) - 0.74 * size;
  const spacing = Math.max(SPACING.least * size, Math.min(SPACING.most * size, between));
  return { size, spacing: Math.round(spacing * 10) / 10 };
}

/** Broken at the space that is nearest to its middle. */
function inTwo(text: string): string {
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  const middle = spaces.reduce((best, at) => (off(at, text) < off(best, text) ? at : best), spaces[0] ?? 0);
  return `${text.slice(0, middle)}\n${text.slice(middle + 1)}`;
}

function off(at: number, { length }: string): number {
  return Math.abs(at - length / 2);
}
