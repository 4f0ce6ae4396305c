import { render } from 'hono/jsx/dom';
import type { EventFeature } from '../types.ts';
import { h } from './dom.ts';
import { EventDays } from './event-list.tsx';
import type { Item } from './item.ts';
import { type List, type ListInput, listenList, markNew, markPointed } from './list.ts';
import { createRest } from './rest.ts';
import type { Selected } from './selection.ts';
import type { State } from './state.ts';
import type { Tongue } from './time.ts';
import { isNew, type Window, within } from './visible.ts';
import { whenIdle } from './when-needed.ts';

/** Entries at a time, and how long the hand must rest before they are drawn, ms. */
const PAGE = 25;
const REST = 350;

/**
 * The list of a story too long for the page: the entries up to the moment, the latest first in reach, drawn when a
 * drag rests. The entry is the server's own, drawn here.
 */
export function createLongList(
  element: HTMLElement,
  features: readonly EventFeature[],
  main: ReadonlySet<string>,
  tongue: Tongue,
  input: ListInput,
): List {
  const byId = new Map(features.map((feature) => [feature.id, feature]));
  const more = h('button', { type: 'button', class: 'more' }, tongue.words.more);
  element.after(more);
  let pages = 1;
  let chosen: string | null = null;
  const rest = createRest(REST, () => {
    pages = 1;
    whenIdle(fill);
  });
  let latest: { state: State; window: Window; selected: Selected } | null = null;

  more.addEventListener('click', () => {
    pages += 1;
    fill();
  });
  listenList(element, input);

  function fill() {
    if (!latest) return;
    const { state, window, selected } = latest;
    const rows = around(selected.passing, window, state.event, pages * PAGE);
    const events = rows.flatMap(({ id }) => byId.get(id) ?? []);
    render(<EventDays events={events} main={main} tongue={tongue} />, element);
    const entries = element.querySelectorAll<HTMLElement>('.event');
    more.hidden = rows.length === selected.count(window);
    for (const [index, item] of rows.entries()) {
      const entry = entries[index];
      if (!entry) continue;
      markNew(entry, isNew(item, state) ? tongue.words.isNew : null);
      entry.removeAttribute('aria-current');
      if (item.id !== state.event) continue;
      entry.setAttribute('aria-current', 'true');
      const details = entry.querySelector('details');
      if (details) details.open = true;
      if (chosen !== state.event) input.reveal(entry);
    }
    chosen = state.event;
  }

  return {
    textOf(id) {
      const properties = byId.get(id)?.properties;
      return properties
        ? [properties.title, properties.place?.name, ...properties.reports.map(({ quote }) => quote)].join(' ')
        : '';
    },
    draw(state, window, selected) {
      latest = { state, window, selected };
      rest.ask();
    },
    hover: (id) => markPointed(element, id),
  };
}

/** Up to `size` items of a window: the last, or those around the chosen one. It looks no further than it must. */
function around(items: readonly Item[], window: Window, chosen: string | null, size: number): Item[] {
  const at = chosen === null ? -1 : items.findIndex(({ id }) => id === chosen);
  const after = at === -1 ? [] : run(items, window, at, 1, Math.ceil(size / 2));
  const before = run(items, window, at === -1 ? items.length - 1 : at - 1, -1, size - after.length).reverse();
  return [...before, ...after];
}

/** Items of a window from an index on, in one direction. */
function run(items: readonly Item[], window: Window, from: number, by: 1 | -1, most: number): Item[] {
  const found: Item[] = [];
  for (let index = from; found.length < most; index += by) {
    const item = items[index];
    if (!item) break;
    if (within(item, window)) found.push(item);
  }
  return found;
}
