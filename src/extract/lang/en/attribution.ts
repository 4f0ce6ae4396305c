import type { Status, Timex } from '../../../types.ts';
import type { Token } from '../../tokens.ts';
import type { Clause } from './clauses.ts';
import { isFrame, reckons } from './frames.ts';
import { TELLING } from './joints.ts';
import { DENYING, EVIDENCE, SHOWING } from './speech.ts';
import { subjectOf } from './subjects.ts';
import type { TitleContext } from './titles.ts';

/** On whose word, and whether somebody denies it. */
export interface Voice {
  attribution?: string;
  deniedBy?: string;
  /** The time of the saying bounds what is said: it lies before. */
  saidAt?: Timex;
  /** Shown rather than said: pictures, footage, records. */
  shown: boolean;
}

/** Whose word a clause rests on: the verb of saying above it, the one after it, or "according to …" in its sentence. */
export function findVoice(context: TitleContext, index: number): Voice {
  const { clauses } = context;
  const clause = clauses[index];
  // "The army put its losses at 40 men": nobody else counted them.
  const own = clause?.group && reckons(context.tokens, clause.group) ? subjectOf(context, clause) : null;
  const teller = own ?? tellerOf(context, index);
  if (teller) return { shown: false, attribution: nameSpeaker(teller) };
  const framed = frameOf(context.tokens, clauses, index);
  if (framed !== null) {
    const frame = clauses[framed] as Clause;
    const speaker = subjectOf(context, frame);
    const lemma = frame.group?.lemma ?? '';
    const saidAt = timeOf(context, frame);
    if (SHOWING.has(lemma) && EVIDENCE.has(lastWord(speaker))) return { shown: true };
    if (DENYING.has(lemma)) return { shown: false, ...(speaker && { deniedBy: nameSpeaker(speaker) }) };
    return { shown: false, ...(speaker && { attribution: nameSpeaker(speaker) }), ...(saidAt && { saidAt }) };
  }
  const according = accordingTo(context.text, context.tokens);
  return { shown: false, ...(according && { attribution: nameSpeaker(according) }) };
}

/** The day of publication or before on which a clause says that something was said. */
const timeOf = ({ tokens, times }: TitleContext, { first, last }: Clause): Timex | undefined =>
  times.find(
    ({ start, end, to, bound }) =>
      to !== null && !bound && start >= (tokens[first]?.start ?? 0) && end <= (tokens[last]?.end ?? 0),
  );

/** "sent a letter saying the bridge had closed": who sent it. */
function tellerOf(context: TitleContext, index: number): string | null {
  const clause = context.clauses[index];
  const parent = context.clauses[clause?.parent ?? -1];
  return clause && parent && TELLING.has(clause.word) ? subjectOf(context, parent) : null;
}

/** The clause whose verb reports clause `index`; null where it stands on its own. */
function frameOf(tokens: readonly Token[], clauses: readonly Clause[], index: number): number | null {
  let at: number | null = index;
  for (let steps = 0; at !== null && steps < clauses.length; steps += 1) {
    const clause: Clause | undefined = clauses[at];
    if (!clause) return null;
    const parent: number | null = clause.parent;
    if (clause.link === 'that' && parent !== null) return frameAbove(tokens, clauses, parent);
    at = clause.link === 'main' || clause.link === 'quote' ? null : parent;
  }
  const after = clauses.findIndex((clause, i) => i > index && clause.link === 'quote' && isFrame(tokens, clause));
  return after >= 0 ? after : null;
}

/** "said X and that Y": Y hangs on the verb of saying, past X. */
function frameAbove(tokens: readonly Token[], clauses: readonly Clause[], from: number): number | null {
  for (let at: number | null = from; at !== null; at = clauses[at]?.parent ?? null) {
    const clause = clauses[at];
    if (clause && isFrame(tokens, clause)) return at;
    if (at === clauses[at]?.parent) return null;
  }
  return null;
}

function accordingTo(text: string, tokens: readonly Token[]): string | null {
  const at = tokens.findIndex((token, i) => token.lower === 'to' && tokens[i - 1]?.lower === 'according');
  if (at < 0) return null;
  let last = at;
  while (last + 1 < tokens.length && !/^[,;.:”"—–]$/.test(tokens[last + 1]?.lower ?? '')) last += 1;
  return last > at ? text.slice(tokens[at + 1]?.start, tokens[last]?.end) : null;
}

const lastWord = (words: string | null) => words?.toLowerCase().match(/\p{L}{1,20}$/u)?.[0] ?? '';

/** A name without its leading article in lower case, brackets and what follows a comma. */
export function nameSpeaker(speaker: string): string {
  return speaker
    .replace(/\s{0,3}\([^()]{0,80}\)/g, '')
    .replace(/,.*/s, '')
    .replace(/[“"”]/g, '')
    .replace(/\s(?:also|later|then|now|has|have|had)$/, '')
    .replace(/^The (?=\p{Ll})/u, 'the ')
    .trim();
}

/** The status of one account: disputed before planned before claimed before reported. */
export function statusOf(voice: Voice, planned: boolean): Status {
  if (planned) return 'planned';
  if (voice.deniedBy) return 'disputed';
  return voice.attribution ? 'claimed' : 'reported';
}
