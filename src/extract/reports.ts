import type { Gazetteer } from '../gazetteer/read.ts';
import type { Article, Category, Report, ResolvedToponym, Sentence, Timex } from '../types.ts';
import { findActors } from './actors.ts';
import { findVoice, nameSpeaker, statusOf } from './attribution.ts';
import { formatDay, readDay } from './calendar.ts';
import { categoryOf, mainCategory } from './categories.ts';
import { clauseAt, type Dated, dateHappenings } from './dating.ts';
import { daysBetween, daysOf, edtfOf, shiftDay } from './edtf.ts';
import { findFigures } from './figures.ts';
import { type Focus, findFocus } from './focus.ts';
import { type Clause, deniesBefore, isFrame, splitClauses } from './lang/en/clauses.ts';
import { findHappenings, type Happening } from './lang/en/happenings.ts';
import { nounSense } from './lang/en/senses.ts';
import { anaphoricPlace, type Located, placeWithin } from './locating.ts';
import { liveReferents, type Memory, NO_MEMORY, rememberSubject, updateMemory } from './referents.ts';
import { fullSubjectOf, makeTitle, PRONOUN, subjectOf, type TitleContext } from './titles.ts';
import { type Token, tokenize, withoutDateline } from './tokens.ts';

/** Older than this many days before publication, a happening is background to the story. */
const BACKGROUND_DAYS = 60;

/** What happened within so many days before publication is news. */
const NEWS_DAYS = 7;

/** What the reading of an article carries from sentence to sentence. */
interface Thread {
  /** Sentences read so far, and the subjects in them that were nouns: what "it", "they" and "he" stand for. */
  sentence: number;
  memory: Memory;
  /** Place and time of the last account, with its sentence. */
  last: {
    place: Located | null;
    edtf: string | null;
    timex: Timex | null;
    senses: string[];
    paragraph: number;
    background: boolean;
  } | null;
  /** The last recent day that the article named: what it goes on to tell without a date lies there or after. */
  since: string | null;
  /** The reports of the last sentence that had any: what "dismissed the claim" denies. */
  recent: Report[];
}

/** A sentence with all that reading it needs. */
interface Reading {
  article: Article;
  sentence: Sentence;
  tokens: Token[];
  times: Timex[];
  places: ResolvedToponym[];
  /** All mentions of places up to the end of the sentence. */
  earlier: ResolvedToponym[];
  /** Day of publication. */
  dct: string | null;
  thread: Thread;
  focus: Focus;
  category: Category;
  gazetteer: Pick<Gazetteer, 'homeOf'>;
}

/**
 * An article's accounts of happenings: each rests on a clause, or on a noun with a time of its own ("the 2020
 * ceasefire"). Headlines and furniture give none. What no text dates lies between the last recent day that the
 * article named, or the eve of its publication, and its publication, and is marked `inferred`; without any bound it is left out.
 */
export function findReports(
  article: Article,
  sentences: readonly Sentence[],
  times: readonly Timex[],
  places: readonly ResolvedToponym[],
  gazetteer: Pick<Gazetteer, 'region' | 'homeOf'>,
): Report[] {
  const day = readDay(article.published);
  const dct = day === null ? null : formatDay(day);
  const thread: Thread = { sentence: 0, memory: NO_MEMORY, since: null, last: null, recent: [] };
  const settled = places.filter((place) => !times.some((timex) => place.start < timex.end && timex.start < place.end));
  const focus = findFocus(settled, gazetteer);
  const prose = sentences
    .filter(({ kind }) => kind === 'prose')
    .map((sentence) => ({ sentence, tokens: withoutDateline(tokenize(sentence)) }));
  const category = mainCategory(prose.map(({ tokens }) => tokens)) ?? 'other';
  const reports = prose.flatMap(({ sentence, tokens }) => {
    const inside = (span: { start: number; end: number }) => span.start >= sentence.start && span.end <= sentence.end;
    return readSentence({
      article,
      sentence,
      tokens,
      times: times.filter(inside),
      places: settled.filter(inside),
      earlier: settled.filter((place) => place.end <= sentence.end),
      dct,
      thread,
      focus,
      category,
      gazetteer,
    });
  });
  return dct === null ? reports.filter(({ inferred }) => !inferred) : reports;
}

