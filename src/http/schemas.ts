import * as v from 'valibot';
import { daysOf } from '../extract/edtf.ts';
import { CATEGORIES } from '../types.ts';

/** A slug is lower-case words joined by single hyphens, at most 80 characters. */
export const SLUG = /^(?=.{1,80}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Half of a surrogate pair cannot be stored or sent; the mark for "unreadable" takes its place, so offsets stay. */
const text = v.pipe(
  v.string('has to be a string'),
  v.transform((given) => given.toWellFormed()),
);

/** Text on one line, for headlines and names. */
const line = (longest: number) =>
  v.pipe(
    text,
    v.transform((given) => given.replace(/[\s\p{Cc}]+/gu, ' ').trim()),
    v.minLength(1, 'is empty'),
    v.maxLength(longest, `is longer than ${longest} characters`),
  );

/** A BCP 47 language tag. */
export const lang = v.pipe(text, v.check(isLanguage, 'is no BCP 47 language tag, such as "en" or "pt-BR"'));

/** An IANA time zone. */
export const timeZone = v.pipe(text, v.check(isTimeZone, 'is no IANA time zone, such as "Asia/Damascus"'));

const webAddress = v.pipe(line(2000), v.check(isWebAddress, 'is no http or https address'));

/**
 * When an article appeared: an RFC 3339 instant, or a calendar day of the years 0001 to 9999. A clock time without an
 * offset could be any zone's: its day is kept.
 */
export const published = v.pipe(
  text,
  v.check(isPublished, 'is neither an RFC 3339 instant nor a calendar day, YYYY-MM-DD'),
  v.transform((given) => (/[Z+]|-\d{2}:\d{2}$/.test(given) ? given : given.slice(0, 10))),
);

const edtf = v.pipe(
  line(80),
  v.check(
    (given) => daysOf(given) !== null && given.split('/').every(isSaneMoment),
    'is no EDTF level 1 date or interval',
  ),
);

const optional = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.pipe(
    v.nullish(schema),
    v.transform((given) => given ?? undefined),
  );

const slug = v.pipe(
  v.string(),
  v.regex(SLUG, 'is not made of lower-case letters, digits and single hyphens, at most 80'),
);

export const StoryPath = v.object({ slug });

/** Corrections have ids that look like slugs, a UUID for example. */
export const CorrectionPath = v.object({ slug, id: slug });

export const StoryBody = v.object(
  {
    title: line(300),
    description: optional(line(2000)),
    lang: optional(lang),
    timeZone: optional(timeZone),
    track: optional(v.boolean('has to be true or false')),
  },
  notObject,
);

const articleFields = {
  source: optional(line(200)),
  published: optional(published),
  url: optional(webAddress),
  title: optional(line(500)),
  lang: optional(lang),
  text: optional(text),
  html: optional(text),
};

const articleId = v.pipe(
  line(200),
  v.check((id) => !/[/\\?#]/.test(id), 'has a character that cuts addresses'),
);

export const ArticleBody = v.object({ id: optional(articleId), ...articleFields }, notObject);
export type ArticleBody = v.InferOutput<typeof ArticleBody>;

/** The body of `POST /api/extract`: a line of the command line's input. */
export const DocumentBody = v.object(
  {
    id: v.optional(v.union([text, v.number()], 'has to be a string or a number')),
    text,
    published: optional(published),
    lang: optional(lang),
    url: optional(webAddress),
    title: optional(text),
    source: optional(text),
  },
  notObject,
);

const evidence = v.pipe(
  v.array(
    v.object({
      article: articleId,
      start: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
      end: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    }),
    'has to be a list of clauses: article, start, end',
  ),
  v.minLength(1, 'is empty'),
  v.maxLength(1000, 'names more than 1000 clauses'),
);

const place = v.object({
  name: line(200),
  geonameId: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
  lat: v.pipe(v.number('has to be a number'), v.minValue(-90, 'is below -90'), v.maxValue(90, 'is above 90')),
  lng: v.pipe(v.number('has to be a number'), v.minValue(-180, 'is below -180'), v.maxValue(180, 'is above 180')),
  featureClass: v.optional(v.pipe(text, v.regex(/^[AHLPRSTUV]$/, 'is no GeoNames feature class')), 'P'),
  featureCode: v.optional(v.pipe(text, v.regex(/^[A-Z0-9]{2,10}$/, 'is no GeoNames feature code')), 'PPL'),
  countryCode: v.optional(v.pipe(text, v.regex(/^([A-Z]{2})?$/, 'is no ISO 3166-1 alpha-2 code')), ''),
  admin1: v.optional(v.pipe(text, v.regex(/^([A-Z]{2}\.\w{1,10})?$/, 'is no GeoNames first-level code')), ''),
  population: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), 0),
  timeZone: v.optional(v.union([v.literal(''), timeZone]), ''),
});

/** What an editor sets right about an event; the kinds are those of `Correction`. */
export const CorrectionBody = v.object(
  {
    event: line(300),
    change: v.variant(
      'kind',
      [
        v.object({ kind: v.literal('title'), title: line(300) }),
        v.object({ kind: v.literal('time'), edtf }),
        v.object({ kind: v.literal('place'), place: v.nullable(place), near: v.optional(v.boolean()) }),
        v.object({ kind: v.literal('category'), category: v.picklist(CATEGORIES, 'is none of the categories') }),
        v.object({
          kind: v.literal('status'),
          status: v.picklist(['reported', 'claimed', 'disputed', 'planned'], 'is no status'),
        }),
        v.object({ kind: v.literal('hidden'), hidden: v.boolean('has to be true or false') }),
        v.object({ kind: v.literal('merge'), into: line(300) }),
        v.object({ kind: v.literal('split'), reports: evidence }),
      ],
      'has to be one of the kinds title, time, place, category, status, hidden, merge, split',
    ),
  },
  notObject,
);

function notObject(issue: { received: string }): string {
  return issue.received === 'undefined' ? 'is missing' : `has to be an object, not ${issue.received}`;
}

function isLanguage(given: string): boolean {
  try {
    return new Intl.Locale(given).toString().length > 0;
  } catch {
    return false;
  }
}

function isTimeZone(given: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: given }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

function isWebAddress(given: string): boolean {
  if (!URL.canParse(given)) return false;
  const { protocol, username, password } = new URL(given);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}

function isPublished(given: string): boolean {
  const day = /^(?<day>\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/.exec(given)
    ?.groups?.day;
  return day !== undefined && day > '0000-12-31' && daysOf(day) !== null && !Number.isNaN(Date.parse(given));
}

const isSaneMoment = (half: string) => !half.includes('T') || !Number.isNaN(Date.parse(half.replace(/[~?%]$/, '')));
