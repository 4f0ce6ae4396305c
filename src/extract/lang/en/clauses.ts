import type { Token } from '../../tokens.ts';
import { CLAIM_NOUNS, DENYING, EVIDENCE, SAYING, SHOWING } from './speech.ts';
import { findVerbGroups, readVerb, type VerbGroup } from './verb-groups.ts';

/** How a clause hangs on the sentence. */
export type Link = 'main' | 'and' | 'that' | 'who' | 'when' | 'since' | 'until' | 'because' | 'if' | 'quote';

/**
 * A clause: tokens `first` to `last` (inclusive) with one finite verb group, or none in a sentence without one. `hole` is a
 * relative clause inside it. `parent` is the index of the clause that it hangs on.
 */
export interface Clause {
  first: number;
  last: number;
  /** Where its own words begin, behind the conjunction. */
  body: number;
  hole: readonly [first: number, last: number] | null;
  group: VerbGroup | null;
  link: Link;
  /** The conjunction or pronoun that opens it. */
  word: string;
  parent: number | null;
}

const RELATIVES = new Set(['which', 'who', 'whom', 'whose', 'where', 'what']);
const SUBORDINATORS = new Map<string, Link>([
  ['after', 'when'],
  ['before', 'when'],
  ['when', 'when'],
  ['while', 'when'],
  ['as', 'when'],
  ['once', 'when'],
  ['since', 'since'],
  ['until', 'until'],
  ['till', 'until'],
  ['because', 'because'],
  ['although', 'because'],
  ['though', 'because'],
  ['whereas', 'because'],
  ['so', 'because'],
  ['if', 'if'],
  ['unless', 'if'],
  ['whether', 'if'],
]);
const COORDINATORS = new Set(['and', 'but', 'or', 'nor', 'yet']);
const BREAKS = new Set([';', ':', '—', '–']);

/**
 * Cuts a sentence into clauses, one for each finite verb. Between two verbs the cut falls on the strongest joint there:
 * a relative pronoun or conjunction, a coordinator, the end of a verb of saying, a comma. Without a joint one of the two
 * is a participle ("the areas seized by rebels fell") and has no clause.
 */
export function splitClauses(tokens: readonly Token[]): Clause[] {
  const all = findVerbGroups(tokens);
  const groups: VerbGroup[] = [];
  for (const [i, group] of all.entries()) {
    if (!isParticiple(tokens, group, groups[groups.length - 1], all[i + 1])) groups.push(group);
  }
  const clauses: Clause[] = [];
  for (const [k, group] of groups.entries()) {
    const previous = clauses[k - 1];
    if (!previous) {
      clauses.push(firstClause(tokens, group));
      continue;
    }
    clauses.push(nextClause(tokens, group, clauses));
  }
  for (const [k, clause] of clauses.entries()) {
    const next = clauses[k + 1];
    clause.last = next ? Math.max(clause.last, startOf(next, clause) - 1) : tokens.length - 1;
  }
  const last = clauses[clauses.length - 1];
  if (last) closeRelative(tokens, clauses, last);
  if (clauses.length > 0) return clauses;
  return [
    { first: 0, last: tokens.length - 1, body: 0, hole: null, group: null, link: 'main', word: '', parent: null },
  ];
}

/** "was arrested in Nassau, where he lived, in December": what follows the second comma belongs to the clause around. */
function closeRelative(tokens: readonly Token[], clauses: readonly Clause[], last: Clause) {
  const around = last.parent === null ? undefined : clauses[last.parent];
  if (last.link !== 'who' || tokens[last.first - 1]?.lower !== ',' || !around || !last.group) return;
  for (let i = last.group.last + 1; i < tokens.length - 1; i += 1) {
    if (tokens[i]?.lower !== ',' || !/^(?:in|on|at|by|after|before|during|for|from)$/.test(tokens[i + 1]?.lower ?? ''))
      continue;
    last.last = i;
    around.last = tokens.length - 1;
    around.hole = [last.first, i];
    return;
  }
}

/** A resumed clause begins before the clause that it embeds: for the end of that one its hole is what counts. */
const startOf = (next: Clause, before: Clause) =>
  next.hole && next.first <= before.first ? next.hole[1] + 1 : next.first;

