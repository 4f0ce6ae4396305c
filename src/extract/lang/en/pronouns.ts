import { isCapital } from './lexicon.ts';
import { agrees, isBody, mayBePerson, type Referents } from './referents.ts';
import type { SubjectContext } from './subjects.ts';
import { isTitleWord } from './title-words.ts';

/** A subject that is a pronoun, maybe behind an opening phrase: "For Dortmund it …". */
export const PRONOUN =
  /^(?:.*\s)?(?<pronoun>it|they|he|she|we|i|you)$|^(?:this|that|these|those|who|which|what|there|both|all|others|some|many|one)$/i;

/** True for a subject that is a pronoun; "WHO" is none. */
export const isPronoun = (words: string): boolean => PRONOUN.test(words) && !/^[A-Z]{2,3}$/.test(words);

/** What a company, a club or an army has, in the singular and in the plural. */
const OF_BODY =
  /^its\s(?:(?<one>chief|chairman|chairwoman|director|board|headquarters|parent|owner|manager|president|coach|founder)\b|(?=(?:shares|stocks|bonds|directors|employees|staff|customers|clients|depositors|shareholders|investors|profits|revenues|managers|members|players|troops|soldiers|fighters)\b))/i;

/** "Her brother was jailed", "He and the president agreed", "its men": by the name of whose they are, where it is known. */
export function explainOwner(words: string, { person, thing, many }: Referents): string {
  const own = (owner: string) => (/s$/.test(owner) ? `${owner}’ ` : `${owner}’s `);
  const short = (owner: string | null) => (owner && owner.length < 42 && !words.includes(owner) ? owner : null);
  const [one, it, they] = [short(person), short(thing), short(many)];
  if (they && /\bof\sthem$/i.test(words) && !/\sand\s(?:his|her|their)\s/.test(they))
    return words.replace(
      /\bthem$/i,
      /^(?:the|\p{Lu}\p{L}+\s\p{Lu})/u.test(they) ? lowerFirst(they) : `the ${lowerFirst(they)}`,
    );
  // "The trouble began … Its shares fell": no trouble has shares.
  if (OF_BODY.test(words) && !(it && isBody(it)))
    return words.replace(OF_BODY, (_its, one) => (one ? `the ${one}` : ''));
  // "The failure … Its Vega lander": no failure has one, and the name says which it is.
  if (/^[Ii]ts\s(?:\p{Ll}{1,12}\s)?\p{Lu}/u.test(words) && !(it && isBody(it) && !/[’']s?\s/.test(it)))
    return words.replace(/^its/i, 'the');
  if (/^its\s/i.test(words)) return words.replace(/^its\s/i, it ? own(it) : 'the ');
  if (they && /^their\s/i.test(words)) return words.replace(/^their\s/i, own(they));
  if (!one || !/^\p{Lu}/u.test(one)) return words;
  return (
    words
      .replace(/^(?:his|her)\s(?=\p{L})/iu, own(one))
      .replace(/^(?:he|she)\sand\s/i, `${one} and `)
      // "Biden and his wife" are the two of them, whoever was named before.
      .replace(/(?<!^\p{Lu}[\p{L}.'’-]{1,20})\sand\s(?:his|her)\s/u, ` and ${own(one)}`)
  );
}

/** "The guard detained President Bazoum, and soldiers said he had gone": whom the sentence has named by a title. */
export function titledBefore({ text, tokens }: SubjectContext, end: number): string | null {
  for (let i = end - 2; i >= 0; i -= 1) {
    if (!isTitleWord(tokens[i]) || !isCapital(tokens[i])) continue;
    let last = i;
    while (last + 1 < end && /^\p{Lu}\p{L}/u.test(tokens[last + 1]?.text ?? '')) last += 1;
    if (last > i) return text.slice(tokens[i]?.start, tokens[last]?.end);
  }
  return null;
}

/** "They said they had withdrawn": the speaker; "soldiers announced that he had gone": somebody else. */
export const speakerAs = (pronoun: string, speaker: string | null) =>
  speaker !== null && (!/^(?:he|she)$/i.test(pronoun) || mayBePerson(speaker)) ? speaker : null;

/** "The company’s shares fell after it recalled …": the subject, or whose it is. */
export function agreeing(pronoun: string, subject: string | null): string | null {
  if (subject === null) return null;
  // "a government that raised taxes, and … he spoke": no body is a man.
  const fits = (words: string) => agrees(pronoun, words) && (!/^(?:he|she)$/i.test(pronoun) || mayBePerson(words));
  if (fits(subject)) return subject;
  const owner = /^(?<owner>.{2,60}?)[’']s?\s/u.exec(subject)?.groups?.owner;
  return owner && fits(owner) ? owner : null;
}

/** A subject in the middle of a sentence: a common noun loses its capital. */
export const lowerFirst = (words: string) =>
  /^\p{Lu}\p{L}+\s\p{Lu}/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
