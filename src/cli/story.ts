import { text } from 'node:stream/consumers';
import * as v from 'valibot';
import { withPublished } from '../extract/dateline.ts';
import { readStory } from '../extract/index.ts';
import { toCollection } from '../http/geojson.ts';
import { lang, timeZone } from '../http/schemas.ts';
import { describe } from './filter.ts';
import { openGazetteer } from './gazetteer.ts';

const HELP = `Reads the articles of one story and writes its merged events.

  npm run --silent story < story.json > events.geojson

In, one JSON document:  {"slug", "title", "timeZone"?, "lang"?, "track"?,
                         "articles": [{"id", "source", "published", "url"?, "title"?, "lang"?, "text"}]}
Out:                    a GeoJSON FeatureCollection, one Feature an event (RFC 7946, with "when");
                        with "track": true also the ids of the events that the map joins

An article that cannot be read is named on stderr and left out; the exit code is then 1.
Input that is no story at all gives nothing on stdout, and the exit code 2.
`;

const StoryDocument = v.object({
  slug: v.nullish(v.string(), ''),
  title: v.nullish(v.string(), ''),
  timeZone: v.nullish(timeZone, 'UTC'),
  lang: v.nullish(lang, 'en'),
  track: v.nullish(v.boolean('has to be true or false'), false),
  articles: v.array(v.unknown()),
});

const ArticleDocument = v.object({
  id: v.pipe(
    v.union([v.string(), v.number()]),
    v.transform((id) => String(id)),
  ),
  source: v.nullish(v.string(), ''),
  published: optional(v.string()),
  url: optional(v.string()),
  title: optional(v.string()),
  lang: optional(v.string()),
  text: v.pipe(
    v.string(),
    v.transform((given) => given.toWellFormed()),
  ),
});

if (process.argv.includes('--help')) process.stdout.write(HELP);
else process.exitCode = tell(await text(process.stdin));

/** Writes the events of the story to stdout; the exit code. */
function tell(input: string): number {
  const story = readDocument(input);
  if (!story) return 2;
  const articles = new Map<string, v.InferOutput<typeof ArticleDocument>>();
  let failed = false;
  for (const [index, given] of story.articles.entries()) {
    const result = v.safeParse(ArticleDocument, given);
    const known = result.success ? articles.get(result.output.id) : undefined;
    if (result.success && !known) articles.set(result.output.id, result.output);
    // The same article once more changes nothing.
    if (result.success && (!known || JSON.stringify(known) === JSON.stringify(result.output))) continue;
    failed = true;
    const why = result.success ? `another one has the id ${JSON.stringify(result.output.id)}` : describe(result.issues);
    console.error(`article ${index + 1}: ${why}`);
  }
  const read = [...articles.values()].map(withPublished);
  const collection = toCollection(story, read, readStory(story, read, openGazetteer()));
  process.stdout.write(`${JSON.stringify(collection)}\n`);
  return failed ? 1 : 0;
}

function readDocument(input: string) {
  try {
    const result = v.safeParse(StoryDocument, JSON.parse(input));
    if (result.success) return result.output;
    console.error(`not a story: ${describe(result.issues)}`);
  } catch (error) {
    console.error(`not JSON: ${error instanceof Error ? error.message : error}`);
  }
  return null;
}

function optional<Schema extends v.GenericSchema<string, string>>(schema: Schema) {
  return v.pipe(
    v.nullish(schema),
    v.transform((given) => given || undefined),
  );
}
