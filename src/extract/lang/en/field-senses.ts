import type { Category } from '../../../types.ts';
import type { Token } from '../../tokens.ts';
import type { Happening } from './happenings.ts';
import { nounNamed, type Sense, senseNamed, senseOfVerb } from './senses.ts';
import { COURTS } from './speech.ts';
import { wordClass } from './word-class.ts';

/** What an article tells of its own words: the storms that it names, and whether a strike in it is one of workers. */
export interface Field {
  category: Category;
  storms: ReadonlySet<string>;
  labour: boolean;
  /** Its fires are of forests and hills. */
  wild: boolean;
  /** Told of rockets, orbits and the moon: where it happens is on no map. */
  space: boolean;
}

const STORM = /^(?:hurricane|typhoon|cyclone|storm)$/;
const isStormWord = wordClass(STORM);
/** In small letters: the European Union strikes nobody. */
const isUnion = wordClass(
  /^(?:unions?|pickets?|picketing|picketed|walkouts?|stoppages?|bargaining|wages?|salary|salaries)$/,
);
/** Who may be on strike, and may as well be hit by one. */
const isLabour = wordClass(
  /^(?:pay|workers|doctors|nurses|teachers|drivers|pilots|dockers|miners|employees|staff|crews?)$/,
);
const isArms = wordClass(
  /^(?:army|military|troops|soldiers?|missiles?|drones?|rebels?|air|airstrikes?|bombs?|militants?|rockets?|warplanes?|warships?|jets?)$/,
);
const isOfSpace = wordClass(
  'spacecraft spaceship spaceport spaceflight cosmodrome astronaut astronauts cosmonaut cosmonauts lunar orbit orbital orbiter lander rover satellite satellites liftoff splashdown moon nasa roscosmos',
);
const isWildfire = wordClass('wildfire wildfires bushfire bushfires');
/** An article is of space where so many of its words are, and more than of arms. */
const LEAST_SPACE = 4;
/** A strike is one of workers where their words are at least as many, and outweigh those of arms by so much. */
const LEAST_LABOUR = 2;
const LABOUR_SHARE = 3;

/** The field of an article, by the words of its sentences. */
export function findField(sentences: readonly (readonly Token[])[], category: Category): Field {
  const storms = new Set<string>();
  let unions = 0;
  let labour = 0;
  let arms = 0;
  let space = 0;
  let wild = 0;
  for (const tokens of sentences) {
    for (const [i, token] of tokens.entries()) {
      const next = tokens[i + 1];
      // "Hurricane Beryl", but not "the storm Friday".
      if (isStormWord(token) && next && /^\p{Lu}\p{Ll}{2,}$/u.test(next.text) && !/day$/.test(next.lower))
        storms.add(next.lower);
      if (isLabour(token) && token.text === token.lower) labour += 1;
      if ((isUnion(token) && token.text === token.lower) || isPayQuarrel(token, tokens[i - 1], next)) unions += 1;
      if (token.lower === 'strike' && isStoppage(tokens[i - 1], next, tokens.slice(i + 2, i + 6))) unions += 2;
      if (isArms(token)) arms += 1;
      if (isOfSpace(token)) space += 1;
      if (isWildfire(token)) wild += 1;
    }
  }
  const all = unions + labour;
  const isLabours = unions > 0 && all >= LEAST_LABOUR && all >= LABOUR_SHARE * arms;
  const isOfSpaces = space >= LEAST_SPACE && space > arms;
  // Who strikes a works is at war with nobody.
  const settled = isLabours && category === 'conflict' ? 'economy' : category;
  const field = wild > 0 && settled === 'accident' ? 'disaster' : settled;
  return { category: isOfSpaces ? 'other' : field, storms, labour: isLabours, space: isOfSpaces, wild: wild > 0 };
}

/** "a row over pay", "the pay dispute"; not "should pay for it". */
const isPayQuarrel = ({ lower }: Token, before: Token | undefined, next: Token | undefined) =>
  lower === 'pay' &&
  (/^(?:over|on|about)$/.test(before?.lower ?? '') ||
    /^(?:dispute|disputes|deal|rise|rises|offer|row|talks|claim|increase|increases|cut|cuts|and)$/.test(
      next?.lower ?? '',
    ));

/** "on strike", "a three-day strike", "strike action", "a strike over pay", "the strike by nurses". */
const isStoppage = (before: Token | undefined, next: Token | undefined, by: readonly Token[]) =>
  (next?.lower === 'by' && by.some(isLabour)) ||
  before?.lower === 'on' ||
  /-(?:day|hour|week)$/.test(before?.lower ?? '') ||
  /^(?:action|over|ballot)$/.test(next?.lower ?? '');

/** What a court does by ruling: it sends nobody home that it dismisses. */
const RULINGS = new Set(['dismiss', 'reject', 'throw_out', 'block', 'halt', 'suspend', 'order', 'approve', 'ban']);

/** No bridge: a government that collapses resigns, talks that collapse are off. */
const GOVERNMENTS = /^(?:government|coalition|cabinet|administration|regime|alliance)$/;
const BARGAINS = /^(?:talks|deal|truce|ceasefire|negotiations|agreement|plan|trial|bid|merger)$/;

/** Who gathers in a street has come for more than a meeting. */
const CROWD = /^(?:hundreds|thousands|crowds?|protesters|demonstrators|workers|supporters|activists)$/;

