import type { EventFeature } from '../types.ts';
import { createCaption } from './caption.ts';
import { createControls } from './controls.ts';
import { copyText } from './copy.ts';
import { need } from './dom.ts';
import { byTime, type Item, toItem } from './item.ts';
import { createList, type List } from './list.ts';
import type { EventMap } from './map.ts';
import { say } from './note.ts';
import type { PageData } from './page-data.ts';
import { createPlayer } from './play.ts';
import { createPosterMap } from './poster-map.ts';
import { rangeText } from './range-text.ts';
import { createSelection } from './selection.ts';
import { type State, writeState } from './state.ts';
import { createStore } from './store.ts';
import type { StoryControl, Surroundings } from './surroundings.ts';
import type { Tongue } from './time.ts';
import { createTimeline } from './timeline.ts';
import { createTools, isFiltered } from './tools.ts';
import { extent, isNew, type Window, windowOf, within } from './visible.ts';

const READY = 'dateline-ready';

/** Brings a story page or an embed to life: one state, from which map, timeline and list draw. Null without events. */
export async function startStory(around: Surroundings = {}): Promise<StoryControl | null> {
  const data = readPageData();
  const tongue: Tongue = { lang: data.lang, zone: data.zone, words: data.words };
  addEventListener('offline', () => say(data.words.offline));
  addEventListener('beforeprint', openAll);
  if (data.items) {
    const list = need('list', HTMLElement);
    const items = readItems(data.items, list);
    return run(data, tongue, around, items, (select) => createList(list, items, data.words.isNew, select));
  }
  const features = await fetchFeatures(data);
  if (!features) return null;
  const { createLongList } = await import('./long-list.tsx');
  return run(data, tongue, around, features.map(toItem).sort(byTime), (select) =>
    createLongList(need('list', HTMLElement), features, tongue, select),
  );
}

/** What the server put into the page for the script. */
export function readPageData(): PageData {
  const text = document.getElementById('data')?.textContent;
  if (!text) throw new Error('the page has no #data');
  return JSON.parse(text);
}

/** The items of the page, with ids and titles from the entries of its list. */
function readItems(items: NonNullable<PageData['items']>, list: HTMLElement): Item[] {
  return items.flatMap((item, index) => {
    const entry = list.children[index];
    return entry ? [{ ...item, id: entry.id.slice(2), title: entry.querySelector('h3')?.textContent ?? '' }] : [];
  });
}

async function fetchFeatures({ events, words }: PageData): Promise<EventFeature[] | null> {
  try {
    const answer = await fetch(events);
    if (!answer.ok) throw new Error(`${events} answered ${answer.status}`);
    const { features }: { features: EventFeature[] } = await answer.json();
    return features;
  } catch {
    say(words.failed);
    return null;
  }
}