function isParticiple(
  tokens: readonly Token[],
  group: VerbGroup,
  before: VerbGroup | undefined,
  after: VerbGroup | undefined,
) {
  const bare = group.first === group.last && group.tense === 'past' && !group.gerund;
  const previous = tokens[group.first - 1];
  // "a conflict thought to have ended"
  if (bare && isSpeech(tokens, group) && before && tokens[group.last + 1]?.lower === 'to') return true;
  if (!bare || isSpeech(tokens, group) || RELATIVES.has(previous?.lower ?? '') || previous?.lower === 'that')
    return false;
  if (!readVerb(tokens[group.last])?.forms.has('participle')) return false;
  // "is led by a group called …": nothing joins it to the verb before.
  if (before && !isSpeech(tokens, before) && !hasJoint(tokens, before.last + 1, group.first - 1)) return true;
  if (!group.sure) {
    // "Russia, which sent its jets in 2015, struck …": the comma closes the relative clause.
    if (
      previous?.lower === ',' &&
      before &&
      RELATIVES.has(tokens[before.first - 1]?.lower ?? '') &&
      tokens[before.first - 2]?.lower === ','
    )
      return false;
    // "his former girlfriend, received two years": the second comma closes an aside before the verb.
    if (previous?.lower === ',' && countCommas(tokens, before ? before.last : 0, group.first) % 2 === 0) return false;
    const next = tokens[group.last + 1];
    // "the port, closed since Sunday, will reopen": a clause of its own kind.
    if (previous?.lower === ',' && after && hasComma(tokens, group.last + 1, after.first) && next?.lower !== 'by') {
      group.reduced = true;
      group.passive = true;
      return false;
    }
    // "blocked roads, flooded fields": behind a comma a verb wants more than a bare noun.
    const adjective =
      previous?.lower === ',' && next?.kind === 'word' && /^\p{Ll}+s$/u.test(next.text) && next.lower !== 'its';
    return next?.lower === 'by' || adjective || (!before && after !== undefined);
  }
  // "the offensive launched on Wednesday has killed": a full verb follows without a joint.
  return after !== undefined && after.first !== after.last && !hasJoint(tokens, group.last + 1, after.first - 1);
}

/** A verb of saying or denying; of showing, where pictures or figures are the subject. "Reported to prison" is none. */
function isSpeech(tokens: readonly Token[], group: VerbGroup): boolean {
  // "was found guilty", "is known as": nobody reports.
  if (group.passive && tokens[group.last + 1]?.lower !== 'that') return false;
  if (group.lemma === 'report' && tokens[group.last + 1]?.lower === 'to') return false;
  if (SAYING.has(group.lemma) || DENYING.has(group.lemma))
    return !SHOWING.has(group.lemma) || showsEvidence(tokens, group);
  return SHOWING.has(group.lemma) && showsEvidence(tokens, group);
}

const showsEvidence = (tokens: readonly Token[], group: VerbGroup) =>
  tokens.slice(Math.max(0, group.first - 6), group.first).some(({ lower }) => EVIDENCE.has(lower));

function hasJoint(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i <= to; i += 1) if (jointAt(tokens, i) || tokens[i]?.lower === ',') return true;
  return false;
}

type Joint = { link: Link; strength: number };

function jointAt(tokens: readonly Token[], i: number): Joint | null {
  const token = tokens[i];
  if (!token) return null;
  if (RELATIVES.has(token.lower)) return { link: 'who', strength: 4 };
  if (token.lower === 'that') return { link: 'that', strength: 4 };
  const link = SUBORDINATORS.get(token.lower);
  if (link) return { link, strength: 3 };
  if (BREAKS.has(token.lower)) return { link: 'and', strength: 2 };
  if (COORDINATORS.has(token.lower)) return { link: 'and', strength: tokens[i - 1]?.lower === ',' ? 2 : 1 };
  return null;
}

