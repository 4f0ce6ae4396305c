import type { Bounds } from './focus.ts';
import type { Item } from './item.ts';
import type { State } from './state.ts';
import { makeCounter, passes, type Window } from './visible.ts';

export interface Selected {
  /** Items that pass the filters, in time order, and their ids. */
  passing: Item[];
  ids: ReadonlySet<string>;
  /** True for the first call with a filter other than that of the call before. */
  changed: boolean;
  count: (window: Window) => number;
}

/** What passes the filters of a state, worked out again only when they change. */
export function createSelection(items: Item[], textOf: (id: string) => string, bounds: () => Bounds | null) {
  const all: Selected = {
    passing: items,
    ids: new Set(items.map(({ id }) => id)),
    changed: false,
    count: makeCounter(items),
  };
  let key = keyOf(NONE);
  let selected = all;
  return {
    /** The part of a state that filters nothing. */
    none: NONE,
    of(state: State): Selected {
      const area = state.inView ? bounds() : null;
      const next = keyOf(state) + (area?.join() ?? '');
      if (next === key) return { ...selected, changed: false };
      key = next;
      const passing = items.filter(
        (item) =>
          passes(item, state, state.search === '' ? '' : textOf(item.id)) && (area === null || inside(item.at, area)),
      );
      selected =
        passing.length === items.length
          ? all
          : { passing, ids: new Set(passing.map(({ id }) => id)), changed: false, count: makeCounter(passing) };
      return { ...selected, changed: true };
    },
  };
}

const NONE: Pick<State, 'categories' | 'statuses' | 'sources' | 'search' | 'inView'> = {
  categories: [],
  statuses: [],
  sources: [],
  search: '',
  inView: false,
};

function keyOf({ categories, statuses, sources, search, inView }: typeof NONE): string {
  return JSON.stringify([categories, statuses, sources, search, inView]);
}

function inside(at: Item['at'], [west, south, east, north]: Bounds): boolean {
  if (!at) return false;
  const [lng, lat] = at;
  // A view over the date line has its west end east of 180 degrees.
  const turned = [lng - 360, lng, lng + 360].some((value) => value >= west && value <= east);
  return turned && lat >= south && lat <= north;
}
