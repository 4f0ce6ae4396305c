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
import { inflect, type VerbReading } from './verb-forms.ts';
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

/** What a token may be as a verb; an unknown -ed is taken at its word. */
export const readVerb = (token: Token | undefined): VerbReading | undefined => token?.word.verb;

/** What a word may be as a verb, by its spelling and its lower case. */
export function verbNamed(spelling: string, lower: string): VerbReading | undefined {
  const known = VERBS.get(lower);
  if (known) return known;
  if (!/[a-z]{3}ed$/.test(lower) || /^\p{Lu}/u.test(spelling) || ADJECTIVES.has(lower)) return undefined;
  const lemma = lower.replace(/ied$/, 'y').replace(/ed$/, '');
  return { lemma, base: false, s: false, past: true, participle: true, ing: false };
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
        VERBS.get(word)?.past === true ||
        /[a-z]{3}ed$/.test(word) ||
        VERBS.get(word)?.s === true,
    );

/** True for a title that lost its subject: "Filed for bankruptcy". */
export const startsWithVerb = (words: string): boolean => hasVerb(words.split(' ', 1)[0]?.toLowerCase() ?? '');
