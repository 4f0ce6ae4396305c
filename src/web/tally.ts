import { glyphNumber, KINDS } from './glyphs.ts';
import { type Item, reach } from './item.ts';
import type { Site } from './sites.ts';
import { rank, type Window } from './visible.ts';

/**
 * The placed events as columns of numbers in the order of their first instants, so that a moment is a count of rows: those
 * that began by it. An end lies before an instant when its rank among all ends is less than the instant's.
 *
 * Events of one kind at one site are a part. Of a part it is known in which rows its events begin and at which ranks they
 * end, both sorted: how many of them a window shows is looked up, however many there are.
 */
export interface Rows {
  items: Item[];
  /** The row of an event, by id. */
  numbers: ReadonlyMap<string, number>;
  /** By row: the number of the event's site, and the rank of its end. */
  site: Int32Array;
  end: Int32Array;
  starts: Float64Array;
  /** Sorted. */
  ends: Float64Array;
  parts: Parts;
}

interface Parts {
  /** By part: the number of its glyph. */
  kind: Uint8Array;
  /** The parts of site i are those from `ofSite[i]` up to `ofSite[i + 1]`. */
  ofSite: Int32Array;
  /** Those of part i are the rows, and the ranks of ends, from `first[i]` up to `first[i + 1]`. */
  first: Int32Array;
  rows: Int32Array;
  ends: Int32Array;
}

/** What of the rows a window shows: the first `count` of them, and of those each whose end has at least the rank `ended`. */
export interface Shown {
  count: number;
  ended: number;
}

export function packRows(all: readonly Item[], sites: readonly Site[]): Rows {
  const siteOf = new Map(sites.map(({ at }, index) => [at.join(), index]));
  const placed = all.flatMap((item) => (item.at ? [{ item, at: item.at, ...(reach(item) ?? UNDATED) }] : []));
  placed.sort((a, b) => a.from - b.from || 0);
  const ends = Float64Array.from(placed, ({ to }) => to).sort();
  const site = Int32Array.from(placed, ({ at }) => siteOf.get(at.join()) ?? 0);
  const kind = Uint8Array.from(placed, ({ item }) => glyphNumber(item));
  const end = Int32Array.from(placed, ({ to }) => rank(ends, to, false));
  return {
    items: placed.map(({ item }) => item),
    numbers: new Map(placed.map(({ item }, row) => [item.id, row])),
    site,
    end,
    starts: Float64Array.from(placed, ({ from }) => from),
    ends,
    parts: partsOf(site, kind, end, sites.length),
  };
}

/** What has no date is shown where no side of the window is closed, and only there. */
export function shownRows({ starts, ends }: Pick<Rows, 'starts' | 'ends'>, { from, to }: Window): Shown {
  const all = from === Number.NEGATIVE_INFINITY && to === Number.POSITIVE_INFINITY;
  return { count: rank(starts, to, all || to < Number.POSITIVE_INFINITY), ended: rank(ends, from, false) };
}

export function isShown({ end }: Rows, { count, ended }: Shown, row: number): boolean {
  return row >= 0 && row < count && (end[row] ?? 0) >= ended;
}

/** How many of the shown events each site has. */
export function countBySite({ parts }: Rows, shown: Shown): Int32Array {
  const counts = new Int32Array(parts.ofSite.length - 1);
  for (let site = 0; site < counts.length; site++)
    for (let part = parts.ofSite[site] ?? 0; part < (parts.ofSite[site + 1] ?? 0); part++)
      counts[site] = (counts[site] ?? 0) + countIn(parts, part, shown);
  return counts;
}

/** The shown rows of a site, in time order. */
export function rowsAt({ end, parts: { ofSite, first, rows } }: Rows, { count, ended }: Shown, site: number): number[] {
  const found: number[] = [];
  for (let part = ofSite[site] ?? 0; part < (ofSite[site + 1] ?? 0); part++)
    for (let index = first[part] ?? 0; index < (first[part + 1] ?? 0); index++) {
      const row = rows[index] ?? 0;
      if (row >= count) break;
      if ((end[row] ?? 0) >= ended) found.push(row);
    }
  return found.sort((a, b) => a - b);
}

/** What the events of a mark are. */
export interface Make {
  /** How many of each kind, by the number of the glyph. */
  kinds: Int32Array;
  /** How many end at the fresh instant or later. */
  fresh: number;
}

/**
 * The make of each mark, whose `members` are the numbers of the sites that it counts. `fresh` is the rank of ends of an
 * instant that does not lie behind the window.
 */
export function makesOf(
  { parts }: Rows,
  shown: Shown,
  fresh: number,
  marks: readonly { members: readonly number[] }[],
): Make[] {
  const young = { count: shown.count, ended: Math.max(shown.ended, fresh) };
  return marks.map(({ members }) => {
    const make: Make = { kinds: new Int32Array(KINDS), fresh: 0 };
    for (const site of members)
      for (let part = parts.ofSite[site] ?? 0; part < (parts.ofSite[site + 1] ?? 0); part++) {
        const kind = parts.kind[part] ?? 0;
        make.kinds[kind] = (make.kinds[kind] ?? 0) + countIn(parts, part, shown);
        make.fresh += countIn(parts, part, young);
      }
    return make;
  });
}

/** Those that began by the end of the window, less those that ended before its start: they all began by then. */
function countIn({ first, rows, ends }: Parts, part: number, { count, ended }: Shown): number {
  const [from, to] = [first[part] ?? 0, first[part + 1] ?? 0];
  return countBelow(rows, count, from, to) - countBelow(ends, ended, from, to);
}

/** How many of the values from one index up to another, which are sorted, are less than a value. */
function countBelow(sorted: Int32Array, value: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low - from;
}

function partsOf(site: Int32Array, kind: Uint8Array, end: Int32Array, sites: number): Parts {
  const partOf = (row: number) => (site[row] ?? 0) * KINDS + (kind[row] ?? 0);
  const rows = Int32Array.from(site, (_, row) => row).sort((a, b) => partOf(a) - partOf(b) || a - b);
  const ofSite = new Int32Array(sites + 1);
  const [kinds, first]: [number[], number[]] = [[], []];
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    if (before !== undefined && partOf(before) === partOf(row)) continue;
    first.push(index);
    kinds.push(kind[row] ?? 0);
    const next = (site[row] ?? 0) + 1;
    ofSite[next] = (ofSite[next] ?? 0) + 1;
  }
  for (let index = 0; index < sites; index++) ofSite[index + 1] = (ofSite[index + 1] ?? 0) + (ofSite[index] ?? 0);
  first.push(rows.length);
  const ends = Int32Array.from(rows, (row) => end[row] ?? 0);
  for (const [part, from] of first.entries()) ends.subarray(from, first[part + 1] ?? from).sort();
  return { kind: Uint8Array.from(kinds), ofSite, first: Int32Array.from(first), rows, ends };
}

/** Behind every instant, and never over. */
const UNDATED = { from: Number.POSITIVE_INFINITY, to: Number.POSITIVE_INFINITY };
