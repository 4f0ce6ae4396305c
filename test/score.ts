// npm run score [-- --errors]: how the demo stories, read by the project as it is, meet their gold lists.

import { openGazetteer } from '../src/cli/gazetteer.ts';
import { toContract } from '../src/extract/contract.ts';
import { extract, readStory as mergeStory } from '../src/extract/index.ts';
import { toCollection } from '../src/http/geojson.ts';
import { readGoldEvents, readGoldPlaces, readGoldTimes, readStory, storySlugs } from './gold.ts';
import { type EventScore, scoreEvents } from './score-events.ts';
import { f1, type MentionScore, scorePlaces, scoreTimes } from './score-mentions.ts';

const showErrors = process.argv.includes('--errors');
const gazetteer = openGazetteer();
const percent = (share: number) => `${(100 * share).toFixed(0)} %`;

for (const slug of storySlugs()) {
  const story = readStory(slug);
  const features = toCollection(story, story.articles, mergeStory(story, story.articles, gazetteer)).features;
  console.log(`\n${slug}: ${story.articles.length} articles`);
  printEvents(scoreEvents(readGoldEvents(slug), features));

  const gold = { times: readGoldTimes(slug).articles, places: readGoldPlaces(slug).articles };
  const read = story.articles.map((article) => ({ article, ...toContract(extract(article, gazetteer)) }));
  printMentions(
    'times',
    read.flatMap(({ article, times }) => {
      const wanted = gold.times[article.id];
      return wanted ? [scoreTimes(article.text, wanted, times)] : [];
    }),
  );
  printMentions(
    'places',
    read.flatMap(({ article, places }) => {
      const wanted = gold.places[article.id];
      return wanted ? [scorePlaces(article.text, wanted, places)] : [];
    }),
  );
}

function printEvents(score: EventScore): void {
  const { found, must, known, given, duplicates, atBystanders, ofFurniture } = score;
  console.log(
    `  events   ${found} of ${must} found (${percent(found / must)}), precision ${percent(given ? known / given : 0)} of ${given}, of the first twenty ${percent(score.first)}, ` +
      `duplicates ${duplicates.length}, sources ${percent(score.sources)}, status ${percent(score.status)}, ` +
      `at bystanders ${atBystanders.length}, furniture ${ofFurniture.length}`,
  );
  if (!showErrors) return;
  for (const { id, nearest } of score.missed) console.log(`    missed ${id}: ${nearest}`);
  for (const title of score.unknown) console.log(`    unknown "${title}"`);
  for (const title of duplicates) console.log(`    twice "${title}"`);
  for (const title of atBystanders) console.log(`    at a bystander "${title}"`);
  for (const title of ofFurniture) console.log(`    furniture "${title}"`);
}

function printMentions(kind: string, scores: readonly MentionScore[]): void {
  const sum = (pick: (score: MentionScore) => number) => scores.reduce((total, score) => total + pick(score), 0);
  const counts = { gold: sum((score) => score.gold), given: sum((score) => score.given) };
  const spans = f1(
    sum((score) => score.spans),
    counts,
  );
  const right = f1(
    sum((score) => score.right),
    counts,
  );
  console.log(
    `  ${kind.padEnd(8)} F1 ${right.toFixed(1)} right, ${spans.toFixed(1)} recognised; ${counts.gold} asked, ${counts.given} given`,
  );
  if (showErrors) for (const error of scores.flatMap((score) => score.errors)) console.log(`    ${error}`);
}
