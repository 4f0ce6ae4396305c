import type { Item } from './item.ts';
import type { State } from './state.ts';
import { type Window, within } from './visible.ts';

/**
 * The dated event before or after the chosen one. Where none is chosen, the first that begins after the moment, or the last
 * that began before it. Null past the ends; `anew` starts over from the last. Items are in time order.
 */
export function nextItem(
  items: readonly Item[],
  state: Pick<State, 'event' | 'to'>,
  by: 1 | -1,
  anew: boolean,
): Item | null {
  const dated = items.filter((item) => timeOf(item) !== null);
  const at = dated.findIndex(({ id }) => id === state.event);
  if (at !== -1) return anew && at === dated.length - 1 ? (dated[0] ?? null) : (dated[at + by] ?? null);
  const { to } = state;
  if (to === null) return (by === 1 ? dated[0] : dated.at(-1)) ?? null;
  const ahead = dated.findIndex((item) => (timeOf(item) ?? 0) > to);
  if (by === 1) return dated[ahead] ?? (anew ? (dated[0] ?? null) : null);
  return dated[ahead === -1 ? dated.length - 1 : ahead - 1] ?? null;
}

/** The instant that stands for an event: where its bar begins. */
export function timeOf({ start, end }: Pick<Item, 'start' | 'end'>): number | null {
  return start ?? end;
}

/** What a state must change to show an event: the moment becomes its own; a range only where it leaves the event out. */
export function timeFor(item: Item, { mode }: Pick<State, 'mode'>, window: Window, whole: Window): Partial<State> {
  const time = timeOf(item);
  if (time === null) return {};
  if (mode !== 'window') return { to: time };
  return within(item, window) ? {} : { from: time, to: item.end ?? whole.to };
}
