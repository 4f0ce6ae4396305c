import type { Category, Status } from '../types.ts';

/** Side of the square that the paths below are drawn in; the shape is centred and about 12 wide. */
export const GLYPH_BOX = 16;

/** A colour of the palette in the style sheet: `--hue-<name>`. */
export type Hue = 'red' | 'amber' | 'blue' | 'violet' | 'green' | 'grey';
export const HUES: readonly Hue[] = ['red', 'amber', 'blue', 'violet', 'green', 'grey'];

/** Categories differ by shape first: colour only groups them. */
export const GLYPHS: Record<Category, { path: string; hue: Hue }> = {
  conflict: { path: 'M2.4 8a5.6 5.6 0 1 0 11.2 0a5.6 5.6 0 1 0-11.2 0Z', hue: 'red' },
  protest: { path: polygon(3, 6.8, -90, 9.2), hue: 'violet' },
  politics: { path: 'M3 3h10v10H3Z', hue: 'blue' },
  diplomacy: { path: polygon(4, 6.8, -90), hue: 'blue' },
  disaster: { path: polygon(3, 6.8, 90, 6.8), hue: 'amber' },
  accident: {
    path: 'M5 2.5L8 5.5L11 2.5L13.5 5L10.5 8L13.5 11L11 13.5L8 10.5L5 13.5L2.5 11L5.5 8L2.5 5Z',
    hue: 'amber',
  },
  crime: { path: polygon(5, 6.3, -90, 8.4), hue: 'red' },
  justice: { path: polygon(6, 6.2, 0), hue: 'blue' },
  health: { path: 'M6 2.5h4V6h3.5v4H10v3.5H6V10H2.5V6H6Z', hue: 'green' },
  economy: { path: 'M2.5 4.5h11v7h-11Z', hue: 'green' },
  sport: { path: star(5, 7, 3, 8.6), hue: 'grey' },
  culture: { path: 'M2 10.5a6 6 0 0 1 12 0Z', hue: 'violet' },
  other: { path: 'M4 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0Z', hue: 'grey' },
};

/** How sure a thing is shows in the line, not in the colour: filled, outlined, outlined with a bar, dashed. */
export const STATUS_MARKS: Record<Status, { filled: boolean; dash: number[]; struck: boolean }> = {
  reported: { filled: true, dash: [], struck: false },
  claimed: { filled: false, dash: [], struck: false },
  disputed: { filled: false, dash: [], struck: true },
  planned: { filled: false, dash: [2, 1.6], struck: false },
};

const STATUSES = Object.keys(STATUS_MARKS) as Status[];
const CATEGORIES = Object.keys(GLYPHS) as Category[];

/** So many pairs of category and status there are. */
export const KINDS = CATEGORIES.length * STATUSES.length;

/** The number of an event's glyph, 0 to {@link KINDS}: by category, and within it by status. */
export function glyphNumber({ category, status }: { category: Category; status: Status }): number {
  return CATEGORIES.indexOf(category) * STATUSES.length + STATUSES.indexOf(status);
}

/** The category and status behind such a number. */
export function kindOf(number: number): { category: Category; status: Status } {
  return {
    category: CATEGORIES[Math.floor(number / STATUSES.length)] ?? 'other',
    status: STATUSES[number % STATUSES.length] ?? 'reported',
  };
}

/** The bar through a disputed event. */
export const STRIKE = 'M2.5 13.5L13.5 2.5';

function polygon(sides: number, radius: number, turn: number, middle = 8): string {
  return path(sides, () => radius, turn, middle);
}

function star(points: number, outer: number, inner: number, middle: number): string {
  return path(points * 2, (index) => (index % 2 === 0 ? outer : inner), -90, middle);
}

function path(corners: number, radius: (index: number) => number, turn: number, middle: number): string {
  const points = Array.from({ length: corners }, (_, index) => {
    const angle = ((turn + (index * 360) / corners) * Math.PI) / 180;
    const at = [8 + radius(index) * Math.cos(angle), middle + radius(index) * Math.sin(angle)];
    return at.map((value) => Math.round(value * 100) / 100).join(' ');
  });
  return `M${points.join('L')}Z`;
}
