/** A stretch of time that something takes, ms since 1970. `mass` is how much it counts, 1 where it is left out. */
export interface Stretch {
  from: number;
  to: number;
  mass?: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
// A cut must spread so large a part of the events tenfold, or a larger one less; and be worth it where events are few.
const PART = 0.2;
const FEW = 6;
/** More places for a cut than this are not looked at: the longest gaps, and as many places evenly among the events. */
const PLACES = 150;

/**
 * Cuts events into at most `most` runs, each of which comes at about one pace: five days of war, the years behind them,
 * a day that is planned for the autumn. Of all ways to cut it takes that with the least sum of `mass × log(length of the
 * run / mass)`: the measure by which a histogram with free edges is fitted (Scargle's Bayesian blocks), except that empty
 * time between two runs costs nothing, since it is cut out.
 */
export function findRuns(stretches: readonly Stretch[], most: number): Stretch[][] {
  const sorted = stretches.toSorted((a, b) => a.from - b.from);
  const edges = [0, ...placesToCut(sorted), sorted.length];
  const measure = measureRuns(sorted);
  const total = sorted.reduce((sum, { mass = 1 }) => sum + mass, 0);
  const price = PART * Math.log(10) * total + FEW;
  // cheapest[k][j]: what the events before edge j cost in k + 1 runs at best, and the edge at which the last one begins.
  const cheapest = [edges.map((edge) => ({ cost: measure(0, edge), begin: 0 }))];
  for (let run = 1; run < most; run++) {
    const before = cheapest[run - 1] ?? [];
    cheapest.push(
      edges.map((edge, j) => {
        let best = { cost: Number.POSITIVE_INFINITY, begin: j };
        for (let begin = 1; begin < j; begin++) {
          const cost = (before[begin]?.cost ?? 0) + measure(edges[begin] ?? 0, edge) + price;
          if (cost < best.cost) best = { cost, begin };
        }
        return best;
      }),
    );
  }
  let j = edges.length - 1;
  let run = indexOfLeast(cheapest.map((row) => row[j]?.cost ?? Number.POSITIVE_INFINITY));
  const runs: Stretch[][] = [];
  for (; run >= 0; run--) {
    const begin = cheapest[run]?.[j]?.begin ?? 0;
    runs.unshift(sorted.slice(edges[begin], edges[j]));
    j = begin;
  }
  return runs;
}

/** Indexes at which a run may begin; events that begin together stay together. */
function placesToCut(sorted: readonly Stretch[]): number[] {
  const gaps: { index: number; gap: number }[] = [];
  for (let index = 1; index < sorted.length; index++) {
    const gap = (sorted[index]?.from ?? 0) - (sorted[index - 1]?.from ?? 0);
    if (gap > 0) gaps.push({ index, gap });
  }
  if (gaps.length <= 2 * PLACES) return gaps.map(({ index }) => index);
  const longest = gaps.toSorted((a, b) => b.gap - a.gap).slice(0, PLACES);
  const even = Array.from({ length: PLACES }, (_, k) => gaps[Math.floor((k * gaps.length) / PLACES)] ?? gaps[0]);
  return [...new Set([...longest, ...even].flatMap((gap) => gap?.index ?? []))].sort((a, b) => a - b);
}

/**
 * What the events between two indexes cost as one run. One of unusual length counts by its beginning. Few events say
 * little of a pace: one alone has the room of an average one, and two on a day are no burst yet.
 */
function measureRuns(sorted: readonly Stretch[]): (begin: number, end: number) => number {
  const usual = usualLength(sorted);
  const average = ((sorted.at(-1)?.from ?? 0) - (sorted[0]?.from ?? 0)) / Math.max(1, sorted.length);
  // Up to each index: the mass, and the last instant.
  const masses = new Float64Array(sorted.length + 1);
  const ends = new Float64Array(sorted.length + 1).fill(Number.NEGATIVE_INFINITY);
  for (const [index, { from, to, mass = 1 }] of sorted.entries()) {
    masses[index + 1] = (masses[index] ?? 0) + mass;
    ends[index + 1] = Math.max(ends[index] ?? from, from + Math.min(to - from, usual));
  }
  return (begin, end) => {
    if (end <= begin) return 0;
    const doubt = average / (end - begin) ** 2;
    const length = Math.max((ends[end] ?? 0) - (sorted[begin]?.from ?? 0) + doubt, HOUR);
    const mass = (masses[end] ?? 0) - (masses[begin] ?? 0);
    return mass * Math.log(length / mass / HOUR);
  };
}

/** Three quarters of the events are at most so long, ms; a day where they are shorter. */
export function usualLength(stretches: readonly Stretch[]): number {
  const lengths = Float64Array.from(stretches, ({ from, to }) => to - from).sort();
  return Math.max(lengths[Math.floor(lengths.length * 0.75)] ?? 0, DAY);
}

function indexOfLeast(values: readonly number[]): number {
  return values.reduce((least, value, index) => (value < (values[least] ?? 0) ? index : least), 0);
}
