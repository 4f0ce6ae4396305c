import { dialectsFor } from './dialects.ts';
import { sizeNatively } from './native.ts';
import type { Secret } from './secret.ts';

/**
 * Keeps the host's frame as high as the embed wants to be. `wanted` is that height in CSS pixels, or null where it is
 * that of `main`, which holds all that there is: then it is measured whenever a part of it changes.
 */
export function announceHeight(wanted: number | null, main: HTMLElement, secret: Secret): void {
  const dialects = dialectsFor(new URL(location.href), secret);
  const resize = sizeNatively(main);
  const tell = (message: unknown) => {
    if (message !== null && message !== undefined) parent.postMessage(message, '*');
  };
  const announce = () => {
    // In a hidden tab the frame has no width, and no height that means anything.
    if (innerWidth === 0) return;
    const height = resize(wanted);
    for (const dialect of dialects) tell(dialect.tell(height));
  };
  addEventListener('message', ({ source, data }) => {
    if (source !== parent) return;
    // Not `some`: each dialect learns its id from the host's message.
    if (dialects.filter((dialect) => dialect.hear?.(data)).length > 0) announce();
  });
  for (const dialect of dialects) tell(dialect.hello);
  // A host's script may come later than the frame: `load` says it once more.
  addEventListener('load', announce);
  // The parts and not the whole: of the whole the height may be set.
  const observer = new ResizeObserver(announce);
  for (const part of main.children) observer.observe(part);
}
