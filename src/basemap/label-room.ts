/** Pixels, right and down. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A straight line in the pixels of a drawing, which grows with it. */
export type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

/** How a drawing is shown: as large as its element makes it, while its letters and marks keep their size. */
export interface Shown {
  /** The part that is seen whatever the shape of the element, in pixels of the drawing. */
  frame: Box;
  /** How many times as large the drawing is at least in each of its steps, the smallest first: a step may name more than the one before. */
  steps: readonly number[];
  /** How large letters are in each step: those over an area, which grow with the drawing, and those of places. */
  letters: readonly { area: number; place: number }[];
  /** What stands in the corners of the element, in pixels of the screen. */
  corners: Corners;
  /** The widest and the highest shape of an element that the drawing fills, width by height. */
  reach: { wide: number; tall: number };
}

type Size = Pick<Box, 'width' | 'height'>;

export interface Corners {
  topLeft: Size;
  bottomLeft: Size;
  bottomRight: Size;
  /** So many pixels of its foot something else may lie over. */
  foot: number;
}

/** From which shape of the element on something is whole in it: where it is so wide, or so high; numbers into WIDE and TALL. */
export interface ShapeNeeded {
  wide?: number;
  tall?: number;
}

/** Proportions of an element, width by height; ground.css knows them too. */
export const WIDE = [1.55, 1.8, 2.4, 3.2, 4.5] as const;
export const TALL = [1.1, 0.95, 0.8, 0.6, 0.45] as const;

/** One size of the drawing at which it is made sure that nothing meets. */
export interface Sample {
  step: number;
  scale: number;
}

/** Where something stands at a size of the drawing, in pixels of the screen from the drawing's corner. */
export type Stand = (sample: Sample) => Box;

/** Pixels between what is written and the edge. */
const EDGE = 4;
/** Pixels between a line and what is written beside it. */
const BESIDE = 3;
/** How much larger than its last step a drawing is looked through. */
const BEYOND = 1.6;

export interface Room {
  /** Keeps a box clear at all sizes. */
  take(stand: Stand): void;
  /** The same at one size. */
  takeAt(sample: Sample, box: Box): void;
  /** What is taken where a step begins, in pixels of the drawing. */
  taken(step: number): Box[];
  /**
   * Takes the room of one of the stands from a step on, where it is free at all its sizes: the first that every shape of the
   * element shows, or, `around` the frame, that some shape does; null where none is.
   */
  put(stands: readonly Stand[], from: number, around: boolean): { index: number; needs: ShapeNeeded } | null;
}

const NONE = { width: 0, height: 0 };

/** How a picture is shown: as it is. */
export function shownAsIs({ width, height }: Size): Shown {
  const corners = { topLeft: NONE, bottomLeft: NONE, bottomRight: NONE, foot: 0 };
  return {
    frame: { x: 0, y: 0, width, height },
    steps: [1],
    letters: [{ area: 1, place: 1 }],
    corners,
    reach: { wide: 0, tall: Infinity },
  };
}

/** The sizes at which the steps of a drawing are looked at: those between them hold what they hold. */
export function samplesOf({ steps }: Pick<Shown, 'steps'>): Sample[] {
  return steps.flatMap((scale, step) => {
    if (steps.length === 1) return [{ step, scale }];
    const next = steps[step + 1] ?? scale * BEYOND;
    return [scale, Math.sqrt(scale * next), next * 0.99].map((size) => ({ step, scale: size }));
  });
}

