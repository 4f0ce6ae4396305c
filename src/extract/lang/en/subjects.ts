import type { Timex } from '../../../types.ts';
import { lowerAt, type Token } from '../../tokens.ts';
import type { Clause } from './clauses.ts';
import { isFrame } from './frames.ts';
import { phraseStart } from './happenings.ts';
import { skipLead } from './leads.ts';
import { isCapital } from './lexicon.ts';
import { agreeing, explainOwner, isPronoun, lowerFirst, PRONOUN, speakerAs, titledBefore } from './pronouns.ts';
import { agrees, type Referents, referentOf } from './referents.ts';
import { OPENING_PHRASE, PARTICIPIAL } from './title-words.ts';
import { verbNamed } from './verbs.ts';
import { wordsOf } from './words-of.ts';

/** What surrounds a clause that its subject needs. */
export interface SubjectContext {
  text: string;
  tokens: readonly Token[];
  clauses: readonly Clause[];
  /** The dates of the sentence: they stand beside the title, not in it. */
  times: readonly Timex[];
  /** What "it", "they" and "he" stand for. */
  referents: Referents;
  /** The subjects found so far: many questions about a sentence turn on them. */
  subjects: Map<Clause, string | null>;
}

/** The words of the subject of a clause, or of what its relative pronoun or "and" stands for; null without a noun. */
export function subjectOf(context: SubjectContext, clause: Clause): string | null {
  const known = context.subjects.get(clause);
  if (known !== undefined) return known;
  const subject = findSubject(context, clause);
  context.subjects.set(clause, subject);
  return subject;
}

function findSubject(context: SubjectContext, clause: Clause): string | null {
  const { tokens, clauses } = context;
  const { group } = clause;
  if (!group) return null;
  if (group.subject) return wordsOf(context, group.subject[0], group.subject[1], null);
  if (clause.link === 'who' && clause.word !== 'where') {
    const doer =
      clause.word === 'whose' || clause.word === '' ? '' : wordsOf(context, clause.body + 1, group.first - 1, null);
    if (doer !== '' && !ADVERBS_ONLY.test(doer)) return resolve(context, clause, doer);
    const head = antecedentOf(context, clause);
    const owned = clause.word === 'whose' ? wordsOf(context, clause.body + 1, group.first - 1, null) : '';
    return head && `${explainOwner(head, context.referents)}${owned && `’s ${owned}`}`;
  }
  const to = group.first - 1;
  const from = skipLead(context, clause.body, to);
  if (from > to) {
    const parent = clause.parent === null ? undefined : clauses[clause.parent];
    const accused = group.charge && parent?.group && accusedBy(context, parent, clause);
    if (accused) return accused;
    const shares = clause.link === 'and' || group.gerund;
    // "It said dozens had died and acknowledged …": who goes on speaking is who spoke.
    const spoke =
      parent?.link === 'that' && parent.parent !== null && isFrame(tokens, clause) ? clauses[parent.parent] : parent;
    return spoke && spoke !== clause && shares ? subjectOf(context, spoke) : null;
  }
  const whole = wordsOf(context, from, to, clause.hole).replace(OPENING_PHRASE, '');
  if (isSame(tokens, from)) return sameOf(context, clause, whole);
  const told = withoutAside(withoutDated(context, to, whole));
  // "A hearing on whether she is fit": without the question it is on nothing.
  const words = clause.hole ? told.replace(/\s(?:on|over|about|into|of|to)$/, '') : told;
  return resolve(context, clause, words);
}

/** "A court jailed two officers for …": whom the charge is brought against; null where the subject answers for itself. */
function accusedBy(context: SubjectContext, { group }: Clause, charge: Clause): string | null {
  if (!group || group.passive || /^(?:admit|deny|confess|plead)$/.test(group.lemma)) return null;
  const words =
    wordsOf(context, group.last + 1, charge.first - 2, null).split(/\s(?:to|on|in|at|with|for|of)\s/)[0] ?? '';
  return words !== '' && !isPronoun(words) && !/^(?:him|her|them|guilty)$/.test(words) ? words : null;
}

