import { lowerAt, type Token } from '../../tokens.ts';
import { isManner, skipAdverbs } from './adverbs.ts';
import { senseOfVerb } from './senses.ts';
import { ATTEMPTING, INTENDING, PHASE } from './speech.ts';
import type { VerbGroup } from './verb-groups.ts';
import { FORESEEING, isDeterminer, isObject, isParticle, isPreposition } from './verb-words.ts';
import { readVerb } from './verbs.ts';
import { wordClass } from './word-class.ts';

const opensTime = wordClass('on in last this late early');

/** Takes in the particle, and the infinitive that carries the meaning: "pulled out", "vowed to launch". */
export function extend(tokens: readonly Token[], group: VerbGroup) {
  if (FORESEEING.has(group.lemma) && !group.passive && takeForeseen(tokens, group)) return;
  const next = lowerAt(tokens, group.last + 1);
  if (isParticle(tokens[group.last + 1]) && senseOfVerb(`${group.lemma}_${next}`)) {
    group.last += 1;
    group.lemma = `${group.lemma}_${next}`;
    return;
  }
  let { at } = skipAdverbs(tokens, group.last + 1);
  // "agreed on Nov. 8 to buy": a short phrase may stand between.
  if (INTENDING.has(group.lemma) && opensTime(tokens[at])) {
    for (let i = at; i < at + 5; i += 1) if (lowerAt(tokens, i) === 'to') at = i;
  }
  // "will begin withdrawing"
  if (
    PHASE.has(group.lemma) &&
    at === group.last + 1 &&
    readVerb(tokens[at])?.ing &&
    senseOfVerb(readVerb(tokens[at])?.lemma ?? '')
  ) {
    group.last = at;
    group.lemma = readVerb(tokens[at])?.lemma ?? '';
    return;
  }
  if (!(PHASE.has(group.lemma) || INTENDING.has(group.lemma)) || lowerAt(tokens, at) !== 'to') return;
  if (!isInfinitive(tokens, at + 1)) return;
  // "tried to flee on Monday": the attempt was made.
  const tried = ATTEMPTING.has(group.lemma) && group.tense === 'past';
  group.intended ||= INTENDING.has(group.lemma) && !tried;
  group.last = at + 1;
  const inner = lowerAt(tokens, at + 1) === 'be' ? readVerb(tokens[at + 2]) : readVerb(tokens[at + 1]);
  if (lowerAt(tokens, at + 1) === 'be' && inner) {
    group.last += 1;
    group.passive = true;
  }
  group.lemma = inner?.lemma ?? lowerAt(tokens, group.last);
  const particle = lowerAt(tokens, group.last + 1);
  if (isParticle(tokens[group.last + 1]) && senseOfVerb(`${group.lemma}_${particle}`)) {
    group.last += 1;
    group.lemma = `${group.lemma}_${particle}`;
  }
}

/** Behind "to", a word in small letters that opens no noun phrase is a verb, whether we know it or not. */
export const isInfinitive = (tokens: readonly Token[], at: number): boolean =>
  readVerb(tokens[at])?.base ||
  lowerAt(tokens, at) === 'be' ||
  (tokens[at]?.kind === 'word' &&
    /^\p{Ll}{3,20}$/u.test(tokens[at]?.text ?? '') &&
    !lowerAt(tokens, at).endsWith('ing') &&
    !isBareOpener(tokens[at]));

const isBareOpener = (token: Token | undefined) =>
  isDeterminer(token) || isPreposition(token) || isObject(token) || isManner(token);

/** "expect Beryl to pass near Jamaica": what is foreseen takes the place of the verb. */
function takeForeseen(tokens: readonly Token[], group: VerbGroup): boolean {
  const from = group.last + 1;
  for (let i = from + 1; i < from + 7; i += 1) {
    if (lowerAt(tokens, i) !== 'to' || !readVerb(tokens[i + 1])?.base) continue;
    group.subject = [from, i - 1];
    group.last = i + 1;
    group.lemma = readVerb(tokens[i + 1])?.lemma ?? '';
    group.intended = true;
    group.tense = 'future';
    return true;
  }
  return false;
}
