import { glyph } from './caption.ts';
import { h, setText } from './dom.ts';
import type { Item } from './item.ts';
import { marked, tally } from './key.ts';
import { createRest } from './rest.ts';
import { isFiltered, NONE } from './selection.ts';
import type { State } from './state.ts';
import { momentLabel, type Tongue } from './time.ts';
import { fill, plural } from './words.ts';

export interface Tools {
  elements: HTMLElement[];
  /** `passing` pass the filters, `shown` of them lie in the window of time, `fresh` of them are new. */
  draw(state: State, passing: number, shown: number, fresh: number): void;
}

export interface ToolsInput {
  set(patch: Partial<State>): void;
  copy(): Promise<void>;
  share(): Promise<void>;
}

/** How long a hand must rest before the count is said, ms. */
const REST = 700;

/** The key to the shapes, which is also the filter; search, sources and map view; the link to what is shown. */
export function createTools(
  items: readonly Item[],
  main: ReadonlySet<string>,
  tongue: Tongue,
  input: ToolsInput,
): Tools {
  const { words, lang } = tongue;
  const number = new Intl.NumberFormat(lang);
  let state: State | null = null;
  const toggled = <T>(list: readonly T[], value: T) =>
    list.includes(value) ? list.filter((other) => other !== value) : [...list, value];

  const kinds = tally(items.map((item) => item.category)).map(([category, count]) => ({
    category,
    element: chip(
      glyph({ category, status: 'reported' }),
      words.categories[category] ?? category,
      number.format(count),
      () => input.set({ categories: toggled(state?.categories ?? [], category) }),
    ),
  }));
  const statuses = marked(items).map(([status, count]) => ({
    status,
    element: chip(glyph({ category: 'other', status }), words.statuses[status] ?? status, number.format(count), () =>
      input.set({ statuses: toggled(state?.statuses ?? [], status) }),
    ),
  }));
  const mainOnly = chip(null, words.mainEvents, number.format(main.size), () => input.set({ main: !state?.main }));
  // Where nothing sets some apart, there is nothing to choose.
  mainOnly.hidden = main.size === 0 || main.size === items.length;
  const search = h('input', { type: 'search', 'aria-label': words.search, placeholder: words.search });
  search.addEventListener('input', () => input.set({ search: search.value }));
  const source = h(
    'select',
    { 'aria-label': words.source },
    h('option', { value: '' }, words.source),
    ...tally(items.flatMap(({ sources }) => sources)).map(([name, count]) =>
      h('option', { value: name }, `${name} (${number.format(count)})`),
    ),
  );
  source.addEventListener('change', () => input.set({ sources: source.value === '' ? [] : [source.value] }));
  const inView = h('input', { type: 'checkbox' });
  inView.addEventListener('change', () => input.set({ inView: inView.checked }));
  const reset = h(
    'button',
    { type: 'button', class: 'quiet', hidden: true, click: () => input.set(NONE) },
    words.reset,
  );
  const more = h(
    'details',
    {},
    h('summary', {}, words.filters),
    h('div', { class: 'fields' }, search, source, h('label', {}, inView, words.inView)),
  );
  const copied = h('span', { role: 'status' });
  const copy = h('button', { type: 'button', class: 'quiet', click: () => void copyLink() }, words.copyLink);
  const send = h('button', { type: 'button', class: 'quiet', click: () => void share() }, words.share);
  // With a mouse at hand there is the address bar, and the sheet of the system is a phone's.
  send.hidden = !('share' in navigator && matchMedia('(pointer: coarse)').matches);
  // Seen at once, and said when the hand rests: who types a word hears one count, not one a letter.
  const outcome = h('p', { class: 'outcome', 'aria-hidden': 'true' });
  const spoken = h('p', { class: 'said', role: 'status' });
  const rest = createRest(REST, () => setText(spoken, outcome.textContent));
  const outside = h('span');
  const all = h(
    'button',
    { type: 'button', class: 'quiet', click: () => input.set({ from: null, to: null }) },
    words.showAll,
  );
  const beyond = h('p', { class: 'outcome', hidden: true }, outside, ' ', all);

  async function share() {
    try {
      await input.share();
    } catch (error) {
      // Who puts the sheet of the system away has decided; where it cannot come, there is still the link.
      if (!(error instanceof DOMException && error.name === 'AbortError')) await copyLink();
    }
  }

  async function copyLink() {
    await input.copy();
    copied.textContent = words.copied;
    setTimeout(() => copied.replaceChildren(), 2500);
  }

  return {
    elements: [
      h(
        'div',
        { class: 'chips', role: 'group', 'aria-label': words.kinds },
        mainOnly,
        ...[...kinds, ...statuses].map(({ element }) => element),
      ),
      h('div', { class: 'fields' }, more, reset, copy, send, copied),
      outcome,
      spoken,
      beyond,
    ],
    draw(next, passing, shown, fresh) {
      state = next;
      press(mainOnly, next.main);
      for (const { category, element } of kinds) press(element, next.categories.includes(category));
      for (const { status, element } of statuses) press(element, next.statuses.includes(status));
      if (search.value !== next.search) search.value = next.search;
      if (source.value !== (next.sources[0] ?? '')) source.value = next.sources[0] ?? '';
      inView.checked = next.inView;
      const filtered = isFiltered(next);
      reset.hidden = !filtered;
      if (next.search !== '' || next.inView || next.sources.length > 0) more.open = true;
      const counts = { shown: number.format(passing), all: number.format(items.length) };
      const found = [
        passing === 0 ? words.noMatch : filtered ? fill(words.countOf, counts) : '',
        next.since === null
          ? ''
          : `${plural(words.newEvents, fresh, lang)} ${fill(words.newSince, { date: momentLabel(next.since, tongue) })}`,
      ]
        .filter((part) => part !== '')
        .join(' · ');
      if (outcome.textContent !== found) rest.ask();
      setText(outcome, found);
      beyond.hidden = passing === shown || next.mode === 'sofar';
      setText(outside, plural(words.outside, passing - shown, lang));
    },
  };
}

function chip(mark: Node | null, label: string, count: string, click: () => void): HTMLElement {
  return h(
    'button',
    { type: 'button', class: 'chip', 'aria-pressed': 'false', click },
    mark,
    label,
    h('small', {}, count),
  );
}

function press(element: HTMLElement, on: boolean) {
  if (element.ariaPressed !== String(on)) element.ariaPressed = String(on);
}
