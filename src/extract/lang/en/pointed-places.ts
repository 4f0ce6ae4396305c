import type { Place, ResolvedToponym } from '../../../types.ts';
import type { Located, Thread } from '../../reading.ts';
import type { Token } from '../../tokens.ts';
import { STOP_WORDS } from './stop-words.ts';
import { readVerb } from './verbs.ts';
import { wordClass } from './word-class.ts';

const isPointer = wordClass('the that this');
const isNationwide = wordClass('nationwide countrywide');
const isArchipelago = wordClass('archipelago');
const TO_BE = /^(?:is|are|was|were|has|have|had|will|would|'s)$/;

/** Few islands have more people than this: a bigger country is not "the island". */
const LARGE_ISLAND = 30_000_000;

const GENERIC: readonly [pattern: RegExp, fits: (place: Place) => boolean][] = [
  [/^capital$/, (place) => place.featureCode === 'PPLC'],
  [/^(?:city|town|village|suburb|port|district|neighbourhood|neighborhood)$/, (place) => place.featureClass === 'P'],
  [/^(?:country|nation|kingdom|republic)$/, (place) => place.featureCode.startsWith('PCL')],
  [
    /^(?:island|islands|archipelago|peninsula)$/,
    (place) =>
      place.featureClass === 'T' || (/^(?:PCL|ADM)/.test(place.featureCode) && place.population < LARGE_ISLAND),
  ],
  [/^(?:province|region|state|governorate|county|territory)$/, (place) => place.featureCode.startsWith('ADM')],
];

/** "the state news agency" is no state; "the city centre" is in the city. */
const AREA_NOUN = /^(?:country|nation|kingdom|republic|province|region|state|governorate|county|territory)$/;

const isNoun = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.lower !== "'s" && !STOP_WORDS.has(token.lower) && readVerb(token) === undefined;

/** "Divers from Rijeka", "the mayor of Split": where somebody is from, of the same sentence. */
const isOrigin = (tokens: readonly Token[], start: number): boolean => {
  const at = tokens.findIndex((token) => token.start === start);
  return at > 0 && comesFrom(tokens[at - 1]);
};
const comesFrom = wordClass('from of by');

/**
 * The place that "the city", "the country" or "there" stands for within token range `first` to `last`: the last mention
 * before it that is of such a kind; of "there" the place of what was told last, unless a place was named since.
 */
export function anaphoricPlace(
  tokens: readonly Token[],
  earlier: readonly ResolvedToponym[],
  first: number,
  last: number,
  country: Located | null,
  there: Thread['there'],
): Located | null {
  for (let i = first; i < last; i += 1) {
    const token = tokens[i];
    // "The airport there has been shut", not "there has been a fire".
    const isAdverb = () => tokens[i - 1]?.kind === 'word' || !TO_BE.test(tokens[i + 1]?.lower ?? '');
    if (token?.lower === 'there' && isAdverb()) {
      const last = earlier.findLast(
        ({ start, end, place, use }) =>
          end <= token.start && place !== null && use === 'place' && !isOrigin(tokens, start),
      );
      if (there && (last === undefined || last.start < there.until)) return there.located;
      if (last?.place) return { place: last.place, near: false, toponym: last };
    }
    if (country && token && isNationwide(token)) return country;
    if (!token || !isPointer(token)) continue;
    const noun = tokens[i + 1]?.lower ?? '';
    const fits = GENERIC.find(([pattern]) => pattern.test(noun))?.[1];
    if (!fits || tokens[i + 2]?.lower === 'of' || (AREA_NOUN.test(noun) && isNoun(tokens[i + 2]))) continue;
    if (country && /^(?:country|nation)$/.test(noun)) return country;
    // "the capital" in an article about Syria is that of Syria, wherever somebody came from.
    const home = noun === 'capital' ? country?.place.countryCode : undefined;
    const mention = earlier.findLast(
      ({ end, place }) =>
        end <= token.start && place !== null && fits(place) && (home === undefined || place.countryCode === home),
    );
    // "the archipelago" in an article about one: no other state that has been named since.
    const strange = mention?.place?.featureCode.startsWith('PCL') && mention.place !== country?.place;
    if (country && strange && isArchipelago(tokens[i + 1]) && fits(country.place)) return country;
    if (mention?.place) return { place: mention.place, near: false, toponym: mention };
  }
  return null;
}
