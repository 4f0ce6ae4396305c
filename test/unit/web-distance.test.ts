import { expect, test } from 'vitest';
import { distanceOf, distanceText } from '../../src/web/distance.ts';
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
