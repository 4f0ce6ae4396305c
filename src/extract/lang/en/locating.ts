import type { Category, Place, ResolvedToponym } from '../../../types.ts';
import type { Located } from '../../reading.ts';
import { lowerAt, type Token } from '../../tokens.ts';
import { isBearing } from './bearings.ts';
import type { Clause } from './clauses.ts';
import type { Happening } from './happenings.ts';
import { isCapital } from './lexicon.ts';
import { isPlanetAt } from './off-earth.ts';
import { isBesideName, isDirection, isEndOfJourney, isEpithet, isHome, isInAside, isLeft } from './origins.ts';
import { NATURE, PARTS } from './place-words.ts';
import { nounSense } from './senses.ts';
import { wordClass } from './word-class.ts';

const WHERE = new Set(
  'in at on near above below from to into onto across over around off outside inside through throughout toward towards against between along within of'.split(
    ' ',
  ),
);
const isWhere = wordClass(WHERE);
const saysNear = wordClass('near around outside off beyond above below');
const isAt = wordClass('in at near outside');
const isFromTo = wordClass('from to');
const isByWith = wordClass('by with');
const isOfTo = wordClass('of to');
const isOrigin = wordClass('based headquartered run exiled born educated');
const isAllied = wordClass('loyal close hostile friendly allied linked tied opposed accredited');
const isKind = wordClass('city town village capital port province region island suburb state');
const isPause = wordClass(', ; .');
const isListMark = wordClass(', and');
/** What a country has on the map: "Japan's western coast". */
const GEOGRAPHY =
  /\b(?:coast|capital|north|south|east|west|border|city|cities|region|province|provinces|islands?|largest|biggest|shore|peninsula|interior|parliament)\b/;

/**
 * The best place among the mentions within token range `first` to `last` outside the hole of a clause. In an article on
 * `sport` the towns and countries that win and lose are teams.
 */
export function placeWithin(
  tokens: readonly Token[],
  places: readonly ResolvedToponym[],
  happening: Happening,
  clause: Clause,
  first: number,
  last: number,
  sport: boolean,
): Located | null {
  let best: { located: Located; score: number } | null = null;
  for (const toponym of places) {
    const at = tokens.findIndex((token) => token.end > toponym.start);
    if (at < first || at > last || !toponym.place || !mayBeWhere(tokens, toponym, at)) continue;
    if (clause.hole && at >= clause.hole[0] && at <= clause.hole[1]) continue;
    if (isAffiliation(tokens, toponym, at)) continue;
    const scores = scoreMention(tokens, clause, happening, toponym, at, sport);
    const score = Object.values(scores).reduce((sum, part) => sum + part, 0);
    if (score <= 0 || (best && score <= best.score)) continue;
    best = { located: { place: toponym.place, near: isNear(tokens, at), toponym }, score };
  }
  return best?.located ?? null;
}

/** A name used as a place; or that of an institution, when something is at it: "at Aleppo University". */
const mayBeWhere = (tokens: readonly Token[], { use, end }: ResolvedToponym, at: number) =>
  (use === 'place' && !isPlanetAt(tokens, at) && !isOfNature(tokens, end)) ||
  (use === 'affiliation' && isAt(tokens[at - 1]));

/** "the Athabasca River", of which we know the town of Athabasca alone. */
const isOfNature = (tokens: readonly Token[], end: number): boolean => {
  const next = tokens.find(({ start }) => start >= end);
  return next !== undefined && next.start === end + 1 && NATURE.has(next.text);
};

