import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openGazetteer } from '../../src/cli/gazetteer.ts';
import { readStory as mergeStory } from '../../src/extract/index.ts';
import { toCollection } from '../../src/http/geojson.ts';
import { readGoldEvents, readStory, storySlugs } from '../gold.ts';
import { scoreEvents } from '../score-events.ts';

/** The least, or for the last two the most, that a demo story may come to: just under what is reached. */
interface Floor {
  found: number;
  precision: number;
  sources: number;
  status: number;
  duplicates: number;
  bystanders: number;
}

const floors: Record<string, Floor> = JSON.parse(
  readFileSync(join(import.meta.dirname, '../gold/floors.json'), 'utf8'),
);
const gazetteer = openGazetteer();

test('every demo story has a floor', () => {
  expect(Object.keys(floors).sort()).toEqual([...storySlugs()].sort());
});

test.each(Object.entries(floors))('events of %s', (slug, floor) => {
  const story = readStory(slug);
  const { features } = toCollection(story, story.articles, mergeStory(story, story.articles, gazetteer));
  const score = scoreEvents(readGoldEvents(slug), features);
  expect(score.found).toBeGreaterThanOrEqual(floor.found);
  expect(score.known / score.given).toBeGreaterThanOrEqual(floor.precision);
  expect(score.sources).toBeGreaterThanOrEqual(floor.sources);
  expect(score.status).toBeGreaterThanOrEqual(floor.status);
  expect(score.duplicates.length).toBeLessThanOrEqual(floor.duplicates);
  expect(score.atBystanders.length).toBeLessThanOrEqual(floor.bystanders);
  expect(score.ofFurniture).toEqual([]);
});
