import type { View } from '../basemap/view.ts';
import { handReach } from './hand.ts';
import type { Item } from './item.ts';
import type { EventMap, MapInput } from './map.ts';
import { createMarks, idsOf } from './marks.ts';
import { createPosterNames, type PosterNames } from './poster-names.ts';
import { createRest } from './rest.ts';
import { within } from './visible.ts';
import { whenIdle } from './when-needed.ts';

/** How long nothing has changed before the buttons and names of the marks follow, ms. */
const REST = 250;

/**
 * The server's drawing as a map that follows the timeline: until the interactive one is there, and for good where it
 * cannot be. Hand and keyboard find the same marks on both; this one is never brought nearer.
 */
export function createPosterMap(
  element: HTMLElement,
  items: readonly Item[],
  lang: string,
  { pick, hover, buttons }: Pick<MapInput, 'pick' | 'hover' | 'buttons'>,
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
  const isLive = () => element.classList.contains('live');
  let names: PosterNames | null = null;
  let zoom = 0;
  const rest = createRest(REST, () => {
    if (isLive()) return;
    buttons.place(marks.seen());
    names?.follow(marks.layouts(), zoom);
  });
  const look = () => {
    const view = poster && !isLive() && viewOf(poster);
    if (!view) return;
    zoom = view.zoom;
    marks.look(view);
    rest.ask();
  };
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
    matchMedia(query).addEventListener('change', marks.dress);
  if (poster) buttons.standAfter(poster);
  // The drawing is whole as it came: the canvas takes its marks over once something less is to be seen. It has been painted
  // before that, unseen, so that the first move of a hand finds faces and colours ready.
  whenIdle(() => new ResizeObserver(look).observe(element));
  // To know the names takes all items, and a hundred thousand of them longer than a frame.
  const known = () => {
    if (poster) names ??= createPosterNames(poster, items, marks.sites);
  };
  whenIdle(known);
  const takeOver = () => {
    if (marks.canvas.isConnected || !poster) return;
    poster.after(marks.canvas);
    poster.classList.add('painted');
    known();
    look();
  };
  const idsAt = (event: MouseEvent) => {
    const { left, top } = element.getBoundingClientRect();
    return idsOf(marks.at({ x: event.clientX - left, y: event.clientY - top }, handReach(event)));
  };
  element.addEventListener('click', (event) => {
    if (isLive()) return;
    takeOver();
    pick(idsAt(event));
  });
  // The mouse is told what a press would choose; a finger needs no telling.
  element.addEventListener('pointermove', (event) => {
    if (isLive() || event.pointerType !== 'mouse') return;
    const ids = idsAt(event);
    if (poster) poster.style.cursor = ids.length > 0 ? 'pointer' : '';
    hover(ids, event);
  });
  element.addEventListener('pointerleave', (event) => {
    if (!isLive()) hover([], event);
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
      rest.ask();
    },
    setItems(next) {
      passing = new Set(next);
      marks.setItems(next);
    },
    hover(pointed) {
      if (pointed) takeOver();
      marks.stress(followed, pointed);
    },
    open: (mark) => pick(idsOf(mark)),
    // The drawing itself takes no focus.
    leave() {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
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
