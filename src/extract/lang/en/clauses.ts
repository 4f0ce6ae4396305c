import { lowerAt, type Token } from '../../tokens.ts';
import { isManner } from './adverbs.ts';
import { isFrame, isSpeech, takesComplement } from './frames.ts';
import {
  coordinatorBefore,
  countCommas,
  hasComma,
  hasJoint,
  isCoordinator,
  isRelative,
  isTellingWord,
  type Joint,
  jointAt,
  lastComma,
  subordinatorOf,
} from './joints.ts';
import { isCapital } from './lexicon.ts';
import { isParticiple } from './participles.ts';
import { SAYING } from './speech.ts';
import { findVerbGroups, type VerbGroup } from './verb-groups.ts';
import { isAdverb, isPreposition } from './verb-words.ts';
import { readVerb } from './verbs.ts';
import { wordClass } from './word-class.ts';

const opensPhrase = wordClass('in on at by after before during for from');
const isSubjectForm = wordClass('he she they it we i');

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
  if (last.link !== 'who' || !around || !last.group) return;
  if (tokens[last.first - 1]?.lower !== ',' && !isAppositionBefore(tokens, last.first - 1)) return;
  for (let i = last.group.last + 1; i < tokens.length - 1; i += 1) {
    if (tokens[i]?.lower !== ',' || !opensPhrase(tokens[i + 1])) continue;
    last.last = i;
    around.last = tokens.length - 1;
    around.hole = [last.first, i];
    return;
  }
}

/** "Lynx, a craft [that will study the Sun], in June": the noun before a relative clause is told of a name before a comma. */
function isAppositionBefore(tokens: readonly Token[], noun: number): boolean {
  for (let i = noun; i > Math.max(1, noun - LONGEST_APPOSITION); i -= 1) {
    if (tokens[i]?.kind !== 'word' || readVerb(tokens[i])?.past) return false;
    if (lowerAt(tokens, i - 1) === ',') return opensApposition(tokens[i]) && isCapital(tokens[i - 2]);
  }
  return false;
}

const LONGEST_APPOSITION = 6;

/** A resumed clause begins before the clause that it embeds: for the end of that one its hole is what counts. */
const startOf = (next: Clause, before: Clause) =>
  next.hole && next.first <= before.first ? next.hole[1] + 1 : next.first;

/** A clause around a verb group, to be filled in. */
const clauseOf = (group: VerbGroup, parent: number | null): Clause => ({
  first: 0,
  last: group.last,
  body: 0,
  hole: null,
  group,
  link: 'main',
  word: '',
  parent,
});

function firstClause(tokens: readonly Token[], group: VerbGroup): Clause {
  const opening = group.gerund ? undefined : subordinatorOf(tokens[0]);
  const clause = clauseOf(group, null);
  if (opening && !hasComma(tokens, 0, group.first)) {
    return { ...clause, first: 0, body: 1, link: opening, word: tokens[0]?.lower ?? '' };
  }
  if (group.reduced) return { ...clause, first: group.first, body: group.first, link: 'who', word: '' };
  if (group.gerund) {
    return {
      ...clause,
      first: group.first - 1,
      body: group.first,
      link: 'when',
      word: lowerAt(tokens, group.first - 1),
    };
  }
  // Whatever verb stood before the conjunction, we did not know it.
  for (let i = group.first - 1; i > 2; i -= 1) {
    const word = tokens[i]?.lower ?? '';
    const link = subordinatorOf(tokens[i]);
    if (tokens[i]?.lower === ',' || isRelative(tokens[i]) || isCompared(tokens, i)) break;
    if (link && word !== 'so' && i < group.first - 1) return { ...clause, first: i, body: i + 1, link, word };
  }
  // "The offensive, which began on Wednesday, has …": the first verb is that of the relative clause.
  for (let i = group.first - 1; i > 0; i -= 1) {
    const word = tokens[i]?.lower ?? '';
    if (!isRelative(tokens[i]) && !(word === 'that' && i === group.first - 1)) continue;
    return { ...clause, first: i, body: word === 'where' ? i + 1 : i, link: 'who', word };
  }
  return { ...clause, first: 0, body: 0, link: 'main', word: '' };
}

