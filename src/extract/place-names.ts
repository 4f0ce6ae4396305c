import { ARTICLES } from '../gazetteer/fold.ts';
import type { Gazetteer } from '../gazetteer/read.ts';
import type { Place } from '../types.ts';
import { ABBREVIATIONS, ACRONYMS, NEVER_A_PLACE, PARTICLES, PARTS } from './lang/en/place-words.ts';
import type { Word } from './words.ts';

/** A run of words that the gazetteer knows as a name. `from` and `to` count words, end exclusive. */
export interface NameMatch {
  from: number;
  to: number;
  candidates: Place[];
  /** Matched by foldLoosely only: "Deir Ezzor" for Deir ez-Zor. */
  loose: boolean;
}

/** Six words: "Democratic People's Republic of Korea". */
const LONGEST_NAME = 6;

/** The longest names of the gazetteer in a sentence, left to right, without overlap. */
export function matchNames(words: readonly Word[], gazetteer: Gazetteer): NameMatch[] {
  const matches: NameMatch[] = [];
  for (let from = 0; from < words.length; ) {
    const match = startsName(words, from) ? longestFrom(words, from, gazetteer) : null;
    if (match) matches.push(match);
    from = match ? match.to : from + 1;
  }
  return matches;
}

function startsName(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word || (word.shape !== 'title' && word.shape !== 'upper')) return false;
  return !(word.joined && words[at - 1]?.shape === 'number');
}

function longestFrom(words: readonly Word[], from: number, gazetteer: Gazetteer): NameMatch | null {
  const ends = possibleEnds(words, from);
  for (const to of ends.toReversed()) {
    const key = nameKey(words, from, to);
    const candidates = gazetteer.entry(key).places;
    // "Spanish" is a town in Ontario, and a people and a tongue everywhere else.
    if (candidates.length > 0 && gazetteer.homeOf(key).length > 0) continue;
    if (
      candidates.length > 0 &&
      isWrittenAsName(words, from, to) &&
      !(isEnding(words[to - 1]) && !candidates.some(({ name }) => OWN_ENDING.test(name))) &&
      !isDirection(words, from, to) &&
      !isPartOfRegion(words, from, to, candidates, gazetteer)
    ) {
      return { from, to, candidates, loose: false };
    }
  }
  const airport = airportFrom(words, from, ends, gazetteer);
  if (airport) return airport;
  for (const to of ends.toReversed()) {
    if (
      isEnding(words[to - 1]) ||
      words.slice(from, to).some((word) => isWord(word, gazetteer)) ||
      opensSentence(words, from, to, gazetteer)
    )
      continue;
    const text = words
      .slice(from, to)
      .map((word) => word.text)
      .join(' ');
    const candidates = gazetteer.findLoosely(text);
    if (candidates.length > 0 && isWrittenAsName(words, from, to)) return { from, to, candidates, loose: true };
  }
  return null;
}

/** [Haneda] airport: where no other place bears the name, it is that of the airport. */
function airportFrom(
  words: readonly Word[],
  from: number,
  ends: readonly number[],
  gazetteer: Gazetteer,
): NameMatch | null {
  const to = ends.find((end) => words[end]?.text === 'airport');
  if (to === undefined) return null;
  const candidates = gazetteer.entry(`${nameKey(words, from, to)} airport`).places;
  return candidates.length > 0 ? { from, to, candidates, loose: false } : null;
}

/** "South West Norfolk" is of Norfolk, and not of the region Southwest of Cameroon. */
function isDirection(words: readonly Word[], from: number, to: number): boolean {
  const next = words[to];
  return (
    (next?.shape === 'title' || next?.shape === 'upper') && words.slice(from, to).every(({ key }) => PARTS.has(key))
  );
}

/** "East Texas" is the east of Texas, though a village bears that name; "North Carolina" and "South Korea" are names. */
function isPartOfRegion(
  words: readonly Word[],
  from: number,
  to: number,
  candidates: readonly Place[],
  gazetteer: Gazetteer,
): boolean {
  if (to - from < 2 || !PARTS.has(words[from]?.key ?? '')) return false;
  if (candidates.some(({ featureClass, population }) => featureClass !== 'P' || population > 10_000)) return false;
  const [rest] = gazetteer.entry(nameKey(words, from + 1, to)).places;
  return rest !== undefined && (rest.featureCode === 'ADM1' || rest.featureCode.startsWith('PCL'));
}

/** A word with a sense of its own is no other spelling of a name: "Ready" is not Riyadh, nor "Syrian" a town. */
function isWord({ key, shape }: Word, gazetteer: Gazetteer): boolean {
  if (shape === 'lower' || shape === 'punctuation') return false;
  const { commonWord, givenName } = gazetteer.entry(key);
  return commonWord > 0 || givenName || gazetteer.homeOf(key).length > 0;
}

/** "In Kenya" is not 'Ayn Qiniya; "As Iraq …" is Iraq, and "As Sweida" the town, for an article is written so too. */
function opensSentence(words: readonly Word[], from: number, to: number, gazetteer: Gazetteer): boolean {
  const key = words[from]?.key ?? '';
  if (to - from < 2 || !NEVER_A_PLACE.has(key)) return false;
  return !ARTICLES.has(key) || gazetteer.entry(nameKey(words, from + 1, to)).places.length > 0;
}

/** Where a name that begins here may end: after each capitalised word that only small words and hyphens part from it. */
function possibleEnds(words: readonly Word[], from: number): number[] {
  const ends: number[] = [];
  let count = 0;
  for (let at = from; at < words.length && count < LONGEST_NAME; at++) {
    const word = words[at];
    if (!word) break;
    if (word.shape === 'title' || word.shape === 'upper') {
      count += 1;
      ends.push(at + 1);
      continue;
    }
    const next = words[at + 1];
    if (isEnding(word)) {
      ends.push(at + 1);
      continue;
    }
    const inside = word.text === '-' || word.text === '&' || PARTICLES.has(word.text.toLowerCase());
    if (!inside || !next) break;
  }
  return ends;
}

/** The "'s" of "St. John's", "King's Lynn" and "Aleppo's", which is a word of its own. */
const isEnding = (word: Word | undefined): boolean => word?.joined === true && /^['’`]s$/i.test(word.text);

/** "St. John's" is a name; "Athen's" is not Athens. */
const OWN_ENDING = /['’]s(?![\p{L}])/u;

/** The key by which the gazetteer knows a run of words. */
export function nameKey(words: readonly Word[], from: number, to: number): string {
  let key = '';
  for (let at = from; at < to; at++) {
    const word = words[at];
    if (!word || word.key === '') continue;
    key = key === '' ? word.key : isEnding(word) ? `${key}s` : `${key} ${word.key}`;
  }
  return key;
}

/** "us" is no country, "US" is; "May", "Of" and the like are never one by themselves. */
function isWrittenAsName(words: readonly Word[], from: number, to: number): boolean {
  const word = words[from];
  if (!word || to - from > 1) return true;
  if (ABBREVIATIONS.has(word.key)) return word.shape === 'upper' || word.text.endsWith('.') || words[to]?.text === '.';
  if (word.key.length < 3) return word.shape === 'upper' && word.text.length === 2 && ACRONYMS.has(word.key);
  if (ACRONYMS.has(word.key)) return word.shape === 'upper';
  return !NEVER_A_PLACE.has(word.key);
}
