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
export function createSelection(
  items: Item[],
  main: ReadonlySet<string>,
  textOf: (id: string) => string,
  bounds: () => Bounds | null,
) {
  const all: Selected = {
    passing: items,
    ids: new Set(items.map(({ id }) => id)),
    changed: false,
    count: makeCounter(items),
  };
  let key = keyOf(NONE);
  let selected = all;
  return {
    of(state: State): Selected {
      const area = state.inView ? bounds() : null;
      const next = keyOf(state) + (area?.join() ?? '');
      if (next === key) return { ...selected, changed: false };
      key = next;
      const passing = items.filter(
        (item) =>
          (!state.main || main.has(item.id)) &&
          passes(item, state, state.search === '' ? '' : textOf(item.id)) &&
          (area === null || inside(item.at, area)),
      );
      selected =
        passing.length === items.length
          ? all
          : { passing, ids: new Set(passing.map(({ id }) => id)), changed: false, count: makeCounter(passing) };
      return { ...selected, changed: true };
    },
  };
}

/** The part of a state that filters. */
export type Filter = Pick<State, 'main' | 'categories' | 'statuses' | 'sources' | 'search' | 'inView'>;

export const NONE: Filter = {
  main: false,
  categories: [],
  statuses: [],
  sources: [],
  search: '',
  inView: false,
};

export function isFiltered({ main, categories, statuses, sources, search, inView }: Filter): boolean {
  return main || categories.length + statuses.length + sources.length > 0 || search !== '' || inView;
}

function keyOf({ main, categories, statuses, sources, search, inView }: Filter): string {
  return JSON.stringify([main, categories, statuses, sources, search, inView]);
}

function inside(at: Item['at'], [west, south, east, north]: Bounds): boolean {
  if (!at) return false;
  const [lng, lat] = at;
  // A view over the date line has its west end east of 180 degrees.
  const turned = [lng - 360, lng, lng + 360].some((value) => value >= west && value <= east);
  return turned && lat >= south && lat <= north;
}
