import { setText } from './dom.ts';
import type { Tongue } from './time.ts';
import { plural } from './words.ts';

export interface Fold {
  /** Opens it where what is shown lies `within`, or an event of it is chosen; says how many of its events are listed. */
  draw(within: boolean, chosen: string | null): void;
}

/** The part of the list that lies behind the story. It is as the reader left it, unless something leads into it. Null where there is none. */
export function createFold(list: HTMLElement, { words, lang }: Tongue): Fold | null {
  const fold = list.querySelector<HTMLDetailsElement>('.behind');
  const summary = fold?.querySelector('summary');
  const number = summary?.querySelector('small span');
  if (!fold || !summary || !number) return null;
  const entries = entriesIn(fold);
  const ids = new Set(entries.map(({ id }) => id));
  let left = fold.open;
  let led = '';
  summary.addEventListener('click', () => {
    left = !fold.open;
  });
  return {
    draw(within, chosen) {
      const listed = entries.filter((entry) => !entry.hidden).length;
      fold.hidden = listed === 0;
      setText(number, plural(words.events, listed, lang));
      const lead = ids.has(`e=${chosen}`) ? `e=${chosen}` : within ? 'within' : '';
      // Who shuts it has seen what led there.
      if (lead !== led) fold.open = left || lead !== '';
      led = lead;
    },
  };
}

export function entriesIn(element: HTMLElement): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>('.event')];
}