/** The room for names on a drawing at some sizes. */
export function makeRoom(shown: Shown, samples: readonly Sample[], lines: readonly Segment[]): Room {
  const taken: Box[][] = samples.map(() => []);
  const from = (step: number) =>
    samples.flatMap((sample, index) => (sample.step >= step ? [{ sample, boxes: taken[index] ?? [] }] : []));
  const take = (stand: Stand, step: number) => {
    for (const { sample, boxes } of from(step)) boxes.push(stand(sample));
  };
  return {
    take: (stand) => take(stand, 0),
    takeAt: (sample, box) => taken[samples.indexOf(sample)]?.push(box),
    taken(step) {
      const [first] = from(step);
      return first ? first.boxes.map((box) => scaled(box, 1 / first.sample.scale)) : [];
    },
    put(stands, step, around) {
      const sizes = from(step);
      const [first] = sizes;
      if (!first) return null;
      const within = scaled(shown.frame, first.sample.scale);
      const shapes = stands.flatMap((stand, index) => {
        const needs = shapeFor(stand(first.sample), within, shown);
        return needs && isAround(needs) === around ? [{ stand, index, needs }] : [];
      });
      const isFree = ({ stand }: (typeof shapes)[number]) =>
        sizes.every(({ sample, boxes }) => {
          const box = stand(sample);
          return !boxes.some((other) => overlap(box, other)) && !lines.some((line) => crosses(line, sample.scale, box));
        });
      const found = shapes.find(isFree);
      if (!found) return null;
      take(found.stand, step);
      return found;
    },
  };
}

/** Whether something is seen in elements of some shapes alone. */
export function isAround({ wide, tall }: ShapeNeeded): boolean {
  return wide !== undefined || tall !== undefined;
}

/** Whether two boxes have some ground in common. */
export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function scaled({ x, y, width, height }: Box, scale: number): Box {
  return { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
}

/**
 * The shape from which a box is seen whole, clear of the corners: none needed in the frame itself; null where no shape shows
 * it. An element that is wider than the frame shows more at both sides, and its corners stand there; or else above and below.
 */
function shapeFor(box: Box, frame: Box, { corners, reach }: Shown): ShapeNeeded | null {
  const { topLeft, bottomLeft, bottomRight, foot } = corners;
  const [left, top] = [box.x - frame.x, box.y - frame.y];
  const [right, bottom] = [frame.width - left - box.width, frame.height - top - box.height - foot];
  const room = (corner: Size, along: number, side: 'width' | 'height') =>
    along < corner[side === 'width' ? 'height' : 'width'] + EDGE ? corner[side] + EDGE : EDGE;
  const across = Math.max(
    room(topLeft, top, 'width') - left,
    room(bottomLeft, bottom, 'width') - left,
    room(bottomRight, bottom, 'width') - right,
  );
  const down = Math.max(
    room(topLeft, left, 'height') - top,
    room(bottomLeft, left, 'height') - bottom,
    room(bottomRight, right, 'height') - bottom,
  );
  const [fitsAcross, fitsDown] = [Math.min(left, right) >= EDGE, Math.min(top, bottom) >= EDGE];
  if (fitsAcross && fitsDown && across <= 0) return {};
  const wide = WIDE.findIndex((shape) => shape <= reach.wide && shape >= (frame.width + 2 * across) / frame.height);
  const tall = TALL.findIndex((shape) => shape >= reach.tall && shape <= frame.width / (frame.height + 2 * down));
  const needed = { ...(fitsDown && wide >= 0 && { wide }), ...(fitsAcross && tall >= 0 && { tall }) };
  return 'wide' in needed || 'tall' in needed ? needed : null;
}

/** Whether a line of the drawing runs through a box, or too near to it to be read beside it. */
function crosses([x1, y1, x2, y2]: Segment, scale: number, { x, y, width, height }: Box): boolean {
  let [first, last] = [0, 1];
  for (const [from, to, low, high] of [
    [x1 * scale, x2 * scale, x - BESIDE, x + width + BESIDE],
    [y1 * scale, y2 * scale, y - BESIDE, y + height + BESIDE],
  ] as const) {
    const way = to - from;
    if (way === 0 && (from < low || from > high)) return false;
    if (way === 0) continue;
    const [a, b] = [(low - from) / way, (high - from) / way];
    first = Math.max(first, Math.min(a, b));
    last = Math.min(last, Math.max(a, b));
  }
  return first < last;
}
