import type { Report, Timex } from '../../../types.ts';
import { edtfOf, shiftDay } from '../../edtf.ts';
import { isAhead, isBackground, reaches, spanOf } from '../../news-days.ts';
import type { Located, Reading } from '../../reading.ts';
import type { Token } from '../../tokens.ts';
import { findActors } from './actors.ts';
import { findVoice, statusOf, type Voice } from './attribution.ts';
import { categoryOf } from './categories.ts';
import type { Clause } from './clauses.ts';
import type { Dated } from './dating.ts';
import { findFigures } from './figures.ts';
import type { Happening } from './happenings.ts';
import { CANCELLING_SENSE, SOFT_SENSES, senseOfVerb } from './senses.ts';
import { subjectOf } from './subjects.ts';
import { isExistential, makeTitle, type TitleContext } from './titles.ts';
import type { VerbGroup } from './verb-groups.ts';
import { startsWithVerb } from './verbs.ts';

/**
 * One happening as a report; null for what is not told as done or planned: denied, conditional, argued in direct speech,
 * always so. `all` are the happenings of its sentence.
 */
export function readHappening(
  reading: Reading,
  context: TitleContext,
  { happening, timex, edtf }: Dated,
  located: Located | null,
  all: readonly Dated[],
): Report | null {
  const { article, tokens, dct, thread, sentence } = reading;
  const clause = context.clauses[happening.clause];
  if (!clause || isDirectSpeech(tokens, clause, happening.trigger)) return null;
  const verb = happening.kind === 'verb' ? clause.group : null;
  const voice = findVoice(context, happening.clause);
  const background = edtf !== null && isBackground(edtf, dct);
  const ahead = edtf !== null && isAhead(edtf, dct);
  const planned =
    ahead || ((verb?.intended === true || verb?.tense === 'future') && edtf !== null && reaches(edtf, dct));
  if (
    verb?.negated ||
    (verb && deniesSubject(tokens, clause)) ||
    verb?.charge === 'alleged' ||
    clause.link === 'if' ||
    isConditional(tokens, context.clauses, happening.clause)
  )
    return null;
  // The simple present tells of what is always so, or of what is to come.
  if (verb?.tense === 'present' && !verb.perfect && !verb.passive && !(edtf !== null && reaches(edtf, dct)))
    return null;
  if (verb?.intended && !ahead && !(edtf !== null && reaches(edtf, dct))) return null;
  // What "will" be is not of a day gone by: the time is that of an aside.
  if (verb?.tense === 'future' && !verb.backshifted && edtf !== null && dct !== null && !reaches(edtf, dct))
    return null;
  if (edtf === null && !(verb && canStandUndated(verb, happening))) return null;
  if (edtf === null && verb && isLongBefore(tokens, verb, happening)) return null;
  const own = timex !== null && (holds(tokens, clause, timex) || isOpenedBy(tokens, clause, timex));
  const vague = happening.faint || !happening.sense;
  // "Crowds threw mud when they visited on Sunday": of the day of the clause below.
  const below = context.clauses.some(
    (other) =>
      other.parent === happening.clause && other.link === 'when' && timex !== null && holds(tokens, other, timex),
  );
  if (vague && !own && !below) return null;
  if (happening.faint && edtf !== null && spanOf(edtf) > 31) return null;
  const title = makeTitle(context, happening);
  // "Clashes in Homs" is no title without its subject where there were some.
  const headless = startsWithVerb(title ?? '') && !(verb && isExistential(tokens, verb));
  if (!title || (vague && (headless || PHRASE.test(title) || (background && !isTelling(title))))) return null;
  const first = tokens[happening.first];
  const last = tokens[lastWordOf(tokens, happening)];
  if (!first || !last) return null;
  const mixed = all.some((other) => other.edtf !== null && isBackground(other.edtf, dct));
  const aside = mixed || (thread.last?.background === true && thread.last.paragraph === sentence.paragraph);
  const loose =
    (clause.link === 'who' && clause.word !== 'where') ||
    clause.link === 'when' ||
    // "ruled that votes had been opened": told in what was ruled.
    (clause.link === 'that' && context.clauses[clause.parent ?? -1]?.group?.lemma === 'rule') ||
    clause.link === 'since' ||
    clause.link === 'until';
  const isLead = opensWith(reading, clause, happening);
  const report: Report = {
    article: article.id,
    source: article.source,
    start: first.start,
    end: last.end,
    quote: article.text.slice(first.start, last.end),
    title,
    edtf: edtf ?? (dct === null ? '' : recently(dct, thread.since, voice)),
    inferred: edtf === null,
    status: statusOf(voice, planned),
    category: categoryOf(happening, tokens, reading.topics, reading.category),
    place: located?.place ?? null,
    figures: findFigures(article.text, tokens, happening.first, happening.last),
    background,
    senses: happening.senses,
    actors: findActors(
      reading,
      happening,
      context.referents.person,
      happening.gap?.role === 'subject' ? null : subjectOf(context, clause),
    ),
    support:
      (happening.kind === 'noun' && !located && !background && BARE.test(title)) ||
      (happening.kind === 'noun' && !located && !background && isVague(edtf) && NEARLY_BARE.test(title)) ||
      isPutOff(context.clauses, clause) ||
      PHRASE.test(title) ||
      (edtf === null && CAME.test(title)) ||
      (clause.group?.gerund === true && !background) ||
      (!background && isBackdrop(tokens, context.clauses, clause)) ||
      (edtf === null &&
        ((aside && !isLead) ||
          loose ||
          (clause.link === 'and' && !isOwn(tokens, clause, located)) ||
          !happening.sense ||
          happening.faint ||
          happening.borrowed ||
          (!located && !isLead) ||
          voice.deniedBy !== undefined)),
    attribution: voice.attribution,
    deniedBy: voice.deniedBy,
    near: located?.near ? true : undefined,
    timex: timex ?? undefined,
    toponym: located?.toponym,
  };
  return report;
}

