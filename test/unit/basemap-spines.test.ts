import type { Feature, Polygon, Position } from 'geojson';
import { expect, test } from 'vitest';
import { spineAlong } from '../../seeds/basemap/drawn-spine.ts';
import { readMapData } from '../../seeds/basemap/layers.ts';
import { labelRows, readNameRows } from '../../seeds/basemap/name-rows.ts';
import { findRegionZooms } from '../../seeds/basemap/region-zooms.ts';
import { spineOf } from '../../seeds/basemap/shape-spine.ts';
import { pointsAlong } from '../../seeds/basemap/spine.ts';
import { placeNames } from '../../seeds/basemap/spine-tiles.ts';
import { latitude } from '../../src/basemap/view.ts';

/** A band about an arc, degrees: from one heading to another, clockwise from east, so many degrees wide. */
function band([from, to]: [number, number], radius: number, width: number): Polygon {
  const at = (angle: number, reach: number): Position => [
    reach * Math.sin((angle * Math.PI) / 180),
    -reach * Math.cos((angle * Math.PI) / 180) + radius,
  ];
  const angles = Array.from({ length: 40 }, (_, i) => from + ((to - from) * i) / 39);
  const ring = [
    ...angles.map((a) => at(a, radius + width / 2)),
    ...angles.toReversed().map((a) => at(a, radius - width / 2)),
  ];
  return { type: 'Polygon', coordinates: [[...ring, ring[0] ?? []]] };
}

const turnOf = (shape: Polygon) => {
  const spine = spineOf(shape, 0);
  return spine && { heading: (spine.heading * 180) / Math.PI, turn: (spine.curvature * spine.length * 180) / Math.PI };
};

test('a bent band is named along its bend, which way it may be', () => {
  const down = turnOf(band([-35, 35], 12, 2));
  expect(down?.turn).toBeLessThan(-30);
  expect(Math.abs(down?.heading ?? 90)).toBeLessThan(6);
  const up = turnOf(band([145, 215], 12, 2));
  expect(up?.turn).toBeGreaterThan(30);
});

test('a straight band is named along it, and what is round, or level already, is not', () => {
  const box = (points: Position[]): Polygon => ({ type: 'Polygon', coordinates: [[...points, points[0] ?? []]] });
  const slope = turnOf(
    box([
      [0, 0],
      [1, -1],
      [11, 9],
      [10, 10],
    ]),
  );
  expect(slope?.heading).toBeCloseTo(-45, -1);
  expect(Math.abs(slope?.turn ?? 90)).toBeLessThan(8);
  expect(
    turnOf(
      box([
        [0, 0],
        [8, 0],
        [8, 8],
        [0, 8],
      ]),
    ),
  ).toBeNull();
  expect(
    turnOf(
      box([
        [0, 0],
        [16, 0],
        [16, 2],
        [0, 2],
      ]),
    ),
  ).toBeNull();
  expect(
    spineOf(
      box([
        [0, 0],
        [1, -1],
        [11, 9],
        [10, 10],
      ]),
      0.5,
    ),
  ).toBeNull();
});

test('a spine is no longer than its shape and turns no more than letters may', () => {
  for (const half of [20, 60, 110, 170]) {
    const spine = spineOf(band([-half, half], 10, 1.5), 0);
    expect(Math.abs((spine?.curvature ?? 0) * (spine?.length ?? 0))).toBeLessThanOrEqual(1.41);
  }
});

test('the line of a name has its middle in the middle, goes to the right, and runs on straight', () => {
  const spine = { x: 0.5, y: 0.5, heading: 0, curvature: 4, length: 0.2 };
  const points = pointsAlong(spine, 0.6);
  expect(points[(points.length - 1) / 2]).toEqual([0.5, 0.5]);
  const steps = points.slice(1).map(([x, y], i) => [x - (points[i]?.[0] ?? 0), y - (points[i]?.[1] ?? 0)] as const);
  expect(steps.every(([dx]) => dx > 0)).toBe(true);
  expect(steps.reduce((sum, [dx, dy]) => sum + Math.hypot(dx, dy), 0)).toBeCloseTo(0.6, 2);
  expect(Math.atan2(steps.at(-1)?.[1] ?? 0, steps.at(-1)?.[0] ?? 1)).toBeCloseTo(0.4, 5);
});

test('a name along a line stands whole in the one tile of its middle, at every zoom', () => {
  const name = {
    type: 'Feature' as const,
    properties: { name: 'Strait' },
    geometry: { type: 'Point' as const, coordinates: [0, 0] },
    minZoom: 2,
    spine: { x: 0.49, y: 0.51, heading: 0.3, curvature: 0, length: 0.1 },
  };
  const tiles = placeNames([name], 4);
  expect([...tiles.keys()]).toEqual(['2/1/2', '3/3/4', '4/7/8']);
  for (const [only, ...rest] of tiles.values()) {
    expect(rest).toEqual([]);
    // MapLibre reads no coordinate further from a tile than two others.
    for (const value of only?.geometry.flat(2) ?? []) expect(Math.abs(Number(value) * 4)).toBeLessThan(2 ** 15);
  }
});

