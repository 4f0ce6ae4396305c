import type { Token } from '../../tokens.ts';
import type { Clause } from './clauses.ts';
import { isNumberWord, isVague } from './figure-words.ts';
import { deniesBefore, isBareNoun, isFrame, reckons } from './frames.ts';
import { isCapital } from './lexicon.ts';
import { nounSense, phrasesOf, type Sense, senseNamed, senseOfVerb } from './senses.ts';
import { ANNOUNCING, BEGINNING, FAINT, LIGHT, STATIVE } from './speech.ts';
import { isBe } from './verb-words.ts';
import { readVerb } from './verbs.ts';
import { wordClass } from './word-class.ts';

/** What a clause, or a noun in it, says to have happened. Token indexes are those of the sentence. */
export interface Happening {
  kind: 'verb' | 'noun';
  /** Index of the clause, and of the token that carries the meaning. */
  clause: number;
  trigger: number;
  /** The words that it rests on. */
  first: number;
  last: number;
  /** Null for a verb that the table does not know: it counts when a date stands by it. */
  sense: Sense | null;
  /** A happening only with a day of its own: "made his debut on Friday", "the final is on 14 July". */
  faint: boolean;
  /** True when its sense is that of the noun that does it: "the attack violated …". */
  borrowed: boolean;
  /** The words of its own subject or object, where the verb is left out: "and [Gary Wang] on 20 November". */
  gap?: { role: 'subject' | 'object'; first: number; last: number };
  /** Every sense named in its words, its own first: "an air strike killed …" has two. */
  senses: string[];
}

/** The happenings that the verbs of a sentence tell of, in order. Sayings and states are none. */
export function findHappenings(tokens: readonly Token[], clauses: readonly Clause[]): Happening[] {
  return clauses.flatMap((clause, index) => {
    const { group } = clause;
    // "sunk or damaged": one of the two, and told already.
    if (!group || (clause.word === 'or' && clause.body === group.first)) return [];
    // "The mayor denied the claim": that is told of what was claimed.
    if (isFrame(tokens, clause) && deniesBefore(tokens, clause)) return [];
    if (reckons(tokens, group)) return reckoning(tokens, clause, index);
    const carried = carriedSense(tokens, clause);
    // "testified on Monday": with nothing that is said, the saying is what happened.
    const testifies =
      senseOfVerb(group.lemma)?.category === 'justice' &&
      !clauses.some(
        ({ link, parent, group: said }) => parent === index && (link === 'that' || link === 'quote' || said?.charge),
      );
    // "found the bodies on Monday": with nothing that is found out.
    const finds = group.lemma === 'find' && !group.passive && !isComplement(clauses[index + 1], index);
    if (isFrame(tokens, clause) && !carried && !testifies && !finds) return announcement(tokens, clauses, index);
    const named =
      carried ??
      (group.lemma === 'be' || group.lemma === 'due' || (group.passive && SCHEDULING.has(group.lemma))
        ? (subjectSense(tokens, clause) ?? headSense(tokens, group.last + 1, clause.last))
        : // "Tanzania had an outbreak in 2023"
          group.lemma === 'have' && isIndefinite(tokens[group.last + 1])
          ? headSense(tokens, group.last + 2, clause.last)
          : undefined);
    // "was last seen in Leeds": the last that is known of somebody; "turned 30": nothing happened.
    const seen = group.lemma === 'see' && group.passive;
    const ages = group.lemma === 'turn' && tokens[group.last + 1]?.kind === 'number';
    if (ages || (!named && STATIVE.has(group.lemma) && !seen)) return [];
    const doer = subjectSense(tokens, clause);
    const sense = named ?? senseOfVerb(group.lemma) ?? (LIGHT.has(group.lemma) ? undefined : doer) ?? null;
    const faint =
      !carried &&
      (group.lemma === 'be' || group.lemma === 'have' || FAINT.has(group.lemma) || (LIGHT.has(group.lemma) && !sense));
    // "ruled that votes had been opened too early": what was ruled says more than that it was.
    const ruled = sense?.name === 'rule' && isComplement(clauses[index + 1], index) ? clauses[index + 1] : undefined;
    const words: Happening = {
      kind: 'verb',
      clause: index,
      trigger: group.last,
      first: clause.body,
      last: ruled?.link === 'that' ? ruled.last : beforeAccording(tokens, clause),
      sense,
      faint,
      borrowed: !named && !senseOfVerb(group.lemma),
      senses: [],
    };
    const told = sensesIn(tokens, words, sense);
    const senses = told.length > 0 && BEGINNING.has(group.lemma) ? [...told, BEGIN] : told;
    return [{ ...words, senses: doer ? [...new Set([...senses, doer.name])] : senses }];
  });
}

const isIndefinite = wordClass('a an another its their two three four several');

const isComplement = (next: Clause | undefined, parent: number) =>
  next?.parent === parent && (next.link === 'that' || (next.link === 'and' && next.first === next.body));

