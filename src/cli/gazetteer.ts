import { readFileSync } from 'node:fs';
import { buildGazetteer, GAZETTEER_FILE } from '../../seeds/build-gazetteer.ts';
import { type Gazetteer, readGazetteer } from '../gazetteer/read.ts';

/** Opens the gazetteer, built first where it is missing or out of date. */
export function openGazetteer(): Gazetteer {
  if (buildGazetteer()) console.error('Built seeds/gazetteer.bin.');
  const { buffer, byteOffset, byteLength } = readFileSync(GAZETTEER_FILE);
  return readGazetteer(buffer.slice(byteOffset, byteOffset + byteLength));
}
