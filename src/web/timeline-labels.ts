import { h } from './dom.ts';
import type { Item } from './item.ts';

/** A headline over the timeline: the box of its words, px, and the place on the axis that it names. */
export interface Label {
  item: Item;
  left: number;
  x: number;
}

/** Box of a label, px. */
const WIDTH = 168;
export const LABEL_HEIGHT = 34;
const GAP = 14;
/** A track that is narrower has no room for words. */
const LEAST_TRACK = 560;
const MOST = 5;

/**
 * The weightiest of some events that find room beside each other, each over its own time; of two alike that in the
 * busier stretch. `anchor` is where an event lies, px, and how busy it is there.
 */
export function placeLabels(
  items: readonly Item[],
  anchor: (item: Item) => { x: number; busy: number } | null,
  width: number,
  rtl: boolean,
): Label[] {
  if (width < LEAST_TRACK) return [];
  const labels: Label[] = [];
  const ranked = items
    .flatMap((item) => {
      const at = anchor(item);
      return at ? [{ item, ...at }] : [];
    })
    .sort((a, b) => b.item.weight - a.item.weight || b.busy - a.busy);
  for (const { item, x } of ranked) {
    if (labels.length === MOST) break;
    // The words begin at the line that leads down from them, unless the edge is too near.
    const left = Math.max(0, Math.min(width - WIDTH, rtl ? x - WIDTH : x));
    if (labels.every((other) => left >= other.left + WIDTH + GAP || left + WIDTH + GAP <= other.left))
      labels.push({ item, left, x });
  }
  return labels;
}

export function isOnLabel({ left }: Label, x: number, y: number): boolean {
  return x >= left && x <= left + WIDTH && y >= 0 && y <= LABEL_HEIGHT;
}

/** The words of a label. The list and the caption say the same to those who do not see them. */
export function labelElement({ item, left }: Label): HTMLElement {
  const element = h('span', { class: 'label', 'aria-hidden': 'true' }, item.title);
  element.style.transform = `translateX(${left}px)`;
  element.style.inlineSize = `${WIDTH}px`;
  return element;
}
