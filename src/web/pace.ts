export interface Pace {
  /** Calls now if it is time, else as soon as it is: what is asked last is always done. */
  soon(): void;
  now(): void;
}

/** Lets something be called no more often than every `ms`, unless it must be. */
export function createPace(ms: number, call: () => void): Pace {
  let last = Number.NEGATIVE_INFINITY;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const now = () => {
    clearTimeout(waiting);
    waiting = undefined;
    last = performance.now();
    call();
  };
  return {
    now,
    soon() {
      if (waiting !== undefined) return;
      const wait = last + ms - performance.now();
      if (wait <= 0) now();
      else waiting = setTimeout(now, wait);
    },
  };
}
