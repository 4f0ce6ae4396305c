import { describe, expect, test } from 'vitest';
import { standInArea } from '../../src/basemap/area-stand.ts';
import { packShapes, readShapes, type ShapesHead } from '../../src/basemap/shapes.ts';
import { mercatorY, TILE } from '../../src/basemap/view.ts';

type Town = ShapesHead['places']['town'][number];

const MIDDLE: [number, number] = [11, 46];
const SQUARE = [
  [10, 45],
  [12, 45],
  [12, 47],
  [10, 47],
];

/** A square country of two degrees with some towns. */
function country(capital: Town[], seat: Town[] = [], rings = [SQUARE]) {
  const head = { places: { capital, seat, town: [] }, countries: [], smaller: [], waters: [] };
  return readShapes(packShapes(head, {}, new Map([['XX', rings]])).slice().buffer);
}

/** Pixels at the zoom at which such a country comes into a map. */
function pixels([lng1, lat1]: readonly [number, number], [lng2, lat2]: readonly [number, number]): number {
  return Math.hypot((lng1 - lng2) / 360, mercatorY(lat1) - mercatorY(lat2)) * TILE * 2 ** 4.5;
}

describe('the mark of a whole country', () => {
  test('stands in its middle where no capital is near', () => {
    expect(standInArea(country([['Edge', 10.1, 45.1, 2]]), 'XX', MIDDLE)).toEqual(MIDDLE);
    expect(standInArea(country([['Across the border', 14, 46, 2]]), 'XX', MIDDLE)).toEqual(MIDDLE);
  });

  test.each([
    { where: 'beside the middle', lng: 10.8, lat: 46.05 },
    { where: 'in the middle', lng: 11, lat: 46 },
    { where: 'north of it', lng: 11, lat: 46.3 },
  ])('leaves a capital $where its dot, inside the country', ({ lng, lat }) => {
    const [east, north] = standInArea(country([['Capital', lng, lat, 2]]), 'XX', MIDDLE);
    expect(pixels([east, north], [lng, lat])).toBeGreaterThan(22);
    expect(pixels([east, north], MIDDLE)).toBeLessThan(45);
    expect(east).toBeGreaterThan(10.1);
    expect(east).toBeLessThan(11.9);
    expect(north).toBeGreaterThan(45.1);
    expect(north).toBeLessThan(46.9);
  });

  test('goes away from the seat of a region, too, where there is room', () => {
    const alone = standInArea(country([['Capital', 10.7, 46, 2]]), 'XX', MIDDLE);
    const [lng, lat] = alone;
    const beside = standInArea(country([['Capital', 10.7, 46, 2]], [['Seat', lng, lat, 4]]), 'XX', MIDDLE);
    expect(pixels(alone, beside)).toBeGreaterThan(10);
    expect(pixels([lng, lat], beside)).toBeGreaterThan(10);
  });

  test('keeps out of a hole, which is another country', () => {
    const hole = [
      [11.1, 45.4],
      [11.1, 46.6],
      [11.9, 46.6],
      [11.9, 45.4],
    ];
    const shapes = country([['Capital', 10.7, 46, 2]], [], [SQUARE, hole]);
    const [lng, lat] = standInArea(shapes, 'XX', MIDDLE);
    expect([lng, lat]).not.toEqual(MIDDLE);
    expect(lng > 11.1 && lng < 11.9 && lat > 45.4 && lat < 46.6).toBe(false);
  });

  test('stays where it is in a city that is a state, and where its shape is not known', () => {
    const city = [
      [10.99, 45.99],
      [11.01, 45.99],
      [11.01, 46.01],
      [10.99, 46.01],
    ];
    expect(standInArea(country([['City', 11, 46, 2]], [], [city]), 'XX', MIDDLE)).toEqual(MIDDLE);
    expect(standInArea(country([['Capital', 11, 46, 2]]), 'YY', MIDDLE)).toEqual(MIDDLE);
  });

  test('stands on its own side of 180 degrees', () => {
    const islands = SQUARE.map(([lng = 0, lat = 0]) => [lng > 11 ? lng - 11 - 180 : lng - 11 + 180, lat]);
    // As the tiles have it: two pieces, one on each side.
    const west = [[-180, 45], ...islands.filter(([lng = 0]) => lng < 0), [-180, 47]];
    const east = [
      [179, 45],
      [180, 45],
      [180, 47],
      [179, 47],
    ];
    const [lng] = standInArea(country([['Capital', 179.9, 46, 2]], [], [east, west]), 'XX', [180, 46]);
    expect(Math.abs(lng)).toBeGreaterThan(179);
    expect(Math.abs(lng)).toBeLessThanOrEqual(180);
  });
});
