import type { EventFeature } from '../types.ts';
import { createCaption } from './caption.ts';
import { unpackItems } from './columns.ts';
import { createControls } from './controls.ts';
import { copyText } from './copy.ts';
import { need } from './dom.ts';
import { glide } from './glide.ts';
import { createHerald } from './herald.ts';
import { byTime, type Item, toItem } from './item.ts';
import { createList, type List, type ListInput } from './list.ts';
import { mainEvents } from './main-events.ts';
import type { EventMap } from './map.ts';
import { createMarkButtons } from './mark-buttons.ts';
import { idsOf } from './marks.ts';
import { say } from './note.ts';
import { createPace } from './pace.ts';
import type { PageData } from './page-data.ts';
import { readyForPaper } from './paper.ts';
import { namePlaces } from './place-names.ts';
import { createPlayer } from './play.ts';
import { createPosterMap } from './poster-map.ts';
import { rangeText } from './range-text.ts';
import { readItems } from './read-items.ts';
import { readPageData } from './read-page.ts';
import { createSelection, isFiltered, NONE } from './selection.ts';
import { createSheet } from './sheet.ts';
import { type State, writeState } from './state.ts';
import { nextItem, timeFor, timeOf } from './steps.ts';
import { createStore } from './store.ts';
import type { StoryControl, Surroundings } from './surroundings.ts';
import type { Tongue } from './time.ts';
import { createTimeline } from './timeline.ts';
import { createTip } from './tip.ts';
import { createTools } from './tools.ts';
import { extent, freshSince, isNew, thumbsOf, type Window, windowOf } from './visible.ts';
import { whenNeeded } from './when-needed.ts';
import { commaOf, plural } from './words.ts';

const READY = 'dateline-ready';
/** While the time moves, words are renewed this often, ms. */
const TELL = 90;
/** How long the thumb glides to the next event, ms: at least, for the whole axis, and at most. */
const GLIDE = { least: 250, whole: 2400, most: 900 };

