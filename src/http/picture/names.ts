import { type Box, makeRoom, type Segment, samplesOf, shownAsIs } from '../../basemap/label-room.ts';
import type { ToldPlace } from '../../basemap/same-thing.ts';
import type { View } from '../../basemap/view.ts';
import { type Face, measure } from './measure.ts';

/** A place to be named: where its dot is, and how far its marks reach around it, in pixels. */
export interface Named {
  name: string;
  place: ToldPlace;
  at: readonly [x: number, y: number];
  radius: number;
  face: Face;
}

/** Names beside their spots, right, left, below or above, inside the picture and where they cover nothing, no line either. */
export function placeNames(
  spots: readonly Named[],
  view: View,
  taken: readonly Box[],
  lines: readonly Segment[],
): (Named & { box: Box })[] {
  const shown = shownAsIs(view);
  const room = makeRoom(shown, samplesOf(shown), lines);
  for (const box of taken) room.take(() => box);
  return spots.flatMap((spot) => {
    const boxes = boxesOf(spot);
    const found = room.put(
      boxes.map((box) => () => box),
      0,
      false,
    );
    const box = found && boxes[found.index];
    return box ? [{ ...spot, box }] : [];
  });
}

function boxesOf({ name, at: [x, y], radius, face }: Named): Box[] {
  const [width, height] = [measure(name, face), face.size * 1.25];
  const corners = [
    [x + radius + 2, y - height / 2],
    [x - radius - 2 - width, y - height / 2],
    [x - width / 2, y + radius],
    [x - width / 2, y - radius - height],
  ] as const;
  return corners.map(([left, top]) => ({ x: left, y: top, width, height }));
}
