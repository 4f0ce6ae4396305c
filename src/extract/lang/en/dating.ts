import type { Timex } from '../../../types.ts';
import { daysOf } from '../../edtf.ts';
import type { Token } from '../../tokens.ts';
import type { Clause } from './clauses.ts';
import { chooseTime, ownSpan, unboundSpan } from './event-time.ts';
import { fillGap, repeat } from './gaps.ts';
import { type Happening, nounHappening } from './happenings.ts';
import { isCapital } from './lexicon.ts';
import { isYear, nounOf } from './noun-times.ts';
import { nounSense, SOFT_SENSES } from './senses.ts';
import { countSince, share } from './shared-times.ts';
import { isPreposition } from './verb-words.ts';
import { readVerb } from './verbs.ts';
import { wordClass } from './word-class.ts';

/** A happening with the time expression that dates it, or none. */
export interface Dated {
  happening: Happening;
  timex: Timex | null;
  /** EDTF; null without a time. */
  edtf: string | null;
}

/** What such a verb gives another day has an old and a new one: neither is that on which it was said. */
const MOVING = new Set('postpone put_off put_back push_back bring_forward delay defer reschedule'.split(' '));
/** These move anything: only between two days is it a day that moves. */
const SHIFTING = new Set(['move', 'shift', 'switch', 'change']);
const CANCELLING = new Set(['cancel', 'call_off', 'postpone', 'put_off', 'scrap', 'abandon']);
const opensDay = wordClass('from to until till');

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
  for (const written of times) {
    const when = whenClause(tokens, clauses, written);
    // "the worst since 1999, when a quake killed hundreds": what happened when did not go on.
    const timex = when === null ? written : withoutBound(written);
    if (timex.edtf === null || daysOf(timex.edtf) === null) continue;
    const at = tokens.findIndex((token) => token.end > timex.start);
    if ((tokens[0]?.start ?? 0) >= timex.end) continue;
    const clause = when ?? aboveState(clauses, clauseAt(clauses, at));
    const compares = when === null && comparesOnly(tokens, at);
    if (clause === null || compares || isOfName(tokens, timex, at, dct) || isAge(tokens, timex)) continue;
    // "called off a march planned for Friday": it was called off before.
    const called = clauses[clause]?.group;
    if (called && CANCELLING.has(called.lemma) && called.tense !== 'future' && dct !== null && (timex.from ?? '') > dct)
      continue;
    if (called && at > called.last && isOtherDay(tokens, called.lemma, times, timex, at)) continue;
    const lies = clauses[clause]?.group?.tense === 'future' && dct !== null && (timex.from ?? '') >= dct;
    // What will be is of the verb: "will speak about the verdict on Friday".
    const noun = lies ? null : nounOf(tokens, clauses[clause] as Clause, timex, at);
    const verb = happenings.find((one) => one.clause === clause);
    if (noun !== null && verb && isOfVerb(tokens, clauses[clause], verb, at, timex)) {
      const list = byVerb.get(clause);
      if (list) list.push(timex);
      else byVerb.set(clause, [timex]);
      continue;
    }
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
    const own = behindLead(tokens, clauses[happening.clause], withoutAims(tokens, byVerb.get(happening.clause) ?? []));
    const group = clauses[happening.clause]?.group ?? null;
    const { timex, edtf } = chooseTime(own, tokens[happening.trigger]?.start ?? 0, group, dct);
    return { happening, timex, edtf };
  });
  const filled = verbs.flatMap((dated) => {
    const own = byVerb.get(dated.happening.clause) ?? [];
    return fillGap(tokens, clauses[dated.happening.clause], dated, own).flatMap((one) => repeat(tokens, one, own));
  });
  // Twice: "killed 40 people and seized the camp when they attacked on Monday" goes over two joints.
  return [...countSince(clauses, share(clauses, share(clauses, filled)), dct), ...nouns];
}

/** "postponed the vote from 2 October to 4 December", "delayed it until Monday": the day that was, and the day that is to be. */
function isOtherDay(
  tokens: readonly Token[],
  lemma: string,
  times: readonly Timex[],
  timex: Timex,
  at: number,
): boolean {
  if (!opensDay(tokens[at - 1]) && !opensDay(tokens[at])) return false;
  const isNext = (other: Timex) => other !== timex && Math.abs(other.start - timex.start) < BETWEEN_DAYS;
  return MOVING.has(lemma) || (SHIFTING.has(lemma) && times.some(isNext));
}

/** Characters from the one day to the other. */
const BETWEEN_DAYS = 30;

