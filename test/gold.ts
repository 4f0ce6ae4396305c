import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';

/**
 * The gold lists of the demo stories, as `test/gold/README.md` describes them: read from disk, checked for their shape.
 * Every reader throws with the path of the member that is wrong.
 */

const root = resolve(import.meta.dirname, '..');
const calendarDay = v.pipe(
  v.string(),
  v.check((day) => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day), 'expected a day of the calendar'),
);
const zonedInstant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/, 'expected an instant with its offset'),
);
const latitude = v.pipe(v.number(), v.minValue(-90), v.maxValue(90));
const longitude = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));
const words = v.pipe(v.string(), v.nonEmpty());
const status = v.picklist(['reported', 'claimed', 'disputed', 'planned']);

const storySchema = v.strictObject({
  slug: words,
  title: words,
  description: words,
  lang: words,
  timeZone: words,
  track: v.optional(v.boolean()),
  articles: v.array(v.strictObject({ id: words, source: words, published: zonedInstant, title: words, text: words })),
});

const eventsSchema = v.strictObject({
  story: words,
  places: v.record(words, v.strictObject({ lat: latitude, lon: longitude, km: v.number() })),
  events: v.array(
    v.strictObject({
      id: words,
      optional: v.optional(v.boolean()),
      words,
      dated: v.picklist(['stated', 'inferred']),
      from: calendarDay,
      to: calendarDay,
      alternatives: v.optional(v.array(v.tuple([calendarDay, calendarDay]))),
      places: v.array(words),
      placeOptional: v.optional(v.boolean()),
      status: v.optional(v.array(status)),
      articles: v.array(words),
      mayReport: v.optional(v.array(words)),
    }),
  ),
  bystanders: v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))),
  furniture: v.array(words),
});

const mention = { text: words, nth: v.pipe(v.number(), v.integer(), v.minValue(1)) };

const timesSchema = v.strictObject({
  story: words,
  articles: v.record(
    words,
    v.array(
      v.strictObject({
        ...mention,
        type: v.picklist(['DATE', 'TIME', 'DURATION', 'SET']),
        value: words,
        mod: v.optional(v.picklist(['START', 'MID', 'END'])),
        from: v.nullable(calendarDay),
        to: v.nullable(calendarDay),
      }),
    ),
  ),
});

const placesSchema = v.strictObject({
  story: words,
  articles: v.record(
    words,
    v.array(
      v.strictObject({ ...mention, name: words, geonameid: v.optional(v.number()), lat: latitude, lon: longitude }),
    ),
  ),
});

export type StoryFile = v.InferOutput<typeof storySchema>;
export type GoldEvents = v.InferOutput<typeof eventsSchema>;
export type GoldTimes = v.InferOutput<typeof timesSchema>;
export type GoldPlaces = v.InferOutput<typeof placesSchema>;

/** The slugs of all demo stories, sorted. */
export function storySlugs(): string[] {
  return readdirSync(resolve(root, 'seeds/stories')).sort();
}

export function readStory(slug: string): StoryFile {
  return v.parse(storySchema, readJson(`seeds/stories/${slug}/story.json`));
}

/** The events of a story: what a careful reader would put on its timeline. */
export function readGoldEvents(slug: string): GoldEvents {
  return v.parse(eventsSchema, readJson(`test/gold/${slug}.json`));
}

/** Every time expression in some of a story's articles. */
export function readGoldTimes(slug: string): GoldTimes {
  return v.parse(timesSchema, readJson(`test/gold/${slug}.times.json`));
}

/** Every place name in some of a story's articles. */
export function readGoldPlaces(slug: string): GoldPlaces {
  return v.parse(placesSchema, readJson(`test/gold/${slug}.places.json`));
}

/** Where the nth occurrence of `mention` starts in `text`; null when there are fewer. Counts from 1. */
export function nthOffset(text: string, mention: string, nth: number): number | null {
  let at = -1;
  for (let count = 0; count < nth; count++) {
    at = text.indexOf(mention, at + 1);
    if (at < 0) return null;
  }
  return at;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(resolve(root, path), 'utf8'));
}
