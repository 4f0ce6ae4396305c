import { h } from './dom.ts';
import type { Item } from './item.ts';
import { dateLabel, type Tongue } from './time.ts';
import { commaOf, fill, plural } from './words.ts';

export interface Tip {
  /** Shows what lies under the mouse: its date and headline; of several how many, where, and the weightiest. Nothing puts it away. */
  show(items: readonly Item[], at: { clientX: number; clientY: number }): void;
}

/** Pixels from the mouse. */
const AWAY = 14;
/** So many headlines of several events, and so many of their places. */
const [HEADLINES, PLACES] = [3, 3];

/** A few lines beside the mouse. Who does not use one meets the same words where an event is chosen. */
export function createTip(tongue: Tongue): Tip {
  const element = h('div', { class: 'tip', 'aria-hidden': 'true', hidden: true });
  document.body.append(element);
  let shown: readonly Item[] = [];
  return {
    show(items, { clientX, clientY }) {
      element.hidden = items.length === 0;
      if (element.hidden) return;
      if (items.length !== shown.length || items.some((item, index) => item !== shown[index])) {
        shown = items;
        element.replaceChildren(...linesOf(items, tongue));
      }
      const { offsetWidth: width, offsetHeight: height } = element;
      const [x, y] = [clientX + AWAY, clientY - AWAY - height];
      const left = x + width > innerWidth - 8 ? clientX - AWAY - width : x;
      element.style.transform = `translate(${Math.max(8, left)}px, ${Math.max(8, y)}px)`;
    },
  };
}

/** How many events, and at which places: those with most first. */
export function crowdLabel(items: readonly Item[], { words, lang }: Tongue): string {
  const counts = new Map<string, number>();
  for (const { place } of items) {
    const name = place?.label ?? place?.name;
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
  const rest = names.length - PLACES;
  const more = rest > 0 ? [fill(words.andMore, { number: new Intl.NumberFormat(lang).format(rest) })] : [];
  const places = [...names.slice(0, PLACES), ...more].join(commaOf(lang));
  return [plural(words.events, items.length, lang), places].filter((part) => part !== '').join(' · ');
}

function linesOf(items: readonly Item[], tongue: Tongue): HTMLElement[] {
  const told = items.toSorted((a, b) => b.weight - a.weight).slice(0, HEADLINES);
  const lines = told.flatMap(({ edtf, title }) => [
    h('span', {}, dateLabel(edtf, tongue, 'short')),
    h('strong', {}, title),
  ]);
  if (items.length === 1) return lines;
  const rest = items.length - told.length;
  const more = fill(tongue.words.andMore, { number: new Intl.NumberFormat(tongue.lang).format(rest) });
  return [h('b', {}, crowdLabel(items, tongue)), ...lines, ...(rest > 0 ? [h('span', {}, more)] : [])];
}
