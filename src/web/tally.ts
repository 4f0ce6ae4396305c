import { glyphNumber, KINDS } from './glyphs.ts';
import { type Item, reach } from './item.ts';
import type { Site } from './sites.ts';
import { rank, type Window } from './visible.ts';

/**
 * The placed events as columns of numbers in the order of their first instants, so that a moment is a count of rows and a
 * drag goes once through them. An end lies before an instant when its rank among all ends is less than the instant's.
 */
export interface Rows {
  items: Item[];
  /** The row of an event, by id. */
  numbers: ReadonlyMap<string, number>;
  /** By row: the number of the event's site, of its glyph, and the rank of its end. */
  site: Int32Array;
  kind: Uint8Array;
  end: Int32Array;
  starts: Float64Array;
  ends: Float64Array;
  /** The rows of each site one after another: those of site i from `first[i]` up to `first[i + 1]`. */
  bySite: Int32Array;
  first: Int32Array;
}

/** What of the rows a window shows: the first `count` of them, and of those each whose end has at least the rank `ended`. */
export interface Shown {
  count: number;
  ended: number;
}

export function packRows(all: readonly Item[], sites: readonly Site[]): Rows {
  const siteOf = new Map(sites.map(({ at }, index) => [at.join(), index]));
  const placed = all.flatMap((item) => (item.at ? [{ item, at: item.at, ...(reach(item) ?? NEVER) }] : []));
  placed.sort((a, b) => a.from - b.from || 0);
  const ends = Float64Array.from(placed, ({ to }) => to).sort();
  const site = Int32Array.from(placed, ({ at }) => siteOf.get(at.join()) ?? 0);
  return {
    items: placed.map(({ item }) => item),
    numbers: new Map(placed.map(({ item }, row) => [item.id, row])),
    site,
    ...groupBySite(site, sites.length),
    kind: Uint8Array.from(placed, ({ item }) => glyphNumber(item)),
    end: Int32Array.from(placed, ({ to }) => rank(ends, to, false)),
    starts: Float64Array.from(placed, ({ from }) => from),
    ends,
  };
}

export function shownRows({ starts, ends }: Pick<Rows, 'starts' | 'ends'>, { from, to }: Window): Shown {
  return { count: rank(starts, to, true), ended: rank(ends, from, false) };
}

export function isShown({ end }: Rows, { count, ended }: Shown, row: number): boolean {
  return row >= 0 && row < count && (end[row] ?? 0) >= ended;
}

/** How many of the shown events each of so many sites has. */
export function countBySite({ site, end }: Rows, { count, ended }: Shown, sites: number): Int32Array {
  const counts = new Int32Array(sites);
  for (let row = 0; row < count; row++) {
    const at = site[row] ?? 0;
    if ((end[row] ?? 0) >= ended) counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** The shown rows of a site, in time order. */
export function rowsAt({ bySite, first, end }: Rows, { count, ended }: Shown, site: number): number[] {
  const found: number[] = [];
  for (let index = first[site] ?? 0; index < (first[site + 1] ?? 0); index++) {
    const row = bySite[index] ?? 0;
    if (row >= count) break;
    if ((end[row] ?? 0) >= ended) found.push(row);
  }
  return found;
}

/** What the events of a mark are. */
export interface Make {
  /** How many of each kind, by the number of the glyph. */
  kinds: Int32Array;
  /** How many end at the fresh instant or later. */
  fresh: number;
}

/** The make of each mark; `markOf` says by site which it is counted in, -1 for none. `fresh` is a rank of ends. */
export function makeOf(
  { site, kind, end }: Rows,
  { count, ended }: Shown,
  fresh: number,
  markOf: Int32Array,
  marks: number,
): Make[] {
  const makes = Array.from({ length: marks }, (): Make => ({ kinds: new Int32Array(KINDS), fresh: 0 }));
  for (let row = 0; row < count; row++) {
    const ends = end[row] ?? 0;
    const make = ends < ended ? undefined : makes[markOf[site[row] ?? 0] ?? -1];
    if (!make) continue;
    const of = kind[row] ?? 0;
    make.kinds[of] = (make.kinds[of] ?? 0) + 1;
    if (ends >= fresh) make.fresh += 1;
  }
  return makes;
}

function groupBySite(site: Int32Array, sites: number): Pick<Rows, 'bySite' | 'first'> {
  const first = new Int32Array(sites + 1);
  for (const at of site) first[at + 1] = (first[at + 1] ?? 0) + 1;
  for (let index = 0; index < sites; index++) first[index + 1] = (first[index + 1] ?? 0) + (first[index] ?? 0);
  const free = first.slice();
  const bySite = new Int32Array(site.length);
  for (const [row, at] of site.entries()) {
    const next = free[at] ?? 0;
    bySite[next] = row;
    free[at] = next + 1;
  }
  return { bySite, first };
}

/** What has no date belongs to the whole story only. */
const NEVER = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };
