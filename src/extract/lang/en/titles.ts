import { lowerAt, type Token } from '../../tokens.ts';
import type { Clause } from './clauses.ts';
import { isFrame } from './frames.ts';
import type { Happening } from './happenings.ts';
import { agrees } from './referents.ts';
import { antecedentOf, isObjectRelative, prepositionBefore, type SubjectContext, subjectOf } from './subjects.ts';
import { EMPTY_OPENING, LOOSE_END, LOOSE_PLAN, MEASURE_TAIL, SPEAKER_TAIL } from './title-words.ts';
import { pastOf } from './verb-forms.ts';
import type { VerbGroup } from './verb-groups.ts';
import { isAuxiliary, isPreposition } from './verb-words.ts';
import { wordsOf } from './words-of.ts';

/** What a title may be as long as, in characters: a line of a phone, twice. */
const LONGEST = 90;

/** Words before which a title may end. */
const JOINTS =
  /\s(?:after|as|while|and|but|in|on|at|with|for|from|to|by|amid|following|during|including|because|due|where|which|who|that|when|against|over|into|despite|under|through|of)\s/g;

/** What surrounds a happening that its title needs. */
export interface TitleContext extends SubjectContext {
  /** What "the city" or "the country" stands for here, by its words. */
  named: ReadonlyMap<RegExp, string>;
}

/**
 * The clause's own words as a headline: subject, verb and what belongs to it, without time, attribution and asides. A pronoun
 * that nothing explains is left out ("Filed for bankruptcy in Delaware"). Null where not even two words remain.
 */
export function makeTitle(context: TitleContext, happening: Happening): string | null {
  const clause = context.clauses[happening.clause];
  if (!clause) return null;
  const words = happening.gap
    ? gapWords(context, clause, happening.gap)
    : happening.kind === 'noun'
      ? wordsOf(context, happening.first, happening.last, null)
      : clauseWords(context, clause, happening.last);
  if (words === null) return null;
  const whole = polish(shorten(explain(words.trim(), context.named)));
  const title = isToldOf(context, clause) ? whole.replace(APPOSITION_TAIL, '') : whole;
  return title.includes(' ') && !EMPTY_OPENING.test(title) ? title : null;
}

/** The verb of the clause between its subject and the name that it goes on to. */
function gapWords(context: TitleContext, clause: Clause, gap: NonNullable<Happening['gap']>): string | null {
  if (!clause.group) return null;
  const verb = wordsOf(context, clause.group.first, clause.group.last, null);
  const name = wordsOf(context, gap.first, gap.last, null);
  return gap.role === 'subject' ? `${name} ${verb}` : `${subjectOf(context, clause) ?? ''} ${verb} ${name}`;
}

function clauseWords(context: TitleContext, clause: Clause, last: number): string | null {
  if (!clause.group) return wordsOf(context, clause.body, last, clause.hole);
  if (isExistential(context.tokens, clause.group)) return wordsOf(context, clause.group.last + 1, last, clause.hole);
  const subject = shortSubject(subjectOf(context, clause) ?? '');
  const words = ownedBy(context, clause, subject, predicate(context, clause, last, subject));
  return opensNext(context, clause) ? words.replace(NEXT_SUBJECT, '') : words;
}

/** "will launch Lynx, a craft that …": without what "that" tells, "a craft" says nothing. */
const isToldOf = ({ clauses }: TitleContext, clause: Clause): boolean => {
  const at = clauses.indexOf(clause);
  return clauses.some(({ parent, link, word }) => parent === at && link === 'who' && /^(?:that|who|which)$/.test(word));
};
const APPOSITION_TAIL = /(?<=\p{Lu}[^\s,]{0,30}),\s(?:an?|the|one)(?:\s[\p{Ll}\d-]{1,20}){1,4}$/u;

/** "There were clashes in Homs": what there was. */
export const isExistential = (tokens: readonly Token[], { first, lemma }: VerbGroup): boolean =>
  lemma === 'be' && lowerAt(tokens, first - 1) === 'there';

