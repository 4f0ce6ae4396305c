import {
  type Box,
  makeRoom,
  type Sample,
  type Segment,
  type ShapeNeeded,
  type Shown,
} from '../../basemap/label-room.ts';
import { isWide } from '../../web/area.ts';
import type { Spot } from '../../web/spots.ts';
import { measureName } from '../ground.tsx';
import { type DrawnMark, markBox } from './poster-marks.ts';

/** A name beside a mark of a drawn map. */
export interface SpotName {
  name: string;
  /** The country or region of the world that a dashed ring stands for. */
  whole: boolean;
  /** The middle of its mark, in pixels of the drawing. */
  x: number;
  y: number;
  side: Side;
  /** Pixels of the screen from there to the name. */
  away: number;
  needs: ShapeNeeded;
}

export type Side = 'right' | 'left' | 'below' | 'above';

const SIDES: readonly Side[] = ['right', 'left', 'below', 'above'];
/** Of the letters, in pixels of the screen, as page/map.css has them. */
const SIZE = { spot: 13, whole: 11 };
const GAP = 3; // pixels between a mark and its name

/** Names beside the marks of a step, where they cover neither marks nor each other nor the track. */
export function nameSpots(
  marks: readonly DrawnMark[],
  spots: readonly Spot[],
  shown: Shown,
  samples: readonly Sample[],
  lines: readonly Segment[],
): SpotName[] {
  const room = makeRoom(shown, samples, lines);
  for (const sample of samples) for (const mark of marks) room.takeAt(sample, markBox(mark, sample.scale));
  const step = samples[0]?.step ?? 0;
  const places = spots.flatMap(({ name, at }) => {
    const mark = marks.find(({ site }) => site.at.join() === at.join());
    return mark ? [{ name, mark, whole: false }] : [];
  });
  // What is told of a country as a whole stands at its middle: its name says that no point is meant.
  const wholes = marks.flatMap((mark) => {
    const place = mark.site.items[0]?.place;
    if (!place || !isWide({ place })) return [];
    return [{ name: place.label ?? place.name, mark, whole: true }];
  });
  return [...places, ...wholes].flatMap(({ mark: { x, y, reach }, ...named }) => {
    const ways = SIDES.map((side) => ({ ...named, x, y, side, away: Math.round(reach) + GAP }));
    const stands = ways.map((name) => (sample: Sample) => nameBox(name, sample, shown));
    const found = room.put(stands, step, false) ?? room.put(stands, step, true);
    const way = found && ways[found.index];
    return way ? [{ ...way, needs: found.needs }] : [];
  });
}

/** The room of a name on the screen. */
export function nameBox(
  { name, whole, x, y, side, away }: Omit<SpotName, 'needs'>,
  { scale, step }: Sample,
  { letters }: Pick<Shown, 'letters'>,
): Box {
  const size = (whole ? SIZE.whole : SIZE.spot) * (letters[step]?.place ?? 1);
  const width = measureName(name, size, !whole);
  const height = size * 1.25;
  const [middle, level] = [x * scale, y * scale];
  const left = {
    right: middle + away,
    left: middle - away - width,
    below: middle - width / 2,
    above: middle - width / 2,
  };
  const top = {
    right: level - height / 2,
    left: level - height / 2,
    below: level + away,
    above: level - away - height,
  };
  return { x: left[side], y: top[side], width, height };
}