/** Named parts: the word before it, its fineness, its distance to the verb; negative for who acts. */
function scoreMention(
  tokens: readonly Token[],
  clause: Clause,
  happening: Happening,
  toponym: ResolvedToponym,
  at: number,
  sport: boolean,
) {
  const after = tokens.findIndex((token) => token.start >= toponym.end);
  const possessive = tokens[after]?.lower === "'s";
  const country = toponym.place?.featureCode.startsWith('PCL') ?? false;
  // Past the verb a name is in its reach: "due to strike Mexico" is no way to Mexico.
  const reach = clause.group && at > clause.group.last ? clause.group.last + 1 : 0;
  const before = wordBefore(tokens, at, reach);
  const located = WHERE.has(possessive && country ? (tokens[at - 1]?.lower ?? '') : before);
  const subject = clause.group !== null && at < clause.group.first && !located;
  const object = clause.group !== null && at === clause.group.last + 1;
  const away = Math.abs(at - happening.trigger);
  // "Argentina beat France": teams, unless something is in or at them.
  if (sport && isTeam(happening, before)) return { team: -4 };
  // "a truce between Moscow and Ankara": the parties.
  if (/^(?:ceasefire|agree|meet)$/.test(happening.senses[0] ?? '') && before === 'between') return { party: -4 };
  if (isAddressed(tokens, clause, toponym, at)) return { addressee: -4 };
  // "had flown in from Paris": it was left before.
  const verb = clause.group?.lemma.split('_')[0] ?? '';
  const from = isPart(tokens[at - 1]) ? at - 2 : at - 1;
  if (lowerAt(tokens, from) === 'from' && COMING.has(verb)) return { origin: -4 };
  // "Divers from Rijeka found": where the subject is from.
  if (clause.group && at < clause.group.first && lowerAt(tokens, from) === 'from' && isSomebody(tokens[from - 1]))
    return { origin: -4 };
  if (clause.group && MOVING.has(verb) && isLeft(tokens, clause.group.last, at)) return { origin: -4 };
  if (isEndOfJourney(tokens, at)) return { journey: -4 };
  if (clause.group && at < clause.group.first && isInAside(tokens, toponym, clause.group.first, at))
    return { aside: -4 };
  return {
    preposition: located ? 3 : 0,
    object: object ? 2 : 0,
    possessive: possessive && !country ? 2 : 0,
    modifier: !located && !object && !possessive && !subject ? 1 : 0,
    subject:
      subject && !possessive
        ? isUnion(toponym.place)
          ? -4
          : country
            ? AT_HOME.has(happening.sense?.category ?? 'context')
              ? 0.5
              : -4
            : clause.group?.passive
              ? 0.5
              : -1
        : 0,
    // "to Syria's second city": the preposition has counted it.
    actor: possessive && country ? Math.min(possessorScore(tokens, happening, after), located ? 0 : 2) : 0,
    // "somewhere on the Caribbean coast, near Tulum"
    fineness: country ? 0 : toponym.place?.featureClass === 'H' ? 0.5 : 1.5,
    // "sentenced in July, days before the convention in Milwaukee"
    otherTime:
      at > happening.trigger && happening.kind === 'verb' && isOfOtherTime(tokens, happening.trigger, at) ? -5 : 0,
    // "a train from Brussels to Paris derailed near Lille": it was bound for the one, and is at the other.
    bound: clause.group !== null && at < clause.group.first && isFromTo(tokens[at - 1]) ? -2 : 0,
    // "the ports of Houston, Galveston and Freeport": one stands for all.
    listed: isListed(tokens, at) ? -0.75 : 0,
    bearing: saysWhere(tokens, at) ? -2.5 : 0,
    // "found him guilty, overturning the verdict of a court in Lima": where that was passed.
    undone: at > happening.trigger && isOfUndone(tokens, happening.trigger, at) ? -5 : 0,
    distance: -Math.min(away, 30) / 20,
  };
}

/** "divers", "a Republican"; not "the withdrawal", "the departure", "a flight". */
const isSomebody = (token: Token | undefined): boolean =>
  token !== undefined && token.kind === 'word' && nounSense(token) === undefined && !isMotion(token);
const isMotion = wordClass(/(?:ure|ion|al|ment|ing|ed|flight|exit|return|smoke|fire|road|way)s?$/);

/** Behind "before", "after" or "since" without a comma in between: it is the place of what was at another time. */
function isOfOtherTime(tokens: readonly Token[], verb: number, at: number): boolean {
  for (let i = at - 1; i > Math.max(verb, at - 8); i -= 1) {
    const word = tokens[i]?.lower ?? '';
    if (tokens[i]?.kind === 'mark' && word !== '-') return false;
    if (isOtherTime(tokens[i]) && !isShortly(tokens[i - 1])) return true;
  }
  return false;
}