/** What a relative pronoun stands for: the noun phrase before it; null where there is none. */
export function antecedentOf(context: SubjectContext, clause: Clause): string | null {
  const { tokens, clauses } = context;
  // "who rose from the streets and whose speech made him known": of one and the same.
  const parent = clauses[clause.parent ?? -1];
  if (clause.body > clause.first && parent?.link === 'who' && parent !== clause) return antecedentOf(context, parent);
  // "The ports of Houston and Freeport, closed since Sunday, will reopen": all that stands before it.
  if (clause.group?.reduced && parent?.hole?.[0] === clause.first) {
    const to = clause.first - 1;
    return withoutAside(wordsOf(context, skipLead(context, parent.body, to), to, null)) || null;
  }
  const before = clause.first - (prepositionBefore(context, clause) ? 1 : 0);
  const noun = before - (tokens[before - 1]?.lower === ',' ? 2 : 1);
  if (noun < 0) return null;
  let first = phraseStart(tokens, noun);
  // "bombings in Istanbul that killed 44", "a visit to Rome that was put off": without a comma it is not the town that did; "the city of Homs, which" is one name.
  const closed = noun === before - 1 && /^(?:that|which)$/.test(clause.word);
  const joint = closed
    ? /^(?:in|at|near|on|across|outside|of|to|with|against|between)$/
    : clause.word === 'who' && isCapital(tokens[first])
      ? // "firefighters from Chile, who landed": no country did.
        /^(?:of|from)$/
      : /^of$/;
  // "photographs of a smiling man, whom he had met": no place has an article of that kind.
  const somebody = /^whom?$/.test(clause.word) && /^an?$/.test(tokens[first]?.lower ?? '');
  if (isCapital(tokens[noun]) && !somebody && joint.test(tokens[first - 1]?.lower ?? '') && first > 1)
    first = phraseStart(tokens, first - 2);
  // "Jacob Zuma, a former president who": the name is the one that is told of.
  const name =
    tokens[first - 1]?.lower === ',' && /^(?:an?|the)$/.test(tokens[first]?.lower ?? '')
      ? nameBefore(tokens, first - 1)
      : null;
  if (name !== null) return wordsOf(context, name, first - 2, null) || null;
  return wordsOf(context, first, noun, null) || null;
}

/** "riots [in] which": the preposition that belongs to the relative pronoun; empty where there is none. */
export const prepositionBefore = ({ tokens }: Pick<SubjectContext, 'tokens'>, clause: Clause): string =>
  clause.link === 'who' &&
  /^(?:which|whom)$/.test(clause.word) &&
  /^(?:in|at|on|by|during|from|for|with|after|under)$/.test(tokens[clause.first - 1]?.lower ?? '')
    ? (tokens[clause.first - 1]?.lower ?? '')
    : '';

/** Where the name of somebody that ends before a comma begins, if it opens its clause; null where there is none. */
function nameBefore(tokens: readonly Token[], comma: number): number | null {
  let first = comma;
  while (first > 0 && isCapital(tokens[first - 1])) first -= 1;
  const opens =
    first === 0 ||
    tokens[first - 1]?.kind === 'mark' ||
    /^(?:and|but|that|when|as|while)$/.test(tokens[first - 1]?.lower ?? '');
  return comma - first >= 2 && opens ? first : null;
}

/** True for "a campaign that the rebels opened": the clause has a subject of its own beside the pronoun. */
export function isObjectRelative(context: SubjectContext, clause: Clause): boolean {
  if (clause.link !== 'who' || !/^(?:that|which|whom)$/.test(clause.word)) return false;
  const head = antecedentOf(context, clause);
  const subject = subjectOf(context, clause);
  return subject !== head && !(head !== null && subject === explainOwner(head, context.referents));
}

/** Adverbs may stand between the relative pronoun and its verb. */
const ADVERBS_ONLY =
  /^(?:(?:also|first|last|later|then|already|now|still|just|once|soon|never|only|recently|reportedly|\p{Ll}{1,16}ly)(?:\s|$)){1,6}$/u;

function resolve(context: SubjectContext, clause: Clause, given: string): string | null {
  const words = given.replace(ADVERB_BEHIND, '');
  if (words === '') return null;
  if (!isPronoun(words)) return ofThem(context, clause, words) ?? explainOwner(words, context.referents);
  const { clauses } = context;
  const pronoun = PRONOUN.exec(words)?.groups?.pronoun ?? words;
  // "It was announced in Bern": the agreement, not who agreed.
  if (/^it$/i.test(pronoun) && clause.group?.passive && isTold(clause.group.lemma)) return null;
  // "They said they had withdrawn": the speaker.
  const frame = clause.link === 'that' && clause.parent !== null ? clauses[clause.parent] : undefined;
  // "fell ill after he arrived": of one sentence, the subject before.
  const above = clause.parent !== null && BELOW.has(clause.link) ? clauses[clause.parent] : undefined;
  return (
    (above && apposition(context, above, clause)) ??
    (frame && speakerAs(pronoun, subjectOf(context, frame))) ??
    (above && agreeing(pronoun, subjectOf(context, above))) ??
    referentOf(context.referents, pronoun) ??
    (/^(?:he|she)$/i.test(pronoun) ? titledBefore(context, clause.first) : null)
  );
}

/** "Schools remain shut; three of them will open": those that the sentence has named; null where it names no such. */
function ofThem({ clauses, ...context }: SubjectContext, clause: Clause, words: string): string | null {
  const before = clauses[clauses.indexOf(clause) - 1];
  const many = before && / of them$/i.test(words) ? subjectOf({ clauses, ...context }, before) : null;
  return many && agrees('they', many) && !/\sand\s/.test(many)
    ? words.replace(
        /them$/i,
        `the ${/^(?:the|these|those)\s(?<rest>.+)$/i.exec(many)?.groups?.rest ?? lowerFirst(many)}`,
      )
    : null;
}

