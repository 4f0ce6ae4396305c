import { h, need } from './dom.ts';
import { byTime, type Item, toItem } from './item.ts';
import { createList } from './list.ts';
import type { EventMap } from './map.ts';
import type { PageData } from './page-data.ts';
import { createPlayer, SPEEDS } from './play.ts';
import { MODES, type State } from './state.ts';
import { createStore } from './store.ts';
import type { Tongue } from './time.ts';
import { createTimeline, rangeText } from './timeline.ts';
import { extent, makeCounter, passes, type Window, windowOf, within } from './visible.ts';
import { fill, plural } from './words.ts';

/** Brings a story page or an embed to life: one state, from which map, timeline and list draw. */
export async function startStory() {
  const data = readPageData();
  const items = data.items ?? (await fetchItems(data));
  if (items) run(data, items);
}

function readPageData(): PageData {
  const text = document.getElementById('data')?.textContent;
  if (!text) throw new Error('the page has no #data');
  return JSON.parse(text);
}

async function fetchItems({ events, words }: PageData): Promise<Item[] | null> {
  try {
    const answer = await fetch(events);
    if (!answer.ok) throw new Error(String(answer.status));
    const { features } = (await answer.json()) as { features: Parameters<typeof toItem>[0][] };
    return features.map(toItem).sort(byTime);
  } catch {
    say(words.failed);
    return null;
  }
}

function run(data: PageData, items: Item[]) {
  const { words } = data;
  const tongue: Tongue = { lang: data.lang, zone: data.zone, words };
  const whole = extent(items) ?? { from: 0, to: 0 };
  const byId = new Map(items.map((item) => [item.id, item]));
  let passing = items;
  let passingIds: ReadonlySet<string> = new Set(items.map(({ id }) => id));
  let count = makeCounter(items);
  let filtered = '';
  let map: EventMap | null = null;

  const store = createStore(draw, () => say(words.badLink));
  const readout = h('output', { class: 'readout' });
  const timeline = createTimeline(items, whole, tongue, {
    range(change, settled) {
      player.stop();
      store.set(change, settled ? 'replace' : 'drag');
    },
    select,
    step: () => {},
  });
  const list = createList(need('list', HTMLElement), items, select);
  const player = createPlayer(nextItem, show, drawControls);
  const playButton = h('button', { type: 'button', class: 'play', click: () => player.toggle() });
  const modeSelect = h(
    'select',
    { class: 'mode', 'aria-label': words.mode },
    ...MODES.map((mode) => h('option', { value: mode }, words.modes[mode])),
  );
  modeSelect.addEventListener('change', () => {
    const mode = MODES.find((name) => name === modeSelect.value) ?? 'sofar';
    store.set({ mode, ...startOf(mode) }, 'push');
  });
  need('timeline', HTMLElement).append(
    h('div', { class: 'controls' }, playButton, readout, modeSelect, speedControl()),
    timeline.element,
    h('p', { class: 'zone' }, fill(words.zone, { zone: data.zone })),
  );
  document.documentElement.classList.add('scripted');
  document.addEventListener('keydown', (event) => {
    if (event.target instanceof Element && event.target.closest('input,button,a,summary,select,textarea')) return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === ' ') player.toggle();
    else return;
    event.preventDefault();
  });
  whenNeeded(need('map', HTMLElement), loadMap);

  function draw(state: State) {
    filter(state);
    const window = windowOf(state, whole);
    const shown = count(window);
    timeline.draw(state, window, shown);
    list.draw(state, window, passingIds);
    map?.draw(state, window, freshness(state, window));
    modeSelect.value = state.mode;
    readout.replaceChildren(
      h(
        'strong',
        {},
        rangeText(state, { from: Math.max(window.from, whole.from), to: Math.min(window.to, whole.to) }, tongue),
      ),
      h(
        'span',
        {},
        shown === items.length
          ? plural(words.events, shown, data.lang)
          : fill(words.countOf, { shown: String(shown), all: plural(words.events, items.length, data.lang) }),
      ),
    );
    drawControls();
  }

  function filter(state: State) {
    const key = JSON.stringify([state.categories, state.statuses, state.sources, state.search]);
    if (key === filtered) return;
    const first = filtered === '';
    filtered = key;
    passing = items.filter((item) => passes(item, state, state.search === '' ? '' : list.textOf(item.id)));
    passingIds = new Set(passing.map(({ id }) => id));
    count = makeCounter(passing);
    if (first && passing.length === items.length) return;
    timeline.setItems(passing);
    map?.setItems(passing);
  }

  /** Chooses an event; the time follows, so that it is seen. */
  function select(id: string) {
    const item = byId.get(id);
    if (!item) return;
    player.stop();
    store.set({ event: id, ...timeFor(item) }, 'push');
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

  function nextItem(): Item | null {
    const state = store.get();
    const dated = passing.filter(({ start, end }) => start !== null || end !== null);
    const at = dated.findIndex(({ id }) => id === state.event);
    if (at === -1 || at === dated.length - 1) return player.playing() && at !== -1 ? null : (dated[0] ?? null);
    return dated[at + 1] ?? null;
  }

  function startOf(mode: State['mode']): Partial<State> {
    return mode === 'window' ? { from: store.get().from ?? whole.from } : { from: null };
  }

  function freshness(state: State, window: Window): number {
    if (state.to === null || state.mode !== 'sofar') return Number.NEGATIVE_INFINITY;
    return window.to - timeline.spanAt(window.to) / 5;
  }

  function drawControls() {
    const label = player.playing() ? words.pause : words.play;
    playButton.setAttribute('aria-label', label);
    playButton.classList.toggle('playing', player.playing());
  }

  function speedControl() {
    const options = SPEEDS.map((speed) =>
      h(
        'option',
        { value: speed, selected: speed === 1 },
        fill(words.times, { factor: new Intl.NumberFormat(data.lang).format(speed) }),
      ),
    );
    const control = h('select', { 'aria-label': words.speed }, ...options);
    control.addEventListener('change', () => player.setSpeed(Number(control.value)));
    return control;
  }

  async function loadMap() {
    const element = need('map', HTMLElement);
    try {
      const { createMap } = await import('./map.ts');
      map = await createMap(element, passing, store.get(), {
        pick(ids) {
          const [first] = ids;
          if (first !== undefined) select(first);
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

/** A quiet line for the reader, also spoken. */
function say(text: string) {
  const note = document.getElementById('note') ?? h('p', { id: 'note', role: 'status' });
  if (!note.isConnected) document.body.append(note);
  note.textContent = text;
}