function readSentence(reading: Reading): Report[] {
  const { article, sentence, tokens, thread, times } = reading;
  const clauses = splitClauses(tokens);
  const context: TitleContext = {
    text: article.text,
    tokens,
    clauses,
    times: times.filter(({ type, edtf }) => edtf !== null && (type === 'DATE' || type === 'TIME')),
    referents: liveReferents(thread.memory, thread.sentence),
    named: new Map(),
  };
  if (clauses.some((clause) => deniesBefore(tokens, clause))) deny(thread, context, clauses);
  const dated = dateHappenings(
    tokens,
    clauses,
    findHappenings(tokens, clauses).map((one) => explainSubject(context, one)),
    times,
    reading.dct,
  ).map((one) => goOn(reading, clauses, one));
  const located = locateAll(reading, context, dated);
  const reports = dated.flatMap((one, i) => {
    const report = readHappening(
      reading,
      { ...context, named: namesOf(reading, located[i] ?? null) },
      one,
      located[i] ?? null,
      dated,
    );
    return report ? [report] : [];
  });
  recallSubjects(reading, context);
  thread.since = latestNews(reports, reading.dct) ?? thread.since;
  if (reports.length > 0) {
    // Where somebody travelled to is not where the story goes on.
    const recent =
      reports.findLast(({ background, senses }) => !background && senses[0] !== 'visit' && senses[0] !== 'meet') ??
      reports.at(-1);
    thread.recent = reports;
    thread.last = {
      place: recent?.place
        ? { place: recent.place, near: recent.near ?? false, ...(recent.toponym && { toponym: recent.toponym }) }
        : null,
      edtf: recent?.inferred ? null : (recent?.edtf ?? null),
      timex: recent?.timex ?? null,
      senses: reports.flatMap(({ senses }) => senses),
      paragraph: sentence.paragraph,
      background: reports.every(({ background }) => background),
    };
  }
  return reports;
}

/** Takes the subjects of a sentence into the memory of the thread. */
function recallSubjects({ thread, earlier }: Reading, context: TitleContext) {
  const { clauses } = context;
  const isPlace = (name: string) => earlier.some(({ text }) => text === name);
  const subject = (clauses.find(({ link }) => link === 'main') ?? clauses[0]) as Clause;
  const words = fullSubjectOf(context, subject);
  let next = thread.memory.referents;
  if (words && !PRONOUN.test(words)) next = rememberSubject(next, words, isPlace);
  // "The centre said that the storm would turn. It …": what was spoken of, rather than who spoke.
  const spoken = clauses.find(({ link, parent }) => link === 'that' && clauses[parent ?? -1] === subject);
  const theme = spoken && fullSubjectOf(context, spoken);
  if (theme && !PRONOUN.test(theme)) {
    const { thing, person } = rememberSubject(next, theme, isPlace);
    next = { ...next, thing, person: next.person ?? person };
  }
  const pronoun = PRONOUN.exec(words ?? '')?.groups?.pronoun ?? null;
  thread.memory = updateMemory(thread.memory, next, pronoun, thread.sentence);
  thread.sentence += 1;
}

/** "It began on Wednesday": the sense of what "it" stands for. */
function explainSubject(context: TitleContext, happening: Happening): Happening {
  const clause = context.clauses[happening.clause];
  if (happening.sense || !clause?.group || clause.group.first - clause.body > 2) return happening;
  const subject =
    subjectOf(context, clause)
      ?.toLowerCase()
      .split(/[\s,]+/) ?? [];
  const sense = subject.map((word) => nounSense({ text: word, lower: word })).find((found) => found !== undefined);
  return sense ? { ...happening, sense, borrowed: true, senses: [sense.name, ...happening.senses] } : happening;
}

