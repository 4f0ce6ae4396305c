import type { Item } from './item.ts';
import type { State } from './state.ts';
import { dateLabel, type Grain, momentLabel, spanLabel, type Tongue } from './time.ts';
import type { Window } from './visible.ts';

/**
 * What a state covers, for eye and ear: a moment, or the days of a window. `grainAt` is how exactly the axis shows an
 * instant; a moment that was set by choosing an event is no more exact than the event.
 */
export function rangeText(
  state: State,
  { from, to }: Window,
  chosen: Item | null,
  grainAt: (time: number) => Grain,
  tongue: Tongue,
  length: 'long' | 'short' = 'long',
): string {
  if (state.mode === 'window') return spanLabel(from, to, tongue, length, finer(grainAt(from), grainAt(to)));
  if (chosen && state.to === (chosen.start ?? chosen.end)) return dateLabel(chosen.edtf, tongue, length);
  // The end of the story is the end of a day: the last minute of it is nobody's news.
  return momentLabel(to, tongue, length, state.to === null ? 'day' : grainAt(to));
}

const GRAINS: readonly Grain[] = ['minute', 'day', 'month', 'year'];

function finer(a: Grain, b: Grain): Grain {
  return GRAINS.find((grain) => grain === a || grain === b) ?? 'day';
}
