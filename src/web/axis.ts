/**
 * The time axis. A story is a burst of days and a handful of years behind it; one linear axis shows one or the other.
 * So the axis is cut at long empty gaps: each piece is linear, a break between pieces is drawn as a break.
 *
 *     2011 ····· 2020  //  27 Nov  28  29  30
 *     └─ one piece ─┘      └── one piece ───┘
 */
export interface Axis {
  pieces: Piece[];
  width: number;
  /** Pixels of an instant; outside the axis, its nearest end. */
  x(time: number): number;
  /** The instant at a pixel; the inverse of `x` except within a break, where it runs through the gap. */
  time(x: number): number;
}

export interface Piece {
  /** What it shows, with air at both ends. */
  from: number;
  to: number;
  /** First and last instant of its events. */
  first: number;
  last: number;
  x0: number;
  x1: number;
}

export interface Stretch {
  from: number;
  to: number;
}

/** Pixels of a break. */
const BREAK = 26;
const NARROWEST = 64;
/** Pixels of axis for each piece: the smallest phones have two. */
const ROOM_OF_PIECE = 130;
const USUAL_WIDTH = 600;
// A gap is cut when it takes more than this share of the axis, and what it pushes together gains tenfold by the cut.
const EMPTY_SHARE = 0.25;
const GAIN = 10;
const DAY = 24 * 3_600_000;
// Of the events of a burst; how much faster they come; and how many events are enough to speak of one.
const BURST_SHARE = 0.4;
const BURST_GAIN = 20;
const FEWEST = 20;
// A stretch this many times as long as the upper quartile is long.
const LONG = 8;

/** First and last instant that the axis must show; null without any. */
export function axisEnds(stretches: Stretch[]): Stretch | null {
  const { pieces } = makeAxis(stretches, USUAL_WIDTH);
  const [from, to] = [pieces[0]?.first, pieces.at(-1)?.last];
  return stretches.length > 0 && from !== undefined && to !== undefined ? { from, to } : null;
}

/** `stretches` have finite ends, in any order. `width` in pixels. */
export function makeAxis(stretches: Stretch[], width: number): Axis {
  const most = Math.max(1, Math.min(4, Math.floor(width / ROOM_OF_PIECE)));
  const groups = cut(merge(stretches), most)
    .map((group) => group.flatMap(({ parts }) => parts))
    .flatMap((group, _, all) => (all.length < most ? aroundBurst(group) : [group]));
  const room = Math.max(0, width - BREAK * (groups.length - 1));
  const shares = share(
    groups.map(({ length }) => length ** 0.8),
    room,
    Math.min(NARROWEST, room / groups.length),
  );
  const pieces: Piece[] = [];
  let x0 = 0;
  for (const [index, group] of groups.entries()) {
    const x1 = x0 + (shares[index] ?? 0);
    const piece = { ...ends(group), x0, x1 };
    const before = pieces.at(-1);
    // Around a burst, pieces follow each other without a gap: what runs over ends where the next begins.
    if (before && before.to > piece.from) before.to = piece.from;
    pieces.push(piece);
    x0 = x1 + BREAK;
  }
  return { pieces, width, ...interpolate(pieces) };
}

interface Block extends Stretch {
  parts: Stretch[];
}

/** Overlapping stretches as one block: between blocks nothing happens. */
function merge(stretches: Stretch[]): Block[] {
  const sorted = [...stretches].sort((a, b) => a.from - b.from);
  const blocks: Block[] = [];
  for (const part of sorted) {
    const last = blocks.at(-1);
    if (last && part.from <= last.to) {
      last.to = Math.max(last.to, part.to);
      last.parts.push(part);
    } else blocks.push({ ...part, parts: [part] });
  }
  return blocks;
}

/** Cuts at the longest gap as long as a cut makes some piece much more readable, `most` pieces at the end. */
function cut(blocks: Block[], most: number): Block[][] {
  const groups = [blocks];
  while (groups.length < most) {
    const best = groups
      .map((group, index) => ({ index, ...longestGap(group) }))
      .filter(({ gain }) => gain >= GAIN)
      .sort((a, b) => b.share - a.share)[0];
    if (!best) break;
    const group = groups[best.index] ?? [];
    groups.splice(best.index, 1, group.slice(0, best.after), group.slice(best.after));
  }
  return groups;
}

