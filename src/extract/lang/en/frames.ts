import { lowerAt, type Token } from '../../tokens.ts';
import { isManner } from './adverbs.ts';
import type { Clause } from './clauses.ts';
import { isNumberWord, isVague } from './figure-words.ts';
import { isCapital } from './lexicon.ts';
import { CLAIM_NOUNS, COURTS, DENYING, EVIDENCE, FINDING, SAYING, SHOWING } from './speech.ts';
import type { VerbGroup } from './verb-groups.ts';
import { isAdverb, isPreposition } from './verb-words.ts';
import { readVerb } from './verbs.ts';
import { wordClass } from './word-class.ts';

/** True for a clause whose verb reports the clause after it, or denies. */
export const isFrame = (tokens: readonly Token[], clause: Clause): boolean =>
  clause.group !== null && isSpeech(tokens, clause.group);

/** True where a denial names no happening of its own: "dismissed the claim". */
export function deniesBefore(tokens: readonly Token[], clause: Clause): boolean {
  if (!clause.group || !DENYING.has(clause.group.lemma)) return false;
  return tokens.slice(clause.group.last + 1, clause.group.last + 5).some(isClaimNoun);
}

/** "dismissed the claim", but not "denied a report that it would close": that one is told with it. */
export function deniesTold(tokens: readonly Token[], clause: Clause): boolean {
  if (!clause.group || !deniesBefore(tokens, clause)) return false;
  const noun = tokens.findIndex((token, i) => i > (clause.group?.last ?? i) && isClaimNoun(token));
  return !/^(?:that|of|about)$/.test(lowerAt(tokens, noun + 1)) && !/^an?$/.test(lowerAt(tokens, noun - 1));
}

/** A verb of saying or denying; of showing, where pictures or figures are the subject. "Reported to prison" is none. */
export function isSpeech(tokens: readonly Token[], group: VerbGroup): boolean {
  // "was found guilty", "is known as": nobody reports.
  if (group.passive && tokens[group.last + 1]?.lower !== 'that') return false;
  if (group.lemma === 'report' && tokens[group.last + 1]?.lower === 'to') return false;
  // "A judge dismissed the claims": that is a ruling; "the talks concluded", "found a rifle": nobody says anything.
  if (DENYING.has(group.lemma) && hasBefore(tokens, group, isCourt)) return false;
  if (FINDING.has(group.lemma) && !hasComplement(tokens, group)) return false;
  if (SAYING.has(group.lemma) || DENYING.has(group.lemma))
    return !SHOWING.has(group.lemma) || showsEvidence(tokens, group);
  return SHOWING.has(group.lemma) && showsEvidence(tokens, group);
}

const showsEvidence = (tokens: readonly Token[], group: VerbGroup) => hasBefore(tokens, group, isEvidence);

/** "put its losses at dozens of men", "puts the damage at $2bn": what was lost is somebody's word. */
export const reckons = (tokens: readonly Token[], { lemma, last }: VerbGroup): boolean =>
  lemma === 'put' &&
  tokens
    .slice(last + 1, last + LONGEST_COUNTED)
    .some(({ lower }, i) => lower === 'at' && tokens.slice(last + 2 + i, last + 6 + i).some(isCount));

/** Words of what is counted: "the number of civilians killed by shells in Homs since Monday". */
const LONGEST_COUNTED = 14;
const isCount = (token: Token) => token.kind === 'number' || isNumberWord(token) || isVague(token);

const isClaimNoun = wordClass(CLAIM_NOUNS);
const isCourt = wordClass(COURTS);
const isEvidence = wordClass(EVIDENCE);

function hasBefore(tokens: readonly Token[], group: VerbGroup, fits: (token?: Token) => boolean): boolean {
  for (let i = Math.max(0, group.first - 6); i < group.first; i += 1) if (fits(tokens[i])) return true;
  return false;
}

const opensComplement = wordClass('that how why “ " : he she it they there');
const isStop = wordClass('. ,');
const isArticle = wordClass('a an the its his her their');

const hasComplement = (tokens: readonly Token[], group: VerbGroup) =>
  opensComplement(tokens[group.last + 1]) ||
  // "answered on Monday that", "wrote on Twitter that"
  (tokens[group.last + 1]?.lower === 'on' &&
    isCapital(tokens[group.last + 2]) &&
    tokens[group.last + 3]?.lower === 'that') ||
  // "“…,” recalled her father"
  tokens.slice(Math.max(0, group.first - 6), group.first).some(({ text }) => /^["”]$/.test(text)) ||
  tokens[group.last + 1] === undefined ||
  isStop(tokens[group.last + 1]);

/** "said on Monday that …" against "announced a curfew that …", "claimed responsibility for strikes that …": an object takes a relative clause. */
export function takesComplement(tokens: readonly Token[], group: VerbGroup | null, at: number): boolean {
  if (group === null || at - group.last > 8) return false;
  // "ruled on Monday that the vote was void"
  if (group.lemma === 'rule' && !group.passive && lowerAt(tokens, at) === 'that') return true;
  if (!isSpeech(tokens, group)) return false;
  // "denied reports that the dam had burst": what they say.
  if (isClaimNoun(tokens[at - 1]) && tokens[at]?.lower === 'that' && !readVerb(tokens[at + 1])) return true;
  const object = isArticle(tokens[group.last + 1]) || isBareNoun(tokens[group.last + 1]);
  return !object || /^(?:tell|inform|warn|remind|assure)$/.test(group.lemma);
}

/** "responsibility", "victory": not "that", "on", "again", "yesterday". */
export const isBareNoun = (token: Token | undefined) =>
  token !== undefined &&
  /^\p{Ll}/u.test(token.text) &&
  !isPreposition(token) &&
  !isAdverb(token) &&
  !isManner(token) &&
  !isNoBareNoun(token);

const isNoBareNoun = wordClass(
  'that yesterday today tomorrow tonight overnight late early earlier last this next one if when how why what us me him them reporters journalists',
);
