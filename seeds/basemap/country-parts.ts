// Further places for the names of countries: a map that shows a part of one names that part.
import type { MultiPolygon, Position } from 'geojson';
import { latitude } from '../../src/basemap/view.ts';
import { type Room, type Rows, rowsOf, widestBox } from '../../src/basemap/widest-box.ts';
import { polygonsOf } from './area.ts';
import { project } from './label-box.ts';
import type { TileFeature } from './tiles.ts';

// Zooms, and the pixels of the squares of which each may have a name at it.
const SQUARES = [
  [2, 48],
  [3, 48],
  [4, 48],
  [5, 64],
  [6, 96],
  [7, 96],
] as const;
const TILE = 512;
// Pixels between the lines that are looked along, and of the least room for a name: half a zoom nearer it is large enough.
const ROW = 8;
const LEAST = 40;

// By how much of its side the room for a name may leave a square to either side, if that is narrower than a long name, in
// pixels; and how many times as wide it must be then.
const BEYOND = 0.75;
const LONG = 90;
const WIDER = 1.25;

/** Points for each square of each zoom in which a country has room for its name: on a phone's map of a part there is one. */
export function labelParts(country: string, shape: MultiPolygon): TileFeature[] {
  return polygonsOf(shape).flatMap((polygon) => {
    const rings = polygon.map((ring) => ring.map(project));
    return SQUARES.flatMap(([zoom, square]) => partsAt(country, rings, zoom, square));
  });
}

function partsAt(country: string, rings: Position[][], zoom: number, square: number): TileFeature[] {
  const pixel = 1 / (TILE * 2 ** zoom);
  const side = square * pixel;
  const [xs, ys] = [0, 1].map((axis) => (rings[0] ?? []).map((point) => point[axis] ?? 0));
  const [west, east] = endsOf(xs ?? [], side);
  const [north, south] = endsOf(ys ?? [], side);
  if (Math.max(...(xs ?? [0])) - Math.min(...(xs ?? [0])) < LEAST * pixel) return [];
  const rows = rowsOf(rings, north * side, south * side, ROW * pixel);
  const parts: TileFeature[] = [];
  for (let x = west; x < east; x++) {
    for (let y = north; y < south; y++) {
      const within = partIn(rows, x * side, y * side, side, 0);
      // A long name finds room where two squares meet; the map may show but one of them.
      const beyond = partIn(rows, x * side, y * side, side, square < LONG ? BEYOND * side : 0);
      for (const part of roomsOf(within, beyond)) {
        const width = Math.floor(part.width / pixel / ROW) * ROW;
        if (width < LEAST) continue;
        parts.push({
          type: 'Feature',
          properties: { country, width: Math.round(width * pixel * 1e6) / 1e6 },
          geometry: { type: 'Point', coordinates: [(part.x - 0.5) * 360, latitude(part.y)] },
          minZoom: zoom,
        });
      }
    }
  }
  return parts;
}

/** The wider room where it is worth it, and the narrower one where that is elsewhere. */
function roomsOf(within: Room, beyond: Room): Room[] {
  if (beyond.width <= WIDER * within.width) return [within];
  const inIt = beyond.y === within.y && Math.abs(beyond.x - within.x) <= (beyond.width - within.width) / 2;
  return inIt ? [beyond] : [within, beyond];
}

function partIn(rows: Rows, left: number, top: number, side: number, beyond: number) {
  return widestBox(rows, { left: left - beyond, top, right: left + side + beyond, bottom: top + side });
}

/** The first and last of the squares that some coordinates lie in, the last excluded. */
function endsOf(values: number[], side: number): [first: number, end: number] {
  return [Math.floor(Math.min(...values) / side), Math.floor(Math.max(...values) / side) + 1];
}