/** "lost its majority in Sunday's election", "won Sunday's final", "the flood of 9 March destroyed": what happened in it was on its day. */
function isOfVerb(
  tokens: readonly Token[],
  clause: Clause | undefined,
  { sense, kind }: Happening,
  at: number,
  timex: Timex,
): boolean {
  const group = clause?.group;
  if (group && sense && kind === 'verb' && isDayOfSubject(tokens, clause, at))
    return group.tense === 'past' && !group.intended && !SOFT_SENSES.has(sense.name);
  const after = tokens.findIndex(({ start }) => start >= timex.end);
  if (!group || kind !== 'verb' || !sense || group.tense !== 'past' || group.perfect || tokens[after]?.lower !== "'s")
    return false;
  if (SOFT_SENSES.has(sense.name) || at < group.last || group.negated) return false;
  const governor = tokens[at - 1]?.lower ?? '';
  return /^(?:in|during)$/.test(governor) || (at === group.last + 1 && CONTESTS.has(sense.name));
}

/** "The flood of 9 March destroyed two bridges": what the subject did was on its day. */
const isDayOfSubject = (tokens: readonly Token[], { body, group, link }: Clause, at: number): boolean =>
  link === 'main' &&
  group !== null &&
  at < group.first &&
  tokens[at - 1]?.lower === 'of' &&
  tokens.slice(body, at - 1).every((token) => token.kind === 'word' && !isPreposition(token));

const CONTESTS = new Set(['win', 'lose', 'play', 'score']);

/** "September 2004, when the hurricane damaged …": the time is that of the clause behind it. */
function whenClause(tokens: readonly Token[], clauses: readonly Clause[], timex: Timex): number | null {
  const after = tokens.findIndex((token) => token.start >= timex.end);
  const when = tokens[after]?.lower === ',' ? after + 1 : after;
  if (tokens[when]?.lower !== 'when') return null;
  const found = clauses.findIndex(({ first, word }) => first === when && word === 'when');
  return found < 0 ? null : found;
}

/** "blew up the steel that lay on the deck on 13 May": what lay there has no day; it is that of the clause above. */
function aboveState(clauses: readonly Clause[], index: number | null): number | null {
  const clause = index === null ? undefined : clauses[index];
  const rests =
    clause?.link === 'who' &&
    clause.group !== null &&
    !clause.group.intended &&
    RESTING.test(clause.group.lemma) &&
    // "who joined the march on 3 May": people do so once.
    !(clause.word === 'who' && CROSSING.test(clause.group.lemma));
  return rests && clause.parent !== null ? clause.parent : index;
}

const CROSSING = /^(?:lead|separate|join|surround|cross)$/;
const RESTING = /^(?:be|lie|lay|stand|sit|belong|lead|separate|join|surround|cross|overlook)$/;

/** "called an election for 4 July on Wednesday": the day that something is set for, beside the day on which it was. */
function withoutAims(tokens: readonly Token[], times: readonly Timex[]): readonly Timex[] {
  if (times.length < 2) return times;
  const rest = times.filter((timex) => {
    const at = tokens.findIndex((token) => token.end > timex.start);
    return tokens[at - 1]?.lower !== 'for';
  });
  return rest.length > 0 ? rest : times;
}

/** "Convicted of fraud in 2014, he was freed on Monday": what stands in the participle's phrase is of the participle. */
function behindLead(tokens: readonly Token[], clause: Clause | undefined, times: readonly Timex[]): readonly Timex[] {
  const opening = clause && readVerb(tokens[clause.body]);
  if (!clause?.group || !opening?.participle || opening.base || clause.body === clause.group.first) return times;
  const comma = tokens.findIndex(({ lower }, i) => i > clause.body && lower === ',');
  if (comma < 0 || comma >= clause.group.first) return times;
  return times.filter(({ start }) => start > (tokens[comma]?.start ?? 0));
}

function withoutBound(timex: Timex): Timex {
  return { ...timex, bound: undefined, edtf: unboundSpan(timex) };
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

/** "was awarded the 2034 World Cup", "a 2003 Honda": a year to come, or of a make, that is part of a name. */
function isOfName(tokens: readonly Token[], timex: Timex, at: number, dct: string | null): boolean {
  if (!isYear(timex) || timex.text !== timex.value || !isCapital(tokens[at + 1])) return false;
  const article = tokens[at - 1]?.lower ?? '';
  return /^an?$/.test(article) || (article === 'the' && dct !== null && timex.value > dct.slice(0, 4));
}

/** "a 13th-century mosque": when it was built, not what befell it. */
function isAge(tokens: readonly Token[], { start, end, value }: Timex): boolean {
  if (!/^\d{2}XX$|^\d{3}X$/.test(value)) return false;
  const before = tokens.findLast((token) => token.end <= start);
  const after = tokens.find((token) => token.start >= end);
  const noun = after !== undefined && after.kind === 'word' && nounSense(after) === undefined;
  return noun && !isPreposition(after) && /^(?:an?|the|its|his|her|their)$/.test(before?.lower ?? '');
}

/** The noun happening stretched so that its words hold the time as well. */
function covering(tokens: readonly Token[], happening: Happening, timex: Timex): Happening {
  let { first, last } = happening;
  while ((tokens[first]?.start ?? 0) > timex.start && first > 0) first -= 1;
  while ((tokens[last]?.end ?? 0) < timex.end && last < tokens.length - 1) last += 1;
  return { ...happening, first, last };
}
