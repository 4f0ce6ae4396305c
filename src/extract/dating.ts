import type { Timex } from '../types.ts';
import { daysBetween, daysOf, edtfOf } from './edtf.ts';
import type { Clause } from './lang/en/clauses.ts';
import { type Happening, nounHappening } from './lang/en/happenings.ts';
import { senseOfNoun } from './lang/en/senses.ts';
import type { VerbGroup } from './lang/en/verb-groups.ts';
import type { Token } from './tokens.ts';

/** A happening with the time expression that dates it, or none. */
export interface Dated {
  happening: Happening;
  timex: Timex | null;
  /** EDTF; null without a time. */
  edtf: string | null;
}

/** Before a noun phrase these put it at another time than the verb: "following the outbreak of war in 2011". */
const OTHER_TIME = new Set(['following', 'after', 'since', 'before', 'until', 'despite', 'from']);

/**
 * Gives each time of a sentence to what it dates: the event noun it stands by ("Saturday's strikes", "since a 2020
 * ceasefire"), or else the verb of its clause. A time by a noun of its own makes a happening of that noun. "Its first since
 * 2016" compares and dates nothing.
 */
export function dateHappenings(
  tokens: readonly Token[],
  clauses: readonly Clause[],
  happenings: readonly Happening[],
  times: readonly Timex[],
  dct: string | null,
): Dated[] {
  const byVerb = new Map<number, Timex[]>();
  const nouns: Dated[] = [];
  for (const timex of times) {
    if (timex.edtf === null || daysOf(timex.edtf) === null || timex.type === 'SET' || timex.type === 'DURATION')
      continue;
    const at = tokens.findIndex((token) => token.end > timex.start);
    const clause = whenClause(tokens, clauses, timex) ?? clauseAt(clauses, at);
    if (clause === null || comparesOnly(tokens, at)) continue;
    const noun = nounOf(tokens, clauses[clause] as Clause, timex, at);
    const happening = noun === null ? null : nounHappening(tokens, clause, noun);
    if (happening) {
      nouns.push({ happening: covering(tokens, happening, timex), timex, edtf: ownSpan(timex) });
      continue;
    }
    const list = byVerb.get(clause);
    if (list) list.push(timex);
    else byVerb.set(clause, [timex]);
  }
  const verbs = happenings.map((happening) => {
    const own = byVerb.get(happening.clause) ?? [];
    const group = clauses[happening.clause]?.group ?? null;
    return { happening, ...choose(own, tokens[happening.trigger]?.start ?? 0, group, dct) };
  });
  return [...share(clauses, verbs), ...nouns];
}

/** "September 2004, when the hurricane damaged …": the time is that of the clause behind it. */
function whenClause(tokens: readonly Token[], clauses: readonly Clause[], timex: Timex): number | null {
  const after = tokens.findIndex((token) => token.start >= timex.end);
  const when = tokens[after]?.lower === ',' ? after + 1 : after;
  if (tokens[when]?.lower !== 'when') return null;
  const found = clauses.findIndex(({ first, word }) => first === when && word === 'when');
  return found < 0 ? null : found;
}

/** The innermost clause that holds a token. */
export function clauseAt(clauses: readonly Clause[], at: number): number | null {
  let best: number | null = null;
  for (const [i, { first, last, hole }] of clauses.entries()) {
    if (at < first || at > last || (hole && at >= hole[0] && at <= hole[1])) continue;
    best = i;
  }
  return best;
}

/** "the first since 2016", "the worst attack since 2003", "not seen since the 1990s". */
function comparesOnly(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.lower !== 'since' && tokens[at]?.lower !== 'since') return false;
  return tokens
    .slice(Math.max(0, at - 12), at)
    .some(({ lower }) => /^(?:first|last|only|most|least|seen|\p{L}{3,}est|worst|best|record)$/u.test(lower));
}

/** The event noun that a time belongs to rather than to the verb of the clause; null where the verb has it. */
function nounOf(tokens: readonly Token[], clause: Clause, timex: Timex, at: number): number | null {
  let after = at;
  while (after < tokens.length && (tokens[after]?.start ?? 0) < timex.end) after += 1;
  // "Saturday's strikes", "the 2015 UN peace plan"
  const joined = tokens[after]?.lower === "'s" || tokens[after]?.kind === 'word';
  const preposed = /^(?:in|on|by|during|since|until|from|for|at)$/.test(tokens[at - 1]?.lower ?? '');
  if (joined && !(preposed && tokens[after]?.lower !== "'s" && !isYear(timex))) {
    for (let i = after; i <= Math.min(after + 5, clause.last); i += 1) {
      const word = tokens[i];
      if (
        !word ||
        word.kind === 'mark' ||
        (i > after && /^(?:the|a|an|its|their|of|in|on|at|by|and|to|that)$/.test(word.lower))
      )
        break;
      if (senseOfNoun(word.lower) && !senseOfNoun(tokens[i + 1]?.lower ?? '') && i !== clause.group?.last) return i;
    }
  }
  // "following the outbreak of the civil war in 2011", "since a ceasefire agreed in 2020"
  for (let i = at - 1; i > Math.max(clause.group?.last ?? -1, at - 12, clause.first - 1); i -= 1) {
    const word = tokens[i];
    if (!word || word.kind === 'mark') break;
    if (!senseOfNoun(word.lower)) continue;
    const phrase = nounHappening(tokens, 0, i);
    const governor = tokens[(phrase?.first ?? i) - 1]?.lower ?? '';
    if (OTHER_TIME.has(governor)) return i;
    if (clause.group && /^(?:in|of)$/.test(governor) && isYear(timex) && clause.group.perfect) return i;
  }
  // A time inside the subject of a perfect: "the ceasefire agreed in 2020 has held".
  if (clause.group?.perfect && at < clause.group.first) {
    for (let i = at - 1; i >= clause.first && tokens[i]?.kind !== 'mark'; i -= 1)
      if (senseOfNoun(tokens[i]?.lower ?? '')) return i;
  }
  return null;
}

