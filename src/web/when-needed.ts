/** What only a reader does: a page that is loaded and never touched gives none of them. */
const SIGNS = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'scroll', 'keydown'] as const;

/**
 * Calls once when an element is in view, a reader is there and the thread is idle; or at the first touch of the element.
 * An element that came into view only later was brought there by somebody.
 */
export function whenNeeded(element: HTMLElement, call: () => void) {
  let [inView, isRead, done] = [false, false, false];
  const once = () => {
    if (done) return;
    done = true;
    seen.disconnect();
    for (const sign of SIGNS) removeEventListener(sign, read);
    call();
  };
  const consider = () => {
    if (!inView || !isRead) return;
    whenIdle(once);
  };
  const read = () => {
    isRead = true;
    consider();
  };
  const seen = new IntersectionObserver((entries) => {
    inView = entries.at(-1)?.isIntersecting ?? false;
    isRead ||= !inView;
    consider();
  });
  seen.observe(element);
  for (const sign of SIGNS) addEventListener(sign, read, { once: true, passive: true });
  element.addEventListener('pointerdown', once, { once: true });
}

/** Calls when the thread has nothing better to do; in three seconds at the latest. */
export function whenIdle(call: () => void) {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(call, { timeout: 3000 });
  else setTimeout(call, 300);
}
