import type { Timex } from '../../../types.ts';
import type { Token } from '../../tokens.ts';
import { type Clause, isFrame } from './clauses.ts';
import { type Happening, phraseStart } from './happenings.ts';
import { agrees, type Referents, referentOf } from './referents.ts';
import { LEADING, MEASURE_TAIL, SPEAKER_TAIL, TIME_LEAD, TIME_TAIL } from './title-words.ts';
import { pastOf } from './verb-forms.ts';

/** What a title may be as long as, in characters: a line of a phone, twice. */
const LONGEST = 90;

/** What surrounds a happening that its title needs. */
export interface TitleContext {
  text: string;
  tokens: readonly Token[];
  clauses: readonly Clause[];
  /** The dates of the sentence: they stand beside the title, not in it. */
  times: readonly Timex[];
  /** What "it", "they" and "he" stand for. */
  referents: Referents;
  /** What "the city" or "the country" stands for here, by its words. */
  named: ReadonlyMap<string, string>;
}

export type SubjectContext = Pick<TitleContext, 'text' | 'tokens' | 'clauses' | 'times' | 'referents'>;

/**
 * The clause's own words as a headline: subject, verb and what belongs to it, without time, attribution and asides. A pronoun
 * that nothing explains is left out ("Filed for bankruptcy in Delaware"). Null where not even two words remain.
 */
export function makeTitle(context: TitleContext, happening: Happening): string | null {
  const clause = context.clauses[happening.clause];
  if (!clause) return null;
  const words =
    happening.kind === 'noun'
      ? cut(context, happening.first, happening.last, null)
      : clauseWords(context, clause, happening.last);
  if (words === null) return null;
  const title = polish(shorten(explain(words.trim(), context.named)));
  return title.includes(' ') ? title : null;
}

/** The words of a subject with its aside: "Sri Lanka's president, Gotabaya Rajapaksa". */
export function fullSubjectOf(context: SubjectContext, clause: Clause): string | null {
  const { group } = clause;
  if (!group || subjectOf(context, clause) === null) return null;
  return cut(context, skipLead(context, clause.body, group.first - 1), group.first - 1, clause.hole);
}

/** The words of the subject of a clause, or of what its relative pronoun or "and" stands for; null without a noun. */
export function subjectOf(context: SubjectContext, clause: Clause): string | null {
  const { tokens, clauses } = context;
  const { group } = clause;
  if (!group) return null;
  if (group.subject) return cut(context, group.subject[0], group.subject[1], null);
  if (clause.link === 'who' && clause.word !== 'where') {
    const noun = clause.first - (tokens[clause.first - 1]?.lower === ',' ? 2 : 1);
    const head = noun < 0 ? '' : cut(context, phraseStart(tokens, noun), noun, null);
    const owned = clause.word === 'whose' ? cut(context, clause.first + 1, group.first - 1, null) : '';
    return head === '' ? null : `${head}${owned && `’s ${owned}`}`;
  }
  const to = group.first - 1;
  const from = skipLead(context, clause.body, to);
  if (from > to) {
    const parent = clause.parent === null ? undefined : clauses[clause.parent];
    const shares = clause.link === 'and' || group.gerund;
    // "It said dozens had died and acknowledged …": who goes on speaking is who spoke.
    const spoke =
      parent?.link === 'that' && parent.parent !== null && isFrame(tokens, clause) ? clauses[parent.parent] : parent;
    return spoke && spoke !== clause && shares ? subjectOf(context, spoke) : null;
  }
  const words = withoutAside(cut(context, from, to, clause.hole));
  if (PRONOUN.test(words)) {
    const pronoun = PRONOUN.exec(words)?.groups?.pronoun ?? words;
    // "They said they had withdrawn": the speaker.
    const frame = clause.link === 'that' && clause.parent !== null ? clauses[clause.parent] : undefined;
    // "fell ill after he arrived": of one sentence, the subject before.
    const above = clause.parent !== null && BELOW.has(clause.link) ? clauses[clause.parent] : undefined;
    return (
      (above && apposition(context, above, clause)) ??
      (frame && subjectOf(context, frame)) ??
      (above && agreeing(pronoun, subjectOf(context, above))) ??
      referentOf(context.referents, pronoun)
    );
  }
  return words === '' ? null : words;
}

