import type { Box } from '../../basemap/poster.ts';
import { overlap } from '../../basemap/poster-labels.ts';
import type { View } from '../../basemap/view.ts';
import { type Face, measure } from './measure.ts';

/** A place to be named: where its dot is, and how far its marks reach around it, in pixels. */
export interface Named {
  name: string;
  at: readonly [x: number, y: number];
  radius: number;
}

/** Names beside their spots, right, left, below or above, inside the picture and where they cover nothing. */
export function placeNames(
  spots: readonly Named[],
  face: Face,
  view: View,
  taken: readonly Box[],
): { name: string; box: Box }[] {
  const placed: { name: string; box: Box }[] = [];
  for (const { name, at, radius } of spots) {
    const [x, y] = at;
    const [width, height] = [measure(name, face), face.size * 1.25];
    const corners = [
      [x + radius + 2, y - height / 2],
      [x - radius - 2 - width, y - height / 2],
      [x - width / 2, y + radius],
      [x - width / 2, y - radius - height],
    ] as const;
    const box = corners
      .map(([left, top]) => ({ x: left, y: top, width, height }))
      .find(
        (one) =>
          isInside(one, view) && ![...taken, ...placed.map((other) => other.box)].some((other) => overlap(one, other)),
      );
    if (box) placed.push({ name, box });
  }
  return placed;
}

function isInside({ x, y, width, height }: Box, view: View): boolean {
  return x >= 4 && y >= 4 && x + width <= view.width - 4 && y + height <= view.height - 4;
}
