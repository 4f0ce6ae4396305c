import { h } from './dom.ts';
import { type Item, reach } from './item.ts';
import type { State } from './state.ts';
import { isNew, type Window, within } from './visible.ts';

export interface List {
  /** Text of an entry, for the search. */
  textOf(id: string): string;
  draw(state: State, window: Window, passing: ReadonlySet<string>): void;
}

/** The text twin of the map: brings the server's list to life. `select` is called with the id of a chosen event. */
export function createList(
  element: HTMLElement,
  items: readonly Item[],
  newLabel: string,
  select: (id: string) => void,
): List {
  const entries = new Map<string, HTMLElement>();
  for (const item of items) {
    const entry = document.getElementById(`e=${item.id}`);
    if (entry) entries.set(item.id, entry);
  }
  let chosen: string | null = null;

  element.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('h3 a') : null;
    const id = link?.closest('li')?.id.slice(2);
    if (id === undefined) return;
    event.preventDefault();
    select(id);
  });

  return {
    textOf: (id) => entries.get(id)?.textContent ?? '',
    draw(state, window, passing) {
      for (const item of items) {
        const entry = entries.get(item.id);
        if (!entry) continue;
        const inTime = within(item, window);
        // So far: what lies ahead stays as a ghost, so that the list does not jump under the reader while it plays.
        entry.hidden = !passing.has(item.id) || (!inTime && reach(item) !== null && state.mode !== 'sofar');
        entry.classList.toggle('ahead', !inTime);
        markNew(entry, isNew(item, state) ? newLabel : null);
      }
      if (state.event === chosen) return;
      mark(chosen, false);
      chosen = state.event;
      mark(chosen, true);
    },
  };

  function mark(id: string | null, on: boolean) {
    const entry = id === null ? undefined : entries.get(id);
    if (!entry) return;
    const details = entry.querySelector('details');
    if (details) details.open = on;
    if (on) {
      entry.setAttribute('aria-current', 'true');
      reveal(element, entry);
    } else entry.removeAttribute('aria-current');
  }
}

/** Says that an entry is new, or no longer. */
function markNew(entry: HTMLElement, label: string | null) {
  const mark = entry.querySelector('.fresh');
  if (label === null) mark?.remove();
  else if (!mark) entry.querySelector('.when')?.append(h('span', { class: 'fresh' }, label));
}

/** Brings an entry into sight: within the list where that scrolls by itself, as in a frame, else on the page. */
function reveal(list: HTMLElement, entry: HTMLElement) {
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  const frame = list.closest('.events');
  if (frame && getComputedStyle(frame).overflowY !== 'visible')
    frame.scrollTo({ top: entry.offsetTop - frame.clientHeight / 4, behavior });
  else entry.scrollIntoView({ block: 'nearest', behavior });
}
