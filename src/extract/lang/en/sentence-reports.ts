import type { Report } from '../../../types.ts';
import { latestNews, spanOf } from '../../news-days.ts';
import type { Located, Reading, Thread } from '../../reading.ts';
import type { Token } from '../../tokens.ts';
import { readHappening } from './account.ts';
import { nameSpeaker } from './attribution.ts';
import { type Clause, splitClauses } from './clauses.ts';
import { type Dated, dateHappenings } from './dating.ts';
import { settleSense } from './field-senses.ts';
import { deniesTold } from './frames.ts';
import { findHappenings, type Happening } from './happenings.ts';
import { isCapital } from './lexicon.ts';
import { eachPlace } from './places-told.ts';
import { isPronoun, PRONOUN } from './pronouns.ts';
import { liveReferents, rememberSubject, updateMemory } from './referents.ts';
import { nounNamed, senseNamed } from './senses.ts';
import { antecedentOf, fullSubjectOf, subjectOf } from './subjects.ts';
import type { TitleContext } from './titles.ts';
import { locateAll, namesOf } from './where.ts';
import { wordClass } from './word-class.ts';

/** The reports of one sentence; what the next one needs of it goes into the thread of the reading. */
export function readSentence(reading: Reading): Report[] {
  const { article, sentence, tokens, thread, times } = reading;
  const clauses = splitClauses(tokens);
  const context: TitleContext = {
    text: article.text,
    tokens,
    clauses,
    times: times.filter(({ edtf }) => edtf !== null),
    referents: liveReferents(thread.memory, thread.sentence),
    subjects: new Map(),
    named: new Map(),
  };
  if (clauses.some((clause) => deniesTold(tokens, clause))) deny(thread, context, clauses);
  const dated = dateHappenings(
    tokens,
    clauses,
    findHappenings(tokens, clauses).map((one) => settle(reading, context, explainSubject(context, one))),
    times,
    reading.dct,
  )
    .map((one) =>
      one.happening.kind === 'noun' ? { ...one, happening: settle(reading, context, one.happening) } : one,
    )
    .map((one) => goOn(reading, clauses, one));
  const located = locateAll(reading, context, dated);
  const reports = dated.flatMap((one, i) => {
    const report = readHappening(
      reading,
      { ...context, named: namesOf(reading, located[i] ?? null) },
      one,
      located[i] ?? null,
      dated,
    );
    return report ? eachPlace(reading, report) : [];
  });
  recallSubjects(reading, context);
  thread.since = latestNews(reports, reading.dct) ?? thread.since;
  rememberDays(thread, reports);
  const there = reports.findLast(({ toponym }) => toponym !== undefined);
  if (there?.place) {
    const located = { place: there.place, near: there.near ?? false, toponym: there.toponym };
    thread.there = { located, until: sentence.end };
  }
  if (reports.length > 0) {
    thread.recent = reports;
    thread.last = lastOf(reading, reports);
  }
  return reports;
}

/** Where and when the last account of a sentence leaves the story. */
function lastOf({ article, sentence, thread }: Reading, reports: readonly Report[]): Thread['last'] {
  const recent = reports.findLast((report) => !report.background && !isPassing(report, article.text)) ?? reports.at(-1);
  const passing = recent !== undefined && isPassing(recent, article.text);
  return {
    place: !recent?.place
      ? placeGoesOn(thread, recent)
      : passing
        ? (thread.last?.place ?? null)
        : { place: recent.place, near: recent.near ?? false, toponym: recent.toponym },
    edtf: recent?.inferred ? null : (recent?.edtf ?? null),
    timex: recent?.timex ?? null,
    senses: reports.flatMap(({ senses }) => senses),
    paragraph: sentence.paragraph,
    background: reports.every(({ background }) => background),
  };
}

/** Where somebody travelled to, or set out from, is not where the story goes on: "had taken off from Sapporo". */
const isPassing = ({ senses, toponym }: Report, text: string): boolean =>
  senses[0] === 'visit' ||
  senses[0] === 'meet' ||
  senses[0] === 'condemn' ||
  (toponym !== undefined && / from $/.test(text.slice(0, toponym.start).slice(-6)));

/** What is told of the same day without a place leaves the story where it is. */
const placeGoesOn = ({ last }: Thread, recent: Report | undefined): Located | null =>
  last && recent && !last.background && !recent.inferred && recent.edtf === last.edtf ? last.place : null;

