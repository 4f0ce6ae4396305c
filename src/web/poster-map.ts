import { type Item, reach } from './item.ts';
import type { EventMap } from './map.ts';
import { within } from './visible.ts';

/**
 * The server's drawing as a map that follows the timeline: until the interactive one is there, and for good where it
 * cannot be.
 */
export function createPosterMap(element: HTMLElement, items: readonly Item[]): EventMap {
  const marks = [...element.querySelectorAll<SVGGElement>('[data-e]')].flatMap((mark) => {
    const item = items[Number(mark.dataset.e)];
    return item ? [{ mark, item }] : [];
  });
  const outlines = [...element.querySelectorAll<SVGPathElement>('[data-outline]')];
  const legs = [...element.querySelectorAll<SVGGElement>('[data-leg]')].map((leg) => ({
    leg,
    ends: (leg.dataset.leg ?? '').split(' ').flatMap((index) => items[Number(index)] ?? []),
  }));
  let passing: ReadonlySet<Item> = new Set(items);
  return {
    draw(state, window, fresh) {
      const areas = new Set<string | undefined>();
      for (const { mark, item } of marks) {
        const shown = passing.has(item) && within(item, window);
        if (shown) areas.add(item.place?.outline);
        mark.classList.toggle('gone', !shown);
        mark.classList.toggle('old', (reach(item)?.to ?? 0) < fresh);
        mark.classList.toggle('picked', item.id === state.event);
      }
      for (const { leg, ends } of legs)
        leg.classList.toggle('gone', !ends.every((item) => passing.has(item) && within(item, window)));
      for (const outline of outlines) outline.classList.toggle('gone', !areas.has(outline.dataset.outline));
    },
    setItems(next) {
      passing = new Set(next);
    },
    hover(pointed) {
      for (const { mark, item } of marks) mark.classList.toggle('pointed', item === pointed);
    },
    bounds: () => null,
  };
}
