import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PMTiles } from 'pmtiles';
import { expect, test } from 'vitest';
import { BASEMAP_FOLDER, buildBasemap } from '../../seeds/build-basemap.ts';
import { packPmtiles } from '../../seeds/pmtiles.ts';

const manifest = buildBasemap();
const folder = join(BASEMAP_FOLDER, manifest.folder);

test('one archive holds every tile as it is, and is the same every time', async () => {
  const bytes = packPmtiles(folder, manifest);
  expect(Buffer.from(bytes).equals(Buffer.from(packPmtiles(folder, manifest)))).toBe(true);
  const archive = new PMTiles({
    getKey: () => 'basemap',
    getBytes: async (offset, length) => ({ data: Uint8Array.from(bytes.subarray(offset, offset + length)).buffer }),
  });
  const header = await archive.getHeader();
  expect(header).toMatchObject({ specVersion: 3, clustered: true, minZoom: 0, maxZoom: 7, tileType: 1 });
  expect([header.numAddressedTiles, header.rootDirectoryLength < 16_384 - 127]).toEqual([manifest.tiles, true]);
  for (const [z, x, y] of [
    [0, 0, 0],
    [3, 4, 3],
    [6, 38, 24],
    [7, 77, 50],
    [7, 127, 78],
  ] as const) {
    const tile = await archive.getZxy(z, x, y);
    expect(Buffer.from(tile?.data ?? new ArrayBuffer(0)).equals(readFileSync(join(folder, `${z}/${x}/${y}.mvt`)))).toBe(
      true,
    );
  }
  expect(await archive.getZxy(7, 10, 60)).toBeUndefined();
  expect(await archive.getMetadata()).toMatchObject({
    vector_layers: expect.arrayContaining([{ id: 'land', minzoom: 0, maxzoom: 7, fields: {} }]),
  });
});
