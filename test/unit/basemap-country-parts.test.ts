import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { labelParts } from '../../seeds/basemap/country-parts.ts';
import { POSTER_FILE } from '../../seeds/build-basemap.ts';
import { countryNames } from '../../src/basemap/countries.ts';
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

test('parts of a country lie inside it, with room on every map of a part', () => {
  const degrees: [number, number][] = [
    [10, 40],
    [20, 40],
    [20, 50],
    [10, 50],
    [10, 40],
  ];
  const parts = labelParts('XX', { type: 'MultiPolygon', coordinates: [[degrees]] });
  for (const { geometry, properties } of parts) {
    const [lng = 0, lat = 0] = geometry.type === 'Point' ? geometry.coordinates : [];
    const half = (Number(properties?.width) * 360) / 2;
    expect(lng - half).toBeGreaterThan(9.99);
    expect(lng + half).toBeLessThan(20.01);
    expect(lat).toBeGreaterThan(40);
    expect(lat).toBeLessThan(50);
  }
  const byZoom = [3, 4, 5, 6, 7].map((zoom) => parts.filter(({ minZoom }) => minZoom === zoom).length);
  expect(byZoom).toEqual(byZoom.toSorted((a, b) => a - b));
  expect(byZoom[4]).toBeGreaterThan(30);
  // A long name is wider than a square: 48 pixels at zoom 4.
  const pixels = parts.filter(({ minZoom }) => minZoom === 4).map(({ properties }) => properties?.width * 512 * 2 ** 4);
  expect(Math.max(...pixels)).toBeGreaterThan(90);
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