/** "The airport is shut, and the players, who won on Saturday, are waiting": whom a relative clause follows opens the next clause. */
const opensNext = ({ clauses }: TitleContext, clause: Clause): boolean => {
  const at = clauses.indexOf(clause) + 1;
  const next = clauses[at];
  if (next?.link !== 'who' || next.first <= clause.last) return false;
  // "…, and the bodies that were found were buried": so does what "that" is told of, where a verb of its own follows.
  return /^(?:who|which|whose)$/.test(next.word) || (next.word === 'that' && clauses[at + 1]?.parent === at);
};
const NEXT_SUBJECT = /,\s(?:and|but)\s(?:\p{Lu}|the\s|its\s|his\s|her\s|their\s)[^,]{2,60}$/u;

/** "France …, after protesters attacked its embassy": many people are no "it"; what is theirs is that of the clause above. */
function ownedBy(context: TitleContext, clause: Clause, subject: string, words: string): string {
  const over = clause.parent === null ? undefined : context.clauses[clause.parent];
  // "…, its foreign ministry said, after protesters attacked its embassy": who says so stands between.
  const above = over && isFrame(context.tokens, over) ? context.clauses[over.parent ?? 0] : over;
  if (!above || above === clause || subject === '' || agrees('it', subject)) return words;
  const owner = subjectOf(context, above);
  if (owner === null || owner.length > LONGEST_OWNER || !agrees('it', owner) || words.includes(owner)) return words;
  return words.replace(/\bits\s(?=\p{Ll})/u, `${owner}${/s$/.test(owner) ? '’' : '’s'} `);
}

const LONGEST_OWNER = 30;

/** The words of a clause with its subject. */
function predicate(context: TitleContext, clause: Clause, last: number, subject: string): string {
  const { group } = clause;
  if (!group) return subject;
  if (group.subject) return `${subject} expected to ${wordsOf(context, group.last, last, clause.hole)}`;
  if (group.gerund) return `${subject} ${pastOf(group.lemma)} ${wordsOf(context, group.last + 1, last, clause.hole)}`;
  if (isObjectRelative(context, clause)) {
    // "a campaign that the rebels opened on Friday": The rebels opened a campaign.
    const verb = wordsOf(context, group.first, group.last, null);
    const object = (antecedentOf(context, clause) ?? '').replace(/^(?:The|A|An)(?=\s)/, (article) =>
      article.toLowerCase(),
    );
    const rest = wordsOf(context, group.last + 1, last, clause.hole);
    const preposition = prepositionBefore(context, clause);
    return preposition ? `${subject} ${verb} ${rest} ${preposition} ${object}` : `${subject} ${verb} ${object} ${rest}`;
  }
  // "was jailed for killing her husband": what it was for belongs to it.
  const charge = context.clauses[context.clauses.indexOf(clause) + 1];
  const to = charge?.group?.charge ? charge.last : last;
  const whole = `${subject} ${wordsOf(context, subject === '' ? verbOf(context, group) : group.first, to, clause.hole)}`;
  return whole.length > LONGEST ? (withoutSetting(context, clause, subject, to) ?? whole) : whole;
}

/** "announced on national television that …": what is announced matters more than where. Null where nothing stands between. */
function withoutSetting(context: TitleContext, clause: Clause, subject: string, last: number): string | null {
  const { tokens, clauses } = context;
  const said = clauses[clauses.indexOf(clause) + 1];
  const { group } = clause;
  if (!group || said?.link !== 'that' || said.word !== 'that' || last < said.last) return null;
  if (said.first <= group.last + 1 || !isPreposition(tokens[group.last + 1])) return null;
  return `${subject} ${wordsOf(context, group.first, group.last, null)} ${wordsOf(context, said.first, last, null)}`;
}

/** "Sentenced to ten years", not "Was sentenced": without its subject a passive goes without its auxiliaries. */
const verbOf = ({ tokens }: TitleContext, { first, last, passive }: VerbGroup): number =>
  passive && isAuxiliary(tokens[first]) ? last : first;

