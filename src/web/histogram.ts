import type { Axis, Piece } from './axis.ts';
import { GLYPHS, HUES } from './glyphs.ts';
import type { Item } from './item.ts';
import { boundaries, STEPS } from './ticks.ts';

/** The events that began in one step of the calendar: where it lies, px, and how many of each hue of {@link HUES}. */
export interface Column {
  x0: number;
  x1: number;
  counts: number[];
  total: number;
}

/** A column is at least so wide, px: what is finer is not seen. */
const LEAST = 5;

/** Counts by calendar steps of the zone, on each piece of the axis the finest that can be seen; columns without events are left out. */
export function makeHistogram(items: readonly Item[], axis: Axis, zone: string): Column[] {
  const starts = items.flatMap((item) => {
    const time = item.start ?? item.end;
    return time === null ? [] : [{ item, time: clampTo(time, axis) }];
  });
  return axis.pieces.flatMap((piece) => {
    const mine = starts.filter(({ time }) => time >= piece.from && time <= piece.to);
    const edges = edgesOf(
      piece,
      zone,
      mine.some(({ item }) => item.edtf.includes('T')),
    );
    const columns = edges.slice(0, -1).map((from, index): Column => {
      const [a, b] = [axis.x(Math.max(from, piece.from)), axis.x(Math.min(edges[index + 1] ?? from, piece.to))];
      return { x0: Math.min(a, b), x1: Math.max(a, b), counts: HUES.map(() => 0), total: 0 };
    });
    for (const { item, time } of mine) {
      const column = columns[indexOf(edges, time)];
      if (!column) continue;
      const hue = HUES.indexOf(GLYPHS[item.category].hue);
      column.counts[hue] = (column.counts[hue] ?? 0) + 1;
      column.total += 1;
    }
    return columns.filter(({ total }) => total > 0);
  });
}

/** Hours are told apart only where some event has one: of the others, all would stand at midnight. */
function edgesOf(piece: Piece, zone: string, byHour: boolean): number[] {
  const perPixel = (piece.to - piece.from) / Math.max(1, Math.abs(piece.x1 - piece.x0));
  const steps = STEPS.filter(({ unit }) => byHour || unit !== 'hour');
  const step = steps.find(({ length }) => length / perPixel >= LEAST) ?? steps.at(-1);
  return step ? boundaries(step.unit, step.count, piece, zone) : [];
}

/** The last edge that is not after a time; edges are sorted. */
function indexOf(edges: readonly number[], time: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function clampTo(time: number, { pieces }: Axis): number {
  return Math.max(pieces[0]?.from ?? time, Math.min(pieces.at(-1)?.to ?? time, time));
}
