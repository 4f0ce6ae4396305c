import type { Place, ToponymUse } from '../types.ts';
import { ACTING, ALLIED, BELONGING, LOCATIVES, OFFICES, ORGANISATION_NOUNS, SAYING } from './lang/en/place-words.ts';
import type { NameMatch } from './place-names.ts';
import type { Word } from './words.ts';

/**
 * How a name is used. Nothing happens in a place that is an actor ("Moscow said", "Turkey-backed fighters") or tells
 * whose somebody is ("UK-based", "Iran's foreign minister", "the Bank of England").
 */
export function useOf(words: readonly Word[], { from, to, candidates }: NameMatch): ToponymUse {
  const before = words[from - 1];
  const after = words[to];
  const after2 = words[to + 1];
  if (after?.text === '-' && after.joined && after2?.joined) {
    if (BELONGING.has(after2.key)) return 'affiliation';
    if (ALLIED.has(after2.key)) return 'actor';
  }
  if (isCapital(after) && after && isOrganisation(words, to)) return 'affiliation';
  if (before?.key === 'of' && ORGANISATION_NOUNS.has(words[from - 2]?.key ?? '') && isCapital(words[from - 2]))
    return 'affiliation';
  if (before?.key === 'of' && OFFICES.has(words[from - 2]?.key ?? '')) return 'affiliation';
  if (/^['’]s$/i.test(after?.text ?? '') && hasOffice(words, to + 1)) return 'affiliation';
  if (before && LOCATIVES.has(before.key)) return 'place';
  if (isPower(candidates[0])) {
    if (after && (SAYING.has(after.key) || ACTING.has(after.key)) && after.shape === 'lower') return 'actor';
    if (before?.key === 'by' || before?.key === 'with' || before?.key === 'against') return 'actor';
    if (isCapital(after) && after && OFFICES.has(after.key)) return 'affiliation';
  }
  return 'place';
}

/** "Iran's [hard-line] foreign minister": an office within three words. */
function hasOffice(words: readonly Word[], from: number): boolean {
  return words.slice(from, from + 3).some((word) => OFFICES.has(word.key));
}

/** The run of capitals after the name ends in a word for an organisation: "Killeen Police Department". */
function isOrganisation(words: readonly Word[], from: number): boolean {
  let at = from;
  while (isCapital(words[at])) at++;
  return ORGANISATION_NOUNS.has(words[at - 1]?.key ?? '');
}

function isCapital(word: Word | undefined): boolean {
  return word?.shape === 'title' || word?.shape === 'upper';
}

/** Only a state, a bloc or a seat of government acts under its own name. */
function isPower(place: Place | undefined): boolean {
  if (!place) return false;
  return place.featureCode.startsWith('PCL') || ['PPLC', 'ADM1', 'ZN', 'GOVB'].includes(place.featureCode);
}