/** "A bomb went off on Tuesday. It killed three.", "The blast killed three.": the toll is of the day told before. */
function goOn({ thread, tokens }: Reading, clauses: readonly Clause[], one: Dated): Dated {
  const { last } = thread;
  const clause = clauses[one.happening.clause];
  if (one.edtf !== null || !last?.timex || last.background || !clause?.group) return one;
  if (one.happening.sense?.category !== 'context' || clause.link !== 'main') return one;
  const opening = tokens.slice(clause.body, clause.group.first).map(({ lower }) => lower);
  const same =
    /^(?:it|this|that)$/.test(opening.join(' ')) ||
    (/^(?:the|that|this)$/.test(opening[0] ?? '') && one.happening.senses.some((sense) => last.senses.includes(sense)));
  return same && clause.group.tense === 'past' ? { ...one, timex: last.timex, edtf: last.edtf } : one;
}

/** The first day of the latest stated time in the week before publication; null where there is none. */
function latestNews(reports: readonly Report[], dct: string | null): string | null {
  let latest: string | null = null;
  for (const { inferred, edtf } of reports) {
    const from = inferred ? null : daysOf(edtf)?.from;
    if (!from || !dct || from > dct || daysBetween(from, dct) > NEWS_DAYS) continue;
    if (latest === null || from > latest) latest = from;
  }
  return latest;
}

/** "… dismissed the claim": the accounts of the sentence before are disputed. */
function deny(thread: Thread, context: TitleContext, clauses: readonly Clause[]) {
  const denial = clauses.find((clause) => deniesBefore(context.tokens, clause));
  const deniedBy = denial && subjectOf(context, denial);
  for (const report of thread.recent) {
    report.status = 'disputed';
    if (deniedBy) report.deniedBy = nameSpeaker(deniedBy);
  }
}

function readHappening(
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
  if (verb?.negated || clause.link === 'if' || isConditional(tokens, context.clauses, happening.clause)) return null;
  // The simple present tells of what is always so, or of what is to come.
  if (verb?.tense === 'present' && !verb.perfect && !verb.passive && !(edtf !== null && reaches(edtf, dct)))
    return null;
  if (verb?.intended && !ahead && !(edtf !== null && reaches(edtf, dct))) return null;
  if (edtf === null && !(verb && canStandUndated(verb, happening))) return null;
  const own = timex !== null && holds(tokens, clause, timex);
  const vague = happening.faint || !happening.sense;
  if (vague && !own) return null;
  if (happening.faint && edtf !== null && spanOf(edtf) > 31) return null;
  const title = makeTitle(context, happening);
  if (!title || (vague && background && !isTelling(title))) return null;
  const first = tokens[happening.first];
  const last = tokens[lastWordOf(tokens, happening)];
  if (!first || !last) return null;
  const mixed = all.some((other) => other.edtf !== null && isBackground(other.edtf, dct));
  const aside = mixed || (thread.last?.background === true && thread.last.paragraph === sentence.paragraph);
  const loose =
    (clause.link === 'who' && clause.word !== 'where') ||
    clause.link === 'when' ||
    clause.link === 'since' ||
    clause.link === 'until';
  const report: Report = {
    article: article.id,
    source: article.source,
    start: first.start,
    end: last.end,
    quote: article.text.slice(first.start, last.end),
    title,
    edtf: edtf ?? (dct === null ? '' : edtfOf({ from: thread.since ?? shiftDay(dct, -1), to: dct })),
    inferred: edtf === null,
    status: statusOf(voice, planned),
    category: categoryOf(happening, tokens, reading.category),
    place: located?.place ?? null,
    figures: findFigures(article.text, tokens, happening.first, happening.last),
    background,
    senses: happening.senses,
    actors: findActors(
      tokens,
      happening,
      [...reading.places, ...reading.times],
      context.referents.person,
      subjectOf(context, clause),
    ),
    support:
      (clause.group?.gerund === true && !background) ||
      (edtf === null &&
        (aside ||
          loose ||
          (clause.link === 'and' && !isOwn(tokens, clause, located)) ||
          !happening.sense ||
          happening.faint ||
          happening.borrowed ||
          !located ||
          voice.deniedBy !== undefined)),
  };
  if (voice.attribution) report.attribution = voice.attribution;
  if (voice.deniedBy) report.deniedBy = voice.deniedBy;
  if (located?.near) report.near = true;
  if (timex) report.timex = timex;
  if (located?.toponym) report.toponym = located.toponym;
  return report;
}

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

