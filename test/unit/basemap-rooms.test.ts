import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { POSTER_FILE } from '../../seeds/build-basemap.ts';
import { countryNames } from '../../src/basemap/countries.ts';
import { levelStands } from '../../src/basemap/level-stands.ts';
import { drawPoster } from '../../src/basemap/poster.ts';
import { readShapes } from '../../src/basemap/shapes.ts';
import { rowsOf, widestBox } from '../../src/basemap/widest-box.ts';

const square = (left: number, top: number, side: number) => [
  [left, top],
  [left + side, top],
  [left + side, top + side],
  [left, top + side],
];

describe('the widest box', () => {
  test('is in the middle of a square, and as wide', () => {
    expect(widestBox(rowsOf([square(0, 0, 100)], 0, 100, 2))).toEqual({ x: 50, y: expect.closeTo(50, -1), width: 100 });
  });

  test('keeps clear of a hole and to its window', () => {
    const rows = rowsOf([square(0, 0, 100), square(20, 20, 60)], 0, 100, 2);
    const { x, y, width } = widestBox(rows, { left: 10, top: 0, right: 90, bottom: 50 });
    expect(y).toBeLessThan(20);
    expect(width).toBeLessThanOrEqual(80);
    expect(x).toBe(50);
  });

  test('is none where nothing is', () => {
    expect(widestBox(rowsOf([], 0, 100, 2)).width).toBe(0);
    expect(widestBox(rowsOf([square(0, 0, 100)], 0, 100, 2), { left: 200, top: 0, right: 300, bottom: 90 }).width).toBe(
      0,
    );
  });
});

describe('a level name', () => {
  const window = { x: 0, y: 0, width: 400, height: 200 };
  const size = { width: 60, height: 12 };
  const wide = rowsOf([square(-100, -100, 600)], 0, 200, 4);

  test('stands in the middle of what is seen of a shape', () => {
    const [first] = levelStands(wide, size, window);
    expect(first).toMatchObject({ x: expect.closeTo(200, 0), y: expect.closeTo(100, -1) });
  });

  test('lies wholly inside the shape, wherever it stands', () => {
    // A triangle that the window cuts.
    const rows = rowsOf(
      [
        [
          [100, -50],
          [300, 190],
          [-100, 190],
        ],
      ],
      0,
      200,
      4,
    );
    const stands = levelStands(rows, size, window);
    expect(stands.length).toBeGreaterThan(5);
    for (const { x, y } of stands) {
      const halfOfLine = (((y - 6 + 50) / 240) * 400) / 2;
      expect(x - 30).toBeGreaterThanOrEqual(Math.max(0, 100 - halfOfLine) - 4);
      expect(x + 30).toBeLessThanOrEqual(100 + halfOfLine + 4);
      expect(y + 6).toBeLessThanOrEqual(192);
    }
  });

  test('keeps clear of what is taken, and rather stands far from marks', () => {
    const taken = { x: 150, y: 0, width: 100, height: 200 };
    for (const { x } of levelStands(wide, size, window, [taken]))
      expect(x + 30 <= 150 || x - 30 >= 250, String(x)).toBe(true);
    const [left] = levelStands(wide, size, window, [taken], [{ x: 330, y: 100 }]);
    const [right] = levelStands(wide, size, window, [taken], [{ x: 70, y: 100 }]);
    expect(left?.x).toBeLessThan(150);
    expect(right?.x).toBeGreaterThan(250);
  });

  test('has no place where nothing is seen, nor where all that is seen is too narrow', () => {
    expect(levelStands(rowsOf([square(500, 0, 100)], 0, 200, 4), size, window)).toEqual([]);
    expect(levelStands(rowsOf([square(10, 10, 50)], 0, 200, 4), size, window)).toEqual([]);
    expect(levelStands(rowsOf([], 0, 200, 4), size, window)).toEqual([]);
  });
});

test('the drawn map names a country of which it shows a part, inside the picture', () => {
  const { buffer, byteOffset, byteLength } = readFileSync(resolve(POSTER_FILE));
  const shapes = readShapes(buffer.slice(byteOffset, byteOffset + byteLength));
  const namesAt = (lng: number, lat: number, zoom: number) => {
    const view = { lng, lat, zoom, width: 560, height: 320 };
    const { labels } = drawPoster(shapes, view, { countries: countryNames('en'), lang: 'en' });
    return labels.filter(({ kind }) => kind === 'country').map(({ text }) => text);
  };
  expect(namesAt(37, 36, 7)).toEqual(expect.arrayContaining(['Turkey', 'Syria']));
  expect(namesAt(-90, 30, 4.2)).toContain('United States');
  // The world's map names what has room as a whole.
  expect(namesAt(10, 20, 0.5)).not.toContain('Syria');
});
