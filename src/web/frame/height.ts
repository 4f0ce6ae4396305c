import { dialectsFor } from './dialects.ts';

declare global {
  interface Window {
    /** Native sizing of a frame by its content; not in every browser yet. */
    requestResize?(): void;
  }
}

/**
 * Keeps the host's frame as high as the embed wants to be. `wanted` is that height in CSS pixels, or null where it is
 * that of the content: then it is measured whenever it changes.
 */
export function announceHeight(wanted: number | null): void {
  const dialects = dialectsFor(new URL(location.href));
  const tell = (message: unknown) => {
    if (message !== null && message !== undefined) parent.postMessage(message, '*');
  };
  const announce = () => {
    // In a hidden tab the frame has no width, and no height that means anything.
    if (innerWidth === 0) return;
    const height = wanted ?? Math.ceil(document.documentElement.getBoundingClientRect().height);
    for (const dialect of dialects) tell(dialect.tell(height));
    resizeNatively();
  };
  addEventListener('message', ({ source, data }) => {
    if (source !== parent) return;
    // Not `some`: each dialect learns its id from the host's message.
    if (dialects.filter((dialect) => dialect.hear?.(data)).length > 0) announce();
  });
  for (const dialect of dialects) tell(dialect.hello);
  // A host's script may come later than the frame: `load` says it once more.
  addEventListener('load', announce);
  new ResizeObserver(announce).observe(document.documentElement);
}

/** The browser refuses it where the host does not size the frame by content, and that is no fault. */
function resizeNatively() {
  try {
    window.requestResize?.();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