/** When something was of which no day is told: since the last that the article told, or the day before it was said. */
function recently(dct: string, since: string | null, { saidAt }: Voice): string {
  const to = saidAt?.to && saidAt.to < dct ? saidAt.to : dct;
  return edtfOf({ from: since !== null && since <= to ? since : shiftDay(to, -1), to });
}

/** "The announcement", "His arrest": what was told before, and says too little to stand alone. */
const BARE = /^(?:the|this|that|his|her|its|their)\s[\p{L}-]{1,30}$/iu;

/** "The disputed vote" of some day in a month: it will have been told of with its day. */
const NEARLY_BARE = /^[Tt]he\s\p{Ll}[\p{L}-]{1,30}\s\p{Ll}[\p{L}-]{1,30}$/u;

/** "The attack came": told by what stands around it. */
const CAME = /^(?:the|this|that|his|her|its|their)\s[\p{L}-]{1,30}\s(?:came|happened|occurred|took\splace)$/iu;

/** "In a letter published", "For the year ended": a phrase whose sentence went on with a verb that we do not know. */
const PHRASE = /^(?:in|for|with|to|from|during|amid|under|despite|by|on|after|before|as)\s/i;

/** "had been moved out before the launch": earlier than what is told, and nobody says when. */
const isLongBefore = (tokens: readonly Token[], { tense, perfect, last }: VerbGroup, happening: Happening): boolean =>
  tense === 'past' && perfect && tokens.slice(last + 1, happening.last + 1).some(({ lower }) => lower === 'before');

const isVague = (edtf: string | null) => edtf !== null && spanOf(edtf) > 7;

/** "put off a visit that was planned for this week": it was not made. */
const isPutOff = (clauses: readonly Clause[], { link, parent, group }: Clause): boolean =>
  link === 'who' &&
  /^(?:plan|schedule|set|slate|expect|due)$/.test(group?.lemma ?? '') &&
  senseOfVerb(clauses[parent ?? -1]?.group?.lemma ?? '')?.name === CANCELLING_SENSE;

/** How many sentences of an article may tell its news before naming a place. */
const OPENING = 3;

/** Categories of what a report hardly mentions by the way: somebody resigned, was jailed, was shot. */
const WEIGHTY = new Set(['politics', 'justice', 'crime', 'conflict', 'accident', 'disaster', 'protest']);

