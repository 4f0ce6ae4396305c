const KEPT = 'with-map';

/**
 * On a narrow page the list is a sheet that scrolls up over the map:
 *
 *     peek              list over map      map kept (`with-map`)
 *     ┌─────────┐       ┌─────────┐        ┌─────────┐
 *     │   map   │       │══ list ═│        │   map   │
 *     │         │       │         │        │         │
 *     │═ title ═│       │         │        │══ list ═│
 *     │timeline │       │timeline │        │timeline │
 *     └─────────┘       └─────────┘        └─────────┘
 *
 * The page's own scrolling is the drag, with script or without. The script adds the third: the map stays above the list,
 * however far down that is. Elsewhere there is no handle to be seen, and the page is as it stands.
 */
export interface Sheet {
  /** Brings an entry of the list into sight, on a sheet together with the map. */
  reveal(entry: HTMLElement): void;
  /** Pixels at the foot of the map where no mark is well seen: the sheet lies there, or the caption. */
  foot(): number;
}

/** Room for the caption at the foot of a map without sheet, and below the marks of one with it, px. */
const CAPTION = 110;
const MARGIN = 36;
/** A strip of the map that is less high shows nothing, px. */
const LEAST = 120;
/** The page comes to rest no more exactly, px. */
const NEAR = 4;
/** A finger that goes no further did not pull, px. */
const PULL = 24;

export function createSheet(map: HTMLElement, timeline: HTMLElement): Sheet {
  const caption = () => Math.min(CAPTION, map.clientHeight / 4);
  const handle = document.getElementById('handle');
  const sheet = handle?.parentElement;
  if (!handle || !sheet) return { reveal: scrollNear, foot: caption };
  const { classList } = document.documentElement;
  const [showList, showMap] = [handle.ariaLabel, handle.dataset.map ?? ''];
  const isSheet = () => handle.offsetHeight > 0;
  const isKept = () => classList.contains(KEPT);
  /** Whether the sheet lies over the whole map: the page is scrolled as far as the sheet begins. */
  const isOver = () => !isKept() && scrollY >= sheet.offsetTop - NEAR;

  handle.addEventListener('click', () => {
    if (isKept()) keep(false);
    else if (!isOver()) scrollTo({ top: sheet.offsetTop, behavior: pace() });
    // From near its top the list goes down as it came up.
    else if (scrollY < sheet.offsetTop + map.offsetHeight) scrollTo({ top: 0, behavior: pace() });
    else keep(true);
  });
  listenPull(handle, (up) => {
    if (isKept() ? up : isOver() && !up) keep(!isKept());
  });
  let before = scrollY;
  addEventListener('scroll', follow, { passive: true });
  follow();

  return {
    reveal(entry) {
      if (!isSheet()) return scrollNear(entry);
      const { top, bottom } = entry.getBoundingClientRect();
      const room = { top: handle.getBoundingClientRect().bottom, bottom: timeline.getBoundingClientRect().top };
      if (top >= room.top && Math.min(bottom, top + room.bottom - room.top) <= room.bottom) return;
      // What the map comes back over does not glide as well.
      const behavior = isKept() ? pace() : 'instant';
      classList.add(KEPT);
      say();
      entry.scrollIntoView({ block: 'start', behavior });
    },
    foot() {
      if (!isSheet()) return caption();
      const { top, bottom } = map.getBoundingClientRect();
      const edge = handle.getBoundingClientRect().top;
      // Of a map that is covered, all is seen when it is seen again.
      return MARGIN + (edge - top < LEAST ? 0 : Math.max(0, bottom - edge));
    },
  };

  /** The list goes with its edge: what was read stays at its top. */
  function keep(kept: boolean) {
    const top = () => handle?.getBoundingClientRect().top ?? 0;
    const edge = top();
    classList.toggle(KEPT, kept);
    scrollBy({ top: edge - top(), behavior: 'instant' });
    say();
  }

  function follow() {
    // Back at the top both are the same.
    if (isKept() && scrollY < Math.min(before, MARGIN)) classList.remove(KEPT);
    before = scrollY;
    say();
  }

  function say() {
    const over = isOver();
    if (!handle || handle.ariaExpanded === String(over)) return;
    handle.ariaExpanded = String(over);
    handle.ariaLabel = over ? showMap : showList;
  }
}

/** A finger that pulls the handle up or down where the page's scrolling does not move it. */
function listenPull(handle: HTMLElement, pulled: (up: boolean) => void) {
  let from = 0;
  handle.addEventListener('touchstart', ({ touches }) => (from = touches[0]?.clientY ?? 0), { passive: true });
  handle.addEventListener('touchend', ({ changedTouches }) => {
    const way = (changedTouches[0]?.clientY ?? from) - from;
    if (Math.abs(way) > PULL) pulled(way < 0);
  });
}

/** Within the list where that scrolls by itself, as in a frame, else on the page. */
function scrollNear(entry: HTMLElement) {
  const frame = entry.closest('.events');
  if (frame && getComputedStyle(frame).overflowY !== 'visible')
    frame.scrollTo({ top: entry.offsetTop - frame.clientHeight / 4, behavior: pace() });
  else entry.scrollIntoView({ block: 'nearest', behavior: pace() });
}

function pace(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
}
