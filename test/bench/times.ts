import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as chrono from 'chrono-node/en';
import { splitSentences } from '../../src/extract/sentences.ts';
import { findTimexes } from '../../src/extract/timexes.ts';
import { interleave } from './cpu.ts';

/** What reading the times of a text costs: against the plain engine, and as the text grows. */
export function benchTimes(): void {
  const texts = readStories();
  const words = texts.join(' ').split(/\s+/).length;
  // The plain engine first: what both load and warm is then paid for.
  const plainFirst = milliseconds(() => chrono.casual.parse(texts[0] ?? '', DCT));
  const ownFirst = milliseconds(() => read(texts[0] ?? ''));
  console.log(`times: first document ${ownFirst.toFixed(0)} ms, chrono ${plainFirst.toFixed(0)} ms`);

  const { own, plain } = interleave(
    () => texts.map(read),
    () => texts.map((text) => chrono.casual.parse(text, DCT)),
    WARM_UP,
    ROUNDS,
  );
  const ratio = own / plain;
  const perThousand = (ms: number) => ((ms / words) * 1000).toFixed(2);
  console.log(
    `times: ${words} words of news, warm: ${perThousand(own)} ms CPU a thousand words, chrono ${perThousand(plain)}; ratio ${ratio.toFixed(2)} (at most 2)`,
  );
  for (const [name, unit] of Object.entries(GROWING)) console.log(`times: ${name}: ${growth(unit(texts))}`);
}

const DCT = new Date('2024-11-30T12:00:00Z');
const WARM_UP = 100;
const ROUNDS = 100;

function read(text: string): void {
  findTimexes(splitSentences(text), '2024-11-30');
}

/** The texts of the stories that come with the project. */
function readStories(): string[] {
  const folder = join(import.meta.dirname, '../../seeds/stories');
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('story.json'));
  return files.flatMap((name) => {
    const story: { articles: { text: string }[] } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    return story.articles.map(({ text }) => text);
  });
}

const GROWING: Record<string, (texts: readonly string[]) => string> = {
  'ordinary news': (texts) => `${texts.join('\n\n')}\n\n`,
  '"1 hour " again and again': () => '1 hour ',
  '"on " again and again': () => 'on ',
  digits: () => '1234567890',
  'dates without a stop': () => 'on Nov. 3, 2016 and from 5 to 7 May until Sunday ',
  'white space': () => ' \t\n',
};

/** Milliseconds for 10 kB, 100 kB and 1 MB; linear growth multiplies by ten each time. */
function growth(unit: string): string {
  const parts = [10_000, 100_000, 1_000_000].map((length) => {
    const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
    return `${(length / 1000).toFixed(0)} kB ${Math.min(
      milliseconds(() => read(text)),
      milliseconds(() => read(text)),
    ).toFixed(1)} ms`;
  });
  return parts.join(', ');
}

function milliseconds(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
