import type { PropsWithChildren } from 'hono/jsx';
import type { Box } from '../basemap/label-room.ts';

/** Where something of a drawing stands in the element that shows its frame, whatever the size of that. */
export function percentsOf({ x, y, width, height }: Box) {
  const part = (value: number) => `${Math.round(value * 1000) / 10}%`;
  return {
    at: (atX: number, atY: number) => ({ x: part((atX - x) / width), y: part((atY - y) / height) }),
    /** SVG measures a radius by the diagonal. */
    radius: (pixels: number) => part((pixels / Math.hypot(width, height)) * Math.SQRT2),
  };
}

/** Something drawn around 0, 0 that stands at percents of a drawing and keeps its size; `seen` are the classes of seenIn. */
export function At({ x, y, seen, children }: PropsWithChildren<{ x: string; y: string; seen: string }>) {
  return (
    <svg class={seen || undefined} x={x} y={y} aria-hidden="true">
      {children}
    </svg>
  );
}
