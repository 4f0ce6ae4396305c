import type { Place, ResolvedToponym } from '../../../types.ts';
import { lowerAt, type Token } from '../../tokens.ts';
import { isCapital } from './lexicon.ts';
import { KINDS, ORGANISATION_NOUNS, PLACE_NOUNS } from './place-words.ts';
import { STOP_WORDS } from './stop-words.ts';
import { readVerb } from './verbs.ts';
import { wordClass } from './word-class.ts';

/** Where people, firms and journeys are from or bound for is not where they are. Token positions are those of the name. */

const isJourney = wordClass(
  /^(?:flight|flights|train|trains|bus|coach|ferry|plane|jet|aircraft|airliner|voyage|journey|trip|crossing|motorway|highway|road|route|railway|convoy)$/,
);
const isArticle = wordClass('the a an its his her their');
const isInAt = wordClass('in at near outside');

/** "Maria Lopez of Seville", "Ruiz, 35, of Lima", "the owner, Grace Ocean of Singapore": whose home or seat it is. */
export function isHome(tokens: readonly Token[], at: number): boolean {
  if (lowerAt(tokens, at - 1) !== 'of') return false;
  // "Ruiz, 35, of Lima"
  if (lowerAt(tokens, at - 2) === ',' && tokens[at - 3]?.kind === 'number' && lowerAt(tokens, at - 4) === ',')
    return true;
  let first = at - 2;
  while (first >= 0 && isCapital(tokens[first])) first -= 1;
  const size = at - 2 - first;
  // "the battle of Homs" and "Battle of Homs" are no people; nor are "Port of Antwerp" and "the Free University of Berlin".
  const aside = lowerAt(tokens, first) === ',' && /^[,.]$/.test(lowerAt(tokens, at + 1));
  if (size === 0 || (size === 1 && !aside) || isArticle(tokens[first])) return false;
  const head = lowerAt(tokens, at - 2);
  return aside || !(KINDS.has(head) || PLACE_NOUNS.has(head) || ORGANISATION_NOUNS.has(head));
}

/** "fell ill on a flight from Tomsk to Omsk": both ends of a journey, and neither is where it was. */
export function isEndOfJourney(tokens: readonly Token[], at: number): boolean {
  let from = at - 1;
  if (lowerAt(tokens, from) === 'to' || lowerAt(tokens, from) === 'and') {
    from -= 1;
    while (isCapital(tokens[from])) from -= 1;
  }
  if (/^(?:from|between)$/.test(lowerAt(tokens, from)) && isJourney(tokens[from - 1])) return true;
  // "fell ill on the flight to Omsk": before it came there.
  return (
    lowerAt(tokens, at - 1) === 'to' &&
    isJourney(tokens[at - 2]) &&
    tokens.slice(Math.max(0, at - 6), at - 2).some(isAboard)
  );
}

const isAboard = wordClass('on aboard during');

/** "was moved to a camp from a prison in Vladimir": told where somebody came to, what follows "from" was left. */
export function isLeft(tokens: readonly Token[], verb: number, at: number): boolean {
  let from = at - 1;
  while (from > verb && from > at - 9 && lowerAt(tokens, from) !== 'from') {
    if (tokens[from]?.kind === 'mark') return false;
    from -= 1;
  }
  if (lowerAt(tokens, from) !== 'from' || from <= verb) return false;
  const between = tokens.slice(from + 1, at);
  if (
    between.filter(isInAt).length > 1 ||
    !between.every((token) => isInAt(token) || isArticle(token) || isPlain(token))
  )
    return false;
  return tokens.slice(verb + 1, from).some(({ lower }) => /^(?:to|into|back|home)$/.test(lower));
}

const isPlain = (token: Token) => token.kind === 'word' && !STOP_WORDS.has(token.lower) && !isCapital(token);

/** "a prison in the Vladimir region, east of Moscow": the second name says where the first one lies. */
export function isBesideName(tokens: readonly Token[], at: number): boolean {
  if (lowerAt(tokens, at - 1) !== 'of' || !isDirection(tokens[at - 2])) return false;
  const before = lowerAt(tokens, at - 3) === 'just' ? at - 4 : at - 3;
  const kind = isCapital(tokens[before - 1]) ? 0 : 1;
  return (
    lowerAt(tokens, before) === ',' &&
    isCapital(tokens[before - 1 - kind]) &&
    (kind === 0 || KINDS.has(lowerAt(tokens, before - 1)))
  );
}

export const isDirection = wordClass(/^(?:north|south|east|west)-?(?:east|west)?$/);

/** "The owner, Grace Ocean of Singapore, asked": what is told of the subject between commas, unless that is the name alone or where it is. */
export function isInAside(
  tokens: readonly Token[],
  toponym: Pick<ResolvedToponym, 'start' | 'end'>,
  verb: number,
  at: number,
): boolean {
  let close = verb - 1;
  while (close > at && lowerAt(tokens, close) !== ',') close -= 1;
  if (close <= at || close < verb - 2) return false;
  let open = at - 1;
  while (open > 0 && lowerAt(tokens, open) !== ',') open -= 1;
  if (open <= 0 || tokens.slice(open + 1, at).some(isInAt)) return false;
  return (tokens[open + 1]?.start ?? 0) !== toponym.start || (tokens[close - 1]?.end ?? 0) !== toponym.end;
}

/** "the Arctic penal colony", "an Atlantic crossing": a sea or a region beyond states that only says of what kind a thing is. */
export function isEpithet(tokens: readonly Token[], { countryCode, featureClass }: Place, at: number): boolean {
  if (countryCode !== '' || !/^[HLT]$/.test(featureClass) || !isArticle(tokens[at - 1])) return false;
  const next = tokens[at + 1];
  if (next === undefined || !isPlain(next) || readVerb(next)?.past || readVerb(next)?.s) return false;
  return !/^(?:region|area)$/.test(next.lower);
}
