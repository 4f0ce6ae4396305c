// npm run gazetteer: packs the tables of seeds/data/ into seeds/gazetteer.bin, in a few seconds and without the network.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeGazetteer } from '../src/gazetteer/write.ts';
import { readRecords, readWords } from './gazetteer-records.ts';

export const GAZETTEER_FILE = join(import.meta.dirname, 'gazetteer.bin');
const data = join(import.meta.dirname, 'data');
const stamp = `${GAZETTEER_FILE}.inputs`;
/** What decides the bytes beside the tables themselves. */
const PROGRAMS = [
  'gazetteer-records.ts',
  'gazetteer-names.ts',
  'gazetteer-own.ts',
  'sources/alternates.ts',
  'basemap/printed-name.ts',
  '../src/gazetteer/write.ts',
  '../src/gazetteer/format.ts',
  '../src/gazetteer/fold.ts',
];

/** Builds the gazetteer when it is missing or its inputs changed; answers whether it did. */
export function buildGazetteer(): boolean {
  const inputs = digest();
  if (existsSync(GAZETTEER_FILE) && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return false;
  const unfinished = `${GAZETTEER_FILE}.${process.pid}`;
  writeFileSync(unfinished, writeGazetteer(readRecords(data), readWords(data)));
  renameSync(unfinished, GAZETTEER_FILE);
  writeFileSync(stamp, inputs);
  return true;
}

function digest(): string {
  const hash = createHash('sha256');
  const tables = readdirSync(data).filter((file) => /\.tsv(?:\.br)?$/.test(file));
  const files = [
    ...tables.sort().map((file) => join(data, file)),
    ...PROGRAMS.map((file) => join(import.meta.dirname, file)),
  ];
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}

if (import.meta.main) {
  const built = buildGazetteer();
  const megabytes = (readFileSync(GAZETTEER_FILE).length / 1e6).toFixed(2);
  console.error(`seeds/gazetteer.bin: ${built ? 'built' : 'up to date'}, ${megabytes} MB`);
}
