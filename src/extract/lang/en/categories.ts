import type { Category } from '../../../types.ts';
import type { Token } from '../../tokens.ts';
import type { Happening } from './happenings.ts';
import { nounSense, SOFT_SENSES, senseNamed, senseOfVerb } from './senses.ts';
import { readVerb } from './verbs.ts';
import { wordClass } from './word-class.ts';

/**
 * The category of a happening: that of its own sense; people die and flee in wars, floods and crashes alike, so there it
 * is that of the other senses of its clause, then of its sentence, then of the article.
 */
export function categoryOf(
  happening: Happening,
  sentence: readonly Token[],
  topics: Topics,
  article: Category,
): Category {
  const own = happening.sense?.category;
  // A crowd that clashes and storms is a protest still.
  if (own === 'conflict' && sentence.slice(0, happening.trigger).some(({ word }) => word.topic === 'protest'))
    return 'protest';
  const soft = SOFT_SENSES.has(happening.sense?.name ?? '');
  // "The prime minister will visit Ottawa": of states it is diplomacy, else of the field that it is told in.
  const ofStates =
    article === 'conflict' ||
    article === 'diplomacy' ||
    sentence.some((token) => isOfStates(token.word.topic) || isRuler(token));
  // Who is buried may have died in a landslide.
  const vague = own === 'other' && happening.senses.length > 1;
  if (own && own !== 'context' && !vague && (!soft || ofStates)) return own;
  const kin = happening.sense?.kin ?? [];
  const near = happening.senses
    .filter((name) => !kin.includes(name))
    .map((name) => senseNamed(name)?.category)
    .find((category) => category && category !== 'context' && !((soft || vague) && category === own));
  if (near && near !== 'context') return near;
  return mainCategory([topics], 2) ?? (vague ? 'other' : article);
}

const isOfStates = (topic: Category | undefined) => topic === 'politics' || topic === 'diplomacy';

/** Too common in all news to tell a field by; enough to tell whose meeting it was. */
const isRuler = wordClass(
  /^(?:governments?|mayors?|governors?|councils?|leaders?|kings?|queen|pope|chancellor|monarch)$/,
);

/** How many words of a sentence belong to each category. */
export type Topics = ReadonlyMap<Category, number>;

export function countTopics(tokens: readonly Token[]): Topics {
  const counts = new Map<Category, number>();
  for (const token of tokens) {
    // The month, and a particle.
    if (token.text === 'March' || token.lower === 'down') continue;
    const sense = nounSense(token) ?? senseOfVerb(readVerb(token)?.lemma ?? '');
    const category = token.word.topic ?? (sense && SOFT_SENSES.has(sense.name) ? undefined : sense?.category);
    if (category && category !== 'context') counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  return counts;
}

/** The category that most words of these sentences belong to, at least so many and such a share; null where none does. */
export function mainCategory(sentences: readonly Topics[], atLeast = 1, share = 0): Category | null {
  const counts = new Map<Category, number>();
  for (const topics of sentences) {
    for (const [category, count] of topics) counts.set(category, (counts.get(category) ?? 0) + count);
  }
  let best: Category | null = null;
  for (const [category, count] of counts) if (!best || count > (counts.get(best) ?? 0)) best = category;
  const most = best ? (counts.get(best) ?? 0) : 0;
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return most >= atLeast && most >= share * all ? best : null;
}