/** Brings a story page or an embed to life: one state, from which map, timeline and list draw. Null without events. */
export async function startStory(around: Surroundings = {}): Promise<StoryControl | null> {
  const data = readPageData();
  const { lang, zone, city, words } = data;
  const tongue: Tongue = { lang, zone, city, words };
  addEventListener('offline', () => say(words.offline));
  const element = need('list', HTMLElement);
  if (data.items) {
    const items = readItems(unpackItems(data.items), element);
    return run(data, tongue, around, items, mainEvents(items), (input) => createList(element, items, tongue, input));
  }
  // Both are under way at once: the list must not wait for its script when its events are there.
  const [features, { createLongList }] = await Promise.all([fetchFeatures(data), import('./long-list.tsx')]);
  if (!features) return null;
  const named = namePlaces(features, data);
  const items = named.map(toItem).sort(byTime);
  // The list is in the language of the page, the map's may be another.
  const listed = data.mapLang ? features : named;
  const main = mainEvents(items);
  return run(data, tongue, around, items, main, (input) =>
    createLongList(element, { items, features: listed, main, source: data.source }, tongue, input),
  );
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
  main: ReadonlySet<string>,
  makeList: (input: ListInput) => List,
): StoryControl {
  const { words } = data;
  const whole = extent(items) ?? { from: 0, to: 0, now: 0 };
  const byId = new Map(items.map((item) => [item.id, item]));
  const buttons = createMarkButtons(tongue, {
    press: (mark, event) => map.open(mark, event),
    point: (mark, at) => hover(mark ? idsOf(mark) : [], at),
    leave: () => map.leave(),
  });
  let map: EventMap = createPosterMap(need('map', HTMLElement), items, data.lang, { pick, hover, buttons });
  let ready = false;

  const tip = createTip(tongue);
  const sheet = createSheet(need('map', HTMLElement), need('timeline', HTMLElement));
  const list = makeList({ select, hover: (id) => hover(id === null ? [] : [id]), reveal: sheet.reveal });
  const selection = createSelection(items, main, list.textOf, () => map.bounds());
  const telling = createPace(TELL, tell);
  const store = createStore(draw, () => say(words.badLink), around.framed);
  const player = createPlayer({
    next: (anew) => nextItem(passing(), store.get(), 1, anew),
    approach,
    show: (item) => store.set({ event: item.id, ...timeFor(item, store.get(), window(), whole) }, 'drag'),
    isMain: ({ id }) => main.has(id),
    changed: () => draw(store.get()),
  });
  const timeline = createTimeline(items, whole, main, tongue, {
    range(change, settled) {
      // A hand on the thumb while it plays seeks: the play goes on from where it lets go.
      player.wait();
      store.set({ ...change, ...(player.playing() && { event: null }) }, settled ? 'replace' : 'drag');
      if (settled) player.goOn();
    },
    select,
    hover: (id, at) => hover(id === null ? [] : [id], at),
  });
  const controls = createControls(items.length, tongue, need('timeline', HTMLElement).clientWidth, {
    play: player.toggle,
    speed: player.setSpeed,
    mode: (mode) => store.set({ mode, from: mode === 'window' ? (store.get().from ?? whole.from) : null }, 'push'),
  });
  const address = () => around.addressOf?.(writeState(store.get())) ?? location.href;
  const tools = createTools(items, main, tongue, {
    set: (patch) => store.set(patch, 'replace'),
    copy: () => copyText(address()),
    share: () => navigator.share({ title: data.title, url: address() }),
  });
  const herald = createHerald();
  const caption = createCaption(tongue, select, step, () => store.set({ event: null }, 'push'));

  need('timeline', HTMLElement).append(herald.element, caption.element, controls.element, timeline.element);
  need('tools', HTMLElement).replaceChildren(...tools.elements);
  document.documentElement.classList.add('scripted');
  document.addEventListener('keydown', onKey);
  readyForPaper(passing, whole, main, tongue);
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

  /** What is seen follows the hand in its own frame; what is read, a moment later: nobody reads sixty counts a second. */
  function draw(state: State, moving = false) {
    const { passing, changed } = selection.of(state);
    const [window, chosen] = [windowOf(state, whole), chosenOf(state)];
    if (changed) {
      timeline.setItems(passing);
      map.setItems(passing);
    }
    timeline.draw(state, { window, thumbs: thumbsOf(state, whole), chosen });
    map.draw(state, window, freshSince(state, whole, timeline.spanAt), chosen);
    if (moving) telling.soon();
    else telling.now();
  }

  function tell() {
    const state = store.get();
    const selected = selection.of(state);
    const [window, chosen] = [windowOf(state, whole), chosenOf(state)];
    const length = controls.narrow() ? 'short' : 'long';
    const text = rangeText(state, thumbsOf(state, whole), chosen, timeline.grainAt, tongue, length);
    const shown = selected.count(window);
    timeline.tell([text.spoken, plural(words.events, shown, tongue.lang)].join(commaOf(tongue.lang)));
    list.draw(state, window, selected);
    controls.draw(state, shown, text.seen, player.playing());
    const fresh = state.since === null ? 0 : selected.passing.filter((item) => isNew(item, state)).length;
    tools.draw(state, selected.passing.length, shown, fresh);
    caption.show(chosen);
    herald.say(chosen?.title ?? '');
    // For a stopwatch: from here on the reader sees the events and can take hold of the time.
    if (!ready) performance.mark(READY);
    ready = true;
    around.drawn?.(state, chosen, player.playing());
  }

  function chosenOf({ event }: State): Item | null {
    return event === null ? null : (byId.get(event) ?? null);
  }

  /** Chooses an event; the time follows, so that it is seen, and a filter that hides it gives way. */
  function select(id: string) {
    const item = byId.get(id);
    if (!item) return;
    player.stop();
    const hidden = isFiltered(store.get()) && !selection.of(store.get()).ids.has(id);
    const time = timeFor(item, store.get(), window(), whole);
    store.set({ event: id, ...time, ...(hidden && NONE) }, 'push');
  }

  /** What a press on the map means: one event is chosen, several are offered. */
  function pick(ids: readonly string[]) {
    const [first] = ids;
    if (first === undefined) return;
    if (ids.length === 1) select(first);
    else caption.offer(ids.flatMap((id) => byId.get(id) ?? []));
  }

  /** What the reader points at is marked in map, timeline and list alike. `at` is where the mouse is, if it needs telling. */
  function hover(ids: readonly string[], at?: { clientX: number; clientY: number }) {
    const pointed = ids.flatMap((id) => byId.get(id) ?? []);
    const [first = null] = pointed;
    map.hover(first);
    timeline.hover(first);
    list.hover(first?.id ?? null);
    tip.show(at ? pointed : [], at ?? { clientX: 0, clientY: 0 });
  }

  /** The thumb glides to an event, as a hand would take it there, and the map follows. */
  function approach(item: Item, speed: number, there: () => void): () => void {
    const [from, to] = [thumbsOf(store.get(), whole).to, timeOf(item)];
    if (store.get().mode === 'window' || to === null) return glide(0, () => {}, there);
    const way = Math.abs(timeline.shareOf(to) - timeline.shareOf(from));
    const ms = way === 0 ? 0 : Math.min(GLIDE.most, GLIDE.least + way * GLIDE.whole) / speed;
    return glide(ms, (share) => store.set({ to: timeline.between(from, to, share) }, 'drag'), there);
  }

  function step(by: 1 | -1) {
    const item = nextItem(passing(), store.get(), by, false);
    if (item) select(item.id);
  }

  function passing(): Item[] {
    return selection.of(store.get()).passing;
  }

  function window(): Window {
    return windowOf(store.get(), whole);
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
      const given = passing();
      map = await createMap(element, given, items, store.get(), data, {
        buttons,
        pick,
        hover,
        foot: sheet.foot,
        moved: (view) => store.set({ view }, 'replace'),
        gaps: () => say(navigator.onLine ? words.mapGaps : words.offline),
        lost: () => say(words.noMap),
      });
      // A reader who does not wait for the map filters meanwhile.
      if (passing() !== given) map.setItems(passing());
      draw(store.get());
    } catch {
      say(words.noMap);
      // Without a connection it is the drawn map; with it the other may come.
      addEventListener('online', loadMap, { once: true });
    }
  }
}
