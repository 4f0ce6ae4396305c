import type { Timex } from '../../../types.ts';
import type { Token } from '../../tokens.ts';
import type { Clause } from './clauses.ts';
import type { Dated } from './dating.ts';
import { isCapital } from './lexicon.ts';

/**
 * "Singh will be sentenced on 30 October and Gary Wang on 20 November", "took Homs on Monday and Aleppo on Tuesday": the verb
 * goes on for a second name with a time of its own. The words of the first end where that begins.
 */
export function fillGap(
  tokens: readonly Token[],
  clause: Clause | undefined,
  dated: Dated,
  times: readonly Timex[],
): Dated[] {
  const { happening, timex: own } = dated;
  if (!own || !clause?.group || happening.kind !== 'verb') return [dated];
  for (const timex of times) {
    const at = tokens.findIndex((token) => token.end > timex.start);
    if (timex.start < own.end || !/^(?:on|in|at)$/.test(tokens[at - 1]?.lower ?? '')) continue;
    const first = nameStart(tokens, at - 1);
    if (first === at - 1 || tokens[first - 1]?.lower !== 'and' || (tokens[first - 2]?.end ?? 0) !== own.end) continue;
    const to = tokens.findIndex((token) => token.end > own.start) - 2;
    const role =
      to === clause.group.last ? 'subject' : nameStart(tokens, to + 1) === clause.group.last + 1 ? 'object' : null;
    if (!role) continue;
    let last = at;
    while ((tokens[last + 1]?.start ?? timex.end) < timex.end) last += 1;
    const second = { ...happening, first, last, gap: { role, first, last: at - 2 } } as const;
    return [
      { ...dated, happening: { ...happening, last: Math.min(happening.last, first - 2) } },
      { happening: second, timex, edtf: timex.edtf },
    ];
  }
  return [dated];
}

/** "won the cup in 2016 and again in 2020": once for each year or month. */
export function repeat(tokens: readonly Token[], dated: Dated, times: readonly Timex[]): Dated[] {
  const { timex: own } = dated;
  if (!own || dated.happening.gap || !isCoarse(own)) return [dated];
  let before = own;
  const again = times.filter((timex) => {
    if (timex.start <= before.end || !isCoarse(timex) || timex.value.length !== own.value.length) return false;
    const between = tokens.filter(({ start, end }) => start >= before.end && end <= timex.start);
    const joined =
      between.length > 0 && between.every(({ lower }) => /^(?:,|and|again|then|also|later|in|once|more)$/.test(lower));
    if (joined) before = timex;
    return joined;
  });
  return [dated, ...again.map((timex) => ({ ...dated, timex, edtf: timex.edtf }))];
}

/** A year or a month by itself. */
const isCoarse = ({ value, type, bound }: Timex) => type === 'DATE' && !bound && /^\d{4}(?:-\d{2})?$/.test(value);

/** Where the run of capital words that ends before `end` begins; `end` where there is none. */
function nameStart(tokens: readonly Token[], end: number): number {
  let first = end;
  while (isCapital(tokens[first - 1])) first -= 1;
  return first;
}
