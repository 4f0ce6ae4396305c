import type { View } from '../basemap/view.ts';
import type { Item } from './item.ts';
import type { EventMap } from './map.ts';
import { createMarks, idsOf } from './marks.ts';
import { within } from './visible.ts';
import { whenIdle } from './when-needed.ts';

/** How far from the middle of a mark a press means it, px. */
const FINGER = 22;

/**
 * The server's drawing as a map that follows the timeline: until the interactive one is there, and for good where it
 * cannot be. `pick` gets the events under a press.
 */
export function createPosterMap(
  element: HTMLElement,
  items: readonly Item[],
  lang: string,
  pick: (ids: string[]) => void,
): EventMap {
  const poster = element.querySelector<HTMLElement>('.poster');
  const outlines = [...element.querySelectorAll<SVGPathElement>('[data-outline]')];
  const legs = [...element.querySelectorAll<SVGGElement>('[data-leg]')].map((leg) => ({
    leg,
    ends: (leg.dataset.leg ?? '').split(' ').flatMap((index) => items[Number(index)] ?? []),
  }));
  const marks = createMarks(items, element, new Intl.NumberFormat(lang));
  marks.setOutlined(new Set(outlines.map(({ dataset }) => dataset.outline ?? '')));
  const outlined = items.filter(({ place }) => place?.outline !== undefined);
  let passing: ReadonlySet<Item> = new Set(items);
  let followed: Item | null = null;
  const look = () => {
    const view = poster && viewOf(poster);
    if (view) marks.look(view);
  };
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
    matchMedia(query).addEventListener('change', marks.dress);
  // The drawing is whole as it came: the canvas takes its marks over once something less is to be seen. It has been painted
  // before that, unseen, so that the first move of a hand finds faces and colours ready.
  whenIdle(look);
  const takeOver = () => {
    if (marks.canvas.isConnected || !poster) return;
    poster.after(marks.canvas);
    poster.classList.add('painted');
    new ResizeObserver(look).observe(element);
    look();
  };
  element.addEventListener('click', (event) => {
    if (element.classList.contains('live')) return;
    takeOver();
    const { left, top } = marks.canvas.getBoundingClientRect();
    const found = marks.at({ x: event.clientX - left, y: event.clientY - top }, FINGER);
    pick(idsOf(found));
  });
  return {
    draw(_, window, fresh, chosen) {
      marks.draw(window, fresh);
      followed = chosen;
      marks.stress(chosen, null);
      if (passing.size < items.length || chosen || Number.isFinite(window.from) || Number.isFinite(window.to))
        takeOver();
      const seen = (item: Item) => passing.has(item) && within(item, window);
      for (const { leg, ends } of legs) leg.classList.toggle('gone', !ends.every(seen));
      const areas = new Set(outlined.filter(seen).map(({ place }) => place?.outline));
      for (const outline of outlines) outline.classList.toggle('gone', !areas.has(outline.dataset.outline));
    },
    setItems(next) {
      passing = new Set(next);
      marks.setItems(next);
    },
    hover(pointed) {
      if (pointed) takeOver();
      marks.stress(followed, pointed);
    },
    bounds: () => null,
  };
}

/** Where the drawing looks, in pixels of the page: all of its frame is seen, as large as it goes. */
function viewOf(poster: HTMLElement): View | null {
  const [lng, lat, zoom, frame] = (poster.dataset.at ?? '').split(' ').map(Number);
  const { clientWidth: width = 0, clientHeight: height = 0 } = poster.parentElement ?? {};
  if (lng === undefined || lat === undefined || zoom === undefined || !frame || width * height === 0) return null;
  return { lng, lat, zoom: zoom + Math.log2(poster.clientWidth / frame), width, height };
}
