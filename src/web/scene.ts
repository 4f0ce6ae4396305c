import { mercatorY, TILE, type View } from '../basemap/view.ts';
import { layMarks, type Mark, reachOf, VAGUE } from './clusters.ts';
import { fanOffset } from './fan.ts';
import type { Item } from './item.ts';
import { type Site, sitesOf } from './sites.ts';
import { countBySite, isShown, type Make, makesOf, packRows, type Rows, rowsAt, type Shown } from './tally.ts';

/** A mark of the map in pixels from the left and the top of the picture. */
interface Stand {
  x: number;
  y: number;
  radius: number;
}

/** An event by its glyph. */
export interface GlyphMark extends Stand {
  item: Item;
  /** True when it has stepped back. */
  old: boolean;
}

/** A number for the events of some sites. */
export interface NumberMark extends Stand {
  mark: Mark;
  make: Make;
}

/** The area that is meant around a site. */
export interface Halo extends Stand {
  item: Item;
}

/** All that the canvas shows for a view. */
export interface Scene {
  size: number;
  glyphs: GlyphMark[];
  numbers: NumberMark[];
  /** Where there are marks, how far they reach, and how many letters the name beside them has. */
  stands: (Stand & { letters: number })[];
  halos: Halo[];
  /** Dashed rings around what counts a country or region: no point is meant. */
  rings: Stand[];
}

/** What a map shows of a story: its sites in rank, the events that pass the filters, and what a window leaves of them. */
export interface Showing {
  sites: readonly Site[];
  rows: Rows;
  shown: Shown;
  /** A rank of ends: what ended before it has stepped back. */
  fresh: number;
}

/** The marks of what is shown, laid out for a zoom: the same wherever the map is pushed. */
export interface Layout {
  marks: Mark[];
  makes: Make[];
  /** Number of the mark that a site is counted in, by site; -1 for none. */
  markOf: Int32Array;
}

/** Width of the ring of a number, and of the line along it that leaves it hollow, px. */
export const RING_WIDTH = 4;
export const HOLLOW = 1.7;
/** How large a glyph is: its radius at full size, px. */
export const GLYPH_RADIUS = 8;
/**
 * The disc of an event on the rim of the number that holds it, and how far from the middle at least; the letters and the line of names, px. Names stand mostly on the right of marks: the left comes first.
 */
export const BADGE = {
  radius: 10,
  least: 18,
  letter: 7.5,
  line: 16,
  corners: [
    [-1, -1],
    [-1, 1],
    [1, -1],
    [1, 1],
  ],
} as const;
/** Marks are drawn this far beyond the picture, px. */
const MARGIN = 60;
const EQUATOR_METRES = 40_075_016;
/** Zoom, and the factor of all glyphs at it; linear in between. */
const SIZES = [
  [3, 0.85],
  [7, 1],
  [10, 1.2],
] as const;

/** The factor of all glyphs at a zoom. */
export function sizeAt(zoom: number): number {
  const [low = SIZES[0], high = low] = [SIZES.findLast(([at]) => at <= zoom), SIZES.find(([at]) => at > zoom)];
  const share = high[0] === low[0] ? 0 : (Math.max(zoom, low[0]) - low[0]) / (high[0] - low[0]);
  return low[1] + share * (high[1] - low[1]);
}

/** What weighs more is a little larger; the shape stays the louder. */
export function bigness(weight: number): number {
  return 0.88 + 0.24 * Math.max(0, Math.min(1, weight));
}

/** Size of the letters of a number in its disc, whole px: a browser takes milliseconds over each size that it has not set yet. */
export function numberSize(radius: number, text: string): number {
  const room = 2 * (radius - RING_WIDTH - 1);
  return Math.floor(Math.min(15, radius * 0.86, room / (0.62 * Math.max(1.4, text.length))));
}

/** Events at the busiest site: what the discs of numbers are measured by. */
export function mostOf(sites: readonly Site[]): number {
  return sites.reduce((high, { items }) => Math.max(high, items.length), 0);
}

