// npm run basemap: cuts the vector tiles of the map from seeds/data/ into public/basemap/.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Manifest } from '../src/basemap/manifest.ts';
import { packOutline } from '../src/basemap/outline.ts';
import { INPUTS, makeLayers, readMapData } from './basemap/layers.ts';
import { freeMemory } from './basemap/memory.ts';
import { findDownloads } from './basemap/natural-earth.ts';
import { outlineAreas } from './basemap/outlines.ts';
import { packPoster } from './basemap/poster-data.ts';
import { drawSprites } from './basemap/sprite.ts';
import { cutTiles } from './basemap/tiles.ts';
import { packPmtiles } from './pmtiles.ts';

const root = resolve(import.meta.dirname, '..');
export const BASEMAP_FOLDER = join(root, 'public/basemap');
/** What the Worker draws the poster from. */
export const POSTER_FILE = join(root, 'seeds/poster.bin');
// Some 12,000 tiles; the next zoom would be 40,000, for little that the data still holds.
const MAX_ZOOM = 7;
const CODE = [
  'build-basemap.ts',
  '../src/basemap/outline.ts',
  '../src/basemap/shapes.ts',
  '../src/basemap/view.ts',
  '../src/basemap/widest-box.ts',
  '../src/gazetteer/fold.ts',
  'shapefile.ts',
];
/** A folder of Natural Earth downloads to build from, in place of what the project carries. */
const { NATURAL_EARTH } = process.env;
const CUTTERS = ['@maplibre/geojson-vt', '@maplibre/vt-pbf', 'topojson-client'];

/**
 * Cuts the tiles when they are missing or were cut from other inputs, and answers with their manifest.
 * A tile is public/basemap/HASH/Z/X/Y.mvt; where there is nothing but sea there is no file.
 */
export function buildBasemap(): Manifest {
  const downloads: ReadonlyMap<string, string> = NATURAL_EARTH ? findDownloads(NATURAL_EARTH) : new Map();
  const folder = BASEMAP_FOLDER;
  const file = join(folder, 'manifest.json');
  const inputs = hashInputs(downloads);
  if (existsSync(file)) {
    const manifest: Manifest = JSON.parse(readFileSync(file, 'utf8'));
    if (manifest.inputs === inputs && existsSync(join(folder, manifest.folder)) && existsSync(POSTER_FILE))
      return manifest;
  }

  console.error('Cutting the map tiles …');
  const cut = join(folder, `cutting-${process.pid}`);
  const hash = createHash('sha256');
  const manifest: Manifest = { folder: '', inputs, maxZoom: MAX_ZOOM, tiles: 0, bytes: 0, largest: 0, layers: [] };
  const { layers, poster, areas } = prepare(downloads);
  freeMemory();
  const write = (name: string, bytes: Uint8Array) => {
    mkdirSync(dirname(join(cut, name)), { recursive: true });
    writeFileSync(join(cut, name), bytes);
    hash.update(name).update(bytes);
  };
  for (const [tile, bytes] of cutTiles(layers, MAX_ZOOM)) {
    write(`${tile}.mvt`, bytes);
    manifest.tiles += 1;
    manifest.bytes += bytes.length;
    manifest.largest = Math.max(manifest.largest, bytes.length);
  }
  for (const [name, bytes] of Object.entries(drawSprites())) write(name, bytes);
  for (const [name, bytes] of areas) write(`area/${name}.json`, bytes);
  manifest.folder = hash.digest('hex').slice(0, 12);
  manifest.layers = layers.map(({ name }) => name);
  for (const old of readdirSync(folder)) {
    if (join(folder, old) !== cut) rmSync(join(folder, old), { recursive: true });
  }
  renameSync(cut, join(folder, manifest.folder));
  writeFileSync(POSTER_FILE, poster);
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** The topologies are large, and nothing keeps them while the tiles are cut. */
function prepare(downloads: ReadonlyMap<string, string>) {
  const data = readMapData(downloads);
  const areas = [...outlineAreas(data)].map(([name, polygons]): [string, Uint8Array] => [
    name,
    Buffer.from(JSON.stringify(packOutline(polygons))),
  ]);
  freeMemory();
  const layers = makeLayers(data);
  freeMemory();
  const featuresOf = (name: string) => layers.find((layer) => layer.name === name)?.features ?? [];
  const poster = packPoster(data, {
    countries: featuresOf('country'),
    places: featuresOf('place'),
    waters: featuresOf('water'),
  });
  return { layers, areas, poster };
}

/** Of everything that the tiles depend on: data, this code, and the versions of the packages that cut. */
function hashInputs(downloads: ReadonlyMap<string, string>): string {
  const code = readdirSync(join(import.meta.dirname, 'basemap')).sort();
  const files = [...INPUTS.map((name) => `data/${name}`), ...code.map((name) => `basemap/${name}`), ...CODE];
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const hash = createHash('sha256').update(JSON.stringify(CUTTERS.map((name) => devDependencies[name])));
  for (const file of files) hash.update(readFileSync(join(import.meta.dirname, file)));
  for (const [layer, file] of downloads) hash.update(layer).update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { pmtiles: { type: 'string' } } });
  const manifest = buildBasemap();
  const { folder, tiles, bytes } = manifest;
  console.error(`public/basemap/${folder}: ${tiles} tiles, ${(bytes / 1e6).toFixed(1)} MB`);
  if (values.pmtiles) {
    const archive = packPmtiles(join(BASEMAP_FOLDER, folder), manifest);
    writeFileSync(values.pmtiles, archive);
    console.error(`${values.pmtiles}: ${(archive.length / 1e6).toFixed(1)} MB`);
  }
}
