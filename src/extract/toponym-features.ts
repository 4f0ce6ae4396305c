import type { Gazetteer } from '../gazetteer/read.ts';
import type { Sentence } from '../types.ts';
import { holdsAny } from './holds.ts';
import {
  ACRONYMS,
  BODIES,
  DATELINE_AGENCIES,
  LOCATIVES,
  ORGANISATION_NOUNS,
  PARTS,
  PERSON_TITLES,
  PLACE_HEADS,
  PLACE_NOUNS,
} from './lang/en/place-words.ts';
import { kindOf } from './place-kind.ts';
import type { NameMatch } from './place-names.ts';
import { gatherEvidence, withEvidence } from './toponym-evidence.ts';
import { townsIn } from './toponym-towns.ts';
import { diseasesIn, isOfDisease, isOfVessel, stormsIn, thingsIn } from './toponym-vetoes.ts';
import { sideOf, wordOf } from './word-sides.ts';
import type { Word } from './words.ts';

/** A sentence's words with the names found in them. */
export interface Line {
  sentence: Sentence;
  words: readonly Word[];
  matches: readonly NameMatch[];
  /** Most of its words are capitalised: capitals say nothing there. */
  headline: boolean;
  paragraphStart: boolean;
}

/** A name in its place: which line, and which of its matches. */
export interface NameMention {
  line: Line;
  match: NameMatch;
  key: string;
}

/** A named feature in two parts, so that no name has to be put together to be looked up: `before:` and `locative`. */
export type Feature = readonly [group: string, value: string];

/** What is to be said of a mention: named features, and what they come to for the rest of the document. */
export interface Reading {
  features: Feature[];
  /** The words around it read as they do around a person, or around a place. */
  person: boolean;
  place: boolean;
  /** After "Mr" and the like. */
  mister: boolean;
  /** No other capitalised word stands beside it. */
  alone: boolean;
  /** Signs of a person or a thing that no sum of features outweighs. */
  vetoed: boolean;
  /** The article says of this name that it is a town. */
  told: boolean;
}

/**
 * What speaks for and against a name meaning a place, as named features: about the words around it, the run of
 * capitalised words that it is part of, the gazetteer's records, and what the whole document shows of that name.
 */
export function readMentions(
  mentions: readonly NameMention[],
  lines: readonly Line[],
  gazetteer: Gazetteer,
): Reading[] {
  const readings = mentions.map((mention) => readMention(mention, gazetteer));
  const evidence = gatherEvidence(mentions, readings, lines);
  const storms = stormsIn(lines);
  const things = thingsIn(mentions, readings, gazetteer);
  const diseases = diseasesIn(mentions);
  const towns = townsIn(mentions, readings);
  return mentions.map((mention, index) => {
    const reading = withEvidence(mention, readings[index] as Reading, evidence);
    const storm = storms.has(mention.key) && !reading.features.some(isInsideNext);
    const disease = isOfDisease(mention) || (diseases.has(mention.key) && !reading.place);
    if (storm || disease || things.has(mention.key)) return { ...reading, vetoed: true };
    return towns.has(mention.key) && reading.alone ? { ...reading, told: true } : reading;
  });
}

const isInsideNext = ([group, value]: Feature) => group === 'comma:' && value === 'inside the next';

