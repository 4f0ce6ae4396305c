import { TILE } from '../basemap/view.ts';
import { fanRadius, MOST_FANNED } from './fan.ts';
import type { Site } from './sites.ts';

/** What stands at one place of a map: the events there each by its glyph, or a number for those of all its sites. */
export interface Mark {
  /** Number of the site at which it stands: of those it counts, the first in rank. */
  site: number;
  /** Numbers of the sites whose events it counts, its own first. */
  members: number[];
  count: number;
  form: 'glyphs' | 'number';
  /** Pixels from its middle to its rim. */
  radius: number;
  /** True where a country or region is among its sites: it has a dashed ring around it. */
  vague: boolean;
}

type Place = Pick<Site, 'x' | 'y' | 'vague'>;

/** How large marks are drawn. */
export interface Scale {
  /** The factor of all glyphs at the zoom. */
  size: number;
  /** Events at the busiest site of the whole story: numbers get discs of areas in proportion, so that the largest fits. */
  most: number;
}

/** Radius of a glyph, and of the largest disc that one site gets, px. */
const GLYPH = 8;
const LARGEST = 30;
/** A number must be readable in its disc; a disc for all the sites of a large region must not hide it. */
const DISC = { least: 12.5, most: 38, one: 4 };
/** Air between two marks, and the room of a dashed ring around one, px. */
const AIR = 2;
export const VAGUE = 4;
/** Side of the squares of the map in which neighbours are looked for, px. */
const CELL = 48;

/**
 * The marks of a map: no two touch each other, their counts add up to those given, and the order of the story decides alone
 * who takes in whom. `counts` are the shown events by site; the view may lie anywhere.
 *
 * Each site in its turn stands where it is. Where that touches a mark, the later in rank is counted with the earlier, which
 * grows and so may touch the next. What is left over of the room, sites of a few events then use to show each of them.
 */
export function layMarks(sites: readonly Place[], counts: ArrayLike<number>, zoom: number, scale: Scale): Mark[] {
  const ground = makeGround(TILE * 2 ** zoom);
  for (const [index, { x, y, vague }] of sites.entries()) {
    const count = counts[index] ?? 0;
    if (count === 0) continue;
    let mark: Placed = { site: index, members: [index], count, vague, ...compact(count, scale), ...ground.at(x, y) };
    for (let other = ground.nearest(mark); other; other = ground.nearest(mark)) {
      ground.remove(other);
      mark = joined(mark, other, scale);
    }
    ground.add(mark);
  }
  const marks = ground.marks().sort((a, b) => a.site - b.site);
  for (const mark of marks) {
    if (mark.members.length > 1 || mark.count < 2 || mark.count > MOST_FANNED) continue;
    const radius = fanRadius(mark.count, scale.size) + GLYPH * scale.size;
    ground.remove(mark);
    if (!ground.nearest({ ...mark, radius })) Object.assign(mark, { radius, form: 'glyphs' });
    ground.add(mark);
  }
  return marks.map(({ left: _, top: __, ...mark }) => mark);
}

/** Radius of the disc of a number, px: its area is in proportion to the number as far as it can be. */
export function discRadius(count: number, { most }: Scale): number {
  const one = Math.min(DISC.one, LARGEST / Math.sqrt(Math.max(1, most)));
  return Math.max(DISC.least, Math.min(DISC.most, one * Math.sqrt(count)));
}

/** Pixels from the middle of a mark that nothing else may come near. */
export function reachOf({ radius, vague }: Pick<Mark, 'radius' | 'vague'>): number {
  return radius + (vague ? VAGUE : 0);
}

function compact(count: number, scale: Scale): Pick<Mark, 'form' | 'radius'> {
  return count === 1
    ? { form: 'glyphs', radius: GLYPH * scale.size }
    : { form: 'number', radius: discRadius(count, scale) };
}

interface Placed extends Mark {
  /** Pixels from the west and the north of the world. */
  left: number;
  top: number;
}

/** The later in rank goes into the earlier, which is given back. */
function joined(a: Placed, b: Placed, scale: Scale): Placed {
  const [host, guest] = a.site < b.site ? [a, b] : [b, a];
  for (const member of guest.members) host.members.push(member);
  host.count += guest.count;
  host.vague ||= guest.vague;
  return Object.assign(host, compact(host.count, scale));
}

/** Marks by squares of the map. They turn around the world: the last column is a neighbour of the first. */
function makeGround(world: number) {
  const columns = Math.max(1, Math.floor(world / CELL));
  const cells = new Map<number, Placed[]>();
  let widest = 0;
  const columnOf = (left: number) => Math.floor((left / world) * columns);
  const key = (column: number, row: number) => row * columns + (((column % columns) + columns) % columns);
  const keyOf = ({ left, top }: Placed) => key(columnOf(left), Math.floor(top / CELL));
  return {
    at: (x: number, y: number) => ({ left: x * world, top: y * world }),
    marks: () => [...cells.values()].flat(),
    add(mark: Placed) {
      const at = keyOf(mark);
      const there = cells.get(at);
      if (there) there.push(mark);
      else cells.set(at, [mark]);
      widest = Math.max(widest, reachOf(mark));
    },
    remove(mark: Placed) {
      const there = cells.get(keyOf(mark)) ?? [];
      const index = there.indexOf(mark);
      if (index >= 0) there.splice(index, 1);
    },
    /** Of the marks that one touches, the one whose place is nearest to its own; of two as near, the earlier in rank. */
    nearest(mark: Placed): Placed | null {
      const reach = reachOf(mark) + widest + AIR;
      let best: Placed | null = null;
      let least = Number.POSITIVE_INFINITY;
      const column = columnOf(mark.left);
      const across = Math.min(columns - 1, 2 * Math.ceil(reach / (world / columns)));
      const foot = Math.floor((mark.top + reach) / CELL);
      for (let step = 0; step <= across; step++) {
        for (let row = Math.floor((mark.top - reach) / CELL); row <= foot; row++) {
          const there = cells.get(key(column - (across >> 1) + step, row));
          if (!there) continue;
          for (const other of there) {
            const way = Math.abs(other.left - mark.left);
            const [dx, dy] = [Math.min(way, world - way), other.top - mark.top];
            const far = dx * dx + dy * dy;
            if (far >= (reachOf(other) + reachOf(mark) + AIR) ** 2) continue;
            if (best && (far > least || (far === least && other.site > best.site))) continue;
            best = other;
            least = far;
          }
        }
      }
      return best;
    },
  };
}
