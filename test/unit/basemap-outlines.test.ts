import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readMapData } from '../../seeds/basemap/layers.ts';
import { readParts } from '../../seeds/basemap/outlines.ts';
import { BASEMAP_FOLDER, buildBasemap, POSTER_FILE } from '../../seeds/build-basemap.ts';
import { outlineLines, packOutline, type Ring, readOutline } from '../../src/basemap/outline.ts';
import { drawOutline } from '../../src/basemap/poster.ts';
import { readShapes } from '../../src/basemap/shapes.ts';
import { fitView } from '../../src/basemap/view.ts';
import { outlineOf } from '../../src/web/area.ts';

const { folder } = buildBasemap();
const outline = (name: string) =>
  readOutline(JSON.parse(readFileSync(join(BASEMAP_FOLDER, folder, 'area', `${name}.json`), 'utf8')));

describe('the outline of', () => {
  test.each([
    ['Syria', 'SY', [37.16, 36.2], [35.5, 33.89]],
    ['Aleppo Governorate', '170062', [37.16, 36.2], [36.75, 35.13]],
    ['Ukraine, with Crimea', 'UA', [34.1, 44.95], [37.6, 55.75]],
    ['the Palestinian territories', 'PS', [35.2, 31.9], [34.78, 32.08]],
    ['Cyprus, north and south', 'CY', [33.25, 35.25], [35.5, 33.89]],
    ['France, without its overseas parts', 'FR', [2.35, 48.86], [-52.33, 4.94]],
    ['French Guiana', 'GF', [-53, 4], [2.35, 48.86]],
    ['England', '6269131', [-1.5, 52.5], [-3.2, 55.95]],
    ['Lombardy', '3174618', [9.19, 45.46], [7.69, 45.07]],
    ['Russia’s far east', 'RU', [-172, 66.5], [-150, 64]],
    ['South Africa, but for Lesotho', 'ZA', [28.05, -26.2], [28.2, -29.6]],
  ] as const)('%s holds what is in it and not what is beside it', (_, name, within, beside) => {
    expect([holds(outline(name), within), holds(outline(name), beside)]).toEqual([true, false]);
  });

  test('a country across 180 degrees is not drawn along them', () => {
    const fiji = outline('FJ');
    const lngs = fiji.flat(2).map(([lng]) => lng);
    expect([Math.min(...lngs) < -179, Math.max(...lngs) > 179]).toEqual([true, true]);
    for (const line of outlineLines(fiji))
      line.forEach(([lng], i) => {
        expect(Math.min(Math.abs(lng), Math.abs(line[i + 1]?.[0] ?? 0))).toBeLessThan(179.995);
      });
  });

  test('a large country stays small to fetch', () => {
    for (const name of ['RU', 'US', 'CA', 'ID'])
      expect(readFileSync(join(BASEMAP_FOLDER, folder, 'area', `${name}.json`)).length).toBeLessThan(40_000);
  });
});

test('an outline comes back as it was packed', () => {
  const ring: Ring = [
    [179.5, -16.25],
    [180, -16.125],
    [179.75, -17],
    [179.5, -16.25],
  ];
  expect(readOutline(packOutline([[ring]]))).toEqual([[ring]]);
  expect(readOutline([])).toEqual([]);
});

test('the poster draws the outline of what it knows, where it is in sight', () => {
  const bytes = readFileSync(POSTER_FILE);
  const shapes = readShapes(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const levant = fitView([35, 33, 40, 37], { width: 720, height: 480 });
  expect(drawOutline(shapes, levant, 'SY')).toMatch(/^M\d/);
  expect(drawOutline(shapes, levant, '170062')).toMatch(/^M\d/);
  expect(drawOutline(shapes, levant, 'BR')).toBe('');
  expect(drawOutline(shapes, levant, 'toString')).toBe('');
});

test('regions that stand for larger ones are on the map, each in one', () => {
  const { topology, regionParts } = readMapData();
  const regions = topology.objects.regions.geometries.map(({ properties }) => properties);
  const known = new Set(regions.flatMap(({ code, unit }) => [code, `=${unit}`]));
  const parts = regionParts.split('\n').flatMap((row) => (row.startsWith('#') ? [] : (row.split('\t')[2] ?? [])));
  const listed = parts.flatMap((list) => (list.startsWith('=') ? [list] : list.split(' ')));
  expect([...readParts(regionParts).keys()].filter((part) => !known.has(part))).toEqual([]);
  expect(new Set(listed).size).toBe(listed.length);
});

test.each([
  ['a country', { country: 'SY', feature: 'PCLI', geonameid: 163843 }, 'SY'],
  ['a territory', { country: 'GF', feature: 'PCLD' }, 'GF'],
  ['a region', { country: 'SY', feature: 'ADM1', geonameid: 170062 }, '170062'],
  ['somewhere near a region', { country: 'SY', feature: 'ADM1', geonameid: 170062, near: true }, undefined],
  ['a state that is no more', { country: 'DE', feature: 'PCLH' }, undefined],
  ['a region that GeoNames has no number of', { country: 'NC', feature: 'ADM1' }, undefined],
  ['a town', { country: 'SY', feature: 'PPLA', geonameid: 170063 }, undefined],
] as const)('%s is drawn as its outline, or not', (_, place, name) => {
  expect(outlineOf({ name: 'x', ...place })).toBe(name);
});

/** By the even-odd rule over all rings. */
function holds(polygons: Ring[][], [lng, lat]: readonly [number, number]): boolean {
  let inside = false;
  for (const ring of polygons.flat())
    ring.forEach(([x1, y1], i) => {
      const [x2, y2] = ring[i + 1] ?? [x1, y1];
      if (y1 > lat !== y2 > lat && lng < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    });
  return inside;
}
