import type { Token } from '../../tokens.ts';
import { NUMBER_WORDS, VAGUE } from './figure-words.ts';
import { senseOfVerb, senseVerbs } from './senses.ts';
import {
  ADJECTIVES,
  COMMITTING,
  DENYING,
  FAINT,
  INTENDING,
  LIGHT,
  OTHER_VERBS,
  PHASE,
  SAYING,
  SHOWING,
  STATIVE,
} from './speech.ts';
import { inflect, type VerbForm, type VerbReading } from './verb-forms.ts';

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
  subject?: readonly [first: number, last: number];
  /** A participle behind a comma: "the port, closed since Sunday, …". */
  reduced: boolean;
  /** "since tearing a ligament": a participle that a conjunction makes a clause of. */
  gerund: boolean;
  /** False for a bare form that may as well be a participle: "areas seized by rebels". */
  sure: boolean;
}

const VERBS = inflect([
  ...senseVerbs,
  ...SAYING,
  ...SHOWING,
  ...DENYING,
  ...PHASE,
  ...[...INTENDING].filter((word) => !['due', 'likely', 'poised', 'about', 'bound', 'ready'].includes(word)),
  ...LIGHT,
  ...COMMITTING,
  ...STATIVE,
  ...FAINT,
  ...OTHER_VERBS,
]);

const set = (list: string) => new Set(list.split(' '));
const WILL = set("will shall 'll won't would wouldn't");
const MODAL = set("may might could can should must cannot can't couldn't shouldn't ought");
const HAVE = set("have has had haven't hasn't hadn't having 've");
const BE = set("is are was were am isn't aren't wasn't weren't 're 'm");
const DO = set("do does did don't doesn't didn't");
const AUXILIARIES = new Set([...WILL, ...MODAL, ...HAVE, ...BE, ...DO]);
const NOT = set("not never n't no longer");
const ADVERBS = set(
  'also then later already now still just since even again soon once ever always often reportedly largely only finally recently officially not never yet instead further so far both all at least first there',
);
const DETERMINERS = set(
  'the a an this that these those his her its their our my your some any no each every another several many few more most',
);
const PREPOSITIONS = set(
  'of in on at by for from to with into onto over under near about against between through during towards toward within without across along around behind beyond amid among outside inside off despite like via per than as',
);
const OBJECTS = set('him her them it us me you himself herself itself themselves');
const SUBJECT_PRONOUNS = set('i you he she it we they who which that what there');
const GERUND_AFTER = set('since after before');
const FORESEEING = set('expect forecast predict');
const PARTICLES = set('out back down up off over in away through into at on');
const PLURALS = set('people police troops forces men women children officials authorities media crew staff crowds');

/**
 * The finite verb groups of a sentence, in order, by closed lists of auxiliaries and the forms of the known verbs; an
 * unknown word in -ed after a noun counts as one. Infinitives and participles join the group that governs them or none.
 */
export function findVerbGroups(tokens: readonly Token[]): VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const group = groupAt(tokens, i, groups[groups.length - 1]?.tense === 'present');
    if (!group) continue;
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

const FORMS_IN_ED: ReadonlySet<VerbForm> = new Set(['past', 'participle']);

/** What a spelling may be as a verb; an unknown -ed or -ing is taken at its word. */
export function readVerb(token: Token | undefined): Readonly<VerbReading> | undefined {
  if (token?.kind !== 'word') return undefined;
  const known = VERBS.get(token.lower);
  if (known) return known;
  if (!token.lower.endsWith('ed') || /^\p{Lu}/u.test(token.text)) return undefined;
  if (/[a-z]{3}ed$/.test(token.lower) && !ADJECTIVES.has(token.lower)) {
    return {
      lemma: token.lower.replace(/ied$/, 'y').replace(/ed$/, ''),
      forms: FORMS_IN_ED,
    };
  }
  return undefined;
}

/** True for words with a finite verb or participle among them, as a sentence has and a noun phrase has not. */
export const hasVerb = (words: string): boolean =>
  words
    .split(' ')
    .some(
      (word) =>
        BE.has(word) ||
        HAVE.has(word) ||
        WILL.has(word) ||
        VERBS.get(word)?.forms.has('past') === true ||
        /[a-z]{3}ed$/.test(word) ||
        (VERBS.get(word)?.forms.has('s') ?? false),
    );

/** True for a title that lost its subject: "Filed for bankruptcy". */
export const startsWithVerb = (words: string): boolean => hasVerb(words.split(' ', 1)[0]?.toLowerCase() ?? '');

const has = (token: Token | undefined, form: 'base' | 's' | 'past' | 'participle' | 'ing') =>
  readVerb(token)?.forms.has(form) ?? false;

const lower = (tokens: readonly Token[], i: number) => tokens[i]?.lower ?? '';

