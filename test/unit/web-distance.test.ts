import { expect, test } from 'vitest';
import { distanceOf, distanceText } from '../../src/web/distance.ts';
import { standAlong } from '../../src/web/distance-label.ts';
import type { Item } from '../../src/web/item.ts';
import type { Spot } from '../../src/web/spots.ts';

const spot = (name: string, lng: number, lat: number, count = 5): Spot => ({ name, at: [lng, lat], count });
const at = (lng: number, lat: number, place: Partial<NonNullable<Item['place']>> = {}) =>
  ({ at: [lng, lat], place: { name: 'x', country: 'SY', feature: 'PPL', ...place } }) as Item;

const SPOTS = [spot('Aleppo', 37.16, 36.2), spot('Idlib', 36.63, 35.93), spot('Moscow', 37.6, 55.75)];

test('a distance is told from the nearest of the places where most happens', () => {
  // A degree of latitude is 111.2 km.
  expect(distanceOf(at(36.63, 35.43), SPOTS)).toMatchObject({ from: [36.63, 35.93], km: expect.closeTo(55.6, 0) });
});

test.each<[string, Item | null, Spot[]]>([
  ['nothing is chosen', null, SPOTS],
  ['the event is at such a place itself', at(37.17, 36.21), SPOTS],
  ['the place is a country', at(38, 35, { feature: 'PCLI', outline: 'SY' }), SPOTS],
  ['the place is a region with an outline', at(36.7, 35.8, { feature: 'ADM1', outline: '169387' }), SPOTS],
  ['it is far from all of them', at(-74, 40.7), SPOTS],
  ['no place has more than one event', at(36.63, 35.43), SPOTS.map((each) => ({ ...each, count: 1 }))],
])('none is told where %s', (_, item, spots) => {
  expect(distanceOf(item, spots)).toBeNull();
});

test('the date line is no ocean wide', () => {
  expect(distanceOf(at(-179.5, 0), [spot('Here', 179.5, 0)])?.km).toBeCloseTo(111, 0);
});

test.each([
  [7.4, 'en', '7 km · 5 mi'],
  [55.6, 'en', '55 km · 35 mi'],
  [123.4, 'de', '125 km · 75 mi'],
])('%d km are said as a reader would', (km, lang, text) => {
  expect(distanceText(km, lang)).toBe(text);
});

const FRAME = { width: 800, height: 600 };
const level = (circles: { x: number; y: number; radius: number }[], frame = FRAME) =>
  standAlong([100, 300], [500, 300], 12, circles, frame);

test('the words stand in the middle of the line, upright whichever way it runs', () => {
  expect(level([])).toMatchObject({ x: 300, turn: 0 });
  expect(standAlong([500, 300], [100, 300], 12, [], FRAME).turn).toBeCloseTo(0);
  expect(Math.abs(standAlong([400, 500], [400, 100], 12, [], FRAME).turn)).toBe(90);
});

test('the words go along the line where a mark is, to the other side where it is short, and away from both', () => {
  const { x, y } = level([]);
  const along = level([{ x, y, radius: 8 }]);
  expect(along.y).toBe(y);
  expect(Math.abs(along.x - x)).toBeGreaterThan(6 * 7 + 8 - 1);
  const short = (circles: { x: number; y: number; radius: number }[]) =>
    standAlong([280, 300], [320, 300], 12, circles, FRAME);
  expect(short([{ x, y, radius: 8 }])).toMatchObject({ y: 600 - y });
  const ends = [280, 320].map((end) => ({ x: end, y: 300, radius: 10 }));
  expect(Math.abs(short(ends).y - 300)).toBeGreaterThan(10 + 8);
});

test('the words stay in the picture', () => {
  const { x } = standAlong([-250, 300], [200, 300], 12, [], FRAME);
  expect(x).toBeGreaterThan(42);
  expect(standAlong([100, 4], [500, 4], 12, [], FRAME).y).toBeGreaterThan(8);
});
