import type { Item } from './item.ts';
import type { State } from './state.ts';
import { dateLabel, type Grain, momentLabel, spanLabel, spokenSpan, type Tongue } from './time.ts';
import type { Window } from './visible.ts';

/** What a state covers: for the eye, shortly where there is little room; and for the ear. */
export interface RangeText {
  seen: string;
  spoken: string;
}

/**
 * What a state covers: a moment, or the days of a window. `grainAt` is how exactly the axis shows an
 * instant; a moment that was set by choosing an event is no more exact than the event.
 */
export function rangeText(
  state: State,
  { from, to }: Window,
  chosen: Item | null,
  grainAt: (time: number) => Grain,
  tongue: Tongue,
  length: 'long' | 'short' = 'long',
): RangeText {
  if (state.mode === 'window') {
    const grain = finer(grainAt(from), grainAt(to));
    return { seen: spanLabel(from, to, tongue, length, grain), spoken: spokenSpan(from, to, tongue, grain) };
  }
  const label = (length: 'long' | 'short') =>
    chosen && state.to === (chosen.start ?? chosen.end)
      ? dateLabel(chosen.edtf, tongue, length)
      : momentLabel(to, tongue, length, grainAt(to));
  return { seen: label(length), spoken: label('long') };
}

const GRAINS: readonly Grain[] = ['minute', 'day', 'month', 'year'];

function finer(a: Grain, b: Grain): Grain {
  return GRAINS.find((grain) => grain === a || grain === b) ?? 'day';
}