/** "those of another", "that of January" */
const isSame = (tokens: readonly Token[], at: number): boolean =>
  /^(?:those|that)$/.test(lowerAt(tokens, at)) && lowerAt(tokens, at + 1) === 'of';

/**
 * "Shares of one firm fell and those of another rose": the noun of the subject before; "The fire of December killed nine.
 * That of January burned homes.": of the sentence before, with its time cut out of both.
 */
function sameOf(context: SubjectContext, clause: Clause, words: string): string | null {
  const before = context.clauses[clause.parent ?? -1];
  const { thing, many } = context.referents;
  const told = /^that/i.test(words) ? thing : many;
  const subject = before && before !== clause ? subjectOf(context, before) : told;
  const timed = !/\sof\s/.test(words);
  const noun = /^(?<noun>.{2,40}?)\sof\s/.exec(subject ?? '')?.groups?.noun ?? (timed ? subject : null);
  return noun ? words.replace(/^(?:those|that)(?:\sof$)?/i, noun) : null;
}

const isTold = (lemma: string) => /^(?:announce|confirm|reveal|disclose)$/.test(lemma);

/** "She also pledged", "The minister later resigned": adverbs before the verb are no part of its subject. */
const ADVERB_BEHIND =
  /\s(?:also|then|later|now|already|still|just|even|once|soon|earlier|again|reportedly|allegedly|previously|immediately|recently|eventually|finally|initially|originally|probably|apparently|subsequently|quickly|only|first|first\s(?:ever|also))$/;

/** "55 km from Aleppo, itself a stronghold until it fell": what the aside is about, not the subject of the sentence. */
function apposition(context: SubjectContext, above: Clause, clause: Clause): string | null {
  const { tokens } = context;
  for (let i = clause.first - 1; i > (above.group?.last ?? above.first) + 1; i -= 1) {
    if (!/^(?:it|him|her|them)sel(?:f|ves)$/.test(tokens[i]?.lower ?? '') || tokens[i - 1]?.lower !== ',') continue;
    return wordsOf(context, phraseStart(tokens, i - 2), i - 2, null);
  }
  return null;
}

const BELOW = new Set<Clause['link']>(['and', 'who', 'when', 'since', 'until', 'because']);

/** "The warrant issued on Monday": without its time the participle at the end would be taken for the verb. */
function withoutDated({ tokens, times }: SubjectContext, to: number, words: string): string {
  const end = tokens[to]?.end ?? 0;
  const last = / (?<word>\p{Ll}{3,20})$/u.exec(words)?.groups?.word;
  if (!last || !times.some((timex) => timex.start < end && timex.end >= end)) return words;
  return verbNamed(last, last)?.participle ? words.slice(0, -last.length - 1) : words;
}

/** "Sahin, 35," and "Toni Kroos, the midfielder,": a name without what is told of it; a list stays whole. */
function withoutAside(subject: string): string {
  const { name, aside } = /^(?<name>[^,]{3,60}),\s(?<aside>.{1,300})$/u.exec(subject)?.groups ?? {};
  if (!name || !aside || /\band\s+\p{Lu}/u.test(aside) || /^(?:the|a|an)$/i.test(name)) return subject;
  // "A four-week, phased closure": two adjectives of one noun.
  const told =
    /^(?:\p{Lu}|\d|(?:the|a|an|its|his|her|their|one|two|who|which|that|where|aged|among|formerly|now|then|both|also|including)\s)/u.test(
      aside,
    );
  // "a general, Salifou Mody": the name says more.
  if (/^an?\s\p{Ll}/iu.test(name) && /^(?:\p{Lu}[\p{L}.'’-]{1,20}\s){1,3}\p{Lu}[\p{L}.'’-]{1,20}$/u.test(aside))
    return aside;
  // "The club's last, Vega,": of what it is the last, the name alone says.
  if (/[’']s?\s(?:last|first|latest|second|third|only|\p{Ll}{2,12}est)$/u.test(name) && /^\p{Lu}/u.test(aside))
    return aside;
  // "A Swiss firm, vego,": a name in small letters.
  if (/^an?\s\p{Ll}/iu.test(name) && !/\s/.test(aside) && !isPronoun(aside)) return name;
  return told || PARTICIPIAL.test(aside) || /(?:^|\s)\p{Lu}[^\s]{0,30}$/u.test(name) ? name : subject;
}

/** The words of a subject with its aside: "Sri Lanka's president, Gotabaya Rajapaksa". */
export function fullSubjectOf(context: SubjectContext, clause: Clause): string | null {
  const { group } = clause;
  if (!group || subjectOf(context, clause) === null) return null;
  const from = skipLead(context, clause.body, group.first - 1);
  return (
    wordsOf(context, from, group.first - 1, clause.hole)
      .replace(OPENING_PHRASE, '')
      // "the rebels already held": many, whatever stands before the verb.
      .replace(/(?<=s)\s(?:already|still|now|then|later)$/, '')
  );
}
