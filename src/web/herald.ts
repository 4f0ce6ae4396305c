import { h, setText } from './dom.ts';
import { createPace } from './pace.ts';

export interface Herald {
  element: HTMLElement;
  /** Has a text said aloud; an empty one is silence. */
  say(text: string): void;
}

/** No ear follows headlines that come more often, ms. */
const APART = 1500;

/**
 * Says aloud what is chosen: headlines and nothing else, one after the other with time between them, whatever the speed
 * of the play or of a hand on the keys. The last is always said. It is there from the start: browsers tell nobody of a
 * region that comes with its text.
 */
export function createHerald(): Herald {
  const element = h('p', { class: 'said', 'aria-live': 'polite' });
  let wanted = '';
  const pace = createPace(APART, () => setText(element, wanted));
  return {
    element,
    say(text) {
      if (text === wanted) return;
      wanted = text;
      // What is no longer chosen is not said any more.
      if (text === '') setText(element, '');
      pace.soon();
    },
  };
}