/** What an article opens with is its news, wherever it was; so is what is weighty in its first sentences. */
function opensWith({ thread }: Reading, clause: Clause, { kind, sense, borrowed }: Happening): boolean {
  if (clause.link !== 'main' || kind !== 'verb' || thread.sentence >= OPENING) return false;
  return (
    thread.sentence === 0 ||
    (!borrowed && sense !== null && WEIGHTY.has(sense.category) && !SOFT_SENSES.has(sense.name))
  );
}

/** "None of the lines had moved", "No casualties were reported", but "no fewer than ten died". */
function deniesSubject(tokens: readonly Token[], { body }: Clause): boolean {
  const [first, second] = [tokens[body]?.lower ?? '', tokens[body + 1]?.lower ?? ''];
  if (/^(?:none|nobody|neither|nothing)$/.test(first)) return true;
  return (
    tokens[body]?.text === (body === 0 ? 'No' : 'no') &&
    /^\p{Ll}{3,}$/u.test(second) &&
    !/^(?:fewer|less|sooner|longer)$/.test(second)
  );
}

/** "… when they visited on Sunday": a pronoun at work while the news happens above it. */
const isBackdrop = (tokens: readonly Token[], clauses: readonly Clause[], clause: Clause) =>
  /^(?:when|as|while)$/.test(clause.word) &&
  clauses[clause.parent ?? -1] !== undefined &&
  /^(?:it|they|he|she)$/.test(tokens[clause.body]?.lower ?? '');

/** True where the place stands in the clause itself rather than beside it. */
const isOwn = (tokens: readonly Token[], { first, last }: Clause, located: Located | null) =>
  located?.toponym !== undefined &&
  located.toponym.start >= (tokens[first]?.start ?? 0) &&
  located.toponym.end <= (tokens[last]?.end ?? 0);

/** "It will flood if the river rises": neither told nor planned. */
function isConditional(tokens: readonly Token[], clauses: readonly Clause[], index: number): boolean {
  const clause = clauses[index];
  const own = tokens
    .slice(clause?.first, (clause?.last ?? 0) + 1)
    .some(({ lower }) => lower === 'if' || lower === 'unless');
  return own || clauses.some(({ link, word, parent }) => link === 'if' && word !== 'whether' && parent === index);
}

/** What a verb of no known sense told of long ago must be said in full: no "it" or "him" at its end, not two words. */
const isTelling = (title: string) => title.split(' ').length > 3 && !/\s(?:it|him|her|them|so|this|that)$/.test(title);

const holds = (tokens: readonly Token[], { first, last }: Clause, timex: Timex) =>
  (tokens[first]?.start ?? 0) <= timex.start && timex.end <= (tokens[last]?.end ?? 0);

/** "on Wednesday, when the bank disclosed": the time stands before the clause, and is its own. */
const isOpenedBy = (tokens: readonly Token[], { first, word, group }: Clause, { end }: Timex) =>
  word === 'when' &&
  group?.tense === 'past' &&
  end <= (tokens[first]?.start ?? 0) &&
  (tokens[first]?.start ?? 0) - end <= 2;

/** Without a date we believe what is told as done: "have withdrawn", "was seized"; not "controls", "will", "could". */
function canStandUndated(verb: NonNullable<Clause['group']>, happening: Happening): boolean {
  return (
    happening.sense !== null && verb.tense !== 'future' && (verb.tense === 'past' || verb.perfect) && !verb.progressive
  );
}

/** Inside a quotation that is a sentence of its own, somebody argues; a quoted phrase is part of our clause. */
function isDirectSpeech(tokens: readonly Token[], clause: Clause, trigger: number): boolean {
  if (!tokens[trigger]?.quoted) return false;
  let open = trigger;
  while (open > 0 && tokens[open - 1]?.quoted) open -= 1;
  const mark = tokens[open];
  return open === 0 || open <= clause.body + 1 || /^\p{Lu}/u.test(tokens[open + 1]?.text ?? mark?.text ?? '');
}

/** Closing marks are no part of a quote. */
function lastWordOf(tokens: readonly Token[], { first, last }: Happening): number {
  let end = last;
  while (end > first && /^[,;:.—–-]$/.test(tokens[end]?.text ?? '')) end -= 1;
  return end;
}
