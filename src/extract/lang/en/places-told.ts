import type { Report, ResolvedToponym } from '../../../types.ts';
import type { Reading } from '../../reading.ts';

/** What is done to each place by itself: a strike on two towns is two strikes; one storm, one march and one advance may pass both. */
const EACH = new Set(['attack', 'hit']);

/**
 * "Missiles struck Homs and Hama": one report for each town of a list in a war, with its own
 * name in its title. The words that it rests on end with its name.
 */
export function eachPlace({ article, places }: Reading, report: Report): Report[] {
  const { toponym } = report;
  if (!toponym || report.category !== 'conflict' || !EACH.has(report.senses[0] ?? '')) return [report];
  const list = listFrom(places, toponym, article.text).filter(({ end }) => end <= report.end);
  const last = list[list.length - 1];
  // "on the Aleppo and Idlib fronts": one thing of both.
  if (!last || list.length < 2 || /\bthe\s$/i.test(article.text.slice(0, toponym.start).slice(-5))) return [report];
  const named = article.text.slice(toponym.start, last.end);
  return list.map((one) => {
    const end = one === last ? report.end : one.end;
    return {
      ...report,
      end,
      quote: article.text.slice(report.start, end),
      title: report.title.replace(named, one.text),
      toponym: one,
      place: one.place,
    };
  });
}

/** The towns of a list, from its first on: "Homs", "Hama and Idlib". */
function listFrom(places: readonly ResolvedToponym[], first: ResolvedToponym, text: string): ResolvedToponym[] {
  const list = [first];
  for (const one of places) {
    const before = list[list.length - 1];
    if (!before || one.start < before.end) continue;
    if (!/^(?:,|,? and)\s$/.test(text.slice(before.end, one.start))) break;
    list.push(one);
  }
  return list.every(({ place, use }) => use === 'place' && place?.featureClass === 'P') ? list : [];
}
