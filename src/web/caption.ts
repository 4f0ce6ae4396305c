import { h, setText } from './dom.ts';
import { GLYPH_BOX } from './glyphs.ts';
import type { Item } from './item.ts';
import { dateLabel, type Tongue } from './time.ts';
import { fill } from './words.ts';

export interface Caption {
  element: HTMLElement;
  /** The chosen event; null puts the caption away. */
  show(item: Item | null): void;
  /** Several events at one spot of the map, to choose from. */
  offer(items: readonly Item[]): void;
}

/** A longer list is none that somebody reads: the map's timeline and filters make it shorter. */
const MOST_OFFERED = 100;
const SVG = 'http://www.w3.org/2000/svg';

/** The line at the foot of the map: what is chosen, or what lies under a touch. What is chosen is said aloud by the herald. */
export function createCaption(
  tongue: Tongue,
  select: (id: string) => void,
  step: (by: 1 | -1) => void,
  close: () => void,
): Caption {
  const { words } = tongue;
  const date = h('span');
  const headline = h('strong');
  const text = h('div', { class: 'chosen' }, date, headline);
  const list = h('ul', { 'aria-label': words.here });
  const element = h(
    'div',
    { class: 'caption', hidden: true },
    arrow('previous', words.previous, () => step(-1)),
    text,
    list,
    arrow('next', words.next, () => step(1)),
    arrow('close', words.close, close),
  );
  const write = (item: Item | null) => {
    setText(date, item ? dateLabel(item.edtf, tongue, 'short') : '');
    setText(headline, item?.title ?? '');
  };
  let shown: string | null = null;
  /** What had the focus before several events were offered. */
  let asked: HTMLElement | null = null;
  const offered = (item: Item) =>
    h(
      'button',
      { type: 'button', click: () => select(item.id) },
      glyph(item),
      h('span', {}, h('small', {}, dateLabel(item.edtf, tongue, 'short')), item.title),
    );
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || list.childElementCount === 0) return;
    event.preventDefault();
    close();
    asked?.focus({ preventScroll: true });
  });
  return {
    element,
    show(item) {
      if (shown === (item?.id ?? null) && list.childElementCount === 0) return;
      shown = item?.id ?? null;
      list.replaceChildren();
      element.classList.remove('many');
      element.hidden = item === null;
      write(item);
    },
    offer(items) {
      if (document.activeElement instanceof HTMLElement) asked = document.activeElement;
      write(null);
      const rest = items.length - MOST_OFFERED;
      const more = fill(words.andMore, { number: new Intl.NumberFormat(tongue.lang).format(rest) });
      list.replaceChildren(
        ...items.slice(0, MOST_OFFERED).map((item) => h('li', {}, offered(item))),
        ...(rest > 0 ? [h('li', {}, more)] : []),
      );
      element.classList.add('many');
      element.hidden = false;
      list.scrollTop = 0;
      list.querySelector('button')?.focus({ preventScroll: true });
    },
  };
}

function arrow(kind: string, label: string, click: () => void): HTMLElement {
  return h('button', { type: 'button', class: kind, 'aria-label': label, click });
}

/** The glyph of an event, by reference to the page's sheet of shapes. */
export function glyph({ category, status }: Pick<Item, 'category' | 'status'>): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${GLYPH_BOX} ${GLYPH_BOX}`);
  svg.setAttribute('class', `glyph ${category} ${status}`);
  svg.setAttribute('aria-hidden', 'true');
  for (const name of status === 'disputed' ? [category, 'strike'] : [category]) {
    const use = document.createElementNS(SVG, 'use');
    use.setAttribute('href', `#g-${name}`);
    svg.append(use);
  }
  return svg;
}