/** "The first civilian flight [since] the cyclone landed": with what it is compared; the verb is that of the flight. */
const isCompared = (tokens: readonly Token[], at: number): boolean =>
  /^(?:since|after|before)$/.test(lowerAt(tokens, at)) &&
  lowerAt(tokens, 0) === 'the' &&
  /^(?:first|last|only|second|third|latest|\p{L}{3,12}est)$/u.test(lowerAt(tokens, 1));

function nextClause(tokens: readonly Token[], group: VerbGroup, clauses: Clause[]): Clause {
  const previous = clauses[clauses.length - 1] as Clause;
  const parent = clauses.length - 1;
  const from = (previous.group?.last ?? previous.last) + 1;
  const clause = clauseOf(group, null);
  let best: { at: number; joint: Joint } | null = null;
  for (let i = from; i < group.first; i += 1) {
    const joint = jointAt(tokens, i);
    // Nothing before a semicolon joins what stands behind it.
    if (joint && tokens[i]?.lower === ';') best = null;
    // "as a boy in 2012, turned …", "that night, announced …": a comma before the verb shows that it opened a phrase only.
    const opens = joint?.link !== 'that' || !takesComplement(tokens, previous.group, i);
    const phrase = hasComma(tokens, i + 2, group.first) && !closesAside(tokens, i + 2, group.first);
    if (joint && opens && joint.strength >= 3 && i + 1 < group.first && phrase) continue;
    if (joint && (!best || joint.strength >= best.joint.strength)) best = { at: i, joint };
  }
  if (group.reduced) return { ...clause, first: group.first, body: group.first, link: 'who', word: '', parent };
  if (group.charge) {
    return { ...clause, first: group.first, body: group.first, link: 'because', word: '', parent };
  }
  const contact = contactAt(tokens, previous, group, from);
  if (contact !== null) {
    return { ...clause, first: contact, body: contact - 1, link: 'who', word: 'that', parent };
  }
  const ahead = coordinatorBefore(tokens, group.first);
  if (ahead !== null && ahead >= from) {
    const link = tokens[ahead + 1]?.lower === 'that' ? 'that' : 'and';
    return { ...clause, first: ahead, body: ahead + 1, link, word: tokens[ahead]?.lower ?? '', parent };
  }
  const embeds =
    previous.link === 'who' ||
    (previous.parent === null && previous.group?.gerund === true) ||
    (previous.first === 0 && previous.link !== 'main' && previous.link !== 'and');
  if (best && best.joint.strength >= 3) {
    const coordinator = isCoordinator(tokens[best.at - 1]);
    const complement =
      isTellingWord(tokens[best.at]) ||
      takesComplement(tokens, previous.group, best.at) ||
      (coordinator && clauses.some((other) => isFrame(tokens, other)));
    const link = best.joint.link === 'that' && !complement ? 'who' : best.joint.link;
    return {
      ...clause,
      first: coordinator ? best.at - 1 : best.at - sizeOfShare(tokens, best.at),
      body: link === 'who' && tokens[best.at]?.lower !== 'where' ? best.at : best.at + 1,
      link,
      word: tokens[best.at]?.lower ?? '',
      parent,
    };
  }
  const comma = lastComma(tokens, from, group.first);
  const inside = previous.link === 'who' || previous.word === 'whether';
  if (inside && previous.first > 0 && previous.parent === null && !best && comma === null) {
    // "The storm that Galveston will never forget came in 1900.", "A hearing on whether she is fit will be held"
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
    const top = outermost(clauses, previous);
    if (top !== previous && top.link === 'who' && top.first !== 0 && top.parent === null) {
      // "The town, which fell to rebels who came from the hills, was retaken …"
      top.parent = clauses.length;
      previous.last = comma;
      return { ...clause, first: 0, body: 0, hole: [top.first, comma], link: 'main', word: '', parent: null };
    }
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
      // "would tax a company that cut jobs, and she opened": the comma closes the clause about the company.
      const over = best.joint.strength === 2 && best.at + 1 < group.first ? aroundRelative(clauses, parent) : parent;
      const word = tokens[best.at]?.lower ?? '';
      return { ...clause, first: best.at, body: best.at + 1, link: 'and', word, parent: over };
    }
  }
  if (previous.group && isSpeech(tokens, previous.group)) {
    return { ...clause, first: from, body: from, link: 'that', word: '', parent };
  }
  const at = (isSpeech(tokens, group) ? speakerComma(tokens, from, group.first) : null) ?? comma ?? group.first - 1;
  return { ...clause, first: at + 1, body: at + 1, link: isSpeech(tokens, group) ? 'quote' : 'and', word: '', parent };
}