/** Behind ", overturning …": the place of what is undone. */
function isOfUndone(tokens: readonly Token[], verb: number, at: number): boolean {
  for (let i = at - 1; i > verb; i -= 1) {
    if (tokens[i]?.lower === ',') return false;
    if (isUndoing(tokens[i])) return tokens[i - 1]?.lower === ',' || tokens[i - 1]?.lower === 'and';
  }
  return false;
}

const isUndoing = wordClass(
  'overturning quashing reversing upholding confirming overruling annulling replacing succeeding',
);

const isOtherTime = wordClass('before after since until following');
const isShortly = wordClass('shortly soon immediately just minutes hours');

/** "asked the European Union for help", "accused Iran of": who is spoken to is not where. */
export function isAddressed(
  tokens: readonly Token[],
  { group }: Clause,
  { place }: ResolvedToponym,
  at: number,
): boolean {
  if (!group || group.passive || !place || !ADDRESSING.has(group.lemma)) return false;
  // "asked Berlin for tanks": the seat of a government stands for it.
  const power = /^PCL|^PPLC$/.test(place.featureCode) || place.countryCode === '';
  return power && at === group.last + (lowerAt(tokens, group.last + 1) === 'the' ? 2 : 1);
}

const isPart = wordClass(PARTS);

/** What comes from somewhere is no longer there. */
const COMING = new Set([
  'fly',
  'arrive',
  'return',
  'come',
  'travel',
  'import',
  'bring',
  'ship',
  'hail',
  'send',
  'dispatch',
]);

/** What is moved has a place before and one after. */
const MOVING = new Set([
  ...COMING,
  ...['move', 'transfer', 'relocate', 'take', 'extradite', 'deport', 'drive', 'flee', 'escape', 'evacuate', 'withdraw'],
]);

const ADDRESSING = new Set(
  'ask urge tell warn thank accuse blame criticise criticize condemn denounce praise invite remind assure inform sue petition lobby'.split(
    ' ',
  ),
);

/** "Syria's civil war" and "Japan's western coast" are there; "Iran's top diplomat" may be anywhere. */
function possessorScore(tokens: readonly Token[], happening: Happening, clitic: number): number {
  const next = tokens.slice(clitic + 1, clitic + 4).map(({ lower }) => lower);
  if (GEOGRAPHY.test(next.join(' '))) return 2;
  const away = happening.trigger - clitic;
  return happening.kind === 'noun' && away > 0 && away <= 4 ? 1 : -3;
}

const CONTESTS = new Set(['win', 'lose', 'draw', 'play', 'score', 'qualify']);
const MOVES = new Set(['transfer', 'agree', 'appoint', 'retire']);

/** "Argentina beat France", "joined Chelsea from Brighton": who plays and who employs, unless something is in or at them. */
function isTeam({ senses, sense }: Happening, before: string): boolean {
  if (/^(?:in|near|outside)$/.test(before)) return false;
  if (before === 'against') return true;
  if (senses.some((name) => MOVES.has(name))) return true;
  const contest = senses.some((name) => CONTESTS.has(name));
  return (contest || sense === null) && before !== 'at' && (before !== 'to' || !contest);
}

/** A union of states acts anywhere. */
const isUnion = (place: Place | null) => place?.featureCode === 'ZN';

/** What a country does in these fields it does at home: "Sri Lanka defaulted". */
const AT_HOME = new Set<Category | 'context'>(['economy', 'politics', 'health', 'disaster', 'accident']);

const isNational = wordClass(
  /^(?:president|king|queen|emir|prince|minister|premier|leader|leaders|head|ambassador|envoy|government|army|people|bank|university|bishop|citizens?|nationals?|presidency)$/,
);