/** Lays the shown events out for a zoom, with glyphs of a factor. `near`, if given, picks the sites that count. */
export function layOut(
  { sites, rows, shown, fresh }: Showing,
  zoom: number,
  most: number,
  near?: (site: Site) => boolean,
  size = sizeAt(zoom),
): Layout {
  const counts = countBySite(rows, shown);
  if (near) for (const [index, site] of sites.entries()) if (counts[index] && !near(site)) counts[index] = 0;
  const marks = layMarks(sites, counts, zoom, { size, most });
  const markOf = new Int32Array(sites.length).fill(-1);
  for (const [index, { members }] of marks.entries()) for (const site of members) markOf[site] = index;
  return { marks, markOf, makes: makesOf(rows, shown, fresh, marks) };
}

/** Puts a layout into a view. `outlined` are the outlines that the map draws: what has one needs no halo. */
export function sceneOf(showing: Showing, layout: Layout, outlined: ReadonlySet<string>, view: View): Scene {
  const { sites } = showing;
  const size = sizeAt(view.zoom);
  const scene: Scene = { size, glyphs: [], numbers: [], stands: [], halos: [], rings: [] };
  for (const [index, mark] of layout.marks.entries()) {
    const site = sites[mark.site];
    const make = layout.makes[index];
    if (!site || !make) continue;
    const members = mark.members.flatMap((member) => sites[member] ?? []);
    for (const stand of standsOf(site, view, MARGIN)) {
      scene.stands.push({ ...stand, radius: reachOf(mark), letters: site.items[0]?.place?.name.length ?? 0 });
      if (mark.vague) scene.rings.push({ ...stand, radius: mark.radius + VAGUE - 1 });
      if (mark.form === 'number') scene.numbers.push({ ...stand, radius: mark.radius, mark, make });
      else scene.glyphs.push(...glyphsAt(showing, mark.site, stand, size));
    }
    for (const member of members) {
      const radius = [...member.outlines].some((name) => outlined.has(name)) ? 0 : pixelsOf(member, view.zoom);
      const [item] = member.items;
      if (radius > 0 && item)
        scene.halos.push(...standsOf(member, view, radius).map((stand) => ({ ...stand, radius, item })));
    }
  }
  // The weightiest lies on top, should two touch after all.
  scene.glyphs.sort((a, b) => a.item.weight - b.item.weight);
  return scene;
}

/** All events of a story. */
export function showAll(items: readonly Item[]): Showing {
  const sites = sitesOf(items);
  const rows = packRows(items, sites);
  return { sites, rows, shown: { count: rows.items.length, ended: 0 }, fresh: 0 };
}

/** A story as a whole, laid out and put into a view: what a drawn map shows. `find` tells where an event is in it. */
export function wholeScene(
  items: readonly Item[],
  outlined: ReadonlySet<string>,
  view: View,
): { scene: Scene; find: (item: Item) => GlyphMark | NumberMark | undefined } {
  const showing = showAll(items);
  const layout = layOut(showing, view.zoom, mostOf(showing.sites));
  const scene = sceneOf(showing, layout, outlined, view);
  return { scene, find: (item) => findIn(showing, layout, scene, item, view)[0] };
}

/** Where an event is to be marked: at its glyph, at the number that holds it, or, while it is not shown, at its place. */
export function findIn(
  { sites, rows, shown }: Showing,
  { marks, markOf }: Layout,
  scene: Scene,
  item: Item,
  view: View,
): (GlyphMark | NumberMark)[] {
  const row = rows.numbers.get(item.id) ?? -1;
  const mark = isShown(rows, shown, row) ? marks[markOf[rows.site[row] ?? 0] ?? -1] : undefined;
  if (mark?.form === 'number') return scene.numbers.filter((one) => one.mark === mark);
  if (mark) return scene.glyphs.filter((one) => one.item === item);
  const site = sites.find(({ at }) => at.join() === item.at?.join());
  const radius = GLYPH_RADIUS * scene.size;
  return site ? standsOf(site, view, MARGIN).map((stand) => ({ ...stand, radius, item, old: true })) : [];
}

