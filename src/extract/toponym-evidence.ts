import { SPORTS } from './lang/en/place-words.ts';
import { kindOf } from './place-kind.ts';
import type { Line, NameMention } from './toponym-features.ts';

/** What a document shows beyond the single mention. */
export interface Evidence {
  names: ReadonlyMap<string, NameEvidence>;
  /** Words that occur in small letters. */
  lowerCase: ReadonlySet<string>;
  countries: ReadonlySet<string>;
  regions: ReadonlySet<string>;
  /** A report on sport, where a town's name is a team as often as not. */
  sports: boolean;
}

/** What the mentions of one name show, as counts of mentions. */
interface NameEvidence {
  mentions: number;
  asPerson: number;
  asPlace: number;
  /** After "Mr" and the like. */
  asMister: number;
  /** With no other capitalised word beside it. */
  alone: number;
}

/** A report on sport has one word in this many of sport. */
const SPORTS_SHARE = 1 / 60;
const PERSON_SIGNS = ['before:title', 'before:Given', 'after:saying', 'run begins:Given', 'after:Suffix'];
const PLACE_SIGNS = ['before:locative', 'comma:inside the next', 'dateline', 'after:kind', 'before:part'];

/** Gathers the evidence of a document from the local features of its mentions. */
export function gatherEvidence(
  mentions: readonly NameMention[],
  local: readonly string[][],
  lines: readonly Line[],
): Evidence {
  const names = new Map<string, NameEvidence>();
  const countries = new Set<string>();
  const regions = new Set<string>();
  mentions.forEach(({ key, match }, index) => {
    const features = new Set(local[index]);
    const name = names.get(key) ?? { mentions: 0, asPerson: 0, asPlace: 0, asMister: 0, alone: 0 };
    names.set(key, {
      mentions: name.mentions + 1,
      asPerson: name.asPerson + (PERSON_SIGNS.some((sign) => features.has(sign)) ? 1 : 0),
      asPlace: name.asPlace + (PLACE_SIGNS.some((sign) => features.has(sign)) ? 1 : 0),
      asMister: name.asMister + (features.has('before:Mr') ? 1 : 0),
      alone: name.alone + (features.has('run:0|0') ? 1 : 0),
    });
    const best = match.candidates[0];
    if (best?.featureCode.startsWith('PCL')) countries.add(best.countryCode);
    if (best?.featureCode === 'ADM1') regions.add(best.admin1);
  });
  return { names, countries, regions, ...readWords(lines) };
}

function readWords(lines: readonly Line[]): { lowerCase: Set<string>; sports: boolean } {
  const lowerCase = new Set<string>();
  let [all, ofSport] = [0, 0];
  for (const { words } of lines) {
    for (const { shape, key } of words) {
      if (shape !== 'lower') continue;
      lowerCase.add(key);
      all += 1;
      if (SPORTS.has(key)) ofSport += 1;
    }
  }
  return { lowerCase, sports: ofSport > all * SPORTS_SHARE };
}

/** Features of a mention that rest on the whole document. */
export function evidenceFeatures({ key, match }: NameMention, own: readonly string[], evidence: Evidence): string[] {
  const { names, lowerCase, countries, regions, sports } = evidence;
  const { mentions, asPerson, asPlace, asMister, alone } = names.get(key) ?? NO_EVIDENCE;
  const features = [
    `document: person ${share(asPerson, mentions)}, place ${share(asPlace, mentions)}`,
    `document: mentions ${Math.min(4, mentions)}`,
    `document: alone ${share(alone, mentions)}`,
  ];
  if (asPerson > 0) features.push('document: a person somewhere');
  if (asPlace > 0) features.push('document: a place somewhere');
  if (asMister > 0 && !own.some((feature) => PLACE_SIGNS.includes(feature))) features.push(MISTER_SOMEWHERE);
  if (lowerCase.has(key)) features.push('document: in small letters elsewhere');
  const best = match.candidates[0];
  if (sports)
    features.push(`sports: ${kindOf(best)}`, `sports: ${own.includes('before:locative') ? 'locative' : 'other'}`);
  const inRegion = match.candidates.some((place) => regions.has(place.admin1) && place.featureCode !== 'ADM1');
  const inCountry = match.candidates.some((place) => countries.has(place.countryCode) && place !== best);
  if (inRegion) features.push('document: its region is named');
  else if (inCountry) features.push('document: its country is named');
  return features;
}

/** The name stands after "Mr" somewhere, and nothing here speaks for a place. */
export const MISTER_SOMEWHERE = 'document: Mr somewhere';

const NO_EVIDENCE: NameEvidence = { mentions: 1, asPerson: 0, asPlace: 0, asMister: 0, alone: 0 };

function share(part: number, whole: number): string {
  return part === 0 ? 'none' : part * 2 < whole ? 'some' : 'most';
}
