/**
 * The outline of a country or region as the tile build writes it, `area/NAME.json`: polygons of rings of steps of a
 * thousandth of a degree, longitude and latitude in turn, each from the point before, the first from 0, 0. The last
 * point of a ring is not its first again. What lies on both sides of 180 degrees is cut there.
 */
export type Outline = number[][][];

export type Ring = [lng: number, lat: number][];

const GRID = 1000;
// Natural Earth cuts shapes here; no border runs along it, nor along the edge at the South Pole.
const SEAM = 179.99;
const POLE = -89.9;

export function packOutline(polygons: number[][][][]): Outline {
  return polygons.map((rings) =>
    rings.map((ring) => {
      const grid = ring.map(([lng = 0, lat = 0]) => [Math.round(lng * GRID), Math.round(lat * GRID)] as const);
      return grid.slice(0, -1).flatMap(([x, y], i) => {
        const [beforeX, beforeY] = grid[i - 1] ?? [0, 0];
        return [x - beforeX, y - beforeY];
      });
    }),
  );
}

/** The polygons in degrees, their rings closed. */
export function readOutline(outline: Outline): Ring[][] {
  return outline.map((rings) =>
    rings.map((steps) => {
      let [x, y] = [0, 0];
      const ring: Ring = [];
      for (let i = 0; i + 1 < steps.length; i += 2) {
        x += steps[i] ?? 0;
        y += steps[i + 1] ?? 0;
        ring.push([x / GRID, y / GRID]);
      }
      return ring[0] ? [...ring, ring[0]] : ring;
    }),
  );
}

/** What of the rings is an outline in fact, not a cut of the map's edge. */
export function outlineLines(polygons: Ring[][]): Ring[] {
  const onSeam = ([lng, lat]: Ring[number]) => Math.abs(lng) > SEAM || lat < POLE;
  return polygons.flat().flatMap((ring) => {
    const runs: Ring[] = [[]];
    ring.forEach((point, i) => {
      const before = ring[i - 1];
      if (before && onSeam(before) && onSeam(point)) runs.push([]);
      runs.at(-1)?.push(point);
    });
    return runs.filter((run) => run.length > 1);
  });
}
