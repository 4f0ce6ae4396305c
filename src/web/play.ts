import type { Item } from './item.ts';

export const SPEEDS = [0.5, 1, 2, 4] as const;

export interface Player {
  playing(): boolean;
  toggle(): void;
  stop(): void;
  /** The hand has the thumb: waits. */
  wait(): void;
  /** Goes on from where the hand has left it. */
  goOn(): void;
  setSpeed(speed: number): void;
}

export interface PlayerInput {
  /** The event to show after the present state; null at the end, where `anew` starts over. */
  next(anew: boolean): Item | null;
  /** Moves the time to an event at a speed, then calls, perhaps at once; the answer breaks it off. */
  approach(item: Item, speed: number, there: () => void): () => void;
  show(item: Item): void;
  /** Main events are held longer. */
  isMain(item: Item): boolean;
  changed(): void;
}

/** Time to read a headline: 250 words a minute, and a moment to find it; half as much again for what matters most. */
export function holdFor(title: string, main: boolean, speed: number): number {
  const words = title.split(/\s+/).length;
  return (Math.max(900, 500 + words * 240) * (main ? 1.5 : 1)) / speed;
}

/** Plays by events rather than by the clock: quiet months take no time, a burst is told event by event. */
export function createPlayer({ next, approach, show, isMain, changed }: PlayerInput): Player {
  let on = false;
  let speed = 1;
  let halt = () => {};
  const step = (anew = false) => {
    const item = next(anew);
    if (!item) return stop();
    let held: ReturnType<typeof setTimeout> | undefined;
    const breakOff = approach(item, speed, () => {
      show(item);
      held = setTimeout(step, holdFor(item.title, isMain(item), speed));
    });
    // Of both, since the way may be done before there is anything to break off.
    halt = () => {
      breakOff();
      clearTimeout(held);
    };
  };
  const stop = () => {
    halt();
    if (!on) return;
    on = false;
    changed();
  };
  return {
    playing: () => on,
    toggle() {
      if (on) return stop();
      on = true;
      step(true);
      changed();
    },
    stop,
    wait: () => halt(),
    goOn() {
      halt();
      if (on) step();
    },
    setSpeed(value) {
      speed = value;
    },
  };
}