function firstClause(tokens: readonly Token[], group: VerbGroup): Clause {
  const opening = group.gerund ? undefined : SUBORDINATORS.get(tokens[0]?.lower ?? '');
  const clause = { last: group.last, hole: null, group, parent: null };
  if (opening && !hasComma(tokens, 0, group.first)) {
    return { ...clause, first: 0, body: 1, link: opening, word: tokens[0]?.lower ?? '' };
  }
  if (group.reduced) return { ...clause, first: group.first, body: group.first, link: 'who', word: '' };
  // Whatever verb stood before the conjunction, we did not know it.
  for (let i = group.first - 1; i > 2; i -= 1) {
    const word = tokens[i]?.lower ?? '';
    const link = SUBORDINATORS.get(word);
    if (tokens[i]?.lower === ',' || RELATIVES.has(word)) break;
    if (link && word !== 'so' && i < group.first - 1) return { ...clause, first: i, body: i + 1, link, word };
  }
  // "The offensive, which began on Wednesday, has …": the first verb is that of the relative clause.
  for (let i = group.first - 1; i > 0; i -= 1) {
    const word = tokens[i]?.lower ?? '';
    if (!RELATIVES.has(word) && !(word === 'that' && i === group.first - 1)) continue;
    return { ...clause, first: i, body: i, link: 'who', word };
  }
  return { ...clause, first: 0, body: 0, link: 'main', word: '' };
}

/** The coordinator right before a verb that shares the subject of the verb before; null where there is none. */
function coordinatorBefore(tokens: readonly Token[], first: number): number | null {
  let i = first - 1;
  while (i >= 0 && /^(?:also|then|later|now|already|still|just|even|\p{L}{2,}ly)$/u.test(tokens[i]?.lower ?? ''))
    i -= 1;
  if (tokens[i]?.lower === ',' && tokens[i + 1]?.lower === 'then') return i;
  return COORDINATORS.has(tokens[i]?.lower ?? '') ? i : null;
}

const countCommas = (tokens: readonly Token[], from: number, to: number) =>
  tokens.slice(from, to).filter(({ lower }) => lower === ',').length;

const hasComma = (tokens: readonly Token[], from: number, to: number) => {
  for (let i = from; i < to; i += 1) if (tokens[i]?.lower === ',') return true;
  return false;
};