/** ", [one of] whom had served", ", [most of] which fell": what stands between the comma and the pronoun, in tokens. */
const sizeOfShare = (tokens: readonly Token[], at: number): number =>
  /^(?:whom|which)$/.test(lowerAt(tokens, at)) && lowerAt(tokens, at - 1) === 'of' && lowerAt(tokens, at - 3) === ','
    ? 2
    : 0;

/** "after a passenger, Ana Ruiz, heard", "after a storm, the worst in years, hit": a name or what it is between two commas, the second right before the verb. */
function closesAside(tokens: readonly Token[], from: number, verb: number): boolean {
  if (lowerAt(tokens, verb - 1) !== ',' || countCommas(tokens, from, verb) !== 2) return false;
  const aside = (lastComma(tokens, from, verb - 1) ?? verb) + 1;
  // "after the chairman of its owner, a bank, said": that he said so is what came before.
  const told = opensApposition(tokens[aside]) && !SAYING.has(readVerb(tokens[verb])?.lemma ?? '');
  return told || tokens.slice(aside, verb - 1).every(isCapital);
}

const opensApposition = wordClass('a an the its his her their');

/** "was the one [he had laid out] in May": a pronoun right behind a noun opens a clause about it; null where none does. */
function contactAt(tokens: readonly Token[], previous: Clause, group: VerbGroup, from: number): number | null {
  const at = group.first - 1;
  const noun = tokens[at - 1];
  if (!isSubjectForm(tokens[at]) || at - 1 < from || noun?.kind !== 'word') return null;
  if ((previous.group && isSpeech(tokens, previous.group)) || hasJoint(tokens, from, at)) return null;
  return isPreposition(noun) || isAdverb(noun) || isManner(noun) ? null : at;
}

/** The nearest clause from `index` upwards that is no relative one; `index` itself where there is none. */
function aroundRelative(clauses: readonly Clause[], index: number): number {
  let at = index;
  while (clauses[at]?.link === 'who' && clauses[at]?.parent !== null && clauses[at]?.parent !== at)
    at = clauses[at]?.parent ?? index;
  return clauses[at]?.link === 'who' ? index : at;
}

/** The clause on which, over one or more others, a clause hangs. */
function outermost(clauses: readonly Clause[], clause: Clause): Clause {
  let top = clause;
  for (let steps = 0; steps < clauses.length; steps += 1) {
    const parent = clauses[top.parent ?? -1];
    if (!parent || parent === top) break;
    top = parent;
  }
  return top;
}

/** ", John Ray, the chief executive, said": the speaker begins behind the comma before the last. */
function speakerComma(tokens: readonly Token[], from: number, to: number): number | null {
  const last = lastComma(tokens, from, to);
  const before = last === null ? null : lastComma(tokens, from, last);
  return before !== null && isCapital(tokens[before + 1]) ? before : null;
}
