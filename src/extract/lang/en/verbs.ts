import type { Token } from '../../tokens.ts';
import { senseVerbs } from './senses.ts';
import {
  ADJECTIVES,
  COMMITTING,
  DENYING,
  FAINT,
  INTENDING,
  LIGHT,
  OTHER_VERBS,
  PHASE,
  SAYING,
  SHOWING,
  STATIVE,
} from './speech.ts';
import { inflect, type VerbForm, type VerbReading } from './verb-forms.ts';
import { BE, HAVE, WILL } from './verb-words.ts';

const VERBS = inflect([
  ...senseVerbs,
  ...SAYING,
  ...SHOWING,
  ...DENYING,
  ...PHASE,
  ...[...INTENDING].filter((word) => !['due', 'likely', 'poised', 'about', 'bound', 'ready'].includes(word)),
  ...LIGHT,
  ...COMMITTING,
  ...STATIVE,
  ...FAINT,
  ...OTHER_VERBS,
]);

const FORMS_IN_ED: ReadonlySet<VerbForm> = new Set(['past', 'participle']);

/** What a spelling may be as a verb; an unknown -ed or -ing is taken at its word. */
export function readVerb(token: Pick<Token, 'text' | 'lower' | 'kind'> | undefined): Readonly<VerbReading> | undefined {
  if (token?.kind !== 'word') return undefined;
  const known = VERBS.get(token.lower);
  if (known) return known;
  if (!token.lower.endsWith('ed') || /^\p{Lu}/u.test(token.text)) return undefined;
  if (/[a-z]{3}ed$/.test(token.lower) && !ADJECTIVES.has(token.lower)) {
    return {
      lemma: token.lower.replace(/ied$/, 'y').replace(/ed$/, ''),
      forms: FORMS_IN_ED,
    };
  }
  return undefined;
}

/** True for words with a finite verb or participle among them, as a sentence has and a noun phrase has not. */
export const hasVerb = (words: string): boolean =>
  words
    .split(' ')
    .some(
      (word) =>
        BE.has(word) ||
        HAVE.has(word) ||
        WILL.has(word) ||
        VERBS.get(word)?.forms.has('past') === true ||
        /[a-z]{3}ed$/.test(word) ||
        (VERBS.get(word)?.forms.has('s') ?? false),
    );

/** True for a title that lost its subject: "Filed for bankruptcy". */
export const startsWithVerb = (words: string): boolean => hasVerb(words.split(' ', 1)[0]?.toLowerCase() ?? '');

/** True for a word that may be such a form of a verb. */
export const has = (token: Token | undefined, form: 'base' | 's' | 'past' | 'participle' | 'ing') =>
  readVerb(token)?.forms.has(form) ?? false;
