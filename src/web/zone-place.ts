import type { Span } from './paint-axis.ts';
import type { Tick } from './ticks.ts';

/** Air around the words, px. */
const AIR = 8;

/**
 * Where words of some width fit into the lower line under an axis, between the months and years that stand there: pixels
 * from its left, as near as can be to where the line ends. Null where they fit nowhere.
 */
export function freePlace(taken: readonly Span[], width: number, needed: number, rtl: boolean): number | null {
  const sorted = taken.toSorted((a, b) => a.from - b.from);
  const gaps = [...sorted, { from: width + AIR, to: width }].map(({ from }, index) => ({
    from: index === 0 ? 0 : (sorted[index - 1]?.to ?? 0) + AIR,
    to: from - AIR,
  }));
  const fitting = gaps.filter(({ from, to }) => to - from >= needed);
  const gap = rtl ? fitting[0] : fitting.at(-1);
  if (!gap) return null;
  return rtl ? gap.from : gap.to - needed;
}

/** What the lower line says already, px along it. */
export function contextSpans(ticks: readonly Tick[], width: number, measure: (text: string) => number): Span[] {
  return ticks.flatMap(({ context, middle }) => {
    if (context === '') return [];
    const half = measure(context) / 2;
    const at = Math.max(half, Math.min(width - half, middle));
    return [{ from: at - half, to: at + half }];
  });
}
