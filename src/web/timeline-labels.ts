import { h } from './dom.ts';
import type { Label } from './label-places.ts';

/** The words of a label. The list and the caption say the same to those who do not see them. */
export function labelElement({ lines, left, width, x }: Label): HTMLElement {
  const element = h('span', { class: left < x ? 'label before' : 'label', 'aria-hidden': 'true' }, lines.join('\n'));
  element.style.transform = `translateX(${left}px)`;
  element.style.inlineSize = `${width}px`;
  return element;
}

/** Measures text in the type of an element's labels. */
export function measureIn(element: HTMLElement): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return () => Number.POSITIVE_INFINITY;
  // The shorthand is empty where colours are forced.
  const { fontSize, fontFamily } = getComputedStyle(element);
  context.font = `${fontSize} ${fontFamily}`;
  return (text) => context.measureText(text).width;
}