/** How many days an EDTF value covers; many for an open one. */
function spanOf(edtf: string): number {
  const days = daysOf(edtf);
  return days?.from && days.to ? daysBetween(days.from, days.to) : Number.POSITIVE_INFINITY;
}

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

function isBackground(edtf: string, dct: string | null): boolean {
  const to = daysOf(edtf)?.to ?? daysOf(edtf)?.from;
  return dct !== null && to !== null && to !== undefined && daysBetween(to, dct) > BACKGROUND_DAYS;
}

/** True where a time holds the day of publication or lies ahead. */
function reaches(edtf: string, dct: string | null): boolean {
  const to = daysOf(edtf)?.to;
  return dct !== null && to !== undefined && (to === null || to >= dct);
}

function isAhead(edtf: string, dct: string | null): boolean {
  const from = daysOf(edtf)?.from;
  return dct !== null && from !== null && from !== undefined && from > dct;
}

/** Where each happening of a sentence is: its own words, what they stand for, its neighbours in the sentence, the thread, the focus. */
function locateAll(reading: Reading, context: TitleContext, dated: readonly Dated[]): (Located | null)[] {
  const { tokens, places, earlier, thread, focus, sentence, gazetteer } = reading;
  const { clauses } = context;
  const own = dated.map(({ happening }) => {
    const clause = clauses[happening.clause];
    if (!clause) return null;
    const narrow =
      happening.kind === 'noun'
        ? placeWithin(tokens, places, happening, clause, happening.first, happening.last, reading.category === 'sport')
        : null;
    // A plan or a law is not where the sentence that mentions it is.
    if (happening.kind === 'noun' && !PHYSICAL.has(happening.sense?.category ?? 'context')) return narrow;
    return (
      narrow ??
      placeWithin(tokens, places, happening, clause, clause.first, clause.last, reading.category === 'sport') ??
      subjectPlace(reading, context, clause) ??
      anaphoricPlace(tokens, earlier, clause.first, clause.last, focus.country)
    );
  });
  const carried =
    /^(?:it|they|he|she|this|these|that|those|there|the|both|its|their|his|her|but|and|another|dozens|scores|hundreds|some|no)\b/i.test(
      sentence.text,
    );
  return own.map((located, i) => {
    if (located) return located;
    const one = dated[i];
    if (!one) return null;
    const category = one.happening.sense?.category ?? 'context';
    const abstract = one.happening.kind === 'noun' && !PHYSICAL.has(category);
    const home =
      category === 'politics' || one.happening.senses.includes('fight')
        ? peopleHome(tokens, clauses[one.happening.clause], gazetteer)
        : null;
    if (home) return home;
    if (namesUnknownPlace(reading, clauses[one.happening.clause])) return null;
    const background = one.edtf !== null && isBackground(one.edtf, reading.dct);
    if (background && focus.country && NATIONWIDE.has(category)) return focus.country;
    const neighbour = abstract
      ? null
      : (nearestLocated(own, dated, clauses, i) ?? wholeSentence(reading, clauses, one, dated));
    if (neighbour) return neighbour;
    // What a verb of no known sense tells of is as physical as its article.
    const physical = PHYSICAL.has(one.happening.sense ? category : reading.category);
    const on = carried || thread.last?.paragraph === sentence.paragraph;
    if (on && physical && thread.last?.place && !thread.last.background) return thread.last.place;
    return physical ? focus.place : null;
  });
}

/** "the British general election", "the Syrian civil war": the country of the people by whose name the event goes. */
function peopleHome(
  tokens: readonly Token[],
  clause: Clause | undefined,
  gazetteer: Pick<Gazetteer, 'homeOf'>,
): Located | null {
  if (!clause) return null;
  for (let i = clause.first; i <= clause.last; i += 1) {
    if (!/^\p{Lu}/u.test(tokens[i]?.text ?? '')) continue;
    const event = tokens
      .slice(i + 1, i + 4)
      .findIndex(({ lower }) =>
        /^(?:war|uprising|revolution|insurgency|elections?|vote|referendum|ballot)$/.test(lower),
      );
    const between = tokens.slice(i + 1, i + 1 + event);
    if (event < 0 || between.some(({ text, kind }) => kind !== 'word' || /^\p{Lu}/u.test(text))) continue;
    const place = gazetteer.homeOf(tokens[i]?.lower ?? '').find(({ featureCode }) => featureCode.startsWith('PCL'));
    if (place) return { place, near: false };
  }
  return null;
}

