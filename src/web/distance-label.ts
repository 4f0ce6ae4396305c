/** A point of the picture, px, right and down. */
export type Dot = readonly [x: number, y: number];

/** Where the words of a distance stand: in the middle of their letters, turned by so many degrees clockwise along the line. */
export interface Stand {
  x: number;
  y: number;
  turn: number;
}

/** What the words keep clear of, as a circle. */
export interface Circle {
  x: number;
  y: number;
  radius: number;
}

/** Shares of the line at which the words may stand, and pixels between the line and the middle of the letters: the best first. */
const SHARES = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];
const ASIDE = [11, -11, 28, -28, 42, -42];
const HEIGHT = 16;
/** Pixels of a letter, of a size that the words have on the map. */
export const LETTER = 7;

/**
 * Finds the stand of some words along a line where they cover no circle and are inside a picture; where there is none, the
 * one that covers the fewest.
 */
export function standAlong(
  [x1, y1]: Dot,
  [x2, y2]: Dot,
  letters: number,
  circles: readonly Circle[],
  frame: { width: number; height: number },
): Stand {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  // Letters stand upright, whichever way the line was drawn.
  const flip = x2 < x1 ? -1 : 1;
  const [alongX, alongY] = [(flip * (x2 - x1)) / length, (flip * (y2 - y1)) / length];
  const half = (letters * LETTER) / 2;
  const covered = (x: number, y: number) => {
    const hit = circles.filter((circle) => {
      const [dx, dy] = [circle.x - x, circle.y - y];
      const [u, v] = [Math.abs(dx * alongX + dy * alongY), Math.abs(dy * alongX - dx * alongY)];
      return u < half + circle.radius && v < HEIGHT / 2 + circle.radius;
    });
    const [reachX, reachY] = [Math.abs(alongX) * half, Math.abs(alongY) * half + HEIGHT / 2];
    const inside = x > reachX && x < frame.width - reachX && y > reachY && y < frame.height - reachY;
    return hit.length + (inside ? 0 : circles.length + 1);
  };
  // Near the line, anywhere along it, rather than far from its middle.
  const stands = ASIDE.flatMap((aside) =>
    SHARES.map((share) => {
      const x = x1 + (x2 - x1) * share + aside * alongY;
      const y = y1 + (y2 - y1) * share - aside * alongX;
      return { x, y, over: covered(x, y) };
    }),
  );
  const best = stands.reduce((a, b) => (b.over < a.over ? b : a));
  return { x: best.x, y: best.y, turn: (Math.atan2(alongY, alongX) * 180) / Math.PI };
}
