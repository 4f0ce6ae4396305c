import type { Article, Correction } from '../types.ts';

type Clauses = Correction['evidence'];

/**
 * Corrections whose clauses lie in an article that is replaced, with the clauses moved to where the new text has the same
 * words; a clause that it no longer has is dropped, so that no correction slips onto another event. Only what changes.
 */
export function moveEvidence(corrections: readonly Correction[], before: Article, after: Article): Correction[] {
  if (before.text === after.text) return [];
  const move = (clauses: Clauses) =>
    clauses.flatMap((clause) => (clause.article === before.id ? find(clause) : clause));
  const find = ({ article, start, end }: Clauses[number]): Clauses => {
    const quote = before.text.slice(start, end);
    const at = quote === '' ? -1 : after.text.indexOf(quote);
    return at < 0 ? [] : [{ article, start: at, end: at + quote.length }];
  };
  return corrections.flatMap((correction) => {
    const { evidence, change } = correction;
    const others = 'reports' in change ? (change.reports ?? []) : [];
    if (![...evidence, ...others].some(({ article }) => article === before.id)) return [];
    const moved = 'reports' in change && change.reports ? { ...change, reports: move(change.reports) } : change;
    return [{ ...correction, evidence: move(evidence), change: moved }];
  });
}
