import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { expect, test } from 'vitest';
import { labelLand, labelPeaks } from '../../seeds/basemap/land-names.ts';
import { readMapData } from '../../seeds/basemap/layers.ts';
import { readNameRows } from '../../seeds/basemap/name-rows.ts';
import { printRegions, readPrintedNames } from '../../seeds/basemap/printed-name.ts';
import { bareName } from '../../seeds/basemap/region-words.ts';
import { sizedPolygons } from '../../seeds/basemap/sized.ts';
import { drawSprites } from '../../seeds/basemap/sprite.ts';
import { cutTiles, type Layer } from '../../seeds/basemap/tiles.ts';
import { labelRivers, nameRivers } from '../../seeds/basemap/water-names.ts';
import { BASEMAP_FOLDER, buildBasemap } from '../../seeds/build-basemap.ts';
import { mercatorY } from '../../src/basemap/view.ts';

const manifest = buildBasemap();

test('two cuts of the same data are alike to the byte', () => {
  const layers: Layer[] = [
    {
      name: 'land',
      features: [
        {
          type: 'Feature',
          properties: {},
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [170, -20],
                [190, -20],
                [180, 30],
                [170, -20],
              ],
            ],
          },
          minZoom: 0,
        },
      ],
    },
    {
      name: 'place',
      features: [
        {
          type: 'Feature',
          properties: { name: 'Suva' },
          geometry: { type: 'Point', coordinates: [178.4, -18.1] },
          minZoom: 3,
        },
      ],
    },
  ];
  const cut = () => cutTiles(layers, 5).map(([name, bytes]) => `${name} ${Buffer.from(bytes).toString('hex')}`);
  expect(cut()).toEqual(cut());
  expect(
    cut()
      .filter((tile) => tile.includes(Buffer.from('Suva').toString('hex')))
      .map((tile) => tile[0]),
  ).toEqual(expect.arrayContaining(['3', '4', '5']));
  expect(drawSprites()).toEqual(drawSprites());
});

test('a tile decodes to the layers that the style draws', () => {
  const layers = decode('6/34/22');
  expect(manifest.layers).toEqual(expect.arrayContaining(Object.keys(layers)));
  expect(Object.keys(layers)).toEqual(expect.arrayContaining(['land', 'border', 'river', 'place', 'region']));
  expect(features('6/34/22', 'place')).toContainEqual(expect.objectContaining({ name: 'Vienna', kind: 'capital' }));
});

test.each(['0/0/0', '2/2/1', '4/9/6', '6/38/24'])('tile %s labels no town before its zoom', (name) => {
  for (const { z } of features(name, 'place')) expect(z).toBeLessThanOrEqual(Number(name.split('/')[0]));
});

test('every state is labelled once', () => {
  const codes = features('7/77/50', 'country').map(({ country }) => country);
  expect(new Set(codes).size).toBe(codes.length);
});

test('the sea has no tile, and all of them together stay within what a free plan carries', () => {
  expect(existsSync(join(BASEMAP_FOLDER, manifest.folder, '7/10/60.mvt'))).toBe(false);
  expect(manifest.tiles).toBeLessThan(19_000);
  expect(manifest.largest).toBeLessThan(300_000);
});

function decode(name: string) {
  return new VectorTile(new PbfReader(readFileSync(join(BASEMAP_FOLDER, manifest.folder, `${name}.mvt`)))).layers;
}

function features(name: string, layer: string) {
  const found = decode(name)[layer];
  return Array.from({ length: found?.length ?? 0 }, (_, i) => found?.feature(i).properties ?? {});
}

