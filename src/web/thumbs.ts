import { h } from './dom.ts';
import type { Window } from './visible.ts';
import type { Words } from './words.ts';

export type Side = 'from' | 'to';

export interface Thumbs {
  elements: Record<Side, HTMLElement>;
  /** Puts a thumb at an instant of the axis, `x` pixels along it, and has it say what is shown. */
  place(side: Side, x: number, time: number, spoken: string): void;
  /** Two for a range; for a moment, the last. */
  name(two: boolean): void;
}

/** The thumbs of the timeline: sliders by WAI-ARIA, whose values are seconds and whose words are days and events. */
export function createThumbs(whole: Window, words: Pick<Words, 'windowStart' | 'windowEnd' | 'moment'>): Thumbs {
  const elements = { from: thumb(words.windowStart, whole), to: thumb(words.windowEnd, whole) };
  return {
    elements,
    place(side, x, time, spoken) {
      const element = elements[side];
      element.style.transform = `translateX(${x}px)`;
      element.setAttribute('aria-valuenow', String(seconds(time)));
      element.setAttribute('aria-valuetext', spoken);
    },
    name(two) {
      elements.from.hidden = !two;
      elements.to.setAttribute('aria-label', two ? words.windowEnd : words.moment);
    },
  };
}

function thumb(label: string, { from, to }: Window): HTMLElement {
  return h('div', {
    class: 'thumb',
    role: 'slider',
    tabindex: 0,
    'aria-label': label,
    'aria-orientation': 'horizontal',
    'aria-valuemin': seconds(from),
    'aria-valuemax': seconds(to),
  });
}

function seconds(time: number): number {
  return Math.round(time / 1000);
}