function run(
  data: PageData,
  tongue: Tongue,
  around: Surroundings,
  items: Item[],
  makeList: (select: (id: string) => void) => List,
): StoryControl {
  const { words } = data;
  const whole = extent(items) ?? { from: 0, to: 0 };
  const byId = new Map(items.map((item) => [item.id, item]));
  let map: EventMap = createPosterMap(need('map', HTMLElement), items);

  const list = makeList(select);
  const selection = createSelection(items, list.textOf, () => map.bounds());
  const store = createStore(draw, () => say(words.badLink), around.framed);
  const player = createPlayer(
    () => neighbour(1, true),
    show,
    () => draw(store.get()),
  );
  const timeline = createTimeline(items, whole, tongue, {
    range(change, settled) {
      player.stop();
      store.set(change, settled ? 'replace' : 'drag');
    },
    select,
  });
  const controls = createControls(items.length, tongue, {
    play: player.toggle,
    speed: player.setSpeed,
    mode: (mode) => store.set({ mode, from: mode === 'window' ? (store.get().from ?? whole.from) : null }, 'push'),
  });
  const address = () => around.addressOf?.(writeState(store.get())) ?? location.href;
  const tools = createTools(items, tongue, {
    set: (patch) => store.set(patch, 'replace'),
    copy: () => copyText(address()),
    share: () => navigator.share({ title: data.title, url: address() }),
  });
  const caption = createCaption(tongue, select, step, () => store.set({ event: null }, 'push'));

  need('timeline', HTMLElement).append(caption.element, controls.element, timeline.element);
  need('tools', HTMLElement).replaceChildren(...tools.elements);
  document.documentElement.classList.add('scripted');
  document.addEventListener('keydown', onKey);
  whenNeeded(need('map', HTMLElement), loadMap);
  return {
    ids: new Set(byId.keys()),
    select,
    set(state) {
      player.stop();
      store.set(state, 'replace');
    },
    play(on) {
      if (player.playing() !== on) player.toggle();
    },
  };

  function draw(state: State) {
    const { passing, ids, changed, count } = selection.of(state);
    const window = windowOf(state, whole);
    const chosen = state.event === null ? null : (byId.get(state.event) ?? null);
    const ends = { from: Math.max(window.from, whole.from), to: Math.min(window.to, whole.to) };
    const length = controls.narrow() ? 'short' : 'long';
    if (changed) {
      timeline.setItems(passing);
      map.setItems(passing);
    }
    const text = rangeText(state, ends, chosen, timeline.grainAt, tongue, length);
    const shown = count(window);
    timeline.draw(state, { window, count: shown, text, chosen });
    list.draw(state, window, ids);
    map.draw(state, window, freshness(state, window), chosen);
    controls.draw(state, shown, text, player.playing());
    tools.draw(
      state,
      passing.length,
      shown,
      state.since === null ? 0 : passing.filter((item) => isNew(item, state)).length,
    );
    caption.show(chosen);
    // For a stopwatch: from here on the reader sees the events and can take hold of the time.
    if (performance.getEntriesByName(READY).length === 0) performance.mark(READY);
    around.drawn?.(state, chosen, player.playing());
  }

  /** Chooses an event; the time follows, so that it is seen, and a filter that hides it gives way. */
  function select(id: string) {
    const item = byId.get(id);
    if (!item) return;
    player.stop();
    const hidden = isFiltered(store.get()) && !selection.of(store.get()).ids.has(id);
    store.set({ event: id, ...timeFor(item), ...(hidden && selection.none) }, 'push');
  }

  function show(item: Item) {
    store.set({ event: item.id, ...timeFor(item) }, 'drag');
  }

  function timeFor(item: Item): Partial<State> {
    const state = store.get();
    const time = item.start ?? item.end;
    if (time === null) return {};
    if (state.mode !== 'window') return { to: time };
    return within(item, windowOf(state, whole)) ? {} : { from: time, to: item.end ?? whole.to };
  }

  function step(by: 1 | -1) {
    const item = neighbour(by, false);
    if (item) select(item.id);
  }

  /** The dated event before or after the chosen one; without one, the first. Playing ends at the last, and starts anew after it. */
  function neighbour(by: 1 | -1, playing: boolean): Item | null {
    const state = store.get();
    const dated = selection.of(state).passing.filter(({ start, end }) => start !== null || end !== null);
    const at = dated.findIndex(({ id }) => id === state.event);
    if (at === -1) return (by === 1 ? dated[0] : dated.at(-1)) ?? null;
    if (playing && at === dated.length - 1 && !player.playing()) return dated[0] ?? null;
    return dated[at + by] ?? null;
  }

  // So far: what is older than a fifth of the piece of axis that the moment lies on steps back.
  function freshness(state: State, window: Window): number {
    if (state.to === null || state.mode !== 'sofar') return Number.NEGATIVE_INFINITY;
    return window.to - timeline.spanAt(window.to) / 5;
  }

  function onKey(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.closest('input,select,textarea,.maplibregl-canvas')) return;
    const onButton = event.target instanceof Element && event.target.closest('button,a,summary') !== null;
    const rtl = document.documentElement.dir === 'rtl';
    if (event.key === ' ' && !onButton) player.toggle();
    else if (event.key === 'ArrowRight') step(rtl ? -1 : 1);
    else if (event.key === 'ArrowLeft') step(rtl ? 1 : -1);
    else if (event.key === 'Escape' && store.get().event !== null) store.set({ event: null }, 'push');
    else return;
    event.preventDefault();
  }

  async function loadMap() {
    const element = need('map', HTMLElement);
    try {
      const { createMap } = await import('./map.ts');
      map = await createMap(element, selection.of(store.get()).passing, items, store.get(), data, {
        pick(ids) {
          const [first] = ids;
          if (first === undefined) return;
          if (ids.length === 1) select(first);
          else caption.offer(ids.flatMap((id) => byId.get(id) ?? []));
        },
        moved: (view) => store.set({ view }, 'replace'),
        lost: () => say(words.noMap),
      });
      element.classList.add('live');
      draw(store.get());
    } catch {
      say(words.noMap);
    }
  }
}

/** Calls once when an element is in view and the thread is idle, or at the first touch of it. */
function whenNeeded(element: HTMLElement, call: () => void) {
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    seen.disconnect();
    call();
  };
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    if ('requestIdleCallback' in globalThis) requestIdleCallback(once, { timeout: 3000 });
    else setTimeout(once, 300);
  });
  seen.observe(element);
  element.addEventListener('pointerdown', once, { once: true });
}

/** On paper nothing can be unfolded. */
function openAll() {
  for (const details of document.querySelectorAll('details')) details.open = true;
}