/** "UK-based", "backed by Turkey", "according to the Aleppo office": whose somebody is, who acts, who says it. */
function isAffiliation(tokens: readonly Token[], toponym: ResolvedToponym, at: number): boolean {
  const token = tokens[at];
  if (token?.text.includes('-') && token.end > toponym.end) return true;
  if (isByWith(tokens[at - 1])) return true;
  // "based in Lyon, France"
  const name = tokens[at - 1]?.lower === ',' && isCapital(tokens[at - 2]) ? at - 2 : at;
  const origin = tokens.slice(Math.max(0, name - 3), name).some(isOrigin);
  if (origin) return true;
  if (isHome(tokens, at) || isBesideName(tokens, at) || (toponym.place && isEpithet(tokens, toponym.place, at)))
    return true;
  // "militias loyal to Iran"
  if (isAllied(tokens[at - 2]) && tokens[at - 1]?.lower === 'to') return true;
  // "the president of the United Arab Emirates"
  const of = tokens[at - 1]?.lower === 'the' ? at - 2 : at - 1;
  if (isOfTo(tokens[of]) && isNational(tokens[of - 1])) return true;
  if (toponym.place?.featureCode.startsWith('PCL') && isCompared(tokens, at)) return true;
  // "recalled its ambassadors in Paris and Lomé"
  if (isPosting(tokens, at)) return true;
  // "the Syrian city of Aleppo": what follows says which.
  if (isKind(tokens[at + 1]) && tokens[at + 2]?.lower === 'of') return true;
  for (let i = at; i > Math.max(1, at - 10); i -= 1) {
    if (isPause(tokens[i])) return false;
    if (tokens[i]?.lower === 'to' && tokens[i - 1]?.lower === 'according') return true;
  }
  return false;
}

/** "the deadliest fire in the United States": how far the comparison goes. */
const isCompared = (tokens: readonly Token[], at: number): boolean =>
  /\bthe (?:\p{Ll}{3,12}est|worst|first|most \p{Ll}{3,16}) (?:[\p{L}-]{2,20} ){1,3}(?:in|of|on) (?:the )?$/u.test(
    `${tokens
      .slice(Math.max(0, at - 9), at)
      .map(({ lower }) => lower)
      .join(' ')} `,
  );

const isPosted = wordClass(/^(?:ambassadors?|envoys?|diplomats?|consuls?|correspondents?)$/);

/** Behind "its ambassadors in", the later names of a list included. */
function isPosting(tokens: readonly Token[], at: number): boolean {
  let first = at;
  while (first > 2 && (isListMark(tokens[first - 1]) || isCapital(tokens[first - 1]))) first -= 1;
  return tokens[first - 1]?.lower === 'in' && isPosted(tokens[first - 2]);
}

/** The preposition before a name, past the words that may stand between: "in the northern Syrian city of", "near". */
function wordBefore(tokens: readonly Token[], at: number, from: number): string {
  let i = at - 1;
  while (i >= from && at - i < 6) {
    const word = tokens[i]?.lower ?? '';
    if (isWhere(tokens[i])) return word;
    if (tokens[i]?.kind === 'mark' || /^(?:and|or|said|the \w+ed)$/.test(word)) {
      // "in Aleppo, Idlib and Hama": a list goes on with the preposition of its head.
      if (!/^(?:,|and|or)$/.test(word) || !isCapital(tokens[i - 1])) return '';
    }
    i -= 1;
  }
  return '';
}

/** True for the second and later names of a list. */
const isListed = (tokens: readonly Token[], at: number) => isListMark(tokens[at - 1]) && isCapital(tokens[at - 2]);

/** "near Tulum", "40 km west of Reykjavik" */
const isNear = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(Math.max(0, at - 4), at).some(saysNear) || (isDistance(tokens[at - 3]) && isDirection(tokens[at - 2]));

const isDistance = wordClass(/^(?:km|kilomet(?:er|re)s?|miles?)$/);

/** "south of Aleppo", "55 km from Idlib", "on the way to Idlib": it says where another place lies. */
function saysWhere(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - 5), at).map(({ lower }) => lower);
  const text = `${before.join(' ')} `;
  return isBearing(text, text.length);
}