/** Nouns first: as present forms we believe them only after a pronoun. */
const NOUNS_FIRST = set(
  'last force attack strike raid report shell battle market house record result plan place place share trade film play face sign head fire hand result concern review study love need work park house host target battle fight clash change charge fine appeal trial visit vote poll protest march rally riot ban deal draw goal score spark stage state name name lead support aid rise fall increase flood storm burn crash blast release search award test call claim post quarantine damage wound murder loan transfer substitute trip talk offer order bid rule veto cause bomb bombard grant group lack dock orbit ship',
);
const QUOTES = set('“ " ‘ ”');
/** Verbs that take a bare infinitive: "helped troops retake the city". */
const CAUSATIVE = set('help let make see watch');

/** An adverb in -ly. */
const isManner = (word: string) => word.endsWith('ly') && /[a-z]{2}ly$/.test(word);

/** The index of the first token from `i` on that is no adverb; whether a negation was passed. */
function skipAdverbs(tokens: readonly Token[], i: number): { at: number; negated: boolean } {
  let at = i;
  let negated = false;
  while (
    at < tokens.length &&
    (ADVERBS.has(lower(tokens, at)) ||
      NOT.has(lower(tokens, at)) ||
      QUOTES.has(lower(tokens, at)) ||
      isManner(lower(tokens, at)))
  ) {
    negated ||= NOT.has(lower(tokens, at));
    at += 1;
  }
  return { at, negated };
}

function groupAt(tokens: readonly Token[], i: number, goingOn: boolean): VerbGroup | null {
  const word = lower(tokens, i);
  // Most words are no verb: that is seen before anything is made.
  if (!AUXILIARIES.has(word) && !readVerb(tokens[i])) return null;
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
  };
  if (WILL.has(word) || MODAL.has(word)) return modalGroup(tokens, i, group);
  if (HAVE.has(word) && word !== 'having') return haveGroup(tokens, i, group);
  // "at 6am" is no verb.
  if (word === 'am' && lower(tokens, i - 1) !== 'i') return null;
  if (BE.has(word)) return beGroup(tokens, i, { ...group, tense: word.startsWith('w') ? 'past' : 'present' });
  if (DO.has(word)) {
    const { at, negated } = skipAdverbs(tokens, i + 1);
    if (!has(tokens[at], 'base')) return null;
    const tense = word.startsWith('did') ? 'past' : 'present';
    return { ...group, tense, last: at, lemma: readVerb(tokens[at])?.lemma ?? '', negated: group.negated || negated };
  }
  if (GERUND_AFTER.has(lower(tokens, i - 1)) && has(tokens[i], 'ing')) {
    return { ...group, gerund: true, lemma: readVerb(tokens[i])?.lemma ?? '' };
  }
  return bareGroup(tokens, i, group, goingOn);
}

function modalGroup(tokens: readonly Token[], i: number, group: VerbGroup): VerbGroup | null {
  const word = lower(tokens, i);
  const { at, negated } = skipAdverbs(tokens, i + 1);
  const future: VerbGroup = {
    ...group,
    tense: 'future',
    negated: group.negated || negated,
    intended: MODAL.has(word),
  };
  if (lower(tokens, at) === 'be') return beGroup(tokens, at, future);
  if (lower(tokens, at) === 'have') return { ...haveGroup(tokens, at, future), intended: true };
  if (!has(tokens[at], 'base'))
    return word === 'may' || word === 'can' || word === 'might' ? null : { ...future, lemma: 'be' };
  // "May" and "Will" are names as well.
  if (/^\p{Lu}/u.test(tokens[i]?.text ?? '') && i > 0) return null;
  return { ...future, last: at, lemma: readVerb(tokens[at])?.lemma ?? '' };
}

function haveGroup(tokens: readonly Token[], i: number, group: VerbGroup): VerbGroup {
  const tense = group.tense === 'future' ? 'future' : lower(tokens, i).startsWith('had') ? 'past' : 'present';
  const { at, negated } = skipAdverbs(tokens, i + 1);
  const base = { ...group, tense, negated: group.negated || negated } as const;
  if (lower(tokens, at) === 'been') return beGroup(tokens, at, { ...base, perfect: true });
  if (has(tokens[at], 'participle'))
    return { ...base, perfect: true, last: at, lemma: readVerb(tokens[at])?.lemma ?? '' };
  return { ...base, last: i, lemma: 'have' };
}