test('the tables of names fit the data: every id is a town or region, every river and peak is on the map', () => {
  const { towns, waterNames, landNames, natural } = readMapData();
  const column = (table: string, index: number) => table.split('\n').map((row) => row.split('\t')[index]);
  const ids = new Set([...column(towns.cities, 0), ...column(towns.regions, 1)]);
  const printed = towns.printedNames.match(/^\d+(?=\t)/gm) ?? [];
  expect(printed.filter((id) => !ids.has(id))).toEqual([]);
  const waters = readNameRows(waterNames);
  const named = new Set(nameRivers(natural('rivers'), waters).map(({ properties }) => properties?.name));
  for (const { kind, names } of waters) if (kind === 'river') expect(named).toContain(names.name);
  const rows = readNameRows(landNames);
  const peaks = rows.filter(({ kind }) => kind === 'peak');
  const found = labelPeaks(natural('peaks'), rows).map(({ properties }) => properties?.name);
  expect(found).toEqual(peaks.map(({ names }) => names.name));
});

test('a peak is named with its height, and only where the map knows it', () => {
  const rows = readNameRows(
    'peak\t7\t10 46\tHigh Top\tde=Hochspitze\npeak\t7\t11 46\tElsewhere\nrange\t5\t10 46\tHills',
  );
  const peak = {
    type: 'Feature' as const,
    properties: { metres: 3210 },
    geometry: { type: 'Point' as const, coordinates: [10.004, 45.996] },
  };
  expect(labelPeaks([peak], rows).map(({ properties }) => properties)).toEqual([
    { name: 'High Top', name_de: 'Hochspitze', z: 7, metres: 3210 },
  ]);
  expect(labelLand(rows).map(({ properties }) => properties?.name)).toEqual(['Hills']);
});

test('a polygon comes into the map when it is wide enough, and never when it would be a speck', () => {
  const square = (side: number) => ({
    type: 'Feature' as const,
    properties: {},
    geometry: {
      type: 'Polygon' as const,
      coordinates: [
        [
          [0, 0],
          [side, 0],
          [side, side],
          [0, side],
          [0, 0],
        ],
      ],
    },
  });
  // A degree at the equator is 512 / 360 pixels wide at zoom 0.
  const zooms = [8, 1, 0.25, 0.001].flatMap((side) => sizedPolygons([square(side)], 10).map(({ minZoom }) => minZoom));
  expect(zooms).toEqual([0, 3, 5]);
  expect(sizedPolygons([square(8)], 10, 4).map(({ minZoom }) => minZoom)).toEqual([4]);
});

test('the lake behind the dam at Tabqa is on the map', () => {
  expect(decode('7/77/50').lake?.length).toBeGreaterThan(0);
});

test.each([
  ['172955', 'Ar Raqqah', 'SY', 'Raqqa'],
  ['1', 'Ḩamāh', 'SY', 'Hama'],
  ['2', 'Al Ḩillah', 'IQ', 'Hilla'],
  ['3', 'Jeddah', 'SA', 'Jeddah'],
  ['4', 'Bhopāl', 'IN', 'Bhopal'],
  ['5', 'Łódź', 'PL', 'Łódź'],
])('town %s, %s in %s, is printed as %s', (id, name, country, printed) => {
  expect(readPrintedNames('172955\tRaqqa\n6\t-').of(id, name, country)).toBe(printed);
});

test.each([
  ['1', 'Deir ez-Zor', 'SY.07', 'Deir al-Zour'],
  ['2', 'Ar-Raqqah', 'SY.04', 'Raqqa'],
  ['3', 'Rif Dimashq', 'SY.08', 'Rif Dimashq'],
  ['4', 'Parwan', 'AF.40', 'Parwan'],
  ['5', 'Odessa', 'UA.17', 'Odesa'],
  ['6', 'Tucumán', 'AR.24', 'Tucumán'],
])('region %s, %s in %s, is printed as %s', (id, name, region, printed) => {
  const seats = [
    { name: 'Deir al-Zour', region: 'SY.07' },
    { name: 'Raqqa', region: 'SY.04' },
    { name: 'Parun', region: 'AF.18' },
    { name: 'San Miguel de Tucumán', region: 'AR.24' },
  ];
  expect(printRegions(readPrintedNames('5\tOdesa'), seats)(id, name, region)).toBe(printed);
});

