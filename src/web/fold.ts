import { setText } from './dom.ts';
import type { Tongue } from './time.ts';
import { plural } from './words.ts';

export interface Fold {
  /**
   * Says how many of its events are `listed`, and opens where something leads into it: the id of a chosen event, or that
   * what is shown lies `within`.
   */
  draw(listed: number, lead: string | null): void;
}

/** The part of the list that lies behind the story. It is as the reader left it, unless something leads into it. Null where there is none. */
export function createFold(list: HTMLElement, { words, lang }: Tongue): Fold | null {
  const fold = list.querySelector<HTMLDetailsElement>('.behind');
  const summary = fold?.querySelector('summary');
  const number = summary?.querySelector('small span');
  if (!fold || !summary || !number) return null;
  let left = fold.open;
  let led: string | null = null;
  summary.addEventListener('click', () => {
    left = !fold.open;
  });
  return {
    draw(listed, lead) {
      fold.hidden = listed === 0;
      setText(number, plural(words.events, listed, lang));
      // Who shuts it has seen what led there.
      if (lead !== led) fold.open = left || lead !== null;
      led = lead;
    },
  };
}
