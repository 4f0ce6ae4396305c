import { lowerAt, type Token } from '../../tokens.ts';
import { isManner, skipAdverbs } from './adverbs.ts';
import { bareGroup } from './bare-verbs.ts';
import { hasJoint } from './joints.ts';
import { isCapital } from './lexicon.ts';
import { senseOfVerb } from './senses.ts';
import { CHARGING, CONVICTING, INTENDING, SAYING } from './speech.ts';
import { extend, isInfinitive } from './verb-infinitives.ts';
import {
  CAUSATIVE,
  isAuxiliary,
  isBe,
  isDeterminer,
  isDo,
  isHave,
  isModal,
  isWill,
  opensGerund,
} from './verb-words.ts';
import { readVerb } from './verbs.ts';
import { wordClass } from './word-class.ts';

const opensDeed = wordClass('of for with to');
const opensDue = wordClass('by on in at next this later before after today tomorrow');

/** A verb with its auxiliaries: token indexes `first` to `last`. */
export interface VerbGroup {
  first: number;
  last: number;
  /** The verb that carries the meaning, with its particle: `withdraw`, `pull_out`. Of "began to withdraw", `withdraw`. */
  lemma: string;
  tense: 'past' | 'present' | 'future';
  perfect: boolean;
  progressive: boolean;
  passive: boolean;
  negated: boolean;
  /** Wished, planned or possible rather than done: "plans to visit", "could fall". */
  intended: boolean;
  /** A future seen from the past: "would come into force". */
  backshifted: boolean;
  /** The subject, where it stands behind the verb: "expect Beryl to pass". */
  subject?: readonly [first: number, last: number] | undefined;
  /** A participle behind a comma: "the port, closed since Sunday, …". */
  reduced: boolean;
  /** "since tearing a ligament": a participle that a conjunction makes a clause of. */
  gerund: boolean;
  /** "jailed for killing", "accused of killing": a participle that says what somebody did, or is said to have done. */
  charge?: 'proved' | 'alleged' | undefined;
  /** False for a bare form that may as well be a participle: "areas seized by rebels". */
  sure: boolean;
}

/**
 * The finite verb groups of a sentence, in order, by closed lists of auxiliaries and the forms of the known verbs; an
 * unknown word in -ed after a noun counts as one. Infinitives and participles join the group that governs them or none.
 */
export function findVerbGroups(tokens: readonly Token[]): VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const last = groups[groups.length - 1];
    const group = groupAt(tokens, i, last);
    if (!group || (last && isNounOf(tokens, last, group))) continue;
    // "the upper reaches of the river flooded": nor is the first of two verbs.
    if (last && isNounOf(tokens, group, last)) groups.pop();
    extend(tokens, group);
    i = group.last;
    const before = groups[groups.length - 1];
    if (
      before &&
      CAUSATIVE.has(before.lemma) &&
      group.tense === 'present' &&
      group.first === group.last &&
      i - before.last < 7
    ) {
      before.last = group.last;
      before.lemma = group.lemma;
    } else groups.push(group);
  }
  return groups;
}

/** "would bring a surge in", "hit their lowest levels": a bare present form that nothing joins to the verb before is a noun. */
function isNounOf(tokens: readonly Token[], other: VerbGroup, group: VerbGroup): boolean {
  const bare = group.tense === 'present' && group.first === group.last && !isAuxiliary(tokens[group.first]);
  const [first, second] = other.first < group.first ? [other, group] : [group, other];
  if (!bare || CAUSATIVE.has(first.lemma) || SAYING.has(first.lemma) || INTENDING.has(first.lemma)) return false;
  return !hasJoint(tokens, first.last + 1, second.first - 1);
}

function groupAt(tokens: readonly Token[], i: number, before: VerbGroup | undefined): VerbGroup | null {
  const word = lowerAt(tokens, i);
  // Most words are no verb: that is seen before anything is made.
  if (!isAuxiliary(tokens[i]) && !readVerb(tokens[i])) return null;
  const group: VerbGroup = {
    first: i,
    last: i,
    lemma: '',
    tense: 'past',
    perfect: false,
    progressive: false,
    passive: false,
    negated: word.endsWith("n't") || word === 'cannot',
    intended: false,
    backshifted: word.startsWith('would'),
    gerund: false,
    reduced: false,
    sure: true,
    charge: undefined,
    subject: undefined,
  };
  if (isWill(tokens[i]) || isModal(tokens[i])) return modalGroup(tokens, i, group);
  if (isHave(tokens[i]) && word !== 'having') return haveGroup(tokens, i, group);
  // "at 6am" is no verb.
  if (word === 'am' && lowerAt(tokens, i - 1) !== 'i') return null;
  // "the twelve, that is, those who signed"
  if (word === 'is' && lowerAt(tokens, i - 1) === 'that' && lowerAt(tokens, i + 1) === ',') return null;
  if (isBe(tokens[i])) return beGroup(tokens, i, { ...group, tense: word.startsWith('w') ? 'past' : 'present' });
  if (isDo(tokens[i]) && lowerAt(tokens, i + 1) === 'so') return { ...group, last: i + 1, lemma: 'do' };
  if (isDo(tokens[i])) {
    const { at, negated } = skipAdverbs(tokens, i + 1);
    if (!readVerb(tokens[at])?.base) return null;
    const tense = word.startsWith('did') ? 'past' : 'present';
    return { ...group, tense, last: at, lemma: readVerb(tokens[at])?.lemma ?? '', negated: group.negated || negated };
  }
  if (opensGerund(tokens[i - 1]) && readVerb(tokens[i])?.ing) {
    return { ...group, gerund: true, lemma: readVerb(tokens[i])?.lemma ?? '' };
  }
  const charge = before && chargeOf(tokens, i, before);
  if (charge) return { ...group, gerund: true, charge, lemma: readVerb(tokens[i])?.lemma ?? '' };
  return bareGroup(tokens, i, group, before?.tense === 'present');
}

