import { daysBetween, daysOf } from '../../edtf.ts';
import type { Focus } from '../../focus.ts';
import type { Located, Reading } from '../../reading.ts';
import type { Token } from '../../tokens.ts';
import type { Clause } from './clauses.ts';
import type { Happening } from './happenings.ts';
import { isCapital } from './lexicon.ts';
import { isEndOfJourney } from './origins.ts';
import { subjectOf } from './subjects.ts';
import type { TitleContext } from './titles.ts';

/** Why something is not where its neighbours are, or not where the last was told. */

/** "passed 500 miles south of the islands": wherever that is, it is not here. From a hundred on, of miles or km. */
export const isFarOff = (tokens: readonly Token[], clause: Clause | undefined): boolean =>
  clause !== undefined &&
  /(?:^| )(?:\d{3,4}|\d,\d{3}|(?:a|several|two|three|four|five) hundred|hundreds of) (?:nautical )?(?:miles|km|kilomet(?:re|er)s) (?:to the )?(?:north|south|east|west|off|from|away)/.test(
    tokens
      .slice(clause.first, clause.last + 1)
      .map(({ lower }) => lower)
      .join(' '),
  );

/** "fell ill on a flight from Tomsk to Omsk": somewhere between, and not where the next clause is. */
export const isUnderWay = ({ tokens, places }: Reading, clause: Clause | undefined): boolean =>
  clause !== undefined &&
  places.some(({ start }) => {
    const at = tokens.findIndex((token) => token.end > start);
    return at >= clause.first && at <= clause.last && isEndOfJourney(tokens, at);
  });

/** "the collision at Haneda", of which we know no place: no dot is better than that of something else. */
export function namesUnknownPlace(
  { tokens, places, times }: Reading,
  clause: Clause | undefined,
  happening: Happening,
): boolean {
  if (!clause) return false;
  // Mud is thrown "at King Felipe"; a collision is "at Haneda".
  const at = happening.kind === 'noun' || happening.sense !== null;
  // "was launched from Kourou": from there, wherever that is.
  const from = setsOut(tokens, clause, DEPARTING);
  const opens = (word: string) =>
    /^(?:in|near|outside)$/.test(word) || (at && word === 'at') || (from && word === 'from');
  for (let i = clause.first + 1; i <= clause.last; i += 1) {
    const token = tokens[i];
    if (!token || !isCapital(token) || !/^\p{Lu}\p{Ll}/u.test(token.text)) continue;
    // "at the Plaza de Cibeles"; "in the Senate" tells no spot.
    const before = tokens[i - 1]?.lower ?? '';
    if (!opens(before) && !(before === 'the' && /^(?:at|near|outside)$/.test(tokens[i - 2]?.lower ?? ''))) continue;
    const known = [...places.filter(({ place }) => place !== null), ...times].some(
      (span) => token.start < span.end && token.end > span.start,
    );
    if (!known) return true;
  }
  return false;
}

/** Whether the verb of a clause, with the particle behind it, is one of these. */
export const setsOut = (tokens: readonly Token[], { group }: Clause, verbs: ReadonlySet<string>): boolean =>
  group !== null && (verbs.has(group.lemma) || verbs.has(`${group.lemma}_${tokens[group.last + 1]?.lower}`));

export const SETTING_OUT = new Set(['lift_off', 'blast_off', 'take_off', 'set_off', 'sail', 'depart']);

const DEPARTING = new Set(['launch', 'fire', 'fly', ...SETTING_OUT]);

/** Whether a clause names a country, be it where or not. */
export const namesCountry = ({ tokens, places }: Reading, { first, last }: Clause): boolean =>
  places.some(
    ({ start, end, place }) =>
      place?.featureCode.startsWith('PCL') && start >= (tokens[first]?.start ?? 0) && end <= (tokens[last]?.end ?? 0),
  );

/** Whether a clause of another subject tells when or why that of index `parent` happened. */
export const isBelow = ({ link, parent, group, first }: Clause, above: number): boolean =>
  (link === 'when' || link === 'because') &&
  parent === above &&
  group !== null &&
  !group.gerund &&
  group.first > first + 1;

/** "the season ends on 30 November": in July that is told of no spot. */
export const isFarAhead = (edtf: string | null, dct: string | null): boolean => {
  const from = edtf === null ? null : (daysOf(edtf)?.from ?? null);
  return from !== null && dct !== null && daysBetween(dct, from) > FAR_AHEAD;
};

/** "Police searched a flat in Leeds on Thursday. They had the gun, which was found on Tuesday.": what was days before may have been anywhere. */
export const isOtherDay = (edtf: string | null, last: string | null): boolean => {
  const [to, from] = [edtf && daysOf(edtf)?.to, last && daysOf(last)?.from];
  return Boolean(to && from && to < from);
};

/** Days. */
const FAR_AHEAD = 60;

/** "a truce in Lebanon": in an article about another country, an aside. */
export const isAbroad = ({ country }: Focus, { place }: Located) =>
  country !== null && place.countryCode !== '' && place.countryCode !== country.place.countryCode;

/** "France had halted its aid", behind what was decided in Brussels: another state acts elsewhere. */
export function isOtherPower(
  { places }: Reading,
  context: TitleContext,
  clause: Clause | undefined,
  { place }: Located,
): boolean {
  const subject = clause && subjectOf(context, clause);
  const power = places.find(({ text, place: own }) => own?.featureCode.startsWith('PCL') && text === subject)?.place;
  return power !== undefined && power !== null && power.countryCode !== place.countryCode;
}

/** A whole country that the article is not about is where one thing was, and seldom where the next is. */
export const isForeignCountry = ({ country }: Focus, { place }: Located) =>
  place.featureCode.startsWith('PCL') && place.countryCode !== country?.place.countryCode;
