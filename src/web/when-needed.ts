/** Calls once when an element is in view and the thread is idle, or at the first touch of it. */
export function whenNeeded(element: HTMLElement, call: () => void) {
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    seen.disconnect();
    call();
  };
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    if ('requestIdleCallback' in globalThis) requestIdleCallback(once, { timeout: 3000 });
    else setTimeout(once, 300);
  });
  seen.observe(element);
  element.addEventListener('pointerdown', once, { once: true });
}
