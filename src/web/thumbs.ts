import { h, setAttribute } from './dom.ts';
import type { Window } from './visible.ts';
import type { Words } from './words.ts';

export type Side = 'from' | 'to';

export interface Thumbs {
  elements: Record<Side, HTMLElement>;
  /** Puts a thumb `x` pixels along the axis. */
  place(side: Side, x: number): void;
  /** Has them say at which instants they stand, and what is shown. */
  tell(stands: Window, spoken: string): void;
  /** Two for a range; for a moment, the last. */
  name(two: boolean): void;
}

/** The thumbs of the timeline: sliders by WAI-ARIA, whose values are seconds and whose words are days and events. */
export function createThumbs(whole: Window, words: Pick<Words, 'windowStart' | 'windowEnd' | 'moment'>): Thumbs {
  const elements = { from: thumb(words.windowStart, whole), to: thumb(words.windowEnd, whole) };
  const places: Partial<Record<Side, number>> = {};
  return {
    elements,
    place(side, x) {
      if (places[side] === x) return;
      places[side] = x;
      elements[side].style.transform = `translateX(${x}px)`;
    },
    tell(stands, spoken) {
      for (const [side, element] of Object.entries(elements) as [Side, HTMLElement][]) {
        setAttribute(element, 'aria-valuenow', String(seconds(stands[side])));
        setAttribute(element, 'aria-valuetext', spoken);
      }
      // Of two thumbs each is a limit of the other, as the pattern of WAI-ARIA has it.
      const two = !elements.from.hidden;
      setAttribute(elements.from, 'aria-valuemax', String(seconds(stands.to)));
      setAttribute(elements.to, 'aria-valuemin', String(seconds(two ? stands.from : whole.from)));
    },
    name(two) {
      if (elements.from.hidden === two) elements.from.hidden = !two;
      setAttribute(elements.to, 'aria-label', two ? words.windowEnd : words.moment);
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
