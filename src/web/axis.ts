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
  from: number;
  to: number;
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
// A gap is cut when it takes more than this share of the axis, and what it pushes together gains tenfold by the cut.
const EMPTY_SHARE = 0.25;
const GAIN = 10;
// A stretch this many times as long as the upper quartile is long.
const LONG = 8;

/** First and last instant that the axis must show; null without any. */
export function axisEnds(stretches: Stretch[]): Stretch | null {
  const blocks = merge(shortened(stretches));
  const [first, last] = [blocks[0], blocks.at(-1)];
  return first && last ? { from: first.from, to: last.to } : null;
}

/** `stretches` have finite ends, in any order. `width` in pixels. */
export function makeAxis(stretches: Stretch[], width: number): Axis {
  const most = Math.max(1, Math.min(4, Math.floor(width / 150)));
  const groups = cut(merge(shortened(stretches)), most);
  const room = width - BREAK * (groups.length - 1);
  const weights = groups.map((group) => group.reduce((sum, block) => sum + block.count, 0) ** 0.8);
  const shares = share(weights, room, Math.min(NARROWEST, room / groups.length));
  const pieces: Piece[] = [];
  let x = 0;
  for (const [index, group] of groups.entries()) {
    const { from, to } = pad(group);
    const x1 = x + (shares[index] ?? 0);
    pieces.push({ from, to, x0: x, x1 });
    x = x1 + BREAK;
  }
  return { pieces, width, ...interpolate(pieces) };
}

/**
 * A month among days counts by its first day: the axis would otherwise hold a month for it alone, and the days would
 * lie in a corner. Its bar runs on past the end of the axis.
 */
function shortened(stretches: Stretch[]): Stretch[] {
  const lengths = stretches.map(({ from, to }) => to - from).sort((a, b) => a - b);
  const usual = Math.max(lengths[Math.floor(lengths.length * 0.75)] ?? 0, 24 * 3_600_000);
  return stretches.map(({ from, to }) => ({ from, to: to - from > LONG * usual ? from : to }));
}

interface Block extends Stretch {
  count: number;
}

/** Overlapping stretches as one block: between blocks nothing happens. */
function merge(stretches: Stretch[]): Block[] {
  const sorted = [...stretches].sort((a, b) => a.from - b.from);
  const blocks: Block[] = [];
  for (const { from, to } of sorted) {
    const last = blocks.at(-1);
    if (last && from <= last.to) {
      last.to = Math.max(last.to, to);
      last.count += 1;
    } else blocks.push({ from, to, count: 1 });
  }
  return blocks;
}

/** Cuts at the longest gap as long as a cut makes a piece much more readable, `most` pieces at the end. */
function cut(blocks: Block[], most: number): Block[][] {
  if (blocks.length === 0) return [[]];
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

function longestGap(group: Block[]): { after: number; share: number; gain: number } {
  const span = (part: Block[]) => (part.at(-1)?.to ?? 0) - (part[0]?.from ?? 0);
  let [after, longest] = [0, 0];
  for (let index = 1; index < group.length; index++) {
    const gap = (group[index]?.from ?? 0) - (group[index - 1]?.to ?? 0);
    if (gap > longest) [after, longest] = [index, gap];
  }
  const whole = span(group);
  const share = whole > 0 ? longest / whole : 0;
  if (share < EMPTY_SHARE) return { after, share, gain: 0 };
  const crowded = Math.min(span(group.slice(0, after)), span(group.slice(after)));
  return { after, share, gain: whole / Math.max(crowded, 1) };
}

/** Widths by weight, none under `least`. */
function share(weights: number[], room: number, least: number): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const free = room - least * weights.length;
  return weights.map((weight) => least + (free * weight) / total);
}

/** Some air at both ends, so that the first and last bar are not cut. */
function pad(group: Block[]): Stretch {
  const from = group[0]?.from ?? 0;
  const to = Math.max(group.at(-1)?.to ?? 0, from);
  const air = Math.max((to - from) * 0.04, to === from ? 12 * 3_600_000 : 0);
  return { from: from - air, to: to + air };
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
