import { SPORTS } from './lang/en/place-words.ts';
import { kindOf } from './place-kind.ts';
import type { NameMatch } from './place-names.ts';
import type { Feature, Line, NameMention, Reading } from './toponym-features.ts';

/** What a document shows beyond the single mention. */
export interface Evidence {
  names: ReadonlyMap<string, NameEvidence>;
  /** Names that occur in small letters as well. */
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

/** Gathers the evidence of a document from the readings of its mentions. */
export function gatherEvidence(
  mentions: readonly NameMention[],
  readings: readonly Reading[],
  lines: readonly Line[],
): Evidence {
  const names = new Map<string, NameEvidence>();
  const countries = new Set<string>();
  const regions = new Set<string>();
  mentions.forEach(({ key, match }, index) => {
    const name = names.get(key) ?? { mentions: 0, asPerson: 0, asPlace: 0, asMister: 0, alone: 0 };
    const { person, place, mister, alone } = readings[index] as Reading;
    names.set(key, {
      mentions: name.mentions + 1,
      asPerson: name.asPerson + Number(person),
      asPlace: name.asPlace + Number(place),
      asMister: name.asMister + Number(mister),
      alone: name.alone + Number(alone),
    });
    const best = match.candidates[0];
    if (best?.featureCode.startsWith('PCL')) countries.add(best.countryCode);
    if (best?.featureCode === 'ADM1') regions.add(best.admin1);
  });
  return { names, countries, regions, ...readWords(lines, names) };
}

function readWords(
  lines: readonly Line[],
  names: ReadonlyMap<string, NameEvidence>,
): { lowerCase: Set<string>; sports: boolean } {
  const lowerCase = new Set<string>();
  let [all, ofSport] = [0, 0];
  for (const { words } of lines) {
    for (const { shape, key } of words) {
      if (shape !== 'lower') continue;
      if (names.has(key)) lowerCase.add(key);
      all += 1;
      if (SPORTS.has(key)) ofSport += 1;
    }
  }
  return { lowerCase, sports: ofSport > all * SPORTS_SHARE };
}

/** A reading of a mention with what the whole document adds to it. */
export function withEvidence({ key, match }: NameMention, reading: Reading, evidence: Evidence): Reading {
  const { names, lowerCase, countries, regions, sports } = evidence;
  const { mentions, asPerson, asPlace, asMister, alone } = names.get(key) ?? NO_EVIDENCE;
  const features: Feature[] = [
    ...reading.features,
    ['document:', ` person ${share(asPerson, mentions)}, place ${share(asPlace, mentions)}`],
    ['document:', ` mentions ${Math.min(4, mentions)}`],
    ['document:', ` alone ${share(alone, mentions)}`],
  ];
  if (asPerson > 0) features.push(['document:', ' a person somewhere']);
  if (asPlace > 0) features.push(['document:', ' a place somewhere']);
  if (lowerCase.has(key)) features.push(['document:', ' in small letters elsewhere']);
  const best = match.candidates[0];
  if (sports) features.push(['sports:', ` ${kindOf(best)}`], ['sports:', reading.place ? ' place' : ' other']);
  const inRegion = match.candidates.some((place) => regions.has(place.admin1) && place.featureCode !== 'ADM1');
  const inCountry = match.candidates.some((place) => countries.has(place.countryCode) && place !== best);
  if (inRegion) features.push(['document:', ' its region is named']);
  else if (inCountry) features.push(['document:', ' its country is named']);
  // A name that stands after "Mr" somewhere is a person's wherever nothing speaks for a place; so is a town's, in a
  // report on sport that also has it in a longer name ("Real Madrid"), its team's.
  const elsewhere = asMister > 0 || (sports && alone < mentions && !isState(match));
  return { ...reading, features, vetoed: reading.vetoed || (elsewhere && !reading.place) };
}

/** The team of a state bears the state's name, and means it. */
function isState({ candidates }: NameMatch): boolean {
  return candidates[0]?.featureClass === 'A';
}

const NO_EVIDENCE: NameEvidence = { mentions: 1, asPerson: 0, asPlace: 0, asMister: 0, alone: 0 };

function share(part: number, whole: number): string {
  return part === 0 ? 'none' : part * 2 < whole ? 'some' : 'most';
}
