import type { Gazetteer } from '../gazetteer/read.ts';
import type { Article, Report, ResolvedToponym, Sentence, Timex } from '../types.ts';
import { formatDay, readDay } from './calendar.ts';
import { findFocus } from './focus.ts';
import { isBearing, isInside } from './lang/en/bearings.ts';
import { countTopics, mainCategory } from './lang/en/categories.ts';
import { findField } from './lang/en/field-senses.ts';
import { NO_MEMORY } from './lang/en/referents.ts';
import { readSentence } from './lang/en/sentence-reports.ts';
import type { Thread } from './reading.ts';
import { tokenize, withoutCapitals, withoutDateline } from './tokens.ts';

/** "The city" and "there" look no further back than so many mentions of places. */
const REMEMBERED = 100;

/** An article is about what a third of its telling words are about. */
const LEAST_SHARE = 1 / 3;

/**
 * An article's accounts of happenings: each rests on a clause, or on a noun with a time of its own ("the 2020
 * ceasefire"). Headlines and furniture give none. What no text dates lies between the last recent day that the
 * article named, or the eve of its publication, and its publication, and is marked `inferred`; without any bound it is left out.
 */
export function findReports(
  article: Article,
  sentences: readonly Sentence[],
  times: readonly Timex[],
  places: readonly ResolvedToponym[],
  gazetteer: Pick<Gazetteer, 'region' | 'homeOf'>,
): Report[] {
  const day = readDay(article.published);
  const dct = day === null ? null : formatDay(day);
  const thread: Thread = {
    sentence: 0,
    memory: NO_MEMORY,
    there: null,
    dated: new Map(),
    since: null,
    last: null,
    recent: [],
  };
  // What is read as a time ("Nov. 30") is no place.
  const settled = places.filter(({ start, end }) => (times[countUntil(times, start)]?.start ?? end) >= end);
  const anchors = settled.filter(({ start }) => !isBearing(article.text, start));
  const prose = sentences
    .filter(({ kind }) => kind === 'prose')
    .map((sentence, i) => {
      const whole = withoutDateline(tokenize(sentence));
      const tokens = i === 0 ? withoutCapitals(whole, settled) : whole;
      return { sentence, tokens, topics: countTopics(tokens) };
    });
  const category =
    mainCategory(
      prose.map(({ topics }) => topics),
      1,
      LEAST_SHARE,
    ) ?? 'other';
  // Of clubs that bear the names of towns, only "in Madrid" is the town.
  const towns = category === 'sport' ? settled.filter(({ start }) => isInside(article.text, start)) : settled;
  const focus = findFocus(towns, gazetteer);
  const field = findField(
    prose.map(({ tokens }) => tokens),
    category,
  );
  const reports = prose.flatMap(({ sentence, tokens, topics }) => {
    const placesUntil = countUntil(settled, sentence.end);
    const anchorsUntil = countUntil(anchors, sentence.end);
    return readSentence({
      article,
      sentence,
      tokens,
      topics,
      times: times.slice(countUntil(times, sentence.start), countUntil(times, sentence.end)),
      places: settled.slice(countUntil(settled, sentence.start), placesUntil),
      earlier: anchors.slice(Math.max(0, anchorsUntil - REMEMBERED), anchorsUntil),
      dct,
      thread,
      focus,
      category: field.category,
      field,
      gazetteer,
    });
  });
  return dct === null ? reports.filter(({ inferred }) => !inferred) : reports;
}

/** How many of the spans, which are in order, end at or before an offset. */
function countUntil(spans: readonly { end: number }[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
