import { h } from './dom.ts';
import { createFold } from './fold.ts';
import { type Item, reach } from './item.ts';
import { isFiltered, type Selected } from './selection.ts';
import type { State } from './state.ts';
import type { Tongue } from './time.ts';
import { isNew, type Window, within } from './visible.ts';

export interface List {
  /** Text of an entry, for the search. */
  textOf(id: string): string;
  draw(state: State, window: Window, selected: Selected): void;
  /** Marks the event that the reader points at, here or elsewhere. */
  hover(id: string | null): void;
}

export interface ListInput {
  select(id: string): void;
  hover(id: string | null): void;
  /** Brings the chosen entry into sight. */
  reveal(entry: HTMLElement): void;
}

/** The text twin of the map: brings the server's list to life. */
export function createList(element: HTMLElement, items: readonly Item[], tongue: Tongue, input: ListInput): List {
  const entries = new Map<string, HTMLElement>();
  for (const item of items) {
    const entry = document.getElementById(`e=${item.id}`);
    if (!entry) continue;
    entries.set(item.id, entry);
    nameControls(entry);
  }
  const days = [...element.querySelectorAll<HTMLElement>(':scope > ol')].map((day) => ({
    day,
    those: [...day.querySelectorAll<HTMLElement>('.event')],
  }));
  const fold = createFold(element, tongue);
  const behind = [...element.querySelectorAll<HTMLElement>('.behind .event')];
  let chosen: string | null = null;
  listenList(element, input);

  return {
    textOf: (id) => entries.get(id)?.textContent ?? '',
    draw(state, window, { ids }) {
      for (const item of items) {
        const entry = entries.get(item.id);
        if (!entry) continue;
        const inTime = within(item, window);
        // So far: what lies ahead stays as a ghost, so that the list does not jump under the reader while it plays.
        entry.hidden = !ids.has(item.id) || (!inTime && reach(item) !== null && state.mode !== 'sofar');
        entry.classList.toggle('ahead', !inTime);
        markNew(entry, isNew(item, state) ? tongue.words.isNew : null);
      }
      for (const { day, those } of days) {
        day.hidden = those.every((entry) => entry.hidden);
        if (day.previousElementSibling instanceof HTMLElement) day.previousElementSibling.hidden = day.hidden;
      }
      const ahead = days.every(({ those }) => those.every((entry) => entry.hidden || entry.matches('.ahead')));
      const isBehind = behind.some(({ id }) => id === `e=${state.event}`);
      fold?.draw(
        behind.filter((entry) => !entry.hidden).length,
        isBehind ? state.event : ahead || isFiltered(state) ? 'within' : null,
      );
      if (state.event === chosen) return;
      mark(chosen, false);
      chosen = state.event;
      mark(chosen, true);
    },
    hover: (id) => markPointed(element, id),
  };

  function mark(id: string | null, on: boolean) {
    const entry = id === null ? undefined : entries.get(id);
    if (!entry) return;
    const details = entry.querySelector('details');
    if (details) details.open = on;
    if (on) {
      entry.setAttribute('aria-current', 'true');
      input.reveal(entry);
    } else entry.removeAttribute('aria-current');
  }
}

/** A press on a headline chooses its event; the mouse over an entry, or the focus in it, points at it. */
export function listenList(element: HTMLElement, { select, hover }: ListInput) {
  const idOf = (target: EventTarget | null) =>
    (target instanceof Element && target.closest('.event')?.id.slice(2)) || null;
  element.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('h4 a') : null;
    const id = idOf(link);
    if (id === null) return;
    event.preventDefault();
    select(id);
  });
  element.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'mouse') hover(idOf(event.target));
  });
  element.addEventListener('pointerleave', () => hover(null));
  element.addEventListener('focusin', (event) => hover(idOf(event.target)));
  element.addEventListener('focusout', () => hover(null));
}

/** Has each control of an entry say what it leads to: of links and folds of one outlet a reader of lists hears many. */
export function nameControls(entry: HTMLElement) {
  const title = entry.querySelector('h4')?.textContent ?? '';
  const fold = entry.querySelector('summary');
  if (fold) fold.ariaLabel = `${fold.textContent}: ${title}`;
  for (const report of entry.querySelectorAll('blockquote')) {
    const link = report.querySelector<HTMLElement>('footer a');
    if (link) link.ariaLabel = `${link.textContent}: ${report.querySelector('p')?.textContent}`;
  }
}

export function markPointed(element: HTMLElement, id: string | null) {
  element.querySelector('.pointed')?.classList.remove('pointed');
  if (id !== null) document.getElementById(`e=${id}`)?.classList.add('pointed');
}

/** Says that an entry is new, or no longer. */
export function markNew(entry: Element, label: string | null) {
  const mark = entry.querySelector('.fresh');
  if (label === null) mark?.remove();
  else if (!mark) entry.querySelector('.when')?.append(h('span', { class: 'fresh' }, label));
}
