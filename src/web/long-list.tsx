import { render } from 'hono/jsx/dom';
import type { EventFeature } from '../types.ts';
import { h } from './dom.ts';
import { EventItem } from './event.tsx';
import { byTime, type Item, toItem } from './item.ts';
import type { List } from './list.ts';
import type { State } from './state.ts';
import type { Tongue } from './time.ts';
import { type Window, within } from './visible.ts';

/** Entries at a time, and how long the hand must rest before they are drawn, ms. */
const PAGE = 25;
const REST = 200;

/**
 * The list of a story too long for the page: the entries up to the moment, the latest first in reach, drawn when a
 * drag rests. The entry is the server's own, drawn here.
 */
export function createLongList(
  element: HTMLElement,
  features: readonly EventFeature[],
  tongue: Tongue,
  select: (id: string) => void,
): List {
  const byId = new Map(features.map((feature) => [feature.id, feature]));
  const items = features.map(toItem).sort(byTime);
  const more = h('button', { type: 'button', class: 'more' }, tongue.words.more);
  element.after(more);
  let pages = 1;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: { state: State; window: Window; passing: ReadonlySet<string> } | null = null;

  more.addEventListener('click', () => {
    pages += 1;
    fill();
  });
  element.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('h3 a') : null;
    const id = link?.closest('li')?.id.slice(2);
    if (id === undefined) return;
    event.preventDefault();
    select(id);
  });

  function fill() {
    if (!latest) return;
    const { state, window, passing } = latest;
    const inTime = items.filter((item) => passing.has(item.id) && within(item, window));
    const rows = around(inTime, state.event, pages * PAGE);
    render(<Entries events={rows.flatMap(({ id }) => byId.get(id) ?? [])} tongue={tongue} />, element);
    more.hidden = rows.length === inTime.length;
    for (const entry of element.children) {
      if (entry.id === `e=${state.event}`) entry.setAttribute('aria-current', 'true');
    }
  }

  return {
    textOf(id) {
      const properties = byId.get(id)?.properties;
      return properties
        ? [properties.title, properties.place?.name, ...properties.reports.map(({ quote }) => quote)].join(' ')
        : '';
    },
    draw(state, window, passing) {
      latest = { state, window, passing };
      clearTimeout(timer);
      timer = setTimeout(() => {
        pages = 1;
        fill();
      }, REST);
    },
  };
}

function Entries({ events, tongue }: { events: EventFeature[]; tongue: Tongue }) {
  return events.map((event) => <EventItem event={event} tongue={tongue} />);
}

/** A run of items that ends at the latest, or that has the chosen one in its middle. */
function around(items: readonly Item[], chosen: string | null, size: number): readonly Item[] {
  const at = items.findIndex(({ id }) => id === chosen);
  if (at === -1) return items.slice(-size);
  const start = Math.max(0, Math.min(at - (size >> 1), items.length - size));
  return items.slice(start, start + size);
}
