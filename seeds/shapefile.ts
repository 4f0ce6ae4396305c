/// <reference path="./shpjs.d.ts" />
import { existsSync, readFileSync } from 'node:fs';
import type { Feature } from 'geojson';
import { combine, parseDbf, parseShp } from 'shpjs';

const MAGIC = 9994; // the file code of ESRI's description, big-endian
const HEAD = 100;

/**
 * The shapes of NAME.shp with the rows of NAME.dbf beside it, in degrees as they are.
 * Throws with the file's name when it is no shapefile or not all of one.
 */
export function readShapefile(file: string): Feature[] {
  const shapes = readFileSync(file);
  const [code, length] = shapes.length < HEAD ? [0, 0] : [shapes.readInt32BE(0), 2 * shapes.readInt32BE(24)];
  if (code !== MAGIC) throw new Error(`${file} is no shapefile`);
  if (length !== shapes.length) throw new Error(`${file}: found ${shapes.length} bytes, expected ${length}`);
  const rows = file.replace(/\.shp$/, '.dbf');
  if (!existsSync(rows)) throw new Error(`${rows} is missing`);
  const table = readFileSync(rows);
  const expected = table.length < 32 ? 33 : table.readUInt16LE(8) + table.readUInt32LE(4) * table.readUInt16LE(10);
  if (table.length < expected) throw new Error(`${rows}: found ${table.length} bytes, expected ${expected}`);
  const { features } = combine([parseShp(shapes), parseDbf(table)]);
  return features.flatMap(({ geometry, properties }): Feature[] =>
    geometry ? [{ type: 'Feature', geometry, properties }] : [],
  );
}