const agreeing = (pronoun: string, subject: string | null) =>
  subject !== null && agrees(pronoun, subject) ? subject : null;

/** "55 km from Aleppo, itself a stronghold until it fell": what the aside is about, not the subject of the sentence. */
function apposition(context: SubjectContext, above: Clause, clause: Clause): string | null {
  const { tokens } = context;
  for (let i = clause.first - 1; i > (above.group?.last ?? above.first) + 1; i -= 1) {
    if (!/^(?:it|him|her|them)sel(?:f|ves)$/.test(tokens[i]?.lower ?? '') || tokens[i - 1]?.lower !== ',') continue;
    return cut(context, phraseStart(tokens, i - 2), i - 2, null);
  }
  return null;
}

const BELOW = new Set<Clause['link']>(['and', 'when', 'since', 'until', 'because']);

/** A subject that is a pronoun, maybe behind an opening phrase: "For Dortmund it …". */
export const PRONOUN =
  /^(?:.*\s)?(?<pronoun>it|they|he|she|we|i|you)$|^(?:this|that|these|those|who|which|there|both|all|others|some|many|one)$/i;

/** "Sahin, 35," and "Toni Kroos, the midfielder,": a name without what is told of it; a list stays whole. */
function withoutAside(subject: string): string {
  const { name, aside } = /^(?<name>[^,]{3,60}),\s(?<aside>.+)$/u.exec(subject)?.groups ?? {};
  return name && aside && !/\band\s+\p{Lu}/u.test(aside) && !/^(?:the|a|an)$/i.test(name) ? name : subject;
}

function clauseWords(context: TitleContext, clause: Clause, last: number): string | null {
  const { group } = clause;
  if (!group) return cut(context, clause.body, last, clause.hole);
  const subject = subjectOf(context, clause) ?? '';
  if (group.subject) return `${subject} expected to ${cut(context, group.last, last, clause.hole)}`;
  if (group.gerund) return `${subject} ${pastOf(group.lemma)} ${cut(context, group.last + 1, last, clause.hole)}`;
  return `${subject} ${cut(context, group.first, last, clause.hole)}`;
}