function readMention({ line, match, key }: NameMention, gazetteer: Gazetteer): Reading {
  const { words } = line;
  const { from, to } = match;
  const features: Feature[] = [['bias', '']];
  const before = words[from - 1];
  const before2 = words[from - 2];
  const after = words[to];
  const after2 = words[to + 1];

  const left = sideOf(before, from - 1 === 0, gazetteer);
  const right = sideOf(after, false, gazetteer);
  for (const side of left) features.push(['before:', side]);
  for (const side of right) features.push(['after:', side]);
  features.push(['word before:', wordOf(before)], ['word after:', wordOf(after)]);
  features.push(['around:', `${left[0]}+${right[0]}`]);
  for (const side of sideOf(before2, from - 2 === 0, gazetteer)) features.push(['two before:', side]);
  for (const side of sideOf(after2, false, gazetteer)) features.push(['two after:', side]);
  if (before && (before.key === 'of' || before.key === 'the'))
    features.push(['words before:', `${wordOf(before2)} ${before.key}`]);

  const { size, population, kind } = gazetteerFeatures(match, key, gazetteer, features, right[0] ?? '');
  features.push([`${kind} before:`, left[0] ?? ''], [`${kind} after:`, right[0] ?? '']);
  if (size === 1)
    features.push(
      [`population ${population} before:`, left[0] ?? ''],
      [`population ${population} after:`, right[0] ?? ''],
    );

  const upper = words.slice(from, to).every((word) => word.shape === 'upper');
  features.push(['shape:', `${upper ? 'upper' : 'title'}${line.headline ? ' in headline' : ''}`]);
  if (from === 0)
    features.push(['start:', `${line.paragraphStart ? 'paragraph' : 'sentence'} ${size > 1 ? 'long' : kind}`]);
  const run = readRun(line, match, gazetteer);
  features.push(...run.features);
  const dateline = isDateline(line, match);
  if (dateline) features.push(['dateline', '']);
  const list = containment(line, match, gazetteer);
  if (list) features.push(['comma:', list]);
  const mister = left.includes('Mr');
  return {
    features,
    person:
      left.includes('title') ||
      left.includes('Given') ||
      run.afterGiven ||
      right.includes('saying') ||
      right.includes('Suffix'),
    place:
      left.includes('locative') ||
      left.includes('part') ||
      right.includes('kind') ||
      dateline ||
      list === 'inside the next',
    mister,
    alone: run.alone,
    told: false,
    vetoed: BODIES.has(key) || run.fullName || isAged(words, to) || isAcronym(line, match) || isOfVessel(line, match),
  };
}

function gazetteerFeatures(
  { candidates, from, to, loose }: NameMatch,
  key: string,
  gazetteer: Gazetteer,
  features: Feature[],
  after: string,
) {
  const best = candidates[0];
  const kind = kindOf(best);
  const size = to - from;
  const population = best ? Math.floor(Math.log10(best.population + 1)) : 0;
  const entry = gazetteer.entry(key);
  features.push(['kind:', kind], ['words:', `${Math.min(size, 4)}`], ['kind:', `${kind} words:${Math.min(size, 2)}`]);
  features.push(
    ['population:', `${population}${size > 1 ? ' long' : ''}`],
    ['records:', `${Math.min(6, Math.ceil(Math.log2(candidates.length + 1)))}`],
  );
  if (loose) features.push(['loose', '']);
  if (size === 1) {
    if (entry.commonWord > 0)
      features.push(['common word:', `${entry.commonWord}`], ['common word, population:', `${population}`]);
    if (entry.givenName)
      features.push(['given name', ''], ['given name, population:', `${population}`], ['given name, after:', after]);
    if (SURNAME.test(key)) features.push(['looks like a surname', '']);
  }
  return { size, population, kind };
}

const SURNAME = /^(?:mc|mac|o[bcdfghklmnrst])[a-z]{3}|(?:son|sen|ez|ovic|enko|wski|sky|stein|berg|mann?)$/;

const RUN_OF_HEADLINE: readonly Feature[] = [['run:', 'headline']];