/** What of old without a place of its own may stand for the country: a war, a truce, an uprising. */
const NATIONWIDE = new Set<Category | 'context'>(['conflict', 'protest']);

/** Categories of what happens at a spot, rather than being said or decided somewhere. */
const PHYSICAL = new Set<Category | 'context'>(['conflict', 'protest', 'disaster', 'accident', 'crime', 'context']);

/** The place of the nearest happening of the sentence that is not told of another time. */
function nearestLocated(
  own: readonly (Located | null)[],
  dated: readonly Dated[],
  clauses: readonly Clause[],
  i: number,
): Located | null {
  const edtf = dated[i]?.edtf ?? null;
  for (let step = 1; step < own.length; step += 1) {
    for (const j of [i - step, i + step]) {
      const other = dated[j]?.edtf ?? null;
      const apart = /^(?:before|since|until)$/.test(clauses[dated[j]?.happening.clause ?? -1]?.word ?? '');
      if (own[j] && !apart && (edtf === null || other === null || edtf === other)) return own[j];
    }
  }
  return null;
}

/** "the collision at Haneda", of which we know no place: no dot is better than that of something else. */
function namesUnknownPlace({ tokens, places, times }: Reading, clause: Clause | undefined): boolean {
  if (!clause) return false;
  for (let i = clause.first + 1; i <= clause.last; i += 1) {
    const token = tokens[i];
    if (!token || !/^\p{Lu}\p{Ll}/u.test(token.text) || !/^(?:in|at|near|outside)$/.test(tokens[i - 1]?.lower ?? ''))
      continue;
    const known = [...places.filter(({ place }) => place !== null), ...times].some(
      (span) => token.start < span.end && token.end > span.start,
    );
    if (!known) return true;
  }
  return false;
}

/** "Aleppo … until it fell", "Tulum was hit": what befalls a place happens there. */
function subjectPlace({ earlier }: Reading, context: TitleContext, clause: Clause): Located | null {
  if (!clause.group || !(clause.group.passive || clause.group.lemma === 'fall')) return null;
  const subject = subjectOf(context, clause);
  const mention = earlier.findLast(({ text, place }) => text === subject && place !== null);
  return mention?.place ? { place: mention.place, toponym: mention, near: false } : null;
}

/** A place in a clause that tells of nothing itself: "In Aleppo, which he knew well, …". */
function wholeSentence(
  reading: Reading,
  clauses: readonly Clause[],
  { happening, edtf }: Dated,
  dated: readonly Dated[],
): Located | null {
  const { tokens, places } = reading;
  const clause = clauses[happening.clause];
  if (!clause) return null;
  // Where somebody speaks is not where it happened, nor where something else did at another time.
  const told = places.filter(({ start }) => {
    const at = tokens.findIndex((token) => token.end > start);
    const index = clauseAt(clauses, at);
    const other = index === null ? undefined : clauses[index];
    if (!other || other === clause) return true;
    if (isFrame(tokens, other) && at <= (other.group?.last ?? other.last)) return false;
    return !dated.some(
      (one) => one.happening.clause === index && one.edtf !== null && edtf !== null && one.edtf !== edtf,
    );
  });
  return placeWithin(
    tokens,
    told,
    happening,
    { ...clause, hole: null },
    0,
    tokens.length - 1,
    reading.category === 'sport',
  );
}

/** What "the city" and "the country" stand for at this place. */
function namesOf({ focus, earlier, tokens }: Reading, located: Located | null): Map<string, string> {
  const named = new Map<string, string>();
  const country = focus.country?.place.name;
  if (country) named.set('the country', country);
  const city = anaphoricPlace(tokens, earlier, 0, tokens.length - 1, null);
  if (city && city.place === located?.place && city.place.featureClass === 'P')
    named.set('the (?:city|town|village)', city.place.name);
  return named;
}
