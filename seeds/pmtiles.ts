// One file for all tiles, PMTiles version 3: for object stores and other sites, whose servers answer range requests.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zxyToTileId } from 'pmtiles';
import type { Manifest } from '../src/basemap/manifest.ts';

/**
 *     header, 127 bytes | root directory | metadata | leaf directories | tiles
 *     directory, gzipped: entries | steps of ids | run lengths | byte lengths | offsets + 1, or 0: behind the one before
 *
 * Numbers of directories are varints, those of the header little-endian. https://github.com/protomaps/PMTiles, spec v3.
 */
const HEADER = 127;
// Entries a leaf, so that the root stays within the 16 kB that a reader fetches first.
const LEAF = 2048;
const [GZIP, MVT] = [2, 1];
const DEGREE = 1e7;
const EDGE = 85.0511287;

interface Entry {
  id: number;
  offset: number;
  length: number;
  /** Tiles in a row with these bytes; 0 for a leaf directory. */
  run: number;
}

/** The tiles of a folder Z/X/Y.mvt as one archive. The same tiles give the same bytes. */
export function packPmtiles(folder: string, { maxZoom, layers }: Pick<Manifest, 'maxZoom' | 'layers'>): Uint8Array {
  const { entries, data, contents, addressed } = layTiles(listTiles(folder, maxZoom));
  const leaves = Array.from({ length: Math.ceil(entries.length / LEAF) }, (_, i) =>
    packDirectory(entries.slice(i * LEAF, (i + 1) * LEAF)),
  );
  let at = 0;
  const root = packDirectory(
    leaves.map((leaf, i) => {
      at += leaf.length;
      return { id: entries[i * LEAF]?.id ?? 0, offset: at - leaf.length, length: leaf.length, run: 0 };
    }),
  );
  const metadata = gzipSync(JSON.stringify(describe(layers, maxZoom)), { level: 9 });
  const parts = [root, metadata, Buffer.concat(leaves), Buffer.concat(data)];
  const header = Buffer.alloc(HEADER);
  header.write('PMTiles', 0, 'latin1');
  header.writeUInt8(3, 7);
  let start = HEADER;
  parts.forEach((part, i) => {
    header.writeBigUInt64LE(BigInt(start), 8 + 16 * i);
    header.writeBigUInt64LE(BigInt(part.length), 16 + 16 * i);
    start += part.length;
  });
  [addressed, entries.length, contents].forEach((count, i) => {
    header.writeBigUInt64LE(BigInt(count), 72 + 8 * i);
  });
  header.set([1, GZIP, GZIP, MVT, 0, maxZoom], 96); // the first: clustered, tiles lie in the order of their ids
  [-180, -EDGE, 180, EDGE].forEach((degrees, i) => {
    header.writeInt32LE(Math.round(degrees * DEGREE), 102 + 4 * i);
  });
  return Buffer.concat([header, ...parts]);
}

function listTiles(folder: string, maxZoom: number): { id: number; file: string }[] {
  const tiles = [];
  for (let z = 0; z <= maxZoom; z++) {
    for (const x of readdirSync(join(folder, String(z)))) {
      for (const name of readdirSync(join(folder, String(z), x)))
        tiles.push({
          id: zxyToTileId(z, Number(x), Number.parseInt(name, 10)),
          file: join(folder, String(z), x, name),
        });
    }
  }
  return tiles.sort((a, b) => a.id - b.id);
}

/** Bytes that occur twice are kept once, and a run of tiles that are alike is one entry. */
function layTiles(tiles: { id: number; file: string }[]) {
  const known = new Map<string, Pick<Entry, 'offset' | 'length'>>();
  const entries: Entry[] = [];
  const data: Uint8Array[] = [];
  let end = 0;
  for (const { id, file } of tiles) {
    const bytes = readFileSync(file);
    const hash = createHash('sha256').update(bytes).digest('hex');
    let place = known.get(hash);
    if (!place) {
      const packed = gzipSync(bytes, { level: 9 });
      place = { offset: end, length: packed.length };
      known.set(hash, place);
      data.push(packed);
      end += packed.length;
    }
    const last = entries.at(-1);
    if (last && last.offset === place.offset && last.id + last.run === id) last.run += 1;
    else entries.push({ id, ...place, run: 1 });
  }
  return { entries, data, contents: known.size, addressed: tiles.length };
}

function packDirectory(entries: Entry[]): Uint8Array {
  const bytes: number[] = [];
  const push = (value: number) => {
    let rest = value;
    while (rest > 127) {
      bytes.push((rest % 128) | 128);
      rest = Math.floor(rest / 128);
    }
    bytes.push(rest);
  };
  push(entries.length);
  entries.forEach(({ id }, i) => {
    push(id - (entries[i - 1]?.id ?? 0));
  });
  for (const { run } of entries) push(run);
  for (const { length } of entries) push(length);
  entries.forEach(({ offset }, i) => {
    const before = entries[i - 1];
    push(before && before.offset + before.length === offset ? 0 : offset + 1);
  });
  return gzipSync(Uint8Array.from(bytes), { level: 9 });
}

function describe(layers: string[], maxZoom: number) {
  return {
    name: 'Dateline',
    attribution: 'Natural Earth, GeoNames (CC BY 4.0)',
    type: 'baselayer',
    vector_layers: layers.map((id) => ({ id, minzoom: 0, maxzoom: maxZoom, fields: {} })),
  };
}
