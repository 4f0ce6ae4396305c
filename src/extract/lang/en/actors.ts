import type { Place, Span } from '../../../types.ts';
import type { Reading } from '../../reading.ts';
import type { Token } from '../../tokens.ts';
import type { Happening } from './happenings.ts';
import { isCapital } from './lexicon.ts';
import { KINDS, PLACE_NOUNS } from './place-words.ts';
import { nounNamed, singular } from './senses.ts';
import { STOP_WORDS } from './stop-words.ts';
import { wordClass } from './word-class.ts';

const isPersonal = wordClass('he him his she her');
const NO_NAMES = new Set(
  'the a an in on at it he she they his her its their this that mr mrs ms dr mr. but and after as when i we no some all two three more'.split(
    ' ',
  ),
);

/**
 * Who takes part: the names in the words of a happening, word by word and as they are written, without those of places and times;
 * except that of the state which is the subject, and in small letters what the subject is (rebel, striker) and its people (russian). "He" and "her" stand for the
 * person last named. They tell two trials or two matches of one day apart, and one person's in two outlets together.
 */
export function findActors(
  { tokens, places, times, article, gazetteer }: Reading,
  { first, last }: Pick<Happening, 'first' | 'last'>,
  person: string | null,
  subject: string | null,
): string[] {
  const actors = new Set(headOf(subject ?? ''));
  const power = places.find(({ text, place }) => isPower(place) && text === subject?.replace(/^the\s/i, ''));
  if (power) actors.add(power.place?.name ?? power.text);
  const aside = [...places, ...times];
  for (let i = first; i <= last; i += 1) {
    const token = tokens[i];
    if (!token) continue;
    if (person && isPersonal(token)) for (const name of namesIn(person)) actors.add(name);
    if (token.kind !== 'word' || !isCapital(token) || NO_NAMES.has(token.lower)) continue;
    if (isPlaced(aside, token)) continue;
    // "the Port of Baltimore": the place counts as such.
    if (isSite(token) && tokens[i + 1]?.lower === 'of' && isPlaced(aside, tokens[i + 2])) continue;
    // A capital at the head of the sentence says nothing; that of a name shows again in the next word.
    if (i === 0 && !isCapital(tokens[1]) && tokens[1]?.lower !== "'s" && tokens[1]?.lower !== ',') {
      if (subject === token.text) for (const actor of aloneAtHead(token, article.text)) actors.add(actor);
    } else actors.add(gazetteer.homeOf(token.lower).length > 0 ? token.lower : token.text);
  }
  return [...actors];
}

const isSite = wordClass({ has: (word) => KINDS.has(word) || PLACE_NOUNS.has(word) });
const isPlaced = (spans: readonly Span[], token: Token | undefined) =>
  token !== undefined && spans.some((span) => token.start >= span.start && token.end <= span.end);

/** A state, or a union of them: "France halted its aid", "the European Union suspended …". */
const isPower = (place: Place | null) =>
  place !== null && (place.featureCode.startsWith('PCL') || place.countryCode === '');

/** "Rebels have …" are what they are, "Kane scored" is a name: a common noun stands in small letters elsewhere, or is a plural. */
function aloneAtHead({ text, lower }: Token, article: string): string[] {
  const noun = singular(lower);
  return noun !== lower || article.includes(` ${lower}`) ? headOf(`the ${lower}`) : [text];
}

/** The noun that heads a subject, in the singular: rebel, striker; none for an event, which has its sense. */
function headOf(words: string): string[] {
  const counted = words.replace(
    /^.{0,200}\b(?:dozens|scores|hundreds|thousands|millions|most|many|some|both|all|number|group)\sof\s(?:the\s)?/i,
    '',
  );
  const [phrase = ''] = counted.split(
    /,|\s(?:of|in|on|at|from|with|who|which|that|by|for|to|into|near|across|around|throughout|against|between|under|over|leading|including)\s/,
  );
  const head = singular(phrase.match(/(?<=^|\s)\p{Ll}{3,24}$/u)?.[0] ?? '');
  return head === '' || STOP_WORDS.has(head) || nounNamed(head, head) ? [] : [head];
}

const namesIn = (words: string): string[] =>
  [...words.matchAll(/\p{Lu}[\p{L}\p{M}-]+/gu)]
    .map(([name]) => name)
    .filter((name) => !NO_NAMES.has(name.toLowerCase()));