/** "shares plunged", "the pound sank": no accident befell them. */
const FALLS =
  /^(?:plunge|plummet|slide|sink|crash|collapse|dive|tumble|jump|climb|gain|rebound|recover|rally|surge|slump|fall|rise|drop|soar)$/;

/** Who withdraws leaves no town: it is money. */
const SAVERS = /^(?:clients?|customers?|depositors?|savers?|investors?|account-?holders?)$/;
const VALUES =
  /^(?:shares?|stocks?|index|indices|indexes|prices?|markets?|currency|pound|dollar|euro|yen|rouble|lira|peso|rand|bitcoin|profits?|revenues?|sales|bonds?|futures|inflation|exports?|imports?)$/;

const FORCES_OF_NATURE =
  /^(?:lava|waters?|floodwaters?|floods?|flames?|fires?|mud|waves?|wildfires?|river|snow|avalanche|landslide|earthquake|quake|tremors?|aftershocks?|storm|hurricane|typhoon|cyclone|tornado|winds?|gales?)$/;

const WEAPONS =
  /^(?:drones?|missiles?|rockets?|shells?|bombs?|mortars?|jets?|warplanes?|artillery|airstrikes?|gunships?)$/;

const CHANGES_CLUB = /^(?:join|leave|move|sign|switch)$/;
/** What a storm cannot do: there it passes. */
const NOT_OF_STORMS = new Set([
  'attack',
  'crash',
  'rescue',
  'fight',
  'seize',
  'resign',
  'win',
  'lose',
  'market',
  'visit',
  'withdraw',
  'transfer',
]);

/**
 * A happening with the sense that its words have in this field: the strike of a union is a walkout, who joins a club is
 * transferred, a storm that "loses its strength" or "brushes past" a coast is a storm.
 *
 * @param lemma of the verb; empty for a noun
 * @param subject the words of its subject
 */
export function settleSense(field: Field, happening: Happening, lemma: string, subject: string | null): Happening {
  const { sense } = happening;
  if (field.labour && happening.senses.includes('attack')) {
    const settled = happening.senses.map((name) => (name === 'attack' ? 'walkout' : name));
    const own = sense?.name === 'attack' ? senseNamed('walkout') : sense;
    return { ...happening, sense: own ?? sense, senses: [...new Set(settled)] };
  }
  // "crews fought the fire": what burns in an article on a wildfire is that.
  if (field.wild && sense !== null && sense === nounNamed('fire', 'fire') && sense !== senseOfVerb(lemma))
    return withSense(happening, senseNamed('burn'));
  // "the takeover" of one company by another
  if (lemma === '')
    return field.category === 'economy' && sense?.name === 'seize'
      ? withSense(happening, senseNamed('buy'))
      : happening;
  if (
    sense?.category !== 'justice' &&
    RULINGS.has(lemma) &&
    subject?.split(/\s+/).some((word) => COURTS.has(word.toLowerCase()))
  )
    return withSense(happening, senseNamed('rule'));
  // "the stoppages spread to Leeds"
  if (lemma === 'spread_to')
    return withSense(happening, nounNamed(headOf(subject), headOf(subject)) ?? senseNamed('spread'));
  if (lemma === 'collapse' && GOVERNMENTS.test(headOf(subject))) return withSense(happening, senseNamed('resign'));
  if (lemma === 'collapse' && BARGAINS.test(headOf(subject))) return withSense(happening, senseNamed('agree'));
  if (lemma === 'gather' && CROWD.test(headOf(subject))) return withSense(happening, senseNamed('protest'));
  if (lemma === 'withdraw' && SAVERS.test(headOf(subject))) return withSense(happening, senseNamed('market'));
  if (FALLS.test(lemma) && VALUES.test(headOf(subject))) return withSense(happening, senseNamed('market'));
  // "lava overran a road": no army.
  if ((sense?.name === 'seize' || lemma === 'topple') && FORCES_OF_NATURE.test(headOf(subject)))
    return withSense(happening, senseNamed('destroy'));
  // "a drone hit a bus"
  if (sense?.name === 'hit' && WEAPONS.test(headOf(subject))) return withSense(happening, senseNamed('attack'));
  if (field.category === 'sport' && CHANGES_CLUB.test(lemma) && (sense === null || sense.name === 'agree'))
    return withSense(happening, senseNamed('transfer'));
  if ((sense === null || NOT_OF_STORMS.has(sense.name)) && isStorm(field, subject))
    return withSense(happening, senseNamed('storm'));
  return happening;
}

function withSense(happening: Happening, sense: Sense | undefined): Happening {
  if (!sense) return happening;
  const others = happening.senses.filter((name) => name !== happening.sense?.name && !NOT_OF_STORMS.has(name));
  // Who joins a club does so on the word of that verb; a war that breaks out is told by its noun.
  const borrowed = happening.borrowed && sense.name !== 'transfer';
  return { ...happening, sense, faint: false, borrowed, senses: [...new Set([sense.name, ...others])] };
}

/** True for "Hurricane Beryl", "Beryl", "the storm": the subject is headed by one. */
function isStorm({ storms }: Field, subject: string | null): boolean {
  const head = headOf(subject);
  return storms.has(head) || (STORM.test(head) && nounNamed(head, head) !== undefined);
}

/** The last word of a subject before what is told of it. */
const headOf = (subject: string | null): string =>
  subject
    ?.toLowerCase()
    .split(/,|\s(?:of|in|on|at|that|which|with|from)\s/)[0]
    ?.split(/\s+/)
    .at(-1) ?? '';