/** The boxes of all marks: names keep clear of them. */
export function boxesOf({ glyphs, numbers, rings }: Scene): { x: number; y: number; width: number; height: number }[] {
  return [...glyphs, ...numbers, ...rings].map(({ x, y, radius }) => ({
    x: x - radius,
    y: y - radius,
    width: 2 * radius,
    height: 2 * radius,
  }));
}

/** How far the mark of a place reaches around it, px: null where the place is counted by another. */
export function radiusAt({ stands }: Scene, x: number, y: number): number | null {
  return stands.find((one) => Math.hypot(one.x - x, one.y - y) < 0.5)?.radius ?? null;
}

/** Where an event that a number holds is shown at its rim: in the corner that is freest of other marks and of the names beside them. */
export function badgeAt({ stands }: Scene, { x, y, radius }: Stand): { x: number; y: number } {
  const beside = Math.max(radius, BADGE.least) * Math.SQRT1_2;
  const corners = BADGE.corners.map(([right, down]) => ({ x: x + right * beside, y: y + down * beside }));
  const room = (at: { x: number; y: number }) =>
    stands.reduce<number>((least, one) => {
      const own = Math.hypot(one.x - x, one.y - y) < 1;
      const mark = own ? Number.POSITIVE_INFINITY : Math.hypot(one.x - at.x, one.y - at.y) - one.radius;
      const right = one.x + one.radius;
      const across = Math.max(right - at.x, at.x - right - one.letters * BADGE.letter, 0);
      const name = Math.hypot(across, Math.max(Math.abs(at.y - one.y) - BADGE.line / 2, 0));
      return Math.min(least, mark, one.letters > 0 ? name : mark);
    }, BADGE.radius);
  return corners.reduce((best, at) => (room(at) > room(best) ? at : best), corners[0] ?? { x, y });
}

/** The shown events that a mark stands for, in time order. */
export function itemsOf({ rows, shown }: Showing, { members }: Mark): Item[] {
  return members
    .flatMap((site) => rowsAt(rows, shown, site))
    .sort((a, b) => a - b)
    .flatMap((row) => rows.items[row] ?? []);
}

/** Where a site is in a picture: more than once where the world is narrower than it, nowhere when it is far from it. */
export function standsOf(
  { x, y }: Pick<Site, 'x' | 'y'>,
  { lng, lat, zoom, width, height }: View,
  margin: number,
): { x: number; y: number }[] {
  const world = TILE * 2 ** zoom;
  const down = (y - mercatorY(lat)) * world + height / 2;
  if (down < -margin || down > height + margin) return [];
  const way = x - (lng + 180) / 360;
  const near = way - Math.round(way);
  const reach = (width / 2 + margin) / world;
  const found: { x: number; y: number }[] = [];
  for (let turn = Math.ceil(-reach - near); turn <= reach - near; turn++)
    found.push({ x: (near + turn) * world + width / 2, y: down });
  return found;
}

function glyphsAt(
  { rows, shown, fresh }: Showing,
  site: number,
  { x, y }: { x: number; y: number },
  size: number,
): GlyphMark[] {
  return rowsAt(rows, shown, site).flatMap((row, slot) => {
    const item = rows.items[row];
    const [right, down] = fanOffset(slot, size);
    const old = (rows.end[row] ?? 0) < fresh;
    return item ? [{ x: x + right, y: y + down, radius: GLYPH_RADIUS * size, item, old }] : [];
  });
}

/** Radius of the area that is meant, px. */
function pixelsOf({ areaMetres, at: [, lat] }: Site, zoom: number): number {
  return (areaMetres * TILE * 2 ** zoom) / (EQUATOR_METRES * Math.cos((lat * Math.PI) / 180));
}