test('every shape that the tables name is there, and a name of it runs along it', () => {
  const { shapes, waterNames, landNames, natural } = readMapData();
  const rows = [...readNameRows(waterNames), ...readNameRows(landNames)].filter(({ shape }) => shape);
  expect(rows.length).toBeGreaterThan(30);
  for (const label of labelRows(rows, shapes))
    expect([label.properties?.name, Boolean(label.spine)]).toEqual([label.properties?.name, true]);
  expect(() => labelRows(readNameRows('sea\t4\t0 0\tSea of Nowhere\tshape=Nowhere'), shapes)).toThrow(/Nowhere/);
  const lakes: Feature[] = natural('lakes');
  const [baikal, victoria] = ['108 53.8', '33 -1.1'].map(
    (at) => labelRows(readNameRows(`lake\t5\t${at}\tLake`), lakes)[0],
  );
  expect([Boolean(baikal?.spine), Boolean(victoria?.spine)]).toEqual([true, false]);
}, 30_000);

test('regions come into the map country by country, the larger ones first', () => {
  const { simplified } = readMapData();
  const topology = simplified(1e-3);
  const zoomOf = findRegionZooms(topology);
  const of = (a3: string) => {
    const found = topology.objects.regions.geometries.filter(({ properties }) => properties.a3 === a3);
    return [...new Set(found.map(({ properties }) => zoomOf(properties)))];
  };
  expect(['CAN', 'USA', 'DEU', 'SYR', 'LBN'].map(of)).toEqual([[4], [5], [6], [7], [8]]);
}, 30_000);

/** Degrees, as the heading and turn of a spine. */
const degrees = ({ heading, curvature, length }: ReturnType<typeof spineAlong>) => ({
  heading: (heading * 180) / Math.PI,
  turn: (curvature * length * 180) / Math.PI,
});

test('a range that a table draws is named along an arc by its points, to the right', () => {
  const bow: Position[] = [-40, -20, 0, 20, 40].map((turn) => [
    10 * Math.sin((turn * Math.PI) / 180),
    10 * (1 - Math.cos((turn * Math.PI) / 180)),
  ]);
  for (const line of [bow, bow.toReversed()]) {
    const spine = spineAlong(line);
    expect(degrees(spine).heading).toBeCloseTo(0, 0);
    // A bowl: it turns up, which is against the clock.
    expect(degrees(spine).turn).toBeLessThan(-60);
    expect(degrees(spine).turn).toBeGreaterThan(-100);
    expect(spine.length * 360).toBeGreaterThan(12.9);
    expect(spine.length * 360).toBeLessThan(14.5);
    expect((spine.x - 0.5) * 360).toBeCloseTo(0, 1);
  }
  const straight = spineAlong([
    [10, 0],
    [5, 5],
    [0, 10],
  ]);
  expect(degrees(straight).heading).toBeCloseTo(45, 0);
  expect(Math.abs(degrees(straight).turn)).toBeLessThan(3);
  expect(() => spineAlong([[0, 0]])).toThrow('three points or more, found 1');
});

test('every range that the table draws runs along its points, turning no more than letters may', () => {
  const rows = readNameRows(readMapData().landNames).filter(({ line }) => line.length > 0);
  expect(rows.map(({ names }) => names.name)).toEqual(
    expect.arrayContaining(['Himalayas', 'Ural Mountains', 'Atlas Mountains', 'Andes', 'Caucasus']),
  );
  for (const { names, line } of rows) {
    const spine = spineAlong(line);
    expect([names.name, Math.abs(degrees(spine).turn) < 86]).toEqual([names.name, true]);
    const along = pointsAlong(spine, spine.length).map(([x, y]): Position => [(x - 0.5) * 360, latitude(y)]);
    for (const [lng = 0, lat = 0] of line) {
      const away = Math.min(...along.map(([x = 0, y = 0]) => Math.hypot(x - lng, y - lat)));
      expect([names.name, lng, away < 1.6]).toEqual([names.name, lng, true]);
    }
  }
}, 30_000);

test('the name of a range may stand aside along it, each place overlapping the next, and never beyond its ends', () => {
  const range = {
    type: 'Feature' as const,
    properties: { name: 'Long Range', kind: 'range' },
    geometry: { type: 'Point' as const, coordinates: [0, 0] },
    minZoom: 4,
    spine: { x: 0.5, y: 0.5, heading: 0, curvature: 0, length: 0.1 },
  };
  const middles = (length: number) => {
    const tiles = placeNames([{ ...range, spine: { ...range.spine, length } }], 4);
    const lines = [...tiles].flatMap(([tile, features]) => {
      const [, x = 0] = tile.split('/').map(Number);
      return features.map(({ geometry }) => {
        const xs = geometry.flat(1).map((point) => Number((point as number[])[0]));
        return ((x + (Math.min(...xs) + Math.max(...xs)) / 2 / 4096) / 16 - 0.5) * 512 * 16;
      });
    });
    return lines.map(Math.round).sort((a, b) => a - b);
  };
  // Ten letters in a line of 819 pixels take 182 of it at the widest.
  expect(middles(0.1)).toEqual([-87, -44, 0, 44, 87]);
  expect(middles(0.02)).toHaveLength(3);
  expect(middles(0.01)).toHaveLength(1);
});
