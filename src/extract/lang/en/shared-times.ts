import { daysBetween, daysOf, edtfOf, shiftDay } from '../../edtf.ts';
import type { Clause } from './clauses.ts';
import type { Dated } from './dating.ts';
import { RECENT_DAYS } from './event-time.ts';

/** Times that one clause of a sentence takes from another. */

/** "More than 300 have been killed since the offensive began on Wednesday": from that day up to publication. */
export function countSince(clauses: readonly Clause[], verbs: readonly Dated[], dct: string | null): Dated[] {
  return verbs.map((dated) => {
    const clause = clauses[dated.happening.clause];
    if (dated.edtf !== null || !dct) return dated;
    // "57 have died after a train collided on Tuesday", "resigned after meeting the king on Friday": of that day.
    const cause = verbs.find(({ happening, edtf, timex }) => {
      const other = clauses[happening.clause];
      const hangs = other?.parent === dated.happening.clause && (other.word === 'after' || other.word === 'when');
      const oneBreath = dated.happening.sense?.category === 'context' || other?.group?.gerund === true;
      return (
        hangs &&
        oneBreath &&
        timex !== null &&
        edtf !== null &&
        (daysOf(edtf)?.from ?? '') >= shiftDay(dct, -RECENT_DAYS)
      );
    });
    if (cause) return { ...dated, timex: cause.timex, edtf: cause.edtf };
    if (!clause?.group?.perfect) return dated;
    const since = verbs.find(({ happening, edtf }) => {
      const other = clauses[happening.clause];
      return edtf !== null && other?.link === 'since' && other.parent === dated.happening.clause;
    });
    const from = daysOf(since?.edtf ?? '')?.from;
    if (!since || !from || daysBetween(from, dct) > RECENT_DAYS || from > dct) return dated;
    return { ...dated, timex: since.timex, edtf: edtfOf({ from, to: dct }) };
  });
}

/** Clauses of one breath share a time: "entered the city on Friday and seized the airport", "jammed on Saturday as people fled". */
export function share(clauses: readonly Clause[], verbs: readonly Dated[]): Dated[] {
  return verbs.map((dated, i) => {
    if (dated.edtf !== null) return dated;
    const clause = clauses[dated.happening.clause];
    const shared = verbs.find((other, j) => {
      const near = clauses[other.happening.clause];
      if (j === i || other.timex === null || !clause || !near) return false;
      return (together(clause, near, dated, other) || together(near, clause, other, dated)) && !clashes(clause, near);
    });
    return shared ? { ...dated, timex: shared.timex, edtf: shared.edtf } : dated;
  });
}

const SAME_TIME = new Set(['as', 'while', 'when']);

function together(inner: Clause, outer: Clause, a: Dated, b: Dated): boolean {
  if (a.happening.clause < b.happening.clause && inner.parent === null) return false;
  if (inner.parent !== b.happening.clause && !(inner.link === 'and' && outer.link === 'and')) return false;
  return inner.link === 'and' ? inner.word !== 'but' : inner.link === 'when' && SAME_TIME.has(inner.word);
}

/** A definite past does not carry over to what has been or will be. */
function clashes(a: Clause, b: Clause): boolean {
  const frame = (clause: Clause) =>
    `${clause.group?.tense}${clause.group?.perfect && clause.group.tense === 'present' ? ' perfect' : ''}`;
  return frame(a) !== frame(b);
}
