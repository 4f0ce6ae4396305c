import type { Gazetteer } from '../../../gazetteer/read.ts';
import type { Category } from '../../../types.ts';
import { daysOf } from '../../edtf.ts';
import { isBackground, spanOf } from '../../news-days.ts';
import type { Located, Reading } from '../../reading.ts';
import type { Token } from '../../tokens.ts';
import type { Clause } from './clauses.ts';
import { clauseAt, type Dated } from './dating.ts';
import {
  isAbroad,
  isBelow,
  isFarAhead,
  isFarOff,
  isForeignCountry,
  isOtherDay,
  isOtherPower,
  isUnderWay,
  namesCountry,
  namesUnknownPlace,
  SETTING_OUT,
  setsOut,
} from './elsewhere.ts';
import { isFrame } from './frames.ts';
import type { Happening } from './happenings.ts';
import { isCapital } from './lexicon.ts';
import { isAddressed, placeWithin } from './locating.ts';
import { isOffEarth } from './off-earth.ts';
import { anaphoricPlace } from './pointed-places.ts';
import { CANCELLING_SENSE, SAYING_SENSES, senseNamed, VACANT_SENSES } from './senses.ts';
import { subjectOf } from './subjects.ts';
import type { TitleContext } from './titles.ts';
import { toldOf } from './where-clauses.ts';