/** The time of the expression itself: "before the election in November" leaves the election in November. */
function ownSpan(timex: Timex): string | null {
  if (!timex.bound || timex.bound === 'since') return timex.edtf;
  return /^\d{4}(?:-\d{2}){0,2}$/.test(timex.value) ? timex.value : edtfOf({ from: timex.from, to: timex.to });
}

const isYear = (timex: Timex) => /^\d{4}$/.test(timex.value);

/** The noun happening stretched so that its words hold the time as well. */
function covering(tokens: readonly Token[], happening: Happening, timex: Timex): Happening {
  let { first, last } = happening;
  while ((tokens[first]?.start ?? 0) > timex.start && first > 0) first -= 1;
  while ((tokens[last]?.end ?? 0) < timex.end && last < tokens.length - 1) last += 1;
  return { ...happening, first, last };
}

/**
 * Of the times of one clause, that nearest to its verb; "from … until …" gives the interval of both. "Until Sunday" alone
 * runs from the day of publication, and what has been going on "since Wednesday" up to it.
 */
function choose(
  times: readonly Timex[],
  verb: number,
  group: VerbGroup | null,
  dct: string | null,
): { timex: Timex | null; edtf: string | null } {
  const [first, ...rest] = [...times].sort((a, b) => distance(a, verb) - distance(b, verb));
  if (!first) return { timex: null, edtf: null };
  const until = times.find(({ bound }) => bound === 'until');
  const from = times.find(({ bound, clock }) => bound === 'since' || (clock !== undefined && bound === undefined));
  const start = from ? daysOf(from.edtf ?? '')?.from : dct;
  if (until?.to && start && start < until.to && (from || group?.tense !== 'past')) {
    return { timex: from ?? until, edtf: `${start}/${until.to}` };
  }
  // "from 6 a.m. to 6 p.m. on Wednesday": the clocks are those of the day.
  const day = times.find(
    ({ type, edtf, bound }) => type === 'DATE' && bound === undefined && /^\d{4}-\d{2}-\d{2}$/.test(edtf ?? ''),
  );
  if (day && first.clock) return { timex: day, edtf: day.edtf };
  // "shortly after 6 a.m.", "before noon": the day it is.
  if (first.type === 'TIME' && first.from && first.to && (first.bound === 'after' || first.bound === 'before')) {
    return { timex: first, edtf: edtfOf({ from: first.from, to: first.to }) };
  }
  // "on Thursday and Friday": both.
  const second = rest.find(
    (timex) => timex.type === 'DATE' && timex.start > first.end && timex.start - first.end <= ' and on '.length,
  );
  if (
    second?.to &&
    first.from &&
    first.from < second.to &&
    daysBetween(first.from, second.to) < 7 &&
    !first.bound &&
    !second.bound
  ) {
    return { timex: first, edtf: edtfOf({ from: first.from, to: second.to }) };
  }
  // A clock without a day takes the day of its neighbour; a day is better than a year ("on Saturday … in 2016").
  const fine = [first, ...rest].find((timex) => /^\d{4}-\d{2}-\d{2}/.test(timex.edtf ?? ''));
  const timex = fine && daysApart(first, fine) < 2 ? fine : first;
  if (timex.bound === 'since' && timex.from && dct && group?.perfect && daysBetween(timex.from, dct) <= RECENT_DAYS) {
    return { timex, edtf: edtfOf({ from: timex.from, to: dct }) };
  }
  return { timex, edtf: timex.edtf };
}

/** A count "since Wednesday" is up to date; "since 2011" opens an era. */
const RECENT_DAYS = 60;

const distance = (timex: Timex, verb: number) => (timex.start > verb ? timex.start - verb : verb - timex.end + 20);

function daysApart(a: Timex, b: Timex): number {
  const [x, y] = [daysOf(a.edtf ?? '')?.from, daysOf(b.edtf ?? '')?.from];
  return x && y ? Math.abs(daysBetween(x, y)) : 0;
}

/** Clauses of one breath share a time: "entered the city on Friday and seized the airport", "jammed on Saturday as people fled". */
function share(clauses: readonly Clause[], verbs: readonly Dated[]): Dated[] {
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