/** The capitalised words that stand around the name without anything between. */
function readRun({ words, headline }: Line, { from, to }: NameMatch, gazetteer: Gazetteer) {
  if (headline) return { features: RUN_OF_HEADLINE, alone: false, afterGiven: false, fullName: false };
  let start = from;
  while (start > 0 && isCapital(words[start - 1]) && !startsSentence(words, start - 1, gazetteer)) start--;
  let end = to;
  while (isCapital(words[end])) end++;
  const features: Feature[] = [['run:', `${Math.min(2, from - start)}|${Math.min(2, end - to)}`]];
  const last = words[end - 1]?.key ?? '';
  const first = words[start]?.key ?? '';
  const ends = ORGANISATION_NOUNS.has(last) ? 'Organisation' : PLACE_NOUNS.has(last) ? 'Noun' : 'other';
  if (end > to) features.push(['run ends:', ends]);
  const afterGiven = start < from && gazetteer.entry(first).givenName;
  if (start < from) features.push(['run begins:', afterGiven ? 'Given' : PLACE_HEADS.has(first) ? 'Head' : 'other']);
  if (words[end]?.key === 'of' && isCapital(words[end + 1])) features.push(['run goes on:', ' of']);
  if (words[start - 1]?.key === 'of' && isCapital(words[start - 2])) {
    features.push([ORGANISATION_NOUNS.has(words[start - 2]?.key ?? '') ? 'Organisation of' : 'Capital of', '']);
  }
  const fullName = end > to && ends === 'other' && isFullName(words, from, to, gazetteer);
  return { features, alone: start === from && end === to, afterGiven, fullName };
}

/** "Ruiz, 35, of Lima": whose age is told is no town. */
function isAged(words: readonly Word[], to: number): boolean {
  return (
    words[to]?.text === ',' && /^[1-9]\d$/.test(words[to + 1]?.text ?? '') && /^[,.]$/.test(words[to + 2]?.text ?? '')
  );
}

/** "SANA" amid small letters is an agency, though Sanaa is written so as well; "BEIRUT (Reuters)" opens a paragraph. */
function isAcronym({ words, headline, paragraphStart }: Line, { from, to }: NameMatch): boolean {
  const word = words[from];
  if (headline || to - from > 1 || word?.shape !== 'upper' || word.text.length > 5) return false;
  return !(paragraphStart && from < 3) && !ACRONYMS.has(word.key) && !word.text.includes('.');
}

/** "Paris Hilton", not "in Victoria Station" nor "Florence Town Council": a given name and a name behind it. */
function isFullName(words: readonly Word[], from: number, to: number, gazetteer: Gazetteer): boolean {
  const next = words[to];
  if (to - from > 1 || !next || next.shape !== 'title' || LOCATIVES.has(words[from - 1]?.key ?? '')) return false;
  return gazetteer.entry(words[from]?.key ?? '').givenName && !PARTS.has(next.key) && !PERSON_TITLES.has(next.key);
}

function isCapital(word: Word | undefined): boolean {
  return word?.shape === 'title' || word?.shape === 'upper';
}

/** The first word of a sentence is capitalised anyhow. */
function startsSentence(words: readonly Word[], at: number, gazetteer: Gazetteer): boolean {
  return at === 0 && gazetteer.entry(words[at]?.key ?? '').commonWord > 0;
}

// [ALEPPO, Syria (Reuters) -] [BEIRUT —]
function isDateline({ words, paragraphStart }: Line, { from, to }: NameMatch): boolean {
  if (!paragraphStart || from > 6) return false;
  for (let at = to; at < Math.min(to + 8, words.length); at++) {
    const word = words[at];
    if (word?.text === '—' || word?.text === '–' || word?.text === '-')
      return at > to || words[from]?.shape === 'upper';
    if (word?.text === '(' && DATELINE_AGENCIES.has(words[at + 1]?.key ?? '')) return true;
    if (word?.shape === 'lower') return false;
  }
  return false;
}

/** "Paris, Texas": the name beyond the comma holds this one, or is held by it; "Paris, Rome": it is one more name. */
function containment({ words, matches }: Line, match: NameMatch, gazetteer: Gazetteer): string {
  const next = words[match.to]?.text === ',' ? matches.find(({ from }) => from === match.to + 1) : undefined;
  const previous = words[match.from - 1]?.text === ',' ? matches.find(({ to }) => to === match.from - 1) : undefined;
  if (next && holdsAny(next.candidates, match.candidates, gazetteer)) return 'inside the next';
  if (previous && holdsAny(match.candidates, previous.candidates, gazetteer)) return 'holds the previous';
  return next ? 'name after' : previous ? 'name before' : '';
}
