import type { Timex } from '../../../types.ts';
import { lowerAt, type Token } from '../../tokens.ts';
import { isCapital } from './lexicon.ts';
import { KINDS } from './place-words.ts';
import type { SubjectContext } from './subjects.ts';
import { isLeading } from './title-words.ts';
import { isDeterminer } from './verb-words.ts';
import { verbNamed } from './verbs.ts';
import { wordClass } from './word-class.ts';

/** What a clause opens with before its subject begins. */

const isElsewhere = wordClass('there here elsewhere separately afterwards');
const isConjunction = wordClass('but and so yet or');
const isTurn = wordClass('instead however nevertheless moreover furthermore additionally meanwhile separately');
const isOpening = wordClass('but and so yet also then meanwhile however later earlier “ " ” ,');

/** Past "On Saturday," and "According to SOHR,": the subject begins behind the comma. */
export function skipLead(
  { tokens, times }: Pick<SubjectContext, 'tokens' | 'times'>,
  from: number,
  to: number,
): number {
  let start = from;
  while (start < to && (isConjunction(tokens[start]) || tokens[start]?.kind === 'mark')) start += 1;
  // "Instead the three speakers, one of them from Graz, will stand in": the comma is that of an aside.
  if (isTurn(tokens[start]) && isDeterminer(tokens[start + 1])) return start + 1;
  const timed = behindTime(tokens, times, start, to);
  if (timed !== null) return timed;
  for (let i = start; i < to; i += 1) {
    if (tokens[i]?.lower !== ',') continue;
    const dated = times.some(
      (timex) => timex.end > (tokens[start]?.start ?? 0) && timex.start < (tokens[i]?.start ?? 0),
    );
    const opens =
      isLeading(tokens[start]) ||
      isElsewhere(tokens[start]) ||
      isParticiple(tokens[start]) ||
      countsFrom(tokens, start, i);
    if (opens || (dated && i - start < 8)) {
      const aside = asideOfPlace(tokens, start, i, to);
      start = (aside ?? i) + 1;
      i = aside ?? i;
    } else break;
  }
  while (
    start <= to &&
    (isLeading(tokens[start]) || tokens[start]?.kind === 'mark') &&
    tokens[start + 1]?.lower !== 'of'
  ) {
    if (!isOpening(tokens[start])) break;
    start += 1;
  }
  return start;
}

/** "In 2018 a fire in Leeds, fanned by winds, destroyed": where the subject begins behind a time without a comma; null where none does. */
function behindTime(tokens: readonly Token[], times: readonly Timex[], start: number, to: number): number | null {
  if (!/^(?:in|on|at|by|early|late)$/.test(lowerAt(tokens, start))) return null;
  const timex = times.find((time) => tokens[start + 1]?.start === time.start);
  const next = timex ? tokens.findIndex((token) => token.start >= timex.end) : -1;
  return next > start &&
    next <= to &&
    /^(?:the|an?|two|three|some|dozens|hundreds|thousands|police)$/.test(lowerAt(tokens, next))
    ? next
    : null;
}

/** "two days before his inauguration,": how long before or after something, from `first` to the comma. */
const countsFrom = (tokens: readonly Token[], first: number, comma: number) =>
  /^(?:just |only |barely )?(?:an? |some )?(?:[\p{L}\d-]{1,12} )?(?:minutes|hours?|days?|weeks?|months?|years?) (?:before|after|earlier|later|into)\b/u.test(
    tokens
      .slice(first, Math.min(comma, first + 6))
      .map(({ lower }) => lower)
      .join(' '),
  );

/** "In Busan, the country's second city, thousands marched": the comma that ends what the place is; null without it. */
function asideOfPlace(tokens: readonly Token[], first: number, comma: number, to: number): number | null {
  const isPlace = /^(?:in|at|near|outside|from|on|off)$/.test(lowerAt(tokens, first)) && isCapital(tokens[comma - 1]);
  if (!isPlace || !/^(?:the|a|an|another|its|his|her|their)$/.test(lowerAt(tokens, comma + 1))) return null;
  const close = tokens.findIndex(({ lower }, i) => i > comma && lower === ',');
  // A list of those who act has an "and"; an aside about one of them ends right before the verb.
  if (close < 0 || close >= to || lowerAt(tokens, to) === ',') return null;
  const what = tokens.slice(comma + 1, close).some(({ lower }) => KINDS.has(lower));
  return !what && tokens.slice(close + 1, to + 1).some(({ lower }) => lower === 'and') ? null : close;
}

/** "Buried under a shed, the rifle was found", "Speaking in Bern, she said": the first word of a phrase about the subject. */
const isParticiple = (token: Token | undefined) => {
  if (token?.kind !== 'word' || !/^\p{Lu}\p{Ll}/u.test(token.text)) return false;
  const reading = verbNamed(token.lower, token.lower);
  return reading !== undefined && (reading.ing || reading.participle) && !reading.base;
};
