/** Something that is done when nothing has asked for it again for a while. */
export interface Rest {
  /** Has it done, once there is rest. */
  ask(): void;
  /** Takes back what was asked. */
  cancel(): void;
}

/**
 * Calls when `ms` have gone by since it was last asked to. One timer serves a whole drag: to set another at each move of a
 * hand costs as much as to move the thumb.
 */
export function createRest(ms: number, call: () => void): Rest {
  let due: number | null = null;
  let waiting = false;
  const wait = (left: number) => {
    waiting = true;
    setTimeout(look, left);
  };
  const look = () => {
    waiting = false;
    if (due === null) return;
    const left = due - performance.now();
    if (left > 0) {
      wait(left);
      return;
    }
    due = null;
    call();
  };
  return {
    ask() {
      due = performance.now() + ms;
      if (!waiting) wait(ms);
    },
    cancel() {
      due = null;
    },
  };
}
