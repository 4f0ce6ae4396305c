/** A frame that comes so much later than the last is late, ms; after a pause nothing is. */
const LATE = 24;
const PAUSE = 250;
/** How long a machine that was late is taken for a slow one, and how often it does then what can wait, ms. */
const MEMORY = 600;
const SELDOM = 110;

/**
 * Lets something be done in every frame of a drag where the machine keeps up, and seldom where it does not, so that the
 * thumb stays under the hand. What was asked last is always done.
 */
export function createLag(call: () => void): () => void {
  let [asked, late, done] = [0, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const run = () => {
    clearTimeout(waiting);
    waiting = undefined;
    done = performance.now();
    call();
  };
  return () => {
    const now = performance.now();
    const gap = now - asked;
    asked = now;
    if (gap > LATE && gap < PAUSE) late = now;
    if (now - late > MEMORY || now - done >= SELDOM) run();
    else waiting ??= setTimeout(run, done + SELDOM - now);
  };
}