/** Stands among the senses of what begins, behind them: two outlets may call a war by different words, and its first day is one. */
export const BEGIN = 'begin';

/** "The verdict is expected on 12 April": what is to come is the noun. */
const SCHEDULING = new Set(['expect', 'schedule', 'plan', 'set', 'slate']);

/** The last word of a clause before ", according to …". */
function beforeAccording(tokens: readonly Token[], { first, last }: Clause): number {
  for (let i = first + 2; i < last; i += 1) {
    if (tokens[i]?.lower === 'according' && tokens[i + 1]?.lower === 'to')
      return tokens[i - 1]?.lower === ',' ? i - 2 : i - 1;
  }
  return last;
}

/** "announced on Monday that …", "said on 10 May that he would …": with a day of its own, the saying is the news. */
function announcement(tokens: readonly Token[], clauses: readonly Clause[], index: number): Happening[] {
  const clause = clauses[index];
  const said = clauses[index + 1];
  const sense = senseNamed('announce');
  if (!clause?.group || !sense) return [];
  if (!said?.group || said.link !== 'that' || said.parent !== index) {
    // "announced an operation on Saturday"
    const next = tokens[clause.group.last + 1];
    const object = next !== undefined && (isOpener(next) || next.kind === 'number' || isBareNoun(next));
    // "reported 400 new cases"
    const counts = clause.group.lemma === 'report' && (next?.kind === 'number' || isNumberWord(next) || isVague(next));
    if (!object || !(counts || ANNOUNCING.has(clause.group.lemma))) return [];
    const words: Happening = {
      kind: 'verb',
      clause: index,
      trigger: clause.group.last,
      first: clause.body,
      last: clause.last,
      sense,
      faint: true,
      borrowed: false,
      senses: [],
    };
    return [{ ...words, senses: sensesIn(tokens, words, sense) }];
  }
  if (!ANNOUNCING.has(clause.group.lemma) && said.group.tense !== 'future') return [];
  // "had said on Wednesday that it would close" was said then.
  if (clause.group.tense !== 'past') return [];
  const words: Happening = {
    kind: 'verb',
    clause: index,
    trigger: clause.group.last,
    first: clause.body,
    last: said.last,
    sense,
    faint: true,
    borrowed: false,
    senses: [],
  };
  const inner = senseOfVerb(said.group.lemma);
  return [{ ...words, senses: [...new Set([...sensesIn(tokens, words, sense), ...(inner ? [inner.name] : [])])] }];
}

/** "put its losses at 40 men on Tuesday": news with a day of its own, and no defeat. */
function reckoning(tokens: readonly Token[], clause: Clause, index: number): Happening[] {
  const sense = senseNamed('announce');
  const words = {
    kind: 'verb',
    clause: index,
    trigger: clause.group?.last ?? clause.last,
    first: clause.body,
  } as const;
  const whole = { ...words, last: beforeAccording(tokens, clause), faint: true, borrowed: false };
  return sense ? [{ ...whole, sense, senses: [sense.name] }] : [];
}

/**
 * The noun phrase around an event noun: "the outbreak of the country's civil war". Left to the first word that cannot
 * belong to it, right over phrases with "of".
 */
export function nounHappening(tokens: readonly Token[], clause: number, noun: number): Happening | null {
  const sense = nounSense(tokens[noun]);
  if (!sense) return null;
  const first = phraseStart(tokens, noun);
  let last = noun;
  while (joinsPhrase(tokens[last + 1]) && isPhraseWord(tokens[last + 2])) {
    last += 2;
    while (isPhraseWord(tokens[last + 1]) && !isTimeWord(tokens[last + 1]) && !isVerb(tokens[last + 1])) last += 1;
  }
  const words: Happening = {
    kind: 'noun',
    clause,
    trigger: noun,
    first,
    last,
    sense,
    faint: false,
    borrowed: false,
    senses: [],
  };
  return { ...words, senses: sensesIn(tokens, words, sense) };
}

/** The index at which the noun phrase that ends in `noun` begins. */
export function phraseStart(tokens: readonly Token[], noun: number): number {
  let first = noun;
  while (
    first > 0 &&
    isPhraseWord(tokens[first - 1]) &&
    !(isOpener(tokens[first]) && !/^\p{Lu}\.$/u.test(tokens[first]?.text ?? '')) &&
    !isPastVerb(tokens[first - 1]) &&
    // "were targeting six shops that …"
    !(isBe(tokens[first - 2]) && isIng(tokens[first - 1]))
  )
    first -= 1;
  // "the outbreak of [the country's civil war]": the noun before "of" is the head.
  const ahead = tokens[first - 1]?.lower === 'of' ? first - 2 : -1;
  if (ahead >= 0 && isPhase(tokens[ahead])) {
    return phraseStart(tokens, ahead);
  }
  return first;
}