test('what is no town of its own is not printed at all', () => {
  expect(readPrintedNames('6\t-').of('6', 'Cemetery', 'YE')).toBeNull();
});

test.each([
  ['de', 'Woiwodschaft Kleinpolen', 'Kleinpolen'],
  ['fr', 'gouvernorat d’Alep', 'Alep'],
  ['it', 'provincia di Torino', 'Torino'],
  ['ar', 'محافظة حماة', 'حماة'],
  ['fa', 'استان یزد', 'یزد'],
  ['de', 'Niedersachsen', 'Niedersachsen'],
  ['fr', 'département de la Somme', 'département de la Somme'],
  ['fr', 'de Homs', 'Homs'],
  ['fr', 'La Réunion', 'La Réunion'],
  ['es', 'municipalidad de Vrbas', 'Vrbas'],
  ['de', 'de Homs', 'de Homs'],
  ['he', 'מחוז חלב', 'חלב'],
  ['pl', 'Prowincja Aleppo', 'Aleppo'],
  ['en', 'Region of Murcia', 'Region of Murcia'],
])('in %s, %s is labelled %s', (lang, name, bare) => {
  expect(bareName(lang, name)).toBe(bare);
});

test('of a country none of whose regions but a few have names of their own, these are not named alone', () => {
  const zoomOf = (name: string, lng: number, lat: number) => {
    const at = [7, ((lng + 180) / 360) * 2 ** 7, mercatorY(lat) * 2 ** 7].map(Math.floor).join('/');
    return features(at, 'region').find((region) => region.name === name)?.z;
  };
  expect(zoomOf('Saxony', 13.4, 51)).toBe(6);
  expect(zoomOf('Al-Jowf', 39.2, 29.4)).toBe(7.5);
  expect(zoomOf('Rif Dimashq', 37.3, 33.8)).toBe(9);
});

test('the zone between the lines beside the Golan Heights is no region with a name', () => {
  const names = features('7/76/51', 'region').map(({ name }) => name);
  expect(names).toContain('Golan Heights');
  expect(names.filter((name) => /Samadania|UNDOF/.test(String(name)))).toEqual([]);
});

test('no region is named beside the town that it is named after', () => {
  const [names, towns] = [features('7/77/50', 'region'), features('7/77/50', 'place')].map((layer) =>
    layer.map(({ name }) => name),
  );
  expect(towns).toContain('Idlib');
  expect(names).not.toContain('Idlib');
});

test('narrow lands and seas have their names along them: a line in one tile', () => {
  const lines = (tile: string, layer: string) => {
    const found = decode(tile)[layer];
    const all = Array.from({ length: found?.length ?? 0 }, (_, i) => found?.feature(i));
    return all.filter((name) => name?.type === 2).map((name) => name?.properties.country ?? name?.properties.name);
  };
  expect(lines('4/4/9', 'country')).toContain('CL');
  expect(new Set(lines('4/9/7', 'water'))).toEqual(new Set(['Red Sea']));
  expect(lines('4/8/7', 'water')).toEqual([]);
});

test('a river is named along its gist: every part of it, and no nameless one', () => {
  const wiggly = Array.from({ length: 200 }, (_, i) => [30 + i / 50, 36 + (i % 2) / 20]);
  const river = (name: string | undefined) => ({
    type: 'Feature' as const,
    properties: name === undefined ? { rank: 3 } : { rank: 3, name, z: 5 },
    geometry: { type: 'MultiLineString' as const, coordinates: [wiggly, wiggly] },
  });
  const [first, second, ...rest] = labelRivers([river(undefined), river('Wiggle')]);
  expect([first?.properties?.name, second?.properties?.name, rest]).toEqual(['Wiggle', 'Wiggle', []]);
  const line = first?.geometry.type === 'LineString' ? first.geometry.coordinates : [];
  for (const [lng = 0, lat = 0] of line.slice(2, -2))
    expect([Math.abs(lat - 36.025) < 0.012, lng >= 30]).toEqual([true, true]);
});
