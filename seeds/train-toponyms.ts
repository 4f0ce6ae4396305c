// npm run train:toponyms -- FOLDER: learns which names mean a place from annotated documents (JSON lines, see GoldDocument), and
// writes src/extract/toponym-weights.ts. First prints what five-fold cross-validation by document promises.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openGazetteer } from '../src/cli/gazetteer.ts';
import { splitSentences } from '../src/extract/sentences.ts';
import { type Reading, readMentions } from '../src/extract/toponym-features.ts';
import { findNames } from '../src/extract/toponyms.ts';
import { FOLDS, foldOf } from './train-folds.ts';
import { type Example, scoreOf, trainLogistic } from './train-logistic.ts';
import { writeTables } from './train-table.ts';

/** A document with every mention of a place; `ignore` are spans that are neither asked for nor wrong. */
interface GoldDocument {
  id: string;
  text: string;
  places: { start: number; end: number; kind: string }[];
  ignore?: [start: number, end: number][];
}

const PENALTY = 0.03;
/** A feature has to be seen in this many documents: rarer ones describe the document. */
const FEWEST_DOCUMENTS = 4;
const TARGETS = new Set(['literal', 'associative', 'facility']);

interface Lesson {
  fold: number;
  examples: Example[];
  /** Mentions that no name of the gazetteer touches. */
  missed: number;
}

const gazetteer = openGazetteer();
const folder = process.argv[2] ?? '';
const lessons = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl'))
  .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean))
  .map((line) => toLesson(JSON.parse(line)));
const known = frequentFeatures(lessons);
for (const { examples } of lessons) {
  for (const example of examples) example.features = example.features.filter((feature) => known.has(feature));
}
crossValidate();
writeTables(
  join(import.meta.dirname, '../src/extract/toponym-weights.ts'),
  'Learnt by seeds/train-toponyms.ts: what each feature of toponym-features.ts adds to the belief in a place.',
  {
    TOPONYM_WEIGHTS: trainLogistic(
      lessons.flatMap(({ examples }) => examples),
      PENALTY,
    ),
  },
);

function toLesson({ id, text, places, ignore = [] }: GoldDocument): Lesson {
  const { lines, mentions } = findNames(splitSentences(text), gazetteer);
  const readings = readMentions(mentions, lines, gazetteer);
  const targets = places.filter(({ kind }) => TARGETS.has(kind));
  const neutral = [
    ...places.filter(({ kind }) => !TARGETS.has(kind) && kind !== 'homonym'),
    ...ignore.map(([start, end]) => ({ start, end })),
  ];
  const examples: Example[] = [];
  const touched = new Set<object>();
  mentions.forEach(({ line, match }, index) => {
    const span = { start: line.words[match.from]?.start ?? 0, end: line.words[match.to - 1]?.end ?? 0 };
    const overlaps = (other: { start: number; end: number }) => other.start < span.end && span.start < other.end;
    const target = targets.find(overlaps);
    const { features, vetoed } = readings[index] as Reading;
    if (vetoed) return;
    if (target) touched.add(target);
    if (!target && neutral.some(overlaps)) return;
    examples.push({ features: features.map((parts) => parts.join('')), wanted: target !== undefined, weight: 1 });
  });
  return { fold: foldOf(id), examples, missed: targets.length - touched.size };
}

function frequentFeatures(all: readonly Lesson[]): Set<string> {
  const documents = new Map<string, number>();
  for (const { examples } of all) {
    for (const feature of new Set(examples.flatMap(({ features }) => features))) {
      documents.set(feature, (documents.get(feature) ?? 0) + 1);
    }
  }
  return new Set([...documents].filter(([, count]) => count >= FEWEST_DOCUMENTS).map(([feature]) => feature));
}

function crossValidate(): void {
  const scored: { score: number; wanted: boolean }[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = trainLogistic(
      lessons.filter((lesson) => lesson.fold !== fold).flatMap(({ examples }) => examples),
      PENALTY,
    );
    for (const { examples } of lessons.filter((lesson) => lesson.fold === fold)) {
      for (const { features, wanted } of examples) scored.push({ score: scoreOf(weights, features), wanted });
    }
  }
  const missed = lessons.reduce((sum, lesson) => sum + lesson.missed, 0);
  for (const threshold of [-0.8, -0.4, -0.2, 0, 0.2, 0.4]) {
    const taken = scored.filter(({ score }) => score > threshold);
    const right = taken.filter(({ wanted }) => wanted).length;
    const all = scored.filter(({ wanted }) => wanted).length + missed;
    const [precision, recall] = [right / taken.length, right / all];
    const f1 = (2 * precision * recall) / (precision + recall);
    console.error(`above ${threshold}: precision ${percent(precision)}, recall ${percent(recall)}, F1 ${percent(f1)}`);
  }
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