/** Takes the subjects of a sentence into the memory of the thread. */
function recallSubjects({ thread, earlier }: Reading, context: TitleContext) {
  const { clauses } = context;
  // "Acme, which owns the mine, said": nor is a firm anybody.
  const things = clauses.filter(({ word }) => word === 'which').map((clause) => antecedentOf(context, clause));
  const isPlace = (name: string) => things.includes(name) || earlier.some(({ text }) => text === name);
  const subject = (clauses.find(({ link }) => link === 'main') ?? clauses[0]) as Clause;
  const words = fullSubjectOf(context, subject);
  let next = thread.memory.referents;
  if (words && !isPronoun(words)) next = rememberSubject(next, words, isPlace);
  // "The centre said that the storm would turn. It …": what was spoken of, rather than who spoke.
  const spoken = clauses.find(({ link, parent }) => link === 'that' && clauses[parent ?? -1] === subject);
  const theme = spoken && fullSubjectOf(context, spoken);
  if (theme && !isPronoun(theme)) {
    const { thing, person } = rememberSubject(next, theme, isPlace);
    next = { ...next, thing, person: next.person ?? person };
  }
  const pronoun = PRONOUN.exec(words ?? '')?.groups?.pronoun ?? null;
  // "He took her for a burglar.": of two people the last one named is as likely the one as the other.
  if (pronoun !== null && isOfTwo(context.tokens)) next = { ...next, person: null };
  thread.memory = updateMemory(thread.memory, next, pronoun, thread.sentence);
  thread.sentence += 1;
}

/** A man and a woman by pronouns alone. */
const isOfTwo = (tokens: readonly Token[]): boolean =>
  tokens.some(isHim) && tokens.some(isHer) && !tokens.slice(1).some(isCapital);
const isHim = wordClass('he him his');
const isHer = wordClass('she her hers');

/** The sense of a verb in the field of the article. */
function settle(reading: Reading, context: TitleContext, happening: Happening): Happening {
  const { field: own, tokens } = reading;
  // In a dispute over pay, too, a knife attack is none of the union's.
  const strikes =
    own.labour &&
    tokens.slice(happening.first, happening.last + 1).some(({ lower }) => /^(?:strikes?|striking|struck)$/.test(lower));
  const field = own.labour === strikes ? own : { ...own, labour: strikes };
  const clause = context.clauses[happening.clause];
  if (!clause?.group || happening.kind === 'noun') return settleSense(field, happening, '', null);
  // "took Homs", "have taken the town of Saraqib"
  if (clause.group.lemma === 'take' && happening.sense === null && takesTown(reading, clause.group.last)) {
    const seize = senseNamed('seize');
    return seize ? { ...happening, sense: seize, faint: false, senses: [seize.name, ...happening.senses] } : happening;
  }
  return settleSense(field, happening, clause.group.lemma, subjectOf(context, clause));
}

/** True where the object of a verb is a town. */
function takesTown({ tokens, places }: Reading, verb: number): boolean {
  const object = tokens
    .slice(verb + 1, verb + 6)
    .find(({ lower }) => !/^(?:the|town|city|village|of|nearby|strategic)$/.test(lower));
  return places.some(({ start, place }) => start === object?.start && place?.featureClass === 'P');
}

/** "It began on Wednesday": the sense of what "it" stands for. */
function explainSubject(context: TitleContext, happening: Happening): Happening {
  const clause = context.clauses[happening.clause];
  if (happening.sense || !clause?.group || clause.group.first - clause.body > 2) return happening;
  const subject =
    subjectOf(context, clause)
      ?.toLowerCase()
      .split(/[\s,]+/) ?? [];
  const sense = subject.map((word) => nounNamed(word, word)).find((found) => found !== undefined);
  return sense ? { ...happening, sense, borrowed: true, senses: [sense.name, ...happening.senses] } : happening;
}

/** "A bomb went off on Tuesday. It killed three.", "The blast killed three.": the toll is of the day told before. */
function goOn({ thread, tokens }: Reading, clauses: readonly Clause[], one: Dated): Dated {
  const { last } = thread;
  const clause = clauses[one.happening.clause];
  if (one.edtf !== null || !clause?.group || clause.group.tense !== 'past') return one;
  if (one.happening.sense?.category !== 'context' || clause.link !== 'main') return one;
  const opening = tokens.slice(clause.body, clause.group.first).map(({ lower }) => lower);
  const definite = /^(?:the|that|this)$/.test(opening[0] ?? '');
  const senses = opening.flatMap((word) => nounNamed(word, word)?.name ?? []);
  const told =
    last?.timex && !last.background
      ? /^(?:it|this|that)$/.test(opening.join(' ')) ||
        (definite && senses.some((sense) => last.senses.includes(sense)))
      : false;
  if (told) return { ...one, timex: last?.timex ?? null, edtf: last?.edtf ?? null };
  const known =
    definite && !clause.group.perfect ? senses.map((sense) => thread.dated.get(sense)).find(Boolean) : undefined;
  return known ? { ...one, ...known } : one;
}

/** Remembers when the article said that things were, by the first that it said of each. */
function rememberDays({ dated }: Thread, reports: readonly Report[]) {
  for (const { senses, timex, edtf, inferred, background } of reports) {
    if (inferred || background || !timex || spanOf(edtf) > 3) continue;
    const [sense] = senses;
    if (sense && !dated.has(sense)) dated.set(sense, { edtf, timex });
  }
}

/** "… dismissed the claim": the accounts of the sentence before are disputed. */
function deny(thread: Thread, context: TitleContext, clauses: readonly Clause[]) {
  const denial = clauses.find((clause) => deniesTold(context.tokens, clause));
  const deniedBy = denial && subjectOf(context, denial);
  for (const report of thread.recent) {
    report.status = 'disputed';
    if (deniedBy) report.deniedBy = nameSpeaker(deniedBy);
  }
}
