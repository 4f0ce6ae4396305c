import type { Item } from './item.ts';

export const SPEEDS = [0.5, 1, 2, 4] as const;

export interface Player {
  playing(): boolean;
  toggle(): void;
  stop(): void;
  setSpeed(speed: number): void;
}

/** Time to read a headline: 250 words a minute, and a moment to find it. */
export function holdFor(title: string, speed: number): number {
  const words = title.split(/\s+/).length;
  return Math.max(900, 500 + words * 240) / speed;
}

/**
 * Plays by events rather than by the clock: quiet months take no time, a burst is told event by event.
 * `next` gives the event to show after a given one, null at the end.
 */
export function createPlayer(next: () => Item | null, show: (item: Item) => void, changed: () => void): Player {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let speed = 1;
  const step = () => {
    const item = next();
    if (!item) return stop();
    show(item);
    timer = setTimeout(step, holdFor(item.title, speed));
  };
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
    changed();
  };
  return {
    playing: () => timer !== undefined,
    toggle() {
      if (timer !== undefined) return stop();
      step();
      changed();
    },
    stop,
    setSpeed(value) {
      speed = value;
    },
  };
}
