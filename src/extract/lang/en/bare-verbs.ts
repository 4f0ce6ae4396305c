import { lowerAt, type Token } from '../../tokens.ts';
import { isManner } from './adverbs.ts';
import { isNumberWord, isVague } from './figure-words.ts';
import { isCapital } from './lexicon.ts';
import { ADJECTIVES } from './speech.ts';
import type { VerbGroup } from './verb-groups.ts';
import {
  INTRANSITIVE,
  isAdverb,
  isDeterminer,
  isHave,
  isMeans,
  isObject,
  isOnlyVerb,
  isPlural,
  isPreposition,
  isQuote,
  isSubjectPronoun,
  isTeam,
  NOUNS_FIRST,
} from './verb-words.ts';
import { readVerb } from './verbs.ts';
import { wordClass } from './word-class.ts';

const isAdjective = wordClass(ADJECTIVES);
const isGetting = wordClass('be been being having get gets got getting');
const isThen = wordClass('also then later');
const isOf = wordClass('in of from');
const isPluralForm = wordClass(/[^s]s$/);
const isMeasured = wordClass('magnitude category grade level route flight number');
const opensTime = wordClass('after before until when since following');
const isComplement = wordClass(/[a-z]{2}(?:ly|ic|al|ive|ous)$/);
const isMeasure = wordClass(
  'percent % per percentage points point basis votes vote seats goals goal runs wickets strokes shots lengths seconds',
);
const isMargin = wordClass('margin majority landslide whisker handful narrow wide slim comfortable large');
const isRoughly = wordClass(
  'about some around nearly almost roughly only just over under more less fewer than at least most',
);
/** "new sanctions", "further attacks": behind them no verb stands. */
const isQuality = wordClass(
  'new further fresh additional renewed repeated heavy severe harsh tough tougher harsher economic financial military several other many more northern southern eastern western central',
);
const isModifierNoun = wordClass('air drone missile rocket train car bus plane bomb street school mass peace');

/** A past or present form without auxiliary, if what stands around it lets it be the verb of a clause. */
export function bareGroup(tokens: readonly Token[], i: number, group: VerbGroup, goingOn: boolean): VerbGroup | null {
  const reading = readVerb(tokens[i]);
  if (!reading) return null;
  let before = i - 1;
  while (before >= 0 && (isAdverb(tokens[before]) || isQuote(tokens[before]) || isManner(tokens[before]))) before -= 1;
  const previous = lowerAt(tokens, before);
  const next = lowerAt(tokens, i + 1);
  if (isCapital(tokens[i])) return null;
  if (isGetting(tokens[before])) return null;
  if (isDeterminer(tokens[before]) && previous !== 'that') return null;
  if (isPreposition(tokens[before]) || previous === "'s") return null;
  if (reading.past) {
    const attributive =
      !isCapital(tokens[i + 1]) &&
      !isNumberWord(tokens[i + 1]) &&
      !isVague(tokens[i + 1]) &&
      !isDeterminer(tokens[i + 1]) &&
      !isPreposition(tokens[i + 1]) &&
      !isObject(tokens[i + 1]) &&
      tokens[i + 1]?.kind === 'word';
    const adjective =
      isAdjective(tokens[i]) &&
      attributive &&
      !isSubjectPronoun(tokens[before]) &&
      !isThen(tokens[i - 1]) &&
      !['and', 'but'].includes(previous);
    const counted = isCount(tokens, before) && reading.participle && !INTRANSITIVE.has(reading.lemma);
    if (adjective || counted) return null;
    // A participle before its noun: "a heavily damaged bridge".
    const sure = !isAgent(tokens, i + 1) && !(reading.participle && isHeadless(tokens, before));
    return { ...group, lemma: reading.lemma, sure };
  }
  if (reading.participle || reading.ing) return null;
  const head = behindAside(tokens, before);
  // ", which makes it the deadliest": nothing else stands behind the pronoun.
  if (reading.s && /^(?:which|who)$/.test(lowerAt(tokens, before)) && lowerAt(tokens, before - 1) === ',')
    return { ...group, tense: 'present', lemma: reading.lemma };
  // "Memorial says inspectors returned", "The union plans to strike": nothing else than verbs.
  const plain = isOnlyVerb(tokens[i]) && before >= 0;
  const governs = next === 'to' && readVerb(tokens[i + 2])?.base && !isHave(tokens[before]);
  if (!plain && !canOpenObject(tokens[i + 1])) return null;
  // Teams and bands take a plural verb: "France play Luxembourg".
  const team =
    (head <= 2 || isTeam(tokens[head])) &&
    head >= 0 &&
    (tokens.slice(0, head + 1).every(isCapital) || isTeam(tokens[head])) &&
    /^(?:\p{Lu}|the$|a$|their$)/u.test(tokens[i + 1]?.text ?? '');
  if (NOUNS_FIRST.has(reading.lemma) && !governs && !isSubjectPronoun(tokens[before]) && !(team && reading.base))
    return null;
  // "play Luxembourg and open their tournament"
  const goesOn = goingOn && (previous === 'and' || previous === 'or') && isDeterminer(tokens[i + 1]);
  const plural =
    team ||
    goesOn ||
    isSubjectPronoun(tokens[before]) ||
    isPlural(tokens[head]) ||
    isPluralOf(tokens, head) ||
    (isPluralForm(tokens[head]) && lowerAt(tokens, head) !== "'s");
  if (reading.base && !plural) return null;
  if (reading.s && (head < 0 || tokens[head]?.kind !== 'word' || isPluralForm(tokens[head]))) return null;
  if (reading.s && !isSubjectPronoun(tokens[before]) && (isModifier(tokens, before) || isQuality(tokens[before])))
    return null;
  return { ...group, tense: 'present', lemma: reading.lemma };
}