/** A subject that would leave no room for its verb goes without what follows its noun. */
function shortSubject(subject: string): string {
  if (subject.length <= LONGEST_SUBJECT) return subject;
  const joint = [...subject.matchAll(JOINTS)].findLast(
    ({ index, 0: word }) => index > 20 && index <= LONGEST_SUBJECT && !/ (?:of|and|or) /.test(word),
  );
  return joint ? subject.slice(0, joint.index).replace(/,$/, '') : subject;
}

const LONGEST_SUBJECT = 62;

/** "the city" by its name, where the title would not say which. */
function explain(words: string, named: ReadonlyMap<RegExp, string>): string {
  let explained = words;
  for (const [phrase, name] of named) {
    if (!explained.includes(name)) explained = explained.replace(phrase, name);
  }
  return explained;
}

function shorten(words: string): string {
  let short = words.replace(SPEAKER_TAIL, '').replace(MEASURE_TAIL, '');
  short = short.replace(/,\s(?:including|such as|among them)\s[^,]*$/, '');
  // "…; Gilbert": what a second clause began with says nothing.
  short = short.replace(/(?<=.{20});\s(?:\S{1,20}\s){0,2}\S{1,20}$/, '');
  // What it led to, asides between commas and dashes, and what follows the last comma, go first.
  short = short
    .replace(/\s(?:-{2,3}|[—–_-])\s[^—–]{3,200}\s(?:-{2,3}|[—–_-])(?=\s)/, '')
    .replace(/\s(?:-{2,3}|[—–_-])\s.{0,400}$/, '');
  if (short.length > LONGEST) short = short.replace(/,\s(?:\p{Ll}{1,12}ly\s)?\p{Ll}{1,12}ing\s.{0,400}$/u, '');
  if (short.length > LONGEST) short = short.replace(/,\s(?!\p{Lu}[^,]{0,40}\sand\s)[^,]{3,90},(?=\s)/u, '');
  if (short.length > LONGEST) {
    const comma = short.lastIndexOf(', ', LONGEST);
    if (comma > 30) short = short.slice(0, comma);
  }
  if (short.length > LONGEST) {
    // "would be regarded as a declaration of war": what it is regarded as cannot go.
    const joints = [...short.matchAll(JOINTS)].filter(
      ({ index, 0: word }) => index <= LONGEST && !(word === ' as ' && TAKEN_AS.test(short.slice(0, index))),
    );
    const joint =
      joints.findLast(({ index, 0: word }) => index > 45 && word !== ' of ') ??
      joints.findLast(({ index }) => index > 30);
    // "appealed to him to hand over": without what follows, the purpose says nothing.
    if (joint) short = short.slice(0, joint.index).replace(/(?<=.{30}) to \p{Ll}{2,14}$/u, '');
  }
  if (short.length > LONGEST) short = `${short.slice(0, short.lastIndexOf(' ', LONGEST))} …`;
  return short;
}

const TAKEN_AS =
  /\b(?:regarded|seen|viewed|known|described|treated|considered|named|chosen|elected|serve|served|serving|act|acted)$/;

/** Quotation marks without their partner go; the first letter is a capital, and no stop ends it. */
function polish(words: string): string {
  let title = words
    .replace(/[\s,;:.–—-]{1,9}$/, '')
    .replace(/\s{2,}/g, ' ')
    .trim();
  if ((title.match(/“/g)?.length ?? 0) !== (title.match(/”/g)?.length ?? 0))
    title = title.replace(/[“”]/g, '').replace(/\s{2,}/g, ' ');
  if ((title.match(/"/g)?.length ?? 0) % 2 === 1) title = title.replaceAll('"', '');
  for (let before = ''; before !== title; ) {
    before = title;
    title = title
      .replace(LOOSE_END, '')
      .replace(LOOSE_PLAN, '')
      .replace(/[\s,;:.–—-]{1,9}$/, '');
  }
  return title.charAt(0).toUpperCase() + title.slice(1);
}