function nextClause(tokens: readonly Token[], group: VerbGroup, clauses: Clause[]): Clause {
  const previous = clauses[clauses.length - 1] as Clause;
  const parent = clauses.length - 1;
  const from = (previous.group?.last ?? previous.last) + 1;
  const clause = { last: group.last, hole: null, group };
  let best: { at: number; joint: Joint } | null = null;
  for (let i = from; i < group.first; i += 1) {
    const joint = jointAt(tokens, i);
    // "as a boy in 2012, turned …", "that night, announced …": a comma before the verb shows that it opened a phrase only.
    if (joint && joint.strength >= 3 && i + 1 < group.first && hasComma(tokens, i + 2, group.first)) continue;
    if (joint && (!best || joint.strength >= best.joint.strength)) best = { at: i, joint };
  }
  if (group.reduced) return { ...clause, first: group.first, body: group.first, link: 'who', word: '', parent };
  const ahead = coordinatorBefore(tokens, group.first);
  if (ahead !== null && ahead >= from) {
    const link = tokens[ahead + 1]?.lower === 'that' ? 'that' : 'and';
    return { ...clause, first: ahead, body: ahead + 1, link, word: tokens[ahead]?.lower ?? '', parent };
  }
  const embeds =
    previous.link === 'who' || (previous.first === 0 && previous.link !== 'main' && previous.link !== 'and');
  if (best && best.joint.strength >= 3) {
    const coordinator = COORDINATORS.has(tokens[best.at - 1]?.lower ?? '');
    const complement =
      takesComplement(tokens, previous.group, best.at) ||
      (coordinator && clauses.some((other) => isFrame(tokens, other)));
    const link = best.joint.link === 'that' && !complement ? 'who' : best.joint.link;
    return {
      ...clause,
      first: coordinator ? best.at - 1 : best.at,
      body: link === 'who' && tokens[best.at]?.lower !== 'where' ? best.at : best.at + 1,
      link,
      word: tokens[best.at]?.lower ?? '',
      parent,
    };
  }
  const comma = lastComma(tokens, from, group.first);
  if (previous.link === 'who' && previous.parent === null && !best && comma === null) {
    // "The storm that Galveston will never forget came in 1900."
    previous.parent = clauses.length;
    previous.last = group.first - 1;
    return {
      ...clause,
      first: 0,
      body: 0,
      hole: [previous.first, group.first - 1],
      link: 'main',
      word: '',
      parent: null,
    };
  }
  if (embeds && comma !== null && (!best || best.at < comma)) {
    // The comma closes the clause inside; what follows takes up the one around it, or is the main clause.
    const outer = previous.first === 0 ? comma + 1 : 0;
    const around = previous.parent === null ? outer : (clauses[previous.parent]?.first ?? outer);
    const resumed = previous.link === 'who' && clauses.every((c) => c.first > around || c === previous);
    previous.last = comma;
    if (previous.parent === null && previous.first !== 0) {
      previous.parent = clauses.length;
      return { ...clause, first: 0, body: 0, hole: [previous.first, comma], link: 'main', word: '', parent: null };
    }
    if (previous.first === 0) previous.parent = clauses.length;
    return {
      ...clause,
      first: comma + 1,
      body: comma + 1,
      link: resumed ? 'main' : 'and',
      word: '',
      parent: previous.first === 0 ? null : previous.parent,
    };
  }
  // "took Saraqib and two villages, the monitor reported": the comma before the speaker outweighs the "and".
  const spoken =
    comma !== null && best !== null && best.at < comma && group.first - comma <= 8 && isSpeech(tokens, group);
  if (best && !spoken) {
    const speech =
      previous.group && isSpeech(tokens, previous.group) && best.joint.strength < 2 && best.at + 1 < group.first - 1;
    if (!speech || best.at + 1 === group.first) {
      return { ...clause, first: best.at, body: best.at + 1, link: 'and', word: tokens[best.at]?.lower ?? '', parent };
    }
  }
  if (previous.group && isSpeech(tokens, previous.group)) {
    return { ...clause, first: from, body: from, link: 'that', word: '', parent };
  }
  const at = (isSpeech(tokens, group) ? speakerComma(tokens, from, group.first) : null) ?? comma ?? group.first - 1;
  return { ...clause, first: at + 1, body: at + 1, link: isSpeech(tokens, group) ? 'quote' : 'and', word: '', parent };
}

/** ", John Ray, the chief executive, said": the speaker begins behind the comma before the last. */
function speakerComma(tokens: readonly Token[], from: number, to: number): number | null {
  const last = lastComma(tokens, from, to);
  const before = last === null ? null : lastComma(tokens, from, last);
  return before !== null && /^\p{Lu}/u.test(tokens[before + 1]?.text ?? '') ? before : null;
}

/** "said on Monday that …" against "announced a curfew that …": an object with an article takes a relative clause. */
function takesComplement(tokens: readonly Token[], group: VerbGroup | null, at: number): boolean {
  if (group === null || !isSpeech(tokens, group) || at - group.last > 8) return false;
  const object = /^(?:a|an|the|its|his|her|their)$/.test(tokens[group.last + 1]?.lower ?? '');
  return !object || /^(?:tell|inform|warn|remind|assure)$/.test(group.lemma);
}

function lastComma(tokens: readonly Token[], from: number, to: number): number | null {
  for (let i = to - 1; i >= from; i -= 1) if (tokens[i]?.lower === ',') return i;
  return null;
}

/** True for a clause whose verb reports the clause after it, or denies. */
export const isFrame = (tokens: readonly Token[], clause: Clause): boolean =>
  clause.group !== null && isSpeech(tokens, clause.group);

/** True where a denial names no happening of its own: "dismissed the claim". */
export function deniesBefore(tokens: readonly Token[], clause: Clause): boolean {
  if (!clause.group || !DENYING.has(clause.group.lemma)) return false;
  return tokens.slice(clause.group.last + 1, clause.group.last + 5).some((token) => CLAIM_NOUNS.has(token.lower));
}
