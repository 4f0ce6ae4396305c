import { render } from 'hono/jsx/dom';
import type { EventFeature } from '../types.ts';
import { backgroundOf, yearsOf } from './background.ts';
import { h } from './dom.ts';
import { Background, Entries, EventDays } from './event-list.tsx';
import { createFold } from './fold.ts';
import type { Item } from './item.ts';
import { type List, type ListInput, listenList, markNew, markPointed, nameControls } from './list.ts';
import { createRest } from './rest.ts';
import { isFiltered, type Selected } from './selection.ts';
import type { State } from './state.ts';
import type { Tongue } from './time.ts';
import { isNew, type Window, within } from './visible.ts';
import { whenIdle } from './when-needed.ts';

/** Entries at a time, and how long the hand must rest before they are drawn, ms. */
const PAGE = 25;
const REST = 350;

/** What is listed: the items in time order, and the features that they were made of. */
export interface LongStory {
  items: readonly Item[];
  features: readonly EventFeature[];
  main: ReadonlySet<string>;
  /** Language of headlines and quotes, where that is not the reader's. */
  source?: string;
}

/**
 * The list of a story too long for the page: the entries up to the moment, the latest first in reach, drawn when a
 * drag rests; what lies behind the story is folded, and drawn when it is opened. The entry is the server's own, drawn here.
 */
export function createLongList(element: HTMLElement, story: LongStory, tongue: Tongue, input: ListInput): List {
  const { items, features, main, source } = story;
  const byId = new Map(features.map((feature) => [feature.id, feature]));
  const days = h('div');
  const earlier = moreButton(tongue.words.more, () => grow('story'));
  element.replaceChildren(earlier, days);
  const pages = { story: 1, behind: 1 };
  let behind: ReturnType<typeof makeBehind> | undefined;
  let chosen: string | null = null;
  const rest = createRest(REST, () => {
    pages.story = pages.behind = 1;
    whenIdle(fill);
  });
  let latest: { state: State; window: Window; selected: Selected } | null = null;
  listenList(element, input);

  function grow(part: keyof typeof pages) {
    pages[part] += 1;
    fill();
  }

  function fill() {
    if (!latest) return;
    const { state, window, selected } = latest;
    // Only now: to tell them apart takes the whole axis, and the reader waits for other things first.
    behind ??= makeBehind();
    const first = selected.passing.findIndex(({ id }) => !behind?.ids.has(id));
    const parts = {
      behind: first === -1 ? selected.passing : selected.passing.slice(0, first),
      story: first === -1 ? [] : selected.passing.slice(first),
    };
    const listed = parts.behind.reduce((sum, item) => sum + (within(item, window) ? 1 : 0), 0);
    const rows = around(parts.story, window, state.event, pages.story * PAGE);
    render(<EventDays events={eventsOf(rows)} main={main} source={source} tongue={tongue} />, days);
    earlier.hidden = rows.length === selected.count(window) - listed;
    const lead = rows.length === 0 || isFiltered(state) ? 'within' : null;
    const unfolded = behind.draw(listed, lead, () => around(parts.behind, window, state.event, pages.behind * PAGE));
    for (const item of [...unfolded, ...rows]) mark(item, state);
    chosen = state.event;
  }

  function mark(item: Item, state: State) {
    const entry = document.getElementById(`e=${item.id}`);
    if (!entry) return;
    nameControls(entry);
    markNew(entry, isNew(item, state) ? tongue.words.isNew : null);
    if (item.id !== state.event) return;
    entry.setAttribute('aria-current', 'true');
    const details = entry.querySelector('details');
    if (details) details.open = true;
    if (chosen !== state.event) input.reveal(entry);
  }

  /** The fold over what lies behind the story, if anything does. */
  function makeBehind() {
    const ids = backgroundOf(items);
    const host = h('div');
    if (ids.size > 0) element.prepend(host);
    const years = ids.size > 0 ? yearsOf(items, ids, tongue) : '';
    render(<Background events={[]} main={main} tongue={tongue} years={years} />, host);
    const fold = createFold(host, tongue);
    const [details, list] = [host.querySelector('details'), host.querySelector('ol')];
    const more = moreButton(tongue.words.more, () => grow('behind'));
    more.ariaLabel = `${tongue.words.more}: ${tongue.words.background}`;
    details?.append(more);
    let drawn = false;
    details?.addEventListener('toggle', () => {
      if (details.open !== drawn) fill();
    });
    return {
      ids,
      /** Its entries are drawn, and answered, where it is open. */
      draw(listed: number, lead: string | null, rowsOf: () => Item[]): Item[] {
        const event = latest?.state.event ?? null;
        fold?.draw(listed, event !== null && ids.has(event) ? event : lead);
        drawn = details?.open ?? false;
        const rows = drawn ? rowsOf() : [];
        more.hidden = rows.length === listed;
        if (list) render(<Entries events={eventsOf(rows)} main={main} source={source} tongue={tongue} />, list);
        return rows;
      },
    };
  }

  function eventsOf(rows: readonly Item[]): EventFeature[] {
    return rows.flatMap(({ id }) => byId.get(id) ?? []);
  }

  return {
    textOf(id) {
      const properties = byId.get(id)?.properties;
      if (!properties) return '';
      const { title, place, reports } = properties;
      return [title, place?.name, place?.label, ...reports.map(({ quote }) => quote)].join(' ');
    },
    draw(state, window, selected) {
      latest = { state, window, selected };
      rest.ask();
    },
    hover: (id) => markPointed(element, id),
  };
}

function moreButton(label: string, click: () => void): HTMLElement {
  return h('button', { type: 'button', class: 'more', hidden: true, click }, label);
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
