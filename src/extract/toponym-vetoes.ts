import type { Gazetteer } from '../gazetteer/read.ts';
import { DISEASE_WORDS, NAMED_DISEASES, OUTBREAK_WORDS } from './lang/en/disease-names.ts';
import { VESSELS } from './lang/en/place-words.ts';
import { STOP_WORDS } from './lang/en/stop-words.ts';
import { RETIRED_STORMS, STORM_WORDS } from './lang/en/storm-names.ts';
import { verbNamed } from './lang/en/verbs.ts';
import type { NameMatch } from './place-names.ts';
import type { Line, NameMention, Reading } from './toponym-features.ts';
import type { Word } from './words.ts';

/** "the ferry Estonia", "a Canadian ship, the Horizon Arctic": the name, or its end, is that of a vessel. */
export function isOfVessel({ words }: Line, { from }: NameMatch): boolean {
  let at = from - 1;
  while (words[at]?.shape === 'title' && from - at < 4) at -= 1;
  if (words[at]?.key === 'the' && words[at - 1]?.text === ',') at -= 2;
  return words[at]?.shape === 'lower' && VESSELS.has(words[at]?.key ?? '');
}

/**
 * Names with an article of their own and nothing behind them are those of ships, rivers and papers, unless the gazetteer has
 * them so: "the Dali left port" is no town, "the Hague" is.
 */
export function thingsIn(
  mentions: readonly NameMention[],
  readings: readonly Reading[],
  gazetteer: Gazetteer,
): Set<string> {
  const things = new Set<string>();
  const places = new Set<string>();
  mentions.forEach(({ key, line: { words, headline }, match: { from, to, candidates } }, index) => {
    if (readings[index]?.place) places.add(key);
    const bare = endsName(words[to]);
    const named = words[from - 1]?.key === 'the' && bare && !headline && to - from === 1;
    if (named && candidates[0]?.featureClass === 'P' && gazetteer.entry(`the ${key}`).places.length === 0)
      things.add(key);
  });
  return new Set([...things].filter((key) => !places.has(key)));
}

/** The names of the storms that a document tells of: those it calls so, and in their company the great ones of the past. */
export function stormsIn(lines: readonly Line[]): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { words, headline } of lines) {
    words.forEach(({ key, shape }, at) => {
      const next = words[at + 1];
      if (!headline && shape === 'title' && STORM_WORDS.has(key) && next?.shape === 'title') named.add(next.key);
    });
  }
  return named.size > 0 ? new Set([...named, ...RETIRED_STORMS]) : named;
}

/** The diseases that a document tells of by the names of places: those that it calls so, "Marburg virus", and the well-known. */
export function diseasesIn(mentions: readonly NameMention[]): ReadonlySet<string> {
  const named = mentions.filter(isOfDisease).map(({ key }) => key);
  return named.length > 0 ? new Set([...named, ...NAMED_DISEASES]) : NO_NAMES;
}

/** "Marburg [virus]", "the Rift Valley [fever]", "the Ebola [outbreak]": the name is that of a disease, wherever that was first seen. */
export function isOfDisease({ key, line: { words }, match: { to } }: NameMention): boolean {
  const next = words[to]?.text === '-' ? words[to + 1] : words[to];
  if (!next || next.shape === 'upper') return false;
  return DISEASE_WORDS.has(next.key) || (NAMED_DISEASES.has(key) && OUTBREAK_WORDS.has(next.key));
}

/** What stands behind a name that is nobody else's: a mark, a verb or a small word, rather than the noun of "the Leeds hospital". */
function endsName(after: Word | undefined): boolean {
  if (!after || after.shape === 'punctuation') return after?.text !== '-';
  // "the Homs and Hama garrisons"
  if (after.shape !== 'lower' || after.key === 'and' || after.key === 'or') return false;
  return STOP_WORDS.has(after.key) || verbNamed(after.text, after.key) !== undefined;
}

const NO_NAMES: ReadonlySet<string> = new Set();