/** Past "On Saturday," and "According to SOHR,": the subject begins behind the comma. */
function skipLead({ tokens, times }: Pick<TitleContext, 'tokens' | 'times'>, from: number, to: number): number {
  let start = from;
  while (start < to && (/^(?:but|and|so|yet|or)$/.test(tokens[start]?.lower ?? '') || tokens[start]?.kind === 'mark'))
    start += 1;
  for (let i = start; i < to; i += 1) {
    if (tokens[i]?.lower !== ',') continue;
    const opening = tokens[start]?.lower ?? '';
    const timed = times.some(
      (timex) => timex.end > (tokens[start]?.start ?? 0) && timex.start < (tokens[i]?.start ?? 0),
    );
    if (LEADING.has(opening) || (timed && i - start < 8)) start = i + 1;
    else break;
  }
  while (
    start <= to &&
    (LEADING.has(tokens[start]?.lower ?? '') || tokens[start]?.kind === 'mark') &&
    tokens[start + 1]?.lower !== 'of'
  ) {
    if (!/^(?:but|and|so|yet|also|then|meanwhile|however|later|earlier|“|"|”|,)$/.test(tokens[start]?.lower ?? ''))
      break;
    start += 1;
  }
  return start;
}

/** Tokens `first` to `last` as text, without a hole and without times and their prepositions. */
function cut(
  context: Pick<TitleContext, 'text' | 'tokens' | 'times'>,
  first: number,
  last: number,
  hole: Clause['hole'],
): string {
  const { text, tokens, times } = context;
  const parts: string[] = [];
  let start: number | null = null;
  let end = 0;
  const flush = () => {
    if (start !== null) parts.push(text.slice(start, end));
    start = null;
  };
  for (let i = first; i <= last; i += 1) {
    const token = tokens[i];
    if (!token) break;
    const inHole = hole && i >= hole[0] && i <= hole[1];
    const timed = times.some((timex) => token.start < timex.end && token.end > timex.start && !isModifier(text, timex));
    if (inHole || timed) {
      flush();
      if (timed && parts.length > 0) parts.push(parts.pop()?.replace(TIME_TAIL, '') ?? '');
      continue;
    }
    start ??= token.start;
    end = token.end;
  }
  flush();
  return parts
    .join(' ')
    .replace(TIME_LEAD, '')
    .replace(/\s*\([^)]*\)/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,.;:!?’'”])/g, '')
    .replace(/^[\s,.;:]+|[\s,;:]+$/g, '');
}

/** "an overnight curfew": without the time the article would be left alone. */
const isModifier = (text: string, { start, end }: Timex) =>
  /\b(?:a|an|the)\s$/i.test(text.slice(start - 5, start)) &&
  /^\s\p{L}/u.test(text.slice(end, end + 2)) &&
  !/\b(?:of|in|on)\s(?:a|an|the)\s$/i.test(text.slice(start - 9, start));

/** "the city" by its name, where the title would not say which. */
function explain(words: string, named: ReadonlyMap<string, string>): string {
  let explained = words;
  for (const [phrase, name] of named) {
    if (!explained.includes(name)) explained = explained.replace(new RegExp(`\\b${phrase}\\b`, 'i'), name);
  }
  return explained;
}

function shorten(words: string): string {
  let short = words.replace(SPEAKER_TAIL, '').replace(MEASURE_TAIL, '');
  short = short.replace(/,\s(?:including|such as|among them)\s[^,]*$/, '');
  // What it led to, asides between commas, and what follows the last comma, go first.
  if (short.length > LONGEST) short = short.replace(/,\s(?:\p{Ll}+ly\s)?\p{Ll}+ing\s.*$/u, '');
  if (short.length > LONGEST) short = short.replace(/,\s[^,]{3,90},(?=\s)/, '');
  if (short.length > LONGEST) {
    const comma = short.lastIndexOf(', ', LONGEST);
    if (comma > 30) short = short.slice(0, comma);
  }
  if (short.length > LONGEST) {
    const joints = [
      ...short.matchAll(/\s(?:after|as|while|and|but|in|on|at|with|for|from|to|by|amid|following|during|including)\s/g),
    ];
    const joint = joints.findLast(({ index }) => index <= LONGEST && index > 35);
    if (joint) short = short.slice(0, joint.index);
  }
  if (short.length > LONGEST) short = `${short.slice(0, short.lastIndexOf(' ', LONGEST))} …`;
  return short;
}

/** Quotation marks without their partner go; the first letter is a capital, and no stop ends it. */
function polish(words: string): string {
  let title = words
    .replace(/[\s,;:.–—-]+$/, '')
    .replace(/\s{2,}/g, ' ')
    .trim();
  if ((title.match(/“/g)?.length ?? 0) !== (title.match(/”/g)?.length ?? 0))
    title = title.replace(/[“”]/g, '').replace(/\s{2,}/g, ' ');
  if ((title.match(/"/g)?.length ?? 0) % 2 === 1) title = title.replaceAll('"', '');
  title = title
    .replace(/\s+(?:and|but|or|as|while|after|that|which|who|in|on|at|of|to|the|a|an|by|with|for|from)$/i, '')
    .trim();
  return title.charAt(0).toUpperCase() + title.slice(1);
}
