import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { buildGazetteer, GAZETTEER_FILE } from '../../seeds/build-gazetteer.ts';
import { resolveToponyms } from '../../src/extract/resolve.ts';
import { splitSentences } from '../../src/extract/sentences.ts';
import { findToponyms } from '../../src/extract/toponyms.ts';
import { type Gazetteer, readGazetteer } from '../../src/gazetteer/read.ts';
import { readStory, storySlugs } from '../gold.ts';
import { cpu } from './cpu.ts';

const WARM_ROUNDS = 30;
const ROUNDS = 60;

/** Prints what places cost: CPU for a thousand words when warm, and the gazetteer's file, opening and heap. */
export function benchPlaces(): void {
  buildGazetteer();
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const { buffer, byteOffset, byteLength } = readFileSync(GAZETTEER_FILE);
  const bytes = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;

  const opening: number[] = [];
  for (let round = 0; round < 9; round++) {
    const start = performance.now();
    readGazetteer(bytes);
    opening.push(performance.now() - start);
  }
  const asked = performance.now();
  readGazetteer(bytes).find('Aleppo');
  const firstName = performance.now() - asked;
  collect();
  const before = process.memoryUsage().heapUsed;
  const gazetteer = readGazetteer(bytes);
  const articles = storySlugs().flatMap((slug) => readStory(slug).articles);
  const words = articles.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  const read = () => {
    for (const article of articles) places(article, gazetteer);
  };
  for (let round = 0; round < WARM_ROUNDS; round++) read();
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) best = Math.min(best, cpu(read));
  collect();
  const heap = process.memoryUsage().heapUsed - before;

  const perThousand = best / (words / 1000);
  console.log(`places, warm          ${perThousand.toFixed(2)} ms CPU for 1,000 words (at most 2)`);
  console.log(`gazetteer, file       ${(byteLength / 1e6).toFixed(2)} MB (about 6)`);
  console.log(
    `gazetteer, opening    ${opening[0]?.toFixed(1)} ms at first, then ${Math.min(...opening).toFixed(1)} ms (at most 5); first name ${firstName.toFixed(1)} ms`,
  );
  console.log(`gazetteer, heap       ${(heap / 1e6).toFixed(2)} MB beyond the file (at most 5)`);
}

function places(article: Parameters<typeof resolveToponyms>[1], gazetteer: Gazetteer): void {
  resolveToponyms(findToponyms(splitSentences(article.text), gazetteer), article, gazetteer);
}