function beGroup(tokens: readonly Token[], i: number, group: VerbGroup): VerbGroup {
  const { at, negated } = skipAdverbs(tokens, i + 1);
  const base = { ...group, negated: group.negated || negated };
  const next = lower(tokens, at);
  if (next === 'being' && has(tokens[at + 1], 'participle')) {
    return { ...base, passive: true, progressive: true, last: at + 1, lemma: readVerb(tokens[at + 1])?.lemma ?? '' };
  }
  if (next === 'to' && (lower(tokens, at + 1) === 'be' || lower(tokens, at + 1) === 'have')) {
    const passive = has(tokens[at + 2], 'participle');
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
  if (next === 'to' && has(tokens[at + 1], 'base')) {
    return {
      ...base,
      tense: 'future',
      last: at + 1,
      lemma: readVerb(tokens[at + 1])?.lemma ?? '',
      intended: group.tense === 'past',
    };
  }
  if (INTENDING.has(next) && ['to', 'for'].includes(lower(tokens, at + 1))) return { ...base, last: at, lemma: next };
  if (has(tokens[at], 'participle') && !DETERMINERS.has(lower(tokens, at + 1))) {
    return { ...base, passive: true, last: at, lemma: readVerb(tokens[at])?.lemma ?? '' };
  }
  if (has(tokens[at], 'ing')) return { ...base, progressive: true, last: at, lemma: readVerb(tokens[at])?.lemma ?? '' };
  return { ...base, last: i, lemma: 'be' };
}

/** A past or present form without auxiliary, if what stands around it lets it be the verb of a clause. */
function bareGroup(tokens: readonly Token[], i: number, group: VerbGroup, goingOn: boolean): VerbGroup | null {
  const reading = readVerb(tokens[i]);
  if (!reading) return null;
  let before = i - 1;
  while (
    before >= 0 &&
    (ADVERBS.has(lower(tokens, before)) || QUOTES.has(lower(tokens, before)) || isManner(lower(tokens, before)))
  )
    before -= 1;
  const previous = lower(tokens, before);
  const next = lower(tokens, i + 1);
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
      ADJECTIVES.has(lower(tokens, i)) &&
      attributive &&
      !SUBJECT_PRONOUNS.has(previous) &&
      !['and', 'but'].includes(previous);
    if (adjective || (isCount(tokens, before) && reading.forms.has('participle'))) return null;
    // A participle before its noun: "a heavily damaged bridge".
    const sure = next !== 'by' && !(reading.forms.has('participle') && isHeadless(tokens, before));
    return { ...group, lemma: reading.lemma, sure };
  }
  if (reading.forms.has('participle') || reading.forms.has('ing')) return null;
  if (!canOpenObject(tokens[i + 1])) return null;
  // Teams and bands take a plural verb: "France play Luxembourg".
  const team =
    i <= 3 &&
    before >= 0 &&
    tokens.slice(0, i).every(({ text }) => /^\p{Lu}/u.test(text)) &&
    /^(?:\p{Lu}|the$|a$|their$)/u.test(tokens[i + 1]?.text ?? '');
  if (NOUNS_FIRST.has(reading.lemma) && !SUBJECT_PRONOUNS.has(previous) && !(team && reading.forms.has('base')))
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

/** "Voters in South Korea go": many, though the last name is of one. */
function isPluralOf(tokens: readonly Token[], last: number): boolean {
  let i = last;
  while (i > 0 && /^\p{Lu}/u.test(tokens[i]?.text ?? '')) i -= 1;
  return i < last && /^(?:in|of|from)$/.test(lower(tokens, i)) && /^\p{L}{3,}[^s]s$/u.test(lower(tokens, i - 1));
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

/** Takes in the particle, and the infinitive that carries the meaning: "pulled out", "vowed to launch". */
function extend(tokens: readonly Token[], group: VerbGroup) {
  if (FORESEEING.has(group.lemma) && !group.passive && takeForeseen(tokens, group)) return;
  const next = lower(tokens, group.last + 1);
  if (PARTICLES.has(next) && senseOfVerb(`${group.lemma}_${next}`)) {
    group.last += 1;
    group.lemma = `${group.lemma}_${next}`;
    return;
  }
  let { at } = skipAdverbs(tokens, group.last + 1);
  // "agreed on Nov. 8 to buy": a short phrase may stand between.
  if (INTENDING.has(group.lemma) && /^(?:on|in|last|this|late|early)$/.test(lower(tokens, at))) {
    for (let i = at; i < at + 5; i += 1) if (lower(tokens, i) === 'to') at = i;
  }
  if (!(PHASE.has(group.lemma) || INTENDING.has(group.lemma)) || lower(tokens, at) !== 'to') return;
  if (!has(tokens[at + 1], 'base') && lower(tokens, at + 1) !== 'be') return;
  group.intended ||= INTENDING.has(group.lemma);
  group.last = at + 1;
  const inner = lower(tokens, at + 1) === 'be' ? readVerb(tokens[at + 2]) : readVerb(tokens[at + 1]);
  if (lower(tokens, at + 1) === 'be' && inner) {
    group.last += 1;
    group.passive = true;
  }
  group.lemma = inner?.lemma ?? 'be';
  const particle = lower(tokens, group.last + 1);
  if (PARTICLES.has(particle) && senseOfVerb(`${group.lemma}_${particle}`)) {
    group.last += 1;
    group.lemma = `${group.lemma}_${particle}`;
  }
}

/** "expect Beryl to pass near Jamaica": what is foreseen takes the place of the verb. */
function takeForeseen(tokens: readonly Token[], group: VerbGroup): boolean {
  const from = group.last + 1;
  for (let i = from + 1; i < from + 7; i += 1) {
    if (lower(tokens, i) !== 'to' || !has(tokens[i + 1], 'base')) continue;
    group.subject = [from, i - 1];
    group.last = i + 1;
    group.lemma = readVerb(tokens[i + 1])?.lemma ?? '';
    group.intended = true;
    group.tense = 'future';
    return true;
  }
  return false;
}
