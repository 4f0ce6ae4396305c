// Ranks towns, so that at any zoom the right dozen are labelled.
import { mercatorY } from '../../src/basemap/view.ts';
import type { TileFeature } from './tiles.ts';

interface Town {
  name: string;
  lng: number;
  lat: number;
  country: string;
  kind: Kind;
  /** People, with what a seat of power adds. */
  weight: number;
}

type Kind = 'capital' | 'seat' | 'town';

// Seats of power rank above towns of their size, as if they had so many people.
const SEAT: Record<string, { kind: Kind; bonus: number }> = {
  PPLC: { kind: 'capital', bonus: 3_000_000 },
  PPLA: { kind: 'seat', bonus: 250_000 },
  PPLA2: { kind: 'town', bonus: 15_000 },
};

// What it takes to be labelled from a zoom on, index 0 to 10: the map of a continent names no small town.
const FLOOR = [Infinity, 12e6, 4e6, 2e6, 600_000, 200_000, 60_000, 15_000, 5000, 1500, 0];

// From each zoom on, one more label may enter every square of so many pixels, and every capital; the renderer drops
// what collides.
const SQUARE = 64;
const TILE = 512;

/** One point a town; `z` is the zoom from which it deserves its label, `rank` its place among all, 0 the first. */
export function rankPlaces(table: string): TileFeature[] {
  const towns = table.split('\n').filter(Boolean).map(readTown);
  towns.sort((a, b) => b.weight - a.weight);
  const taken = FLOOR.map(() => new Set<number>());
  return towns.flatMap(({ name, lng, lat, country, kind, weight }, rank) => {
    const squares = FLOOR.map((_, z) => squareOf(lng, lat, z));
    const z = FLOOR.findIndex(
      (floor, zoom) => weight >= floor && (kind === 'capital' || !taken[zoom]?.has(squares[zoom] ?? 0)),
    );
    if (z < 0) return [];
    for (let zoom = z; zoom < FLOOR.length; zoom++) taken[zoom]?.add(squares[zoom] ?? 0);
    const properties = { name, country, kind, z, rank };
    return [
      {
        type: 'Feature',
        properties,
        geometry: { type: 'Point', coordinates: [lng, lat] },
        minZoom: z,
      },
    ];
  });
}

function readTown(row: string): Town {
  const [, name = '', lat, lng, code = '', country = '', , , people] = row.split('\t');
  const { kind, bonus } = SEAT[code] ?? { kind: 'town', bonus: 0 };
  return { name, lng: Number(lng), lat: Number(lat), country, kind, weight: Number(people) + bonus };
}

function squareOf(lng: number, lat: number, zoom: number): number {
  const size = (TILE * 2 ** zoom) / SQUARE;
  return Math.floor(mercatorY(lat) * size) * 65_536 + Math.floor((lng / 360 + 0.5) * size);
}
