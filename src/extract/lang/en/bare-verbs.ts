import { lowerAt, type Token } from '../../tokens.ts';
import { isManner } from './adverbs.ts';
import { NUMBER_WORDS, VAGUE } from './figure-words.ts';
import { ADJECTIVES } from './speech.ts';
import type { VerbGroup } from './verb-groups.ts';
import {
  ADVERBS,
  DETERMINERS,
  HAVE,
  INTRANSITIVE,
  MEANS,
  NOUNS_FIRST,
  OBJECTS,
  ONLY_VERBS,
  PLURALS,
  PREPOSITIONS,
  QUOTES,
  SUBJECT_PRONOUNS,
  TEAMS,
} from './verb-words.ts';
import { has, readVerb } from './verbs.ts';

/** A past or present form without auxiliary, if what stands around it lets it be the verb of a clause. */
export function bareGroup(tokens: readonly Token[], i: number, group: VerbGroup, goingOn: boolean): VerbGroup | null {
  const reading = readVerb(tokens[i]);
  if (!reading) return null;
  let before = i - 1;
  while (
    before >= 0 &&
    (ADVERBS.has(lowerAt(tokens, before)) || QUOTES.has(lowerAt(tokens, before)) || isManner(lowerAt(tokens, before)))
  )
    before -= 1;
  const previous = lowerAt(tokens, before);
  const next = lowerAt(tokens, i + 1);
  if (/^\p{Lu}/u.test(tokens[i]?.text ?? '')) return null;
  if (/^(?:be|been|being|having|get|gets|got|getting)$/.test(previous)) return null;
  if (DETERMINERS.has(previous) && previous !== 'that') return null;
  if (PREPOSITIONS.has(previous) || previous === "'s") return null;
  if (reading.forms.has('past')) {
    const attributive =
      !/^\p{Lu}/u.test(tokens[i + 1]?.text ?? '') &&
      !NUMBER_WORDS.has(next) &&
      !VAGUE.has(next) &&
      !DETERMINERS.has(next) &&
      !PREPOSITIONS.has(next) &&
      !OBJECTS.has(next) &&
      tokens[i + 1]?.kind === 'word';
    const adjective =
      ADJECTIVES.has(lowerAt(tokens, i)) &&
      attributive &&
      !SUBJECT_PRONOUNS.has(previous) &&
      !/^(?:also|then|later)$/.test(lowerAt(tokens, i - 1)) &&
      !['and', 'but'].includes(previous);
    const counted = isCount(tokens, before) && reading.forms.has('participle') && !INTRANSITIVE.has(reading.lemma);
    if (adjective || counted) return null;
    // A participle before its noun: "a heavily damaged bridge".
    const sure = !isAgent(tokens, i + 1) && !(reading.forms.has('participle') && isHeadless(tokens, before));
    return { ...group, lemma: reading.lemma, sure };
  }
  if (reading.forms.has('participle') || reading.forms.has('ing')) return null;
  // "Memorial says inspectors returned", "The union plans to strike": nothing else than verbs.
  const plain = ONLY_VERBS.has(lowerAt(tokens, i)) && before >= 0;
  const governs = next === 'to' && has(tokens[i + 2], 'base') && !HAVE.has(previous);
  if (!plain && !canOpenObject(tokens[i + 1])) return null;
  // Teams and bands take a plural verb: "France play Luxembourg".
  const team =
    (i <= 3 || TEAMS.has(previous)) &&
    before >= 0 &&
    (tokens.slice(0, i).every(({ text }) => /^\p{Lu}/u.test(text)) || TEAMS.has(previous)) &&
    /^(?:\p{Lu}|the$|a$|their$)/u.test(tokens[i + 1]?.text ?? '');
  if (
    NOUNS_FIRST.has(reading.lemma) &&
    !governs &&
    !SUBJECT_PRONOUNS.has(previous) &&
    !(team && reading.forms.has('base'))
  )
    return null;
  // "play Luxembourg and open their tournament"
  const goesOn = goingOn && (previous === 'and' || previous === 'or') && DETERMINERS.has(next);
  const plural =
    team ||
    goesOn ||
    SUBJECT_PRONOUNS.has(previous) ||
    PLURALS.has(previous) ||
    isPluralOf(tokens, before) ||
    (/[^s]s$/.test(previous) && previous !== "'s");
  if (reading.forms.has('base') && !plural) return null;
  if (reading.forms.has('s') && (before < 0 || tokens[before]?.kind !== 'word' || /[^s]s$/.test(previous))) return null;
  if (reading.forms.has('s') && !SUBJECT_PRONOUNS.has(previous) && isModifier(tokens, before)) return null;
  return { ...group, tense: 'present', lemma: reading.lemma };
}

/** "seized by rebels" against "landed by helicopter", "closed by Friday": by whom it was done. */
export const isAgent = (tokens: readonly Token[], by: number): boolean =>
  lowerAt(tokens, by) === 'by' && !MEANS.has(lowerAt(tokens, by + 1));

/** "Voters in South Korea go": many, though the last name is of one. */
function isPluralOf(tokens: readonly Token[], last: number): boolean {
  let i = last;
  while (i > 0 && /^\p{Lu}/u.test(tokens[i]?.text ?? '')) i -= 1;
  return i < last && /^(?:in|of|from)$/.test(lowerAt(tokens, i)) && /^\p{L}{3,}[^s]s$/u.test(lowerAt(tokens, i - 1));
}

/** "12 killed" against "the quake on April 3 killed", "a Boeing 737 skidded", "of magnitude 7.6 shook": a number of a name or measure ends a subject. */
function isCount(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]?.kind !== 'number') return false;
  const before = tokens[i - 1];
  const named = before !== undefined && i > 1 && /^\p{Lu}/u.test(before.text);
  return !named && !/^(?:magnitude|category|grade|level|route|flight|number)$/.test(before?.lower ?? '');
}

/** Nothing before it that could be the subject: start of the sentence, a mark, or "and". */
function isHeadless(tokens: readonly Token[], before: number): boolean {
  return before < 0 || tokens[before]?.kind === 'mark';
}

/** After a present form we want an object or a complement; before a noun it is rather a noun itself ("air strikes"). */
function canOpenObject(next: Token | undefined): boolean {
  if (!next) return false;
  const word = next.lower;
  return (
    DETERMINERS.has(word) ||
    PREPOSITIONS.has(word) ||
    /^(?:after|before|until|when|since|following)$/.test(word) ||
    ADVERBS.has(word) ||
    next.kind === 'number' ||
    /^\p{Lu}/u.test(next.text) ||
    /[a-z]{2}(?:ly|ic|al|ive|ous)$/.test(word) ||
    next.lower === '“' ||
    next.lower === '"'
  );
}

/** "air strikes", "train crashes": a lower-case noun before it reads as its modifier. */
function isModifier(tokens: readonly Token[], before: number): boolean {
  const token = tokens[before];
  return (
    token !== undefined &&
    /^\p{Ll}/u.test(token.text) &&
    /^(?:air|drone|missile|rocket|train|car|bus|plane|bomb|street|school|mass|peace)$/.test(token.lower)
  );
}
