import {
  type Box,
  makeRoom,
  type Sample,
  type Segment,
  type ShapeNeeded,
  type Shown,
} from '../../basemap/label-room.ts';
import { isStateOf } from '../../basemap/same-thing.ts';
import { isWide } from '../../web/area.ts';
import type { Item } from '../../web/item.ts';
import type { Spot } from '../../web/spots.ts';
import { measureName } from '../ground.tsx';
import { type DrawnMark, markBox } from './poster-marks.ts';

/** A name beside a mark of a drawn map. */
export interface SpotName {
  name: string;
  /** A place, or the region of the world or the state that a dashed ring stands for. */
  kind: 'spot' | 'region' | 'state';
  place: Place;
  /** The middle of its mark, in pixels of the drawing. */
  x: number;
  y: number;
  side: Side;
  /** Pixels of the screen from there to the name. */
  away: number;
  needs: ShapeNeeded;
}

type Place = NonNullable<Item['place']>;

export type Side = 'right' | 'left' | 'below' | 'above';

const SIDES: readonly Side[] = ['right', 'left', 'below', 'above'];
/** Of the letters, in pixels of the screen, as page/map.css has them. */
const SIZE = { spot: 13, region: 11, state: 11 };
/** Between the letters of a state's name, in their size: it is written as those of the map are. */
const SPACING = 0.1;
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
    const place = mark?.site.items.find(({ place }) => place && nameOf(place) === name)?.place;
    return mark && place ? [{ name, kind: 'spot' as const, place, mark }] : [];
  });
  // What is told of a country as a whole stands at its middle: its name says that no point is meant.
  const wholes = marks.flatMap((mark) => {
    const place = mark.site.items[0]?.place;
    if (!place || !isWide({ place })) return [];
    return [
      {
        name: nameOf(place),
        kind: isStateOf(place, place.country) ? ('state' as const) : ('region' as const),
        place,
        mark,
      },
    ];
  });
  return [...places, ...wholes].flatMap(({ mark: { x, y, reach }, ...named }) => {
    const ways = SIDES.map((side) => ({ ...named, x, y, side, away: Math.round(reach) + GAP }));
    const stands = ways.map((name) => (sample: Sample) => nameBox(name, sample, shown));
    // A state of which some shapes alone show the mark has its name on the map itself.
    const found = room.put(stands, step, false) ?? (named.kind === 'state' ? null : room.put(stands, step, true));
    const way = found && ways[found.index];
    return way ? [{ ...way, needs: found.needs }] : [];
  });
}

function nameOf({ label, name }: Place): string {
  return label ?? name;
}

/** The room of a name on the screen. */
export function nameBox(
  { name, kind, x, y, side, away }: Omit<SpotName, 'needs'>,
  { scale, step }: Sample,
  { letters }: Pick<Shown, 'letters'>,
): Box {
  const size = SIZE[kind] * (letters[step]?.place ?? 1);
  const written = kind === 'state' ? name.toLocaleUpperCase() : name;
  const width = measureName(written, size, kind !== 'region') + (kind === 'state' ? SPACING * size * name.length : 0);
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