/**
 * "was jailed for killing", "admitted stabbing", "accused the army of shelling": what somebody is held to have done is a
 * happening of its own.
 */
function chargeOf(tokens: readonly Token[], i: number, before: VerbGroup): VerbGroup['charge'] {
  const lemma = readVerb(tokens[i])?.lemma ?? '';
  if (!readVerb(tokens[i])?.ing || senseOfVerb(lemma) === undefined || i - before.last > CHARGE_REACH) return undefined;
  let at = i - 1;
  while (isManner(tokens[at])) at -= 1;
  const guilty = tokens.slice(before.last + 1, i).some(({ lower }) => lower === 'guilty');
  if (at === before.last) return before.lemma === 'admit' ? 'proved' : before.lemma === 'deny' ? 'alleged' : undefined;
  if (!opensDeed(tokens[at])) return undefined;
  if (guilty || CONVICTING.has(before.lemma)) return 'proved';
  return CHARGING.has(before.lemma) ? 'alleged' : undefined;
}

/** How many words may stand between the charge and the deed: "sentenced a former officer to life in prison for". */
const CHARGE_REACH = 14;

function modalGroup(tokens: readonly Token[], i: number, group: VerbGroup): VerbGroup | null {
  const word = lowerAt(tokens, i);
  const { at, negated } = skipAdverbs(tokens, i + 1);
  const future: VerbGroup = {
    ...group,
    tense: 'future',
    negated: group.negated || negated,
    intended: isModal(tokens[i]),
  };
  if (lowerAt(tokens, at) === 'be') return beGroup(tokens, at, future);
  if (lowerAt(tokens, at) === 'have') return { ...haveGroup(tokens, at, future), intended: true };
  if (!readVerb(tokens[at])?.base)
    return word === 'may' || word === 'can' || word === 'might' ? null : { ...future, lemma: 'be' };
  // "May" and "Will" are names as well.
  if (isCapital(tokens[i]) && i > 0) return null;
  return { ...future, last: at, lemma: readVerb(tokens[at])?.lemma ?? '' };
}

function haveGroup(tokens: readonly Token[], i: number, group: VerbGroup): VerbGroup {
  const tense = group.tense === 'future' ? 'future' : lowerAt(tokens, i).startsWith('had') ? 'past' : 'present';
  const { at, negated } = skipAdverbs(tokens, i + 1);
  const base = { ...group, tense, negated: group.negated || negated } as const;
  if (lowerAt(tokens, at) === 'been') return beGroup(tokens, at, { ...base, perfect: true });
  if (readVerb(tokens[at])?.participle)
    return { ...base, perfect: true, last: at, lemma: readVerb(tokens[at])?.lemma ?? '' };
  return { ...base, last: i, lemma: 'have' };
}

function beGroup(tokens: readonly Token[], i: number, group: VerbGroup): VerbGroup {
  const { at: head, negated } = skipAdverbs(tokens, i + 1);
  // "was last seen"
  const at = lowerAt(tokens, head) === 'last' && readVerb(tokens[head + 1])?.participle ? head + 1 : head;
  const base = { ...group, negated: group.negated || negated };
  const next = lowerAt(tokens, at);
  if (next === 'being' && readVerb(tokens[at + 1])?.participle) {
    return { ...base, passive: true, progressive: true, last: at + 1, lemma: readVerb(tokens[at + 1])?.lemma ?? '' };
  }
  if (next === 'to' && (lowerAt(tokens, at + 1) === 'be' || lowerAt(tokens, at + 1) === 'have')) {
    const passive = readVerb(tokens[at + 2])?.participle === true;
    const head = passive ? at + 2 : at + 1;
    return {
      ...base,
      tense: 'future',
      passive,
      last: head,
      lemma: readVerb(tokens[head])?.lemma ?? 'be',
      intended: group.tense === 'past',
    };
  }
  if (next === 'to' && isInfinitive(tokens, at + 1)) {
    return {
      ...base,
      tense: 'future',
      last: at + 1,
      lemma: readVerb(tokens[at + 1])?.lemma ?? lowerAt(tokens, at + 1),
      intended: group.tense === 'past',
    };
  }
  if (next === 'due' && opensDue(tokens[at + 1])) return { ...base, tense: 'future', last: at, lemma: next };
  if (INTENDING.has(next) && ['to', 'for'].includes(lowerAt(tokens, at + 1))) return { ...base, last: at, lemma: next };
  if (readVerb(tokens[at])?.participle && !isDeterminer(tokens[at + 1])) {
    return { ...base, passive: true, last: at, lemma: readVerb(tokens[at])?.lemma ?? '' };
  }
  if (readVerb(tokens[at])?.ing)
    return { ...base, progressive: true, last: at, lemma: readVerb(tokens[at])?.lemma ?? '' };
  return { ...base, last: i, lemma: 'be' };
}
