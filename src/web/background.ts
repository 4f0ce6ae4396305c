import type { Item } from './item.ts';
import { timeOf } from './steps.ts';
import { spanLabel, type Tongue } from './time.ts';
import { stretches, usualPieces } from './visible.ts';

/** What lies behind a story is less of it than this share. */
const MOST = 0.5;

/**
 * Ids of the events that lie behind the story rather than in it: those before the piece of the time axis that holds most
 * of the events, by weight. They are the first in time. None where they are as many as the rest: then they are the story.
 */
export function backgroundOf(items: readonly Item[]): ReadonlySet<string> {
  const all = stretches(items);
  const masses = usualPieces(items).map(({ first, last }) => ({
    first,
    mass: all.reduce((sum, { from, mass = 1 }) => (from >= first && from <= last ? sum + mass : sum), 0),
  }));
  const story = masses.reduce((most, piece) => (piece.mass > most.mass ? piece : most), { first: 0, mass: 0 });
  const before = items.filter((item) => (timeOf(item) ?? story.first) < story.first);
  return new Set(before.length < MOST * items.length ? before.map(({ id }) => id) : []);
}

/** The years that some of the items lie in: "2011–2020". */
export function yearsOf(items: readonly Item[], some: ReadonlySet<string>, tongue: Tongue): string {
  const times = items.flatMap((item) => (some.has(item.id) ? (timeOf(item) ?? []) : []));
  const first = times.reduce((a, b) => Math.min(a, b));
  const last = times.reduce((a, b) => Math.max(a, b));
  return spanLabel(first, last, tongue, 'short', 'year');
}
