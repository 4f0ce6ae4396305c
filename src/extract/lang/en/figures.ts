import type { Figure } from '../../../types.ts';
import type { Token } from '../../tokens.ts';
import { BOUNDS, KINDS, NUMBER_WORDS, SCALES, VAGUE } from './figure-words.ts';

/** How far the word that says what happened may stand from its number, in words. */
const REACH_AFTER = 9;
const REACH_BEFORE = 3;

interface Quantity {
  first: number;
  last: number;
  min: number;
  max: number | null;
}

/**
 * The counted dead, injured, missing, displaced and detained among tokens `first` to `last`, with bounds: "more than 300
 * people have been killed" is killed, 301 and more.
 */
export function findFigures(text: string, tokens: readonly Token[], first: number, last: number): Figure[] {
  const quantities = findQuantities(tokens, first, last);
  return quantities.flatMap(({ first: from, last: to, min, max }, i) => {
    const next = quantities[i + 1]?.first ?? last + 1;
    const kind = kindAfter(tokens, to, Math.min(next - 1, to + REACH_AFTER, last)) ?? kindBefore(tokens, from, first);
    const start = tokens[from]?.start ?? 0;
    const end = tokens[to]?.end ?? start;
    return kind ? [{ kind, min, max, start, end, text: text.slice(start, end) }] : [];
  });
}

function findQuantities(tokens: readonly Token[], first: number, last: number): Quantity[] {
  const found: Quantity[] = [];
  for (let i = first; i <= last; i += 1) {
    const read = readNumber(tokens, i, last);
    if (!read) continue;
    const { from, bounds } = readBounds(tokens, i, first);
    const exact = { min: read.value, max: read.vague ? null : read.value };
    const { min, max } = bounds && !read.vague ? bounds(read.value) : exact;
    found.push({ first: from, last: read.last, min, max });
    i = read.last;
  }
  return found;
}

function readNumber(
  tokens: readonly Token[],
  at: number,
  end: number,
): { value: number; last: number; vague: boolean } | null {
  const token = tokens[at];
  if (!token) return null;
  const vague = VAGUE.get(token.lower);
  if (vague !== undefined) return { value: vague, last: at, vague: true };
  if (token.lower === 'half' && tokens[at + 1]?.lower === 'a' && tokens[at + 2]?.lower === 'million') {
    return { value: 500_000, last: at + 2, vague: false };
  }
  let value: number | undefined;
  if (token.kind === 'number') {
    const plain = token.text.replaceAll(',', '');
    // A year, a clock time or a date is no count.
    if (plain.includes(':') || (/^(?:19|20)\d\d$/.test(token.text) && !token.text.includes(','))) return null;
    value = Number(plain);
  } else if (token.lower === 'a' && SCALES.has(tokens[at + 1]?.lower ?? '')) value = 1;
  else value = wordNumber(token.lower);
  if (value === undefined || !Number.isFinite(value)) return null;
  let last = at;
  while (last < end) {
    const scale = SCALES.get(tokens[last + 1]?.lower ?? '');
    if (!scale) break;
    value *= scale;
    last += 1;
  }
  return { value: Math.round(value), last, vague: false };
}

function wordNumber(word: string): number | undefined {
  if (!word.includes('-')) return NUMBER_WORDS.get(word);
  const [tens = '', ones = ''] = word.split('-');
  const first = NUMBER_WORDS.get(tens);
  if (first === undefined || ones === '') return first;
  const second = NUMBER_WORDS.get(ones);
  return second === undefined ? undefined : first + second;
}

function readBounds(tokens: readonly Token[], at: number, first: number) {
  for (const length of [3, 2, 1]) {
    if (at - length < first) continue;
    const words = tokens
      .slice(at - length, at)
      .map((token) => token.lower)
      .join(' ');
    const bounds = BOUNDS.find(([pattern]) => pattern.test(words))?.[1];
    if (bounds) return { from: at - length, bounds };
  }
  return { from: at, bounds: null };
}

function kindAfter(tokens: readonly Token[], from: number, to: number): Figure['kind'] | undefined {
  for (let i = from + 1; i <= to; i += 1) {
    const word = tokens[i]?.lower ?? '';
    if (/^(?:[;:.]|but|while|km|miles?|percent|per|%|years?|days?|hours?|weeks?|months?)$/.test(word)) return undefined;
    const kind = KINDS.find(([, after]) => after.test(word))?.[0];
    if (kind) return kind;
  }
  return undefined;
}

function kindBefore(tokens: readonly Token[], from: number, first: number): Figure['kind'] | undefined {
  for (let i = from - 1; i >= Math.max(first, from - REACH_BEFORE); i -= 1) {
    const kind = KINDS.find(([, , before]) => before.test(tokens[i]?.lower ?? ''))?.[0];
    if (kind) return kind;
  }
  return undefined;
}