/** "Leeds, who won their last game, open": past an aside of "who" or "which", what it is about; else the word itself. */
function behindAside(tokens: readonly Token[], before: number): number {
  if (lowerAt(tokens, before) !== ',') return before;
  for (let i = before - 1; i > 0 && before - i < LONGEST_ASIDE && lowerAt(tokens, i) !== ','; i -= 1) {
    if (opensAside(tokens[i]) && lowerAt(tokens, i - 1) === ',') return i - 2;
  }
  return before;
}

const opensAside = wordClass('who which whose');
const LONGEST_ASIDE = 16;

/** "seized by rebels" against "landed by helicopter", "closed by Friday", "rose by 19 percent", "won by some 300 votes": by whom it was done. */
export function isAgent(tokens: readonly Token[], by: number): boolean {
  if (lowerAt(tokens, by) !== 'by' || isMeans(tokens[by + 1])) return false;
  let at = by + 1;
  while (at < by + 4 && isRoughly(tokens[at])) at += 1;
  const counted = tokens[at]?.kind === 'number' || isNumberWord(tokens[at]);
  return counted ? !isMeasure(tokens[at + 1]) : !(isDeterminer(tokens[at]) && isMargin(tokens[at + 1]));
}

/** "Voters in South Korea go": many, though the last name is of one. */
function isPluralOf(tokens: readonly Token[], last: number): boolean {
  let i = last;
  while (i > 0 && isCapital(tokens[i])) i -= 1;
  return i < last && isOf(tokens[i]) && /^\p{L}{3,}[^s]s$/u.test(lowerAt(tokens, i - 1));
}

/** "12 killed" against "the quake on April 3 killed", "a Boeing 737 skidded", "of magnitude 7.6 shook": a number of a name or measure ends a subject. */
function isCount(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]?.kind !== 'number') return false;
  const before = tokens[i - 1];
  const named = before !== undefined && i > 1 && isCapital(before);
  return !named && !isMeasured(before);
}

/** Nothing before it that could be the subject: start of the sentence, a mark, or "and". */
function isHeadless(tokens: readonly Token[], before: number): boolean {
  return before < 0 || tokens[before]?.kind === 'mark';
}

/** After a present form we want an object or a complement; before a noun it is rather a noun itself ("air strikes"). */
function canOpenObject(next: Token | undefined): boolean {
  if (!next) return false;
  return (
    isDeterminer(next) ||
    isPreposition(next) ||
    opensTime(next) ||
    isAdverb(next) ||
    next.kind === 'number' ||
    isCapital(next) ||
    isComplement(next) ||
    next.lower === '“' ||
    next.lower === '"'
  );
}

/** "air strikes", "train crashes": a lower-case noun before it reads as its modifier. */
function isModifier(tokens: readonly Token[], before: number): boolean {
  const token = tokens[before];
  return token !== undefined && /^\p{Ll}/u.test(token.text) && isModifierNoun(token);
}
