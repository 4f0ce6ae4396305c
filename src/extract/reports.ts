import type { Gazetteer } from '../gazetteer/read.ts';
import type { Article, Report, ResolvedToponym, Sentence, Timex } from '../types.ts';
import { formatDay, readDay } from './calendar.ts';
import { findFocus } from './focus.ts';
import { mainCategory } from './lang/en/categories.ts';
import { NO_MEMORY } from './lang/en/referents.ts';
import { readSentence } from './lang/en/sentence-reports.ts';
import type { Thread } from './reading.ts';
import { tokenize, withoutDateline } from './tokens.ts';

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
  const thread: Thread = { sentence: 0, memory: NO_MEMORY, since: null, last: null, recent: [] };
  const settled = places.filter((place) => !times.some((timex) => place.start < timex.end && timex.start < place.end));
  const focus = findFocus(settled, gazetteer);
  const prose = sentences
    .filter(({ kind }) => kind === 'prose')
    .map((sentence) => ({ sentence, tokens: withoutDateline(tokenize(sentence)) }));
  const category = mainCategory(prose.map(({ tokens }) => tokens)) ?? 'other';
  const reports = prose.flatMap(({ sentence, tokens }) => {
    const inside = (span: { start: number; end: number }) => span.start >= sentence.start && span.end <= sentence.end;
    return readSentence({
      article,
      sentence,
      tokens,
      times: times.filter(inside),
      places: settled.filter(inside),
      earlier: settled.filter((place) => place.end <= sentence.end),
      dct,
      thread,
      focus,
      category,
      gazetteer,
    });
  });
  return dct === null ? reports.filter(({ inferred }) => !inferred) : reports;
}