/** Where each happening of a sentence is: its own words, what they stand for, its neighbours in the sentence, the thread, the focus. */
export function locateAll(reading: Reading, context: TitleContext, dated: readonly Dated[]): (Located | null)[] {
  const { tokens, places, earlier, thread, focus, sentence, gazetteer } = reading;
  const { clauses } = context;
  const own = dated.map(({ happening }) => {
    const clause = clauses[happening.clause];
    if (!clause || isFarOff(tokens, clause)) return null;
    const told = toldOf(reading, clause);
    if (told) return told.located;
    const narrow =
      happening.kind === 'noun' || happening.gap
        ? placeWithin(tokens, places, happening, clause, happening.first, happening.last, reading.category === 'sport')
        : null;
    // A plan or a law is not where the sentence that mentions it is.
    if (happening.kind === 'noun' && !PHYSICAL.has(happening.sense?.category ?? 'context')) return narrow;
    return (
      narrow ??
      placeWithin(tokens, places, happening, clause, clause.first, happening.last, reading.category === 'sport') ??
      subjectPlace(reading, context, clause) ??
      takenPlace(reading, clause, happening) ??
      anaphoricPlace(tokens, earlier, clause.first, clause.last, focus.country, thread.there)
    );
  });
  const carried =
    /^(?:it|they|he|she|this|these|that|those|there|the|both|its|their|his|her|but|and|another|dozens|scores|hundreds|some|no)\b/i.test(
      sentence.text,
    );
  return own.map((located, i) => {
    if (located) return located;
    const one = dated[i];
    if (!one || reading.field.space) return null;
    const clause = clauses[one.happening.clause];
    if (clause && (isOffEarth(tokens, clause) || toldOf(reading, clause))) return null;
    const category = fieldOf(one.happening);
    const abstract = one.happening.kind === 'noun' && !PHYSICAL.has(category);
    const home =
      category === 'politics' || one.happening.senses.includes('fight')
        ? peopleHome(tokens, clauses[one.happening.clause], gazetteer)
        : null;
    if (home) return home;
    // "The jet took off": from where it was before.
    if (clause && setsOut(tokens, clause, SETTING_OUT)) return null;
    if (isFarOff(tokens, clauses[one.happening.clause]) || isUnderWay(reading, clauses[one.happening.clause]))
      return null;
    if (namesUnknownPlace(reading, clauses[one.happening.clause], one.happening)) return null;
    const background = one.edtf !== null && isBackground(one.edtf, reading.dct);
    if (background && focus.country && NATIONWIDE.has(category)) return focus.country;
    // What is announced, and what somebody would do, is of no spot.
    const said = one.happening.sense
      ? SAYING_SENSES.has(one.happening.sense.name) && category === 'context'
      : clause?.group?.backshifted === true;
    // What a verb of no known sense tells of is as physical as its article.
    const physical = !said && PHYSICAL.has(one.happening.sense ? category : reading.category);
    // "cut ties with Oslo when a party took office in Graz": the one is decided elsewhere.
    const apart =
      !physical &&
      clause &&
      namesCountry(reading, clause) &&
      clauses.some((other) => isBelow(other, one.happening.clause));
    const neighbour =
      abstract || apart
        ? null
        : (nearestLocated(own, dated, tokens, clauses, i) ?? wholeSentence(reading, clauses, one, dated));
    if (neighbour) return neighbour;
    const sameParagraph = thread.last?.paragraph === sentence.paragraph;
    const on = carried || sameParagraph;
    // What is told of old is not where the news is, nor is what is set for long after it.
    if (
      on &&
      physical &&
      thread.last?.place &&
      !isFarAhead(one.edtf, reading.dct) &&
      !((clause?.word === 'which' || !sameParagraph) && isOtherDay(one.edtf, thread.last.edtf)) &&
      !thread.last.background &&
      !background &&
      !isAbroad(focus, thread.last.place) &&
      !isOtherPower(reading, context, clauses[one.happening.clause], thread.last.place) &&
      (carried || !isForeignCountry(focus, thread.last.place))
    )
      return thread.last.place;
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
    if (!isCapital(tokens[i])) continue;
    const event = tokens
      .slice(i + 1, i + 4)
      .findIndex(({ lower }) =>
        /^(?:war|uprising|revolution|insurgency|elections?|vote|referendum|ballot)$/.test(lower),
      );
    const between = tokens.slice(i + 1, i + 1 + event);
    if (event < 0 || between.some(({ text, kind }) => kind !== 'word' || /^\p{Lu}/u.test(text))) continue;
    const place = gazetteer.homeOf(tokens[i]?.lower ?? '').find(({ featureCode }) => featureCode.startsWith('PCL'));
    if (place) return { place, near: false, toponym: undefined };
  }
  return null;
}

/** The category of a happening's own sense; of what opens, ends or is told in many fields, that of the noun beside it: "the trial opened". */
function fieldOf({ sense, senses }: Happening): Category | 'context' {
  if (sense?.category !== 'context' || !(VACANT_SENSES.has(sense.name) || sense.name === CANCELLING_SENSE))
    return sense?.category ?? 'context';
  return senses.map((name) => senseNamed(name)?.category).find((field) => field && field !== 'context') ?? 'context';
}

/** What of old without a place of its own may stand for the country: a war, a truce, an uprising. */
const NATIONWIDE = new Set<Category | 'context'>(['conflict', 'protest']);

/** Categories of what happens at a spot, rather than being said or decided somewhere. */
const PHYSICAL = new Set<Category | 'context'>(['conflict', 'protest', 'disaster', 'accident', 'crime', 'context']);

/** "before the town fell", "a week after winning in Brazil": what it tells was at another time, and elsewhere. */
const isApart = (tokens: readonly Token[], clause: Clause | undefined) =>
  clause !== undefined &&
  (/^(?:before|since|until)$/.test(clause.word) ||
    (clause.word === 'after' && /^(?:days?|weeks?|months?|years?)$/.test(tokens[clause.first - 1]?.lower ?? '')));

/** The place of the nearest happening of the sentence that is not told of another time. */
function nearestLocated(
  own: readonly (Located | null)[],
  dated: readonly Dated[],
  tokens: readonly Token[],
  clauses: readonly Clause[],
  i: number,
): Located | null {
  const edtf = dated[i]?.edtf ?? null;
  for (let step = 1; step < own.length; step += 1) {
    for (const j of [i - step, i + step]) {
      const other = dated[j]?.edtf ?? null;
      const apart = isApart(tokens, clauses[dated[j]?.happening.clause ?? -1]);
      if (own[j] && !apart && (edtf === null || other === null || meet(edtf, other))) return own[j];
    }
  }
  return null;
}

/** Whether two times share a day; of a whole year, a day of it is another time. */
function meet(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [daysOf(one), daysOf(other)];
  if (!a?.from || !a.to || !b?.from || !b.to || Math.max(spanOf(one), spanOf(other)) > 7) return false;
  return a.from <= b.to && b.from <= a.to;
}

/** "Aleppo … until it fell", "Tulum was hit": what befalls a place happens there. */
function subjectPlace({ earlier }: Reading, context: TitleContext, clause: Clause): Located | null {
  if (!clause.group || !(clause.group.passive || clause.group.lemma === 'fall')) return null;
  const subject = subjectOf(context, clause);
  const mention = earlier.findLast(({ text, place }) => text === subject && place !== null);
  return mention?.place ? { place: mention.place, near: false, toponym: mention } : null;
}

/** "Rebels held Aleppo until the army retook it": what is taken, and stood before the verb, is a town. */
function takenPlace({ tokens, earlier }: Reading, { group }: Clause, { senses }: Happening): Located | null {
  if (!group || group.passive || senses[0] !== 'seize' || tokens[group.last + 1]?.lower !== 'it') return null;
  const verb = tokens[group.first]?.start ?? 0;
  const mention = earlier.findLast(({ end, place }) => end <= verb && place?.featureClass === 'P');
  return mention?.place ? { place: mention.place, near: false, toponym: mention } : null;
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
  const told = places.filter((toponym) => {
    const at = tokens.findIndex((token) => token.end > toponym.start);
    const index = clauseAt(clauses, at);
    const other = index === null ? undefined : clauses[index];
    if (!other || other === clause) return true;
    // "…, and the coastguard sent two aircraft from Kiel": they came from there.
    if (tokens[at - 1]?.lower === 'from') return false;
    // "the monitor, which is run from England": an aside is about somebody else.
    if (other.link === 'who' && index !== clause.parent) return false;
    if (isApart(tokens, other) || isAddressed(tokens, other, toponym, at)) return false;
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

const THE_COUNTRY = /\bthe country\b/i;
const THE_CITY = /\bthe (?:city|town|village)(?! (?:hall|halls|council|cent(?:re|er)|square|walls)\b)\b/i;

/** What "the city" and "the country" stand for at this place. */
export function namesOf({ focus, earlier, tokens }: Reading, located: Located | null): Map<RegExp, string> {
  const named = new Map<RegExp, string>();
  const country = focus.country?.place.name;
  if (country) named.set(THE_COUNTRY, country);
  if (located?.place.featureClass !== 'P') return named;
  const city = anaphoricPlace(tokens, earlier, 0, tokens.length - 1, null, null);
  if (city?.place === located.place) named.set(THE_CITY, city.place.name);
  return named;
}
