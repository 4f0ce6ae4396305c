import type { Token } from '../../tokens.ts';
import { isAgent } from './bare-verbs.ts';
import { isNumberWord } from './figure-words.ts';
import { isSpeech } from './frames.ts';
import { countCommas, hasComma, hasJoint, isRelative, lastComma } from './joints.ts';
import { isCapital } from './lexicon.ts';
import { isLeading } from './title-words.ts';
import type { VerbGroup } from './verb-groups.ts';
import { isAuxiliary, isDeterminer, isObject } from './verb-words.ts';
import { readVerb } from './verbs.ts';
import { wordClass } from './word-class.ts';

export function isParticiple(
  tokens: readonly Token[],
  group: VerbGroup,
  before: VerbGroup | undefined,
  after: VerbGroup | undefined,
) {
  const bare =
    group.first === group.last && group.tense === 'past' && !group.gerund && !isAuxiliary(tokens[group.first]);
  const previous = tokens[group.first - 1];
  // "a conflict thought to have ended"
  if (bare && isSpeech(tokens, group) && before && tokens[group.last + 1]?.lower === 'to') return true;
  if (!bare || isSpeech(tokens, group) || isRelative(previous) || previous?.lower === 'that') return false;
  if (!readVerb(tokens[group.last])?.participle) return false;
  // "a lender based in La Jolla, California, said"
  if (LYING.has(group.lemma) && isWhere(tokens[group.last + 1])) return true;
  // "is led by a group called …": nothing joins it to the verb before.
  if (before && !isSpeech(tokens, before) && !hasJoint(tokens, before.last + 1, group.first - 1))
    return !(after === undefined && awaitsVerb(tokens, before) && !isAgent(tokens, group.last + 1));
  if (!group.sure) {
    // "Russia, which sent its jets in 2015, struck …": the comma closes the relative clause.
    if (
      previous?.lower === ',' &&
      before &&
      isRelative(tokens[before.first - 1]) &&
      opensAside(tokens, before.first - 2)
    )
      return false;
    // "his former girlfriend, received two years": the second comma closes an aside before the verb.
    const from = before ? before.last : openingEnd(tokens, group.first);
    const aside = previous?.lower === ',' && countCommas(tokens, from, group.first) % 2 === 0;
    if (aside && !endsList(tokens, group.first - 1)) return false;
    const next = tokens[group.last + 1];
    // "the port, closed since Sunday, will reopen": a clause of its own kind.
    if (previous?.lower === ',' && after && hasComma(tokens, group.last + 1, after.first) && next?.lower !== 'by') {
      group.reduced = true;
      group.passive = true;
      return false;
    }
    // "blocked roads, flooded fields": behind a comma a verb wants more than a bare noun.
    const adjective =
      previous?.lower === ',' && next?.kind === 'word' && /^\p{Ll}+s$/u.test(next.text) && next.lower !== 'its';
    return isAgent(tokens, group.last + 1) || adjective || (!before && after !== undefined);
  }
  // "the offensive launched on Wednesday has killed": a full verb follows without a joint.
  if (after === undefined || hasJoint(tokens, group.last + 1, after.first - 1)) return false;
  const objects = takesObject(tokens, group);
  // "sent the court a letter saying it would": what has an object of its own is no participle, unless it gives a name.
  if (objects) return after.first !== after.last && NAMING.has(group.lemma);
  // "the warrant issued on Monday charged two men": so does a bare one with an object or a complement.
  return (
    after.first !== after.last || (after.tense === 'past' && (takesObject(tokens, after) || isSpeech(tokens, after)))
  );
}

/** "Two travellers who came from Lyon on Sunday [tested] negative": the subject of the sentence has no other verb yet. */
const awaitsVerb = (tokens: readonly Token[], { first }: VerbGroup): boolean =>
  /^(?:who|which)$/.test(tokens[first - 1]?.lower ?? '') &&
  !tokens.slice(0, first - 1).some((token) => isAuxiliary(token) || readVerb(token)?.past || token.kind === 'mark');

/** Before a relative pronoun: the comma of ", who had", ", one of whom had", ", most of which had". */
const opensAside = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.lower === ',' || (tokens[at]?.lower === 'of' && tokens[at - 2]?.lower === ',');

/** What only says where something is. */
const LYING = new Set(['base', 'locate', 'situate', 'headquarter']);
const isWhere = wordClass('in at near on outside');

/** "a group called Dawn has claimed the attack" */
const NAMING = new Set(['call', 'name', 'dub', 'title', 'nickname']);

const takesObject = (tokens: readonly Token[], group: VerbGroup) => {
  const next = tokens[group.last + 1];
  return (
    next !== undefined &&
    (isDeterminer(next) ||
      isObject(next) ||
      isNumberWord(next) ||
      (isCapital(next) && !/day$/.test(next.lower)) ||
      next.kind === 'number')
  );
};

/** Words of an opening phrase that a comma ends. */
const LONGEST_OPENING = 4;

/** Where what stands before the subject ends: behind the comma of "On Wednesday, a general, …, travelled". */
function openingEnd(tokens: readonly Token[], to: number): number {
  if (!isLeading(tokens[0])) return 0;
  // "On the same day Chad's president, …": a longer one may have the subject in it.
  const comma = tokens.findIndex(({ lower }, i) => i <= LONGEST_OPENING && lower === ',');
  return comma > 0 && comma < to - 1 ? comma + 1 : 0;
}

/** "the ports of Houston, Galveston and Freeport, closed": the comma before the last is that of a list. */
function endsList(tokens: readonly Token[], comma: number): boolean {
  const opening = lastComma(tokens, 0, comma);
  if (opening === null || !isCapital(tokens[opening - 1])) return false;
  const items = tokens.slice(opening + 1, comma);
  return items.some(({ lower }) => lower === 'and') && items.every((item) => item.lower === 'and' || isCapital(item));
}
