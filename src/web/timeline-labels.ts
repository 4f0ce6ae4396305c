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

/** Whether a face is among those of an element's labels. */
export function isWornBy(element: HTMLElement, family: string): boolean {
  return getComputedStyle(element)
    .fontFamily.split(',')
    .some((name) => unquoted(name) === unquoted(family));
}

function unquoted(name: string): string {
  return name.trim().replace(/^["']|["']$/g, '');
}

/** How large the reader has the type, as a factor of the usual size: what a canvas writes goes by it, too. */
export function typeScale(): number {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL;
  return Math.max(SCALES.least, Math.min(SCALES.most, size || 1));
}

/** The usual size of the type, px, and the factors that a timeline can be drawn with. */
const USUAL = 16;
const SCALES = { least: 0.75, most: 3 };
