import { expect, test } from 'vitest';
import { fitView } from '../../src/basemap/view.ts';
import { focus } from '../../src/web/focus.ts';
import type { Item } from '../../src/web/item.ts';

const at = (...points: [number, number][]) =>
  points.map((point) => ({ at: point, place: { name: 'x', country: 'FJ', feature: 'PPL' } }) as Item);

test('a story on both sides of 180 degrees is shown as one', () => {
  const bounds = focus(at([178.4, -18.1], [-171.8, -13.8], [-175.2, -21.1]));
  expect(bounds).toEqual([178.4, -21.1, expect.closeTo(188.2), -13.8]);
  const view = fitView(bounds, { width: 560, height: 320, padding: 48 });
  expect(view.zoom).toBeGreaterThan(4);
  expect(view.lng).toBeCloseTo(-176.7);
});

test('a story of all continents keeps the world as readers know it', () => {
  const [west, , east] = focus(at([-122, 37], [-58, -34], [2, 48], [31, 30], [77, 28], [139, 35], [151, -33]));
  expect(west).toBeGreaterThanOrEqual(-122);
  expect(east).toBeLessThanOrEqual(151);
});
