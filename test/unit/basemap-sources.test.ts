import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { makeLayers, readMapData } from '../../seeds/basemap/layers.ts';
import { findDownloads, readDownload } from '../../seeds/basemap/natural-earth.ts';
import { readShapefile } from '../../seeds/shapefile.ts';

const folder = mkdtempSync(join(tmpdir(), 'natural-earth-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a folder of downloads', () => {
  const roads = join(folder, 'ne_10m_roads');
  mkdirSync(roads);
  const { shapes, table } = makeShapefile(
    [
      [
        [10, 50],
        [11, 50.5],
      ],
      [
        [10, 51],
        [12, 51],
      ],
    ],
    [3, 7],
  );
  writeFileSync(join(roads, 'ne_10m_roads.shp'), shapes);
  writeFileSync(join(roads, 'ne_10m_roads.dbf'), table);
  const square = [
    [8, 48],
    [9, 48],
    [9, 49],
    [8, 48],
  ];
  writeFileSync(
    join(folder, 'ne_10m_lakes.geojson'),
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', properties: { scalerank: 4 }, geometry: { type: 'Polygon', coordinates: [square] } },
      ],
    }),
  );

  const point = { type: 'Point', coordinates: [86.88, 27.98] };
  writeFileSync(
    join(folder, 'ne_10m_geography_regions_elevation_points.json'),
    JSON.stringify({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: { scalerank: 1, elevation: 8848 }, geometry: point }],
    }),
  );

  test('is read by layer, shapefiles and GeoJSON alike', () => {
    const downloads = findDownloads(folder);
    expect([...downloads.keys()].sort()).toEqual(['lakes', 'peaks', 'roads']);
    expect(readDownload(downloads.get('roads') ?? '')).toMatchObject([
      {
        properties: { rank: 3 },
        geometry: {
          type: 'LineString',
          coordinates: [
            [10, 50],
            [11, 50.5],
          ],
        },
      },
      { properties: { rank: 7 } },
    ]);
  });

  test('takes the place of what the project carries, layer by layer', () => {
    const layers = makeLayers(readMapData(findDownloads(folder)));
    const counts = Object.fromEntries(layers.map(({ name, features }) => [name, features.length]));
    expect([counts.lake, counts.road]).toEqual([1, 2]);
    expect(layers.find(({ name }) => name === 'peak')?.features.map(({ properties }) => properties?.metres)).toEqual([
      8848,
    ]);
    expect(counts.river).toBeGreaterThan(1000);
    expect(counts.rail).toBeUndefined();
  }, 300_000);

  test.each([
    ['cut short', shapes.subarray(0, shapes.length - 8), table, /ne_10m_railroads\.shp: found \d+ bytes, expected \d+/],
    ['of another kind', Buffer.from('PK, and so on'), table, /ne_10m_railroads\.shp is no shapefile/],
    ['with a table cut short', shapes, table.subarray(0, 40), /ne_10m_railroads\.dbf: found 40 bytes/],
  ])('with a file %s stops with its name', (_, bytes, rows, message) => {
    const file = join(folder, 'ne_10m_railroads.shp');
    writeFileSync(file, bytes);
    writeFileSync(file.replace('.shp', '.dbf'), rows);
    expect(() => readDownload(file)).toThrow(message);
    rmSync(file);
  });

  test('with damaged GeoJSON stops with its name; without its table a shapefile does too', () => {
    const file = join(folder, 'ne_10m_rivers_lake_centerlines.geojson');
    writeFileSync(file, '{"type":"FeatureCollection","fea');
    expect(() => readDownload(file)).toThrow(/ne_10m_rivers_lake_centerlines\.geojson is damaged/);
    rmSync(file);
    const lonely = join(folder, 'lonely.shp');
    writeFileSync(lonely, shapes);
    expect(() => readShapefile(lonely)).toThrow(/lonely\.dbf is missing/);
  });

  test('that holds none of them, or is not there, says so', () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    expect(() => findDownloads(empty)).toThrow(/holds none of ne_10m_rivers/);
    expect(() => findDownloads(join(folder, 'nowhere'))).toThrow(/there is no folder/);
  });
});

/** Lines as a shapefile with a column of ranks, byte by byte after ESRI's description. */
function makeShapefile(lines: number[][][], ranks: number[]): { shapes: Buffer; table: Buffer } {
  const records = lines.map((line, i) => {
    const record = Buffer.alloc(8 + 48 + 16 * line.length);
    record.writeInt32BE(i + 1, 0);
    record.writeInt32BE((record.length - 8) / 2, 4);
    record.writeInt32LE(3, 8);
    record.writeInt32LE(1, 44);
    record.writeInt32LE(line.length, 48);
    line.flat().forEach((value, at) => {
      record.writeDoubleLE(value, 56 + 8 * at);
    });
    return record;
  });
  const head = Buffer.alloc(100);
  const shapes = Buffer.concat([head, ...records]);
  shapes.writeInt32BE(9994, 0);
  shapes.writeInt32BE(shapes.length / 2, 24);
  shapes.writeInt32LE(1000, 28);
  shapes.writeInt32LE(3, 32);

  const [top, width] = [32 + 32 + 1, 1 + 4];
  const table = Buffer.alloc(top + ranks.length * width, ' ');
  table.fill(0, 0, top);
  table.set([3, 124, 11, 22], 0);
  table.writeUInt32LE(ranks.length, 4);
  table.writeUInt16LE(top, 8);
  table.writeUInt16LE(width, 10);
  table.write('scalerank', 32, 'latin1');
  table.write('N', 43, 'latin1');
  table.writeUInt8(4, 48);
  table.writeUInt8(13, 64);
  ranks.forEach((rank, i) => {
    table.write(String(rank).padStart(4), top + i * width + 1, 'latin1');
  });
  return { shapes, table };
}
