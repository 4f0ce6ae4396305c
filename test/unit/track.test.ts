import { describe, expect, test } from 'vitest';
import { trackOf } from '../../src/http/track.ts';
import type { EventFeature } from '../../src/types.ts';
import { toItem } from '../../src/web/item.ts';
import { endsOf, legsOf } from '../../src/web/track.ts';
import { arrowsOf } from '../../src/web/track-arrows.ts';
import { arrowOn, legOn } from '../../src/web/track-path.ts';

interface Told {
  edtf: string;
  at: [number, number] | null;
  feature?: string;
  near?: boolean;
  status?: EventFeature['properties']['status'];
  category?: EventFeature['properties']['category'];
  inferred?: boolean;
  weight?: number;
}

function feature(id: string, told: Told): EventFeature {
  const day = told.edtf.slice(0, 10);
  const start = told.edtf.includes('T') ? `${told.edtf}:00Z` : `${day}T00:00:00Z`;
  return {
    type: 'Feature',
    id,
    geometry: told.at && { type: 'Point', coordinates: told.at },
    when: { timespans: [], label: '' },
    properties: {
      title: id,
      status: told.status ?? 'reported',
      category: told.category ?? 'disaster',
      edtf: told.edtf,
      start,
      end: start,
      inferred: told.inferred ?? false,
      place: told.at && { name: id, country: 'US', feature: told.feature ?? 'PPL', ...(told.near && { near: true }) },
      outlets: 1,
      texts: 1,
      weight: told.weight ?? 0.5,
      reports: [],
    },
  };
}

const track = (told: Record<string, Told>) => trackOf(Object.entries(told).map(([id, event]) => feature(id, event)));

const WAY: Record<string, Told> = {
  second: { edtf: '2024-07-02', at: [-70, 16] },
  first: { edtf: '2024-07-01', at: [-61, 12] },
  third: { edtf: '2024-07-04', at: [-87, 20] },
};

test('a track joins what happened in order of time', () => {
  expect(track(WAY)).toEqual(['first', 'second', 'third']);
});

describe('is no part of the way:', () => {
  test.each<[string, Told]>([
    ['a plan', { edtf: '2024-07-03', at: [-80, 18], status: 'planned' }],
    ['a claim', { edtf: '2024-07-03', at: [-80, 18], status: 'claimed' }],
    ['what is denied', { edtf: '2024-07-03', at: [-80, 18], status: 'disputed' }],
    ['what has no place', { edtf: '2024-07-03', at: null }],
    ['what is somewhere in a country', { edtf: '2024-07-03', at: [-80, 18], feature: 'PCLI' }],
    ['what is somewhere at sea', { edtf: '2024-07-03', at: [-80, 18], feature: 'SEA' }],
    ['a day that no report states', { edtf: '2024-07-03', at: [-80, 18], inferred: true }],
    ['a month', { edtf: '2024-07', at: [-80, 18] }],
    ['a stretch of days', { edtf: '2024-07-03/2024-07-05', at: [-80, 18] }],
    ['about a day', { edtf: '2024-07-03~', at: [-80, 18] }],
    ['another kind of event', { edtf: '2024-07-03', at: [-80, 18], category: 'diplomacy' }],
    ['what lies years before', { edtf: '2005-07-17', at: [-80, 18] }],
    ['the lesser of two on one day', { edtf: '2024-07-02', at: [-80, 18], weight: 0.4 }],
  ])('%s', (_, told) => {
    expect(track({ ...WAY, odd: told })).toEqual(['first', 'second', 'third']);
  });
});

test('clock times order a day; who stays has not moved', () => {
  expect(
    track({
      ...WAY,
      evening: { edtf: '2024-07-03T20:00', at: [-80, 19], weight: 0.4 },
      morning: { edtf: '2024-07-03T06:00', at: [-78, 18], weight: 0.4 },
      day: { edtf: '2024-07-03', at: [-79, 18], weight: 0.9 },
      after: { edtf: '2024-07-05', at: [-87, 20] },
    }),
  ).toEqual(['first', 'second', 'morning', 'evening', 'third']);
});

test('one place makes no way', () => {
  expect(track({ alone: { edtf: '2024-07-01', at: [1, 2] }, again: { edtf: '2024-07-02', at: [1, 2] } })).toEqual([]);
  expect(trackOf([])).toEqual([]);
});

test('a piece is loose at an area, and after a long silence', () => {
  const told = {
    ...WAY,
    fourth: { edtf: '2024-07-05', at: [-88, 22], near: true } as Told,
    fifth: { edtf: '2024-07-06', at: [-89, 23] } as Told,
    sixth: { edtf: '2024-07-16', at: [-95, 29] } as Told,
    seventh: { edtf: '2024-07-17', at: [-96, 30] } as Told,
  };
  const items = Object.entries(told).map(([id, event]) => toItem(feature(id, event)));
  const ids = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'unknown'];
  expect(legsOf(ids, items).map(({ from, to, loose }) => [from.id, to.id, loose])).toEqual([
    ['first', 'second', false],
    ['second', 'third', false],
    ['third', 'fourth', true],
    ['fourth', 'fifth', true],
    ['fifth', 'sixth', true],
    ['sixth', 'seventh', false],
  ]);
});

test('over 180 degrees a piece takes the short way, on the drawing too', () => {
  const items = [
    toItem(feature('fiji', { edtf: '2024-07-01', at: [178.4, -18.1] })),
    toItem(feature('samoa', { edtf: '2024-07-02', at: [-171.8, -13.8] })),
  ];
  const [leg] = legsOf(['fiji', 'samoa'], items);
  if (!leg) throw new Error('Two places make a piece');
  const [[from], [to]] = endsOf(leg);
  expect(from).toBe(178.4);
  expect(to).toBeCloseTo(188.2);
  const [x1, y1, x2, y2] = legOn(leg, { lng: -177, lat: -16, zoom: 4, width: 560, height: 320 });
  expect(x2 - x1).toBeCloseTo((9.8 / 360) * 512 * 16, 0);
  expect([y1, y2].every(Number.isFinite)).toBe(true);
});

test('an arrowhead stands in the middle of its line, or as near to it as no mark is', () => {
  const line = [0, 0, 100, 0] as const;
  expect(arrowOn(line, () => false)).toEqual({ x: 50, y: 0, turn: 0 });
  expect(arrowOn(line, (x) => Math.abs(x - 50) < 5)).toMatchObject({ x: 42 });
  expect(arrowOn(line, () => true)).toMatchObject({ x: 50 });
  expect(arrowOn([10, 10, 10, 60], () => false)).toEqual({ x: 10, y: 35, turn: 90 });
});

test('on the live map each leg has one arrowhead, however long it is, and none where its marks leave no room', () => {
  const items = [
    toItem(feature('far', { edtf: '2024-07-01', at: [-60, 12] })),
    toItem(feature('near', { edtf: '2024-07-02', at: [-100, 30] })),
    toItem(feature('beside', { edtf: '2024-07-03', at: [-100.5, 30] })),
  ];
  const legs = legsOf(['far', 'near', 'beside'], items);
  const at = (marks: Parameters<typeof arrowsOf>[1], zoom = 4) =>
    arrowsOf(legs, marks, zoom).features.map(({ geometry }) => (geometry.type === 'Point' ? geometry.coordinates : []));
  expect(at([])).toHaveLength(1);
  expect(at([])[0]?.[0]).toBeCloseTo(-80);
  expect(at([{ at: [-80, 21.3], radius: 20 }])[0]?.[0]).not.toBeCloseTo(-80);
  expect(at([], 7)).toHaveLength(2);
});
