import type { Token } from '../../tokens.ts';
import type { Clause } from './clauses.ts';
import { CLAIM_NOUNS, DENYING, EVIDENCE, SAYING, SHOWING } from './speech.ts';
import type { VerbGroup } from './verb-groups.ts';

/** True for a clause whose verb reports the clause after it, or denies. */
export const isFrame = (tokens: readonly Token[], clause: Clause): boolean =>
  clause.group !== null && isSpeech(tokens, clause.group);

/** True where a denial names no happening of its own: "dismissed the claim". */
export function deniesBefore(tokens: readonly Token[], clause: Clause): boolean {
  if (!clause.group || !DENYING.has(clause.group.lemma)) return false;
  return tokens.slice(clause.group.last + 1, clause.group.last + 5).some((token) => CLAIM_NOUNS.has(token.lower));
}

/** A verb of saying or denying; of showing, where pictures or figures are the subject. "Reported to prison" is none. */
export function isSpeech(tokens: readonly Token[], group: VerbGroup): boolean {
  // "was found guilty", "is known as": nobody reports.
  if (group.passive && tokens[group.last + 1]?.lower !== 'that') return false;
  if (group.lemma === 'report' && tokens[group.last + 1]?.lower === 'to') return false;
  if (SAYING.has(group.lemma) || DENYING.has(group.lemma))
    return !SHOWING.has(group.lemma) || showsEvidence(tokens, group);
  return SHOWING.has(group.lemma) && showsEvidence(tokens, group);
}

const showsEvidence = (tokens: readonly Token[], group: VerbGroup) =>
  tokens.slice(Math.max(0, group.first - 6), group.first).some(({ lower }) => EVIDENCE.has(lower));

/** "said on Monday that …" against "announced a curfew that …": an object with an article takes a relative clause. */
export function takesComplement(tokens: readonly Token[], group: VerbGroup | null, at: number): boolean {
  if (group === null || !isSpeech(tokens, group) || at - group.last > 8) return false;
  const object = /^(?:a|an|the|its|his|her|their)$/.test(tokens[group.last + 1]?.lower ?? '');
  return !object || /^(?:tell|inform|warn|remind|assure)$/.test(group.lemma);
}
