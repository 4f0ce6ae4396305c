/** Pixels between the middles of neighbouring glyphs: one is about 12 wide. */
const STEP = 15;
/** So many events at one place are shown each by its glyph, where there is room: the middle and two rings around it. */
export const MOST_FANNED = 19;

/** Glyphs stand as in a honeycomb, from the middle outwards; in units of the step. */
const CELLS: readonly (readonly [x: number, y: number])[] = honeycomb();

/** Where the event of a number, counted in time order from 0, stands off its place: pixels right and down. */
export function fanOffset(index: number, size: number): [x: number, y: number] {
  const [x, y] = CELLS[index] ?? [0, 0];
  return [x * STEP * size, y * STEP * size];
}

/** Pixels from a place to the middle of the glyph farthest from it. */
export function fanRadius(count: number, size: number): number {
  return Math.hypot(...fanOffset(Math.max(0, Math.min(count, CELLS.length) - 1), size));
}

/** The middle, six around it, then the six in the gaps between those and the six behind them: each ring clockwise from the right. */
function honeycomb(): [number, number][] {
  const ring = (radius: number, turn: number) =>
    Array.from({ length: 6 }, (_, index): [number, number] => {
      const angle = ((turn + index * 60) * Math.PI) / 180;
      return [radius * Math.cos(angle), radius * Math.sin(angle)];
    });
  return [[0, 0], ...ring(1, 0), ...ring(Math.sqrt(3), 30), ...ring(2, 0)];
}
