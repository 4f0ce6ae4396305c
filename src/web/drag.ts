export interface TrackInput {
  nearest(x: number): 'from' | 'to';
  /** Id of the event whose bar is at a point. */
  hit(x: number, y: number): string | null;
  /** The event under the mouse; null when it leaves it. */
  hover(id: string | null, at: PointerEvent): void;
  drag(which: 'from' | 'to', x: number, settled: boolean): void;
  select(id: string): void;
  /** Answers whether the key meant something. */
  key(which: 'from' | 'to', event: KeyboardEvent): boolean;
}

/** A press on a bar chooses its event; a press elsewhere, or any drag, moves the nearer thumb. */
export function listenTrack(track: HTMLElement, thumbs: Record<'from' | 'to', HTMLElement>, input: TrackInput) {
  let held: { which: 'from' | 'to'; x: number; bar: string | null; moved: boolean } | null = null;
  let box = track.getBoundingClientRect();
  const at = ({ clientX, clientY }: PointerEvent) => ({ x: clientX - box.left, y: clientY - box.top });
  track.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    box = track.getBoundingClientRect();
    const { x, y } = at(event);
    const onThumb = (['from', 'to'] as const).find((name) => event.target === thumbs[name]);
    held = { which: onThumb ?? input.nearest(x), x, bar: onThumb ? null : input.hit(x, y), moved: false };
    track.setPointerCapture(event.pointerId);
    thumbs[held.which].focus({ preventScroll: true });
    if (!onThumb && held.bar === null) input.drag(held.which, x, false);
  });
  track.addEventListener('pointermove', (event) => {
    // While the hand holds the thumb the track stays where it was: to measure it would lay the page out at each move.
    if (!held) box = track.getBoundingClientRect();
    const { x, y } = at(event);
    if (!held) {
      const hit = input.hit(x, y);
      track.classList.toggle('over', hit !== null);
      if (event.pointerType === 'mouse') input.hover(hit, event);
      return;
    }
    if (!held.moved && Math.abs(x - held.x) < 4) return;
    held.moved = true;
    input.drag(held.which, x, false);
  });
  const end = (event: PointerEvent) => {
    if (!held) return;
    const { which, bar, moved } = held;
    held = null;
    if (bar !== null && !moved) input.select(bar);
    else input.drag(which, at(event).x, true);
  };
  track.addEventListener('pointerleave', (event) => input.hover(null, event));
  track.addEventListener('pointerup', end);
  track.addEventListener('pointercancel', () => {
    held = null;
  });
  for (const which of ['from', 'to'] as const) {
    thumbs[which].addEventListener('keydown', (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || !input.key(which, event)) return;
      event.preventDefault();
      event.stopPropagation();
    });
  }
}