/** The longest gap of a group, its share of the whole, and how much more room the cut gives to what it crowds. */
function longestGap(group: Block[]): { after: number; share: number; gain: number } {
  let [after, longest] = [0, 0];
  for (let index = 1; index < group.length; index++) {
    const gap = (group[index]?.from ?? 0) - (group[index - 1]?.to ?? 0);
    if (gap > longest) [after, longest] = [index, gap];
  }
  const whole = spanOf(group);
  const share = whole > 0 ? longest / whole : 0;
  if (share < EMPTY_SHARE) return { after, share, gain: 0 };
  // An event alone is not crowded: to cut it off gains nothing.
  const crowds = [group.slice(0, after), group.slice(after)].filter(
    (side) => side.flatMap((block) => block.parts).length > 1,
  );
  return { after, share, gain: Math.max(0, ...crowds.map((side) => whole / Math.max(spanOf(side), 1))) };
}

function spanOf(group: Block[]): number {
  return (group.at(-1)?.to ?? 0) - (group[0]?.from ?? 0);
}

/**
 * No gap, but a burst: cuts around the shortest stretch that holds two fifths of the events, where those have less than
 * a twentieth of the axis. What comes after it stays with it when it is little.
 */
function aroundBurst(group: Stretch[]): Stretch[][] {
  const many = Math.ceil(group.length * BURST_SHARE);
  if (group.length < FEWEST) return [group];
  const parts = [...group].sort((a, b) => a.from - b.from);
  const at = (index: number) => parts[Math.min(index, parts.length - 1)]?.from ?? 0;
  let start = 0;
  for (let index = 0; index + many <= parts.length; index++) {
    if (at(index + many - 1) - at(index) < at(start + many - 1) - at(start)) start = index;
  }
  const [length, whole] = [at(start + many - 1) - at(start), at(parts.length - 1) - at(0)];
  if (whole < BURST_GAIN * Math.max(length, DAY)) return [group];
  let [first, end] = [start, start + many];
  // The burst goes on as long as events come at a tenth of its pace, and day follows day.
  const pace = Math.max((length / many) * 10, DAY);
  while (end < parts.length && at(end) - at(end - 1) <= pace) end += 1;
  while (first > 0 && at(first) - at(first - 1) <= pace) first -= 1;
  return [parts.slice(0, first), parts.slice(first, end), parts.slice(end)].filter(({ length }) => length > 0);
}

/** Widths by weight, none under `least`. */
function share(weights: number[], room: number, least: number): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const free = room - least * weights.length;
  return weights.map((weight) => least + (free * weight) / total);
}

/**
 * First and last instant of a piece, and the same with some air, so that the outer bars are not cut. A month among
 * days counts by its first day: the piece would otherwise hold a month for it alone, and the days would lie in a
 * corner. Its bar runs on past the end.
 */
function ends(group: Stretch[]): Pick<Piece, 'first' | 'last' | 'from' | 'to'> {
  const lengths = group.map(({ from, to }) => to - from).sort((a, b) => a - b);
  const usual = Math.max(lengths[Math.floor(lengths.length * 0.75)] ?? 0, DAY);
  const first = group.reduce((least, { from }) => Math.min(least, from), group[0]?.from ?? 0);
  const last = group.reduce((most, { from, to }) => Math.max(most, to - from > LONG * usual ? from : to), first);
  const air = Math.max((last - first) * 0.03, last === first ? DAY / 2 : 0);
  return { first, last, from: first - air, to: last + air };
}

function interpolate(pieces: Piece[]): Pick<Axis, 'x' | 'time'> {
  const times = pieces.flatMap(({ from, to }) => [from, to]);
  const pixels = pieces.flatMap(({ x0, x1 }) => [x0, x1]);
  const along = (from: number[], to: number[]) => (value: number) => {
    const last = from.length - 1;
    if (value <= (from[0] ?? 0)) return to[0] ?? 0;
    if (value >= (from[last] ?? 0)) return to[last] ?? 0;
    let index = 1;
    while (value > (from[index] ?? 0)) index += 1;
    const [f0 = 0, f1 = 0] = [from[index - 1], from[index]];
    const [t0 = 0, t1 = 0] = [to[index - 1], to[index]];
    return f1 === f0 ? t0 : t0 + ((value - f0) / (f1 - f0)) * (t1 - t0);
  };
  return { x: along(times, pixels), time: along(pixels, times) };
}
