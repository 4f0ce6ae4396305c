// npm run train:places -- FOLDER: learns how much each part of a place's score counts, from annotated documents (JSON
// lines, see GoldDocument), and writes src/extract/place-weights.ts. First prints what cross-validation promises.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openGazetteer } from '../src/cli/gazetteer.ts';
import { distanceKm, PART_NAMES, type Parts, partsOf, total, withNeighbours } from '../src/extract/place-scores.ts';
import { readNames } from '../src/extract/resolve.ts';
import { splitSentences } from '../src/extract/sentences.ts';
import { findToponyms } from '../src/extract/toponyms.ts';
import type { Place } from '../src/types.ts';
import { type Choice, type ChoiceWeights, choose, softmax, trainChoice } from './train-choice.ts';
import { FOLDS, foldOf } from './train-folds.ts';
import { writeTables } from './train-table.ts';

/** A document whose places have points: `geonameid` counts before the distance. */
interface GoldDocument {
  id: string;
  text: string;
  url?: string;
  published?: string;
  places: { start: number; end: number; kind: string; lat?: number; lon?: number; geonameid?: number }[];
}

interface Lesson {
  fold: number;
  /** Candidates, their first parts, and which are right, of every name; `weight` is 0 where the gold has no point. */
  names: { places: readonly Place[]; first: Parts[]; right: boolean[]; weight: number; listed: readonly number[] }[];
}

const PENALTY = 0.006;
/** What an article counts without its address: most that is read comes with one. */
const BARE_WEIGHT = 0.3;
/** A hundred miles: the distance within which the field counts a place as found. */
const NEAR_ENOUGH_KM = 161;

const gazetteer = openGazetteer();
const folder = process.argv[2] ?? '';
const documents: GoldDocument[] = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl'))
  .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean))
  .map((line) => JSON.parse(line));
// Each article is learnt from with its address and without: what its outlet tells must not be all that is listened to.
const addressed = documents.map(toLesson);
const bare = documents.map(({ url, ...document }) => toLesson(document));
const lessons = [...addressed, ...bare.map((lesson) => weighted(lesson, BARE_WEIGHT))];

crossValidate('with the outlet known', addressed);
crossValidate('with the outlet unknown', bare);
const first = trainChoice(lessons.flatMap(firstChoices), PENALTY);
const second = trainChoice(
  lessons.flatMap((lesson) => secondChoices(lesson, first)),
  PENALTY,
);
writeTables(
  join(import.meta.dirname, '../src/extract/place-weights.ts'),
  'Learnt by seeds/train-places.ts: how much each part of place-scores.ts counts, before and after the neighbours are known.',
  { FIRST_WEIGHTS: named(first), SECOND_WEIGHTS: named(second) },
);

function toLesson(document: GoldDocument): Lesson {
  const { id, text, url, published } = document;
  const toponyms = findToponyms(splitSentences(text), gazetteer);
  const article = { id, source: '', text, ...(url && { url }), ...(published && { published }) };
  const { names, nameOf, setting } = readNames(toponyms, article, gazetteer);
  const golds = names.map((): GoldDocument['places'] => []);
  for (const toponym of toponyms) {
    const gold = document.places.find(
      ({ start, end, kind, lat }) =>
        lat !== undefined && kind !== 'demonym' && start < toponym.end && toponym.start < end,
    );
    if (gold) golds[nameOf.get(toponym) ?? 0]?.push(gold);
  }
  return {
    fold: foldOf(id),
    names: names.map((name, index) => {
      const gold = golds[index] ?? [];
      const right = name.candidates.map(
        (place) => 2 * gold.filter((each) => isRight(place, each)).length > gold.length,
      );
      return {
        places: name.candidates,
        first: name.candidates.map((place) => partsOf(place, name, setting, gazetteer)),
        right,
        weight: gold.length,
        listed: name.listed,
      };
    }),
  };
}

function weighted(lesson: Lesson, factor: number): Lesson {
  return { ...lesson, names: lesson.names.map((name) => ({ ...name, weight: name.weight * factor ** 2 })) };
}

function isRight(place: Place, gold: { lat?: number; lon?: number; geonameid?: number }): boolean {
  if (gold.geonameid !== undefined && gold.geonameid === place.geonameId) return true;
  return distanceKm(place, { lat: gold.lat ?? 0, lng: gold.lon ?? 0 }) <= NEAR_ENOUGH_KM;
}

function firstChoices({ names }: Lesson): Choice[] {
  return names.map(({ first, right, weight }) => ({ candidates: first, right, weight: Math.sqrt(weight) }));
}

function secondChoices({ names }: Lesson, weights: ChoiceWeights): Choice[] {
  const chosen = names.map(({ places, first }) => places[choose(first, weights)]);
  return names.map(({ places, first, right, weight, listed }, index) => {
    const candidates = places.map((place, at) => withNeighbours(first[at] ?? [], place, chosen, index, listed));
    return { candidates, right, weight: Math.sqrt(weight) };
  });
}

function crossValidate(title: string, tested: readonly Lesson[]): void {
  let [all, inFirst, inSecond, possible] = [0, 0, 0, 0];
  const beliefs: { belief: number; right: boolean; weight: number }[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const training = lessons.filter((lesson) => lesson.fold !== fold);
    const firstWeights = trainChoice(training.flatMap(firstChoices), PENALTY);
    const secondWeights = trainChoice(
      training.flatMap((lesson) => secondChoices(lesson, firstWeights)),
      PENALTY,
    );
    for (const lesson of tested.filter((each) => each.fold === fold)) {
      const choices = secondChoices(lesson, firstWeights);
      lesson.names.forEach(({ first, right, weight }, index) => {
        if (weight === 0) return;
        const candidates = choices[index]?.candidates ?? [];
        const best = choose(candidates, secondWeights);
        all += weight;
        possible += right.includes(true) ? weight : 0;
        inFirst += right[choose(first, firstWeights)] ? weight : 0;
        inSecond += right[best] ? weight : 0;
        const belief = softmax(candidates.map((parts) => total(parts, secondWeights)));
        beliefs.push({ belief: belief[best] ?? 0, right: right[best] ?? false, weight });
      });
    }
  }
  const percent = (part: number, whole = all) => (whole === 0 ? '-' : ((100 * part) / whole).toFixed(1));
  console.error(
    `${title}, right of ${all} mentions: first ${percent(inFirst)} %, second ${percent(inSecond)} %; possible ${percent(possible)} %`,
  );
  for (let low = 0; low < 1; low += 0.1) {
    const some = beliefs.filter(({ belief }) => belief >= low && belief < low + 0.1);
    const count = some.reduce((sum, { weight }) => sum + weight, 0);
    const right = some.reduce((sum, each) => sum + (each.right ? each.weight : 0), 0);
    console.error(`belief ${low.toFixed(1)}: ${count} mentions, ${percent(right, count)} % right`);
  }
}

function named(weights: ChoiceWeights): [string, number][] {
  return PART_NAMES.map((name, at) => [name, weights[at] ?? 0]);
}
