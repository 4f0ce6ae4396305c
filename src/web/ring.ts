import type { Category, Status } from '../types.ts';
import { kindOf } from './glyphs.ts';

/** A piece of the ring around a number: the share of its events that are of one category and status. */
export interface Arc {
  /** Turns clockwise from the top; both ends are within one turn. */
  from: number;
  to: number;
  category: Category;
  status: Status;
}

/** The shape of a category on its part of the ring. */
export interface Bead {
  turn: number;
  category: Category;
}

export interface Ring {
  arcs: Arc[];
  beads: Bead[];
}

/** Turns left free between categories, and between what is reported, claimed, disputed and planned of one. */
const GAPS = { category: 0.03, status: 0.015 };
/** A part smaller than this would not be seen, and one with a shape on it needs as much. */
const LEAST = { arc: 0.05, bead: 0.09 };

/**
 * The ring of a number by how many of its events are of each kind (as `glyphNumber` counts them). Always in the same
 * order, so that parts grow and shrink where they are as time goes on; a few of many keep a part that can be seen.
 */
export function ringOf(kinds: ArrayLike<number>): Ring {
  const parts = Array.from(kinds).flatMap((count, number) => (count > 0 ? [{ count, ...kindOf(number) }] : []));
  if (parts.length === 1) {
    const [part] = parts;
    return part
      ? { arcs: [{ from: 0, to: 1, ...typeOf(part) }], beads: [{ turn: 0, category: part.category }] }
      : EMPTY;
  }
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  const seen = parts.map(({ count }) => Math.max(LEAST.arc, count / total));
  const whole = seen.reduce((sum, share) => sum + share, 0);
  const arcs: Arc[] = [];
  let turn = 0;
  for (const [index, part] of parts.entries()) {
    const to = turn + (seen[index] ?? 0) / whole;
    const after = parts[(index + 1) % parts.length];
    const gap = after?.category === part.category ? GAPS.status : GAPS.category;
    arcs.push({ from: turn, to: to - gap, ...typeOf(part) });
    turn = to;
  }
  return { arcs, beads: beadsOf(arcs) };
}

/** Path of a piece of a circle around a point, for SVG. */
export function arcPath(x: number, y: number, radius: number, { from, to }: Pick<Arc, 'from' | 'to'>): string {
  const at = (turn: number) =>
    [x + radius * Math.sin(2 * Math.PI * turn), y - radius * Math.cos(2 * Math.PI * turn)]
      .map((value) => Math.round(value * 10) / 10)
      .join(' ');
  const sweep = `A${radius} ${radius} 0 `;
  if (to - from > 0.999) return `M${at(0)}${sweep}1 1 ${at(0.5)}${sweep}1 1 ${at(1)}`;
  return `M${at(from)}${sweep}${to - from > 0.5 ? 1 : 0} 1 ${at(to)}`;
}

const EMPTY: Ring = { arcs: [], beads: [] };

function typeOf({ category, status }: Pick<Arc, 'category' | 'status'>): Pick<Arc, 'category' | 'status'> {
  return { category, status };
}

/** One on the middle of each category's part that has room for it; at the top where there is one category alone. */
function beadsOf(arcs: readonly Arc[]): Bead[] {
  const [first] = arcs;
  if (!first) return [];
  if (arcs.every(({ category }) => category === first.category)) return [{ turn: 0, category: first.category }];
  const parts = new Map<Category, { from: number; to: number }>();
  for (const { category, from, to } of arcs) parts.set(category, { from: parts.get(category)?.from ?? from, to });
  return [...parts].flatMap(([category, { from, to }]) =>
    to - from >= LEAST.bead ? [{ turn: (from + to) / 2, category }] : [],
  );
}