const isReflexive = wordClass('himself herself itself themselves');
const isParticle = wordClass('in out up down off to into on over away back for from through ashore');
const joinsPhrase = wordClass('of in on at against over from near between');
const isIng = wordClass(/\p{Ll}ing$/u);
const isPhase = wordClass(
  'outbreak start beginning end height launch onset eruption escalation resumption wave series',
);
const isPronounForm = wordClass('it they he she we i you them him us');
const isTimeForm = wordClass(/^(?:last|next|this|early|late|later|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?$/);
const isQuoteMark = wordClass('" “ ” ‘');
/** These open a noun phrase: nothing to their left belongs to it. */
const isOpener = wordClass('the a an its his her their our this that these those some any every each no');

const isClosed = wordClass(
  'of in on at by for from to with into onto over under near about against between through during toward towards within without across along around behind amid among outside inside off despite like via than as following after before since until when while that which who and or but if because is are was were be been has have had will would not',
);

/** "the quake in Japan rose": a verb in small letters ends the phrase to the right. */
function isVerb(token: Token | undefined): boolean {
  return readVerb(token)?.past === true && !isCapital(token);
}

/** "it grazed Jamaica, where …": a verb ends the phrase to the left. */
const isPastVerb = (token: Token | undefined) =>
  isPronounForm(token) || isTold(token) || (readVerb(token)?.past === true && token?.lower.endsWith('ed') === true);

/** "…, said Ana Ruiz, who fled" */
const isTold = wordClass('said says told');

function isPhraseWord(token: Token | undefined): boolean {
  if (!token) return false;
  if (token.lower === "'s") return true;
  return token.kind !== 'mark' && !isClosed(token);
}

const isTimeWord = (token: Token | undefined) => isTimeForm(token) || token?.kind === 'number';

/** The sense of the noun that a light verb carries, or of a verb with its object: "carried out air strikes", "made landfall". */
function carriedSense(tokens: readonly Token[], clause: Clause): Sense | undefined {
  const { group } = clause;
  if (!group) return undefined;
  const phrases = phrasesOf(group.lemma);
  for (let i = group.last + 1; phrases && i <= Math.min(group.last + 8, clause.last); i += 1) {
    const word = tokens[i]?.lower ?? '';
    // A particle stands by its verb; an object may wait.
    if (
      isParticle(tokens[i]) &&
      i > group.last + 1 &&
      !(word === 'from' && group.lemma === 'pull') &&
      // "blew himself up"
      !(i === group.last + 2 && isReflexive(tokens[i - 1]))
    )
      continue;
    // "were inside the town", "was on strike": what somebody is stands by the verb.
    if (group.lemma === 'be' && i > group.last + 2) break;
    // "had fallen to a quarter", "fell to 40": that is no enemy.
    const measured = word === 'to' && (isIndefinite(tokens[i + 1]) || tokens[i + 1]?.kind === 'number');
    const fixed = measured ? undefined : phrases.get(word);
    if (fixed) return fixed;
  }
  // "Power was cut", "a state of emergency was declared"
  for (let i = clause.body; phrases && group.passive && i < group.first; i += 1) {
    const fixed = phrases.get(tokens[i]?.lower ?? '');
    if (fixed) return fixed;
  }
  if (!LIGHT.has(group.lemma)) return undefined;
  const intransitive = group.passive || BEGINNING.has(group.lemma) || senseOfVerb(group.lemma) === undefined;
  const object = group.passive ? undefined : headSense(tokens, group.last + 1, clause.last);
  if (object) return object;
  return intransitive ? subjectSense(tokens, clause) : undefined;
}

/** The first event noun of the object; a preposition other than that of a particle ends the search. */
function headSense(tokens: readonly Token[], from: number, to: number): Sense | undefined {
  let found: Sense | undefined;
  for (let i = from; i <= Math.min(to, from + 9); i += 1) {
    if (i > from && !isPhraseWord(tokens[i]) && !isQuoteMark(tokens[i])) break;
    found = nounSense(tokens[i]) ?? found;
  }
  return found;
}

/** The sense of the noun that heads the subject: "the offensive … was launched". */
function subjectSense(tokens: readonly Token[], clause: Clause): Sense | undefined {
  if (clause.link === 'who' && clause.word !== 'where' && clause.word !== 'whose') {
    // "the offensive, which began": the phrase before the pronoun.
    const noun = clause.first - (tokens[clause.first - 1]?.lower === ',' ? 2 : 1);
    return noun < 0 ? undefined : headSense(tokens, phraseStart(tokens, noun), noun);
  }
  const to = (clause.hole?.[0] ?? clause.group?.first ?? 0) - 1;
  let found: Sense | undefined;
  for (let i = clause.body; i <= to; i += 1) {
    if (found && i > clause.body && isClosed(tokens[i])) break;
    found = nounSense(tokens[i]) ?? found;
  }
  return found;
}

function sensesIn(tokens: readonly Token[], { first, last }: Happening, own: Sense | null): string[] {
  const names = new Set(own ? [own.name, ...own.kin] : []);
  for (let i = first; i <= last; i += 1) {
    const sense = nounSense(tokens[i]);
    if (sense) names.add(sense.name);
  }
  return [...names];
}
