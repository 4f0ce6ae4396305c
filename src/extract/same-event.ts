import type { Figure, Report } from '../types.ts';
import type { Account } from './account.ts';
import { daysBetween } from './edtf.ts';
import { BEGIN } from './lang/en/happenings.ts';
import { areKindred } from './lang/en/kindred.ts';
import { CANCELLING_SENSE, SAYING_SENSES, senseNamed, VACANT_SENSES } from './lang/en/senses.ts';
import { comparePlaces } from './place-agreement.ts';
import { type Frequencies, rarityOf } from './rarity.ts';

/** The named parts of the score for "these two tell of the same happening"; null where time or place forbids it. */
export interface SameEventScore {
  when: number;
  where: number;
  sense: number;
  words: number;
  actors: number;
  figures: number;
  bond: number;
}

/** Two accounts whose parts sum up to this or more are one event. */
export const SAME_EVENT = 5.75;

export const sumOf = (score: SameEventScore): number => Object.values(score).reduce((sum, part) => sum + part, 0);

/**
 * How far two accounts agree. Both must allow the same days and the same place: two strikes on two cities on one day are
 * two. Then the same sense, the same words and names, figures that fit and a common sentence count, the more the rarer they
 * are in the story.
 */
export function compareAccounts(a: Account, b: Account, told: Frequencies): SameEventScore | null {
  const when = compareDays(a, b);
  const where = comparePlaces(a.report, b.report);
  if (when === null || where === null) return null;
  return {
    when,
    where,
    sense: compareSenses(a.report, b.report, told),
    words: 6 * likeness(a.words, b.words, (word) => weightOf(told, word)),
    actors: compareActors(a, b, told),
    figures: compareFigures(a.report.figures, b.report.figures),
    bond: bondOf(a.report, b.report),
  };
}

/** 3 for the same stated days, 2 for the same beginning, 1 where one may hold the other; null where they cannot meet. */
function compareDays(a: Account, b: Account): number | null {
  if (a.days.from === null || b.days.from === null) return a.days.to === b.days.to ? 1 : null;
  const [aEnd, bEnd] = [a.days.to ?? a.days.from, b.days.to ?? b.days.from];
  if (a.days.from > bEnd || b.days.from > aEnd) return isLateByDays(a, b) || isLateByDays(b, a) ? 0 : null;
  if (a.report.inferred || b.report.inferred) return 1;
  if (a.days.from === b.days.from) return aEnd === bEnd ? 3 : 2;
  // A year does not take in each of its days: only a span of some days round a day is vagueness, or a year round a month.
  const [short, long] = a.length < b.length ? [a.length, b.length] : [b.length, a.length];
  return long <= MONTH ? 1 : long <= YEAR && short >= MONTH - 4 ? 0.5 : -1;
}

/** Days from the first to the last. */
const MONTH = 31;
const YEAR = 366;

/** An interval that no text states may begin some days late: the day last named was not that of each thing told after it. */
const isLateByDays = ({ report, days }: Account, told: Account) =>
  report.inferred &&
  !told.report.inferred &&
  days.from !== null &&
  told.days.to !== null &&
  told.days.to < days.from &&
  daysBetween(told.days.to, days.from) <= LATE_DAYS;

const LATE_DAYS = 2;

/** Even what each account tells says a little. */
const weightOf = (told: Frequencies, thing: string) => 0.3 + 0.7 * rarityOf(told, thing);

/** Up to 3.5 for one sense; nothing for two ends of one happening, as a strike and its dead; less for two happenings. */
function compareSenses(a: Report, b: Report, told: Frequencies): number {
  const [first, second] = [mainSense(a), mainSense(b)];
  if (first === undefined || second === undefined) return first === second ? -0.5 : -1;
  // That both are said says nothing of what: one may announce a truce, another a new offensive.
  if (SAYING_SENSES.has(first) && SAYING_SENSES.has(second)) return 0;
  const shared = a.senses.filter((sense) => b.senses.includes(sense) && sense !== BEGIN);
  if (first === second) {
    const telling = shared.find((sense) => !isToll(sense));
    return (telling ? 2 : 1) + 1.5 * rarityOf(told, `sense ${telling ?? first}`);
  }
  // A vote that is put off is not the putting off.
  if ((first === CANCELLING_SENSE || second === CANCELLING_SENSE) && !shared.includes('shut')) return -1.5;
  if (b.senses.includes(first) || a.senses.includes(second)) return 2;
  if (shared.length > 0) return 0.5;
  if (!areKindred(first, second) || a.edtf !== b.edtf) return -1.5;
  return a.senses.includes(BEGIN) && b.senses.includes(BEGIN) ? 2 : 0;
}

/** The first sense that says what: "the trial opened" is of the trial. */
const mainSense = ({ senses }: Report) => senses.find((name) => !VACANT_SENSES.has(name)) ?? senses[0];

/** Up to 3 for the same names, 1 for the same role; less than nothing where both name others: "the chief" may be anyone. */
function compareActors(a: Account, b: Account, told: Frequencies): number {
  const names = shareOf(a.names, b.names, (name) => weightOf(told, `name ${name}`));
  const roles = shareOf(a.roles, b.roles, (role) => weightOf(told, `role ${role}`));
  if (names + roles > 0) return Math.min(3, 3 * names + roles);
  if (a.names.size > 0 && b.names.size > 0) return a.roles.size > 0 === b.roles.size > 0 ? -3 : -1;
  return a.roles.size > 0 && b.roles.size > 0 ? -0.5 : 0;
}

/** The weight of what two sets share, as a part of the smaller set, and no more than that of the weightiest thing shared. */
function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>, weigh: (thing: string) => number): number {
  const shared = [...a].filter((thing) => b.has(thing)).map(weigh);
  if (shared.length === 0) return 0;
  const sum = (weights: readonly number[]) => weights.reduce((total, weight) => total + weight, 0);
  const whole = Math.min(sum([...a].map(weigh)), sum([...b].map(weigh)));
  return Math.max(...shared) * Math.min(1, sum(shared) / whole);
}

/** Outlets count alike what they both report: "seven" in both says more than "one" in both. */
function compareFigures(a: readonly Figure[], b: readonly Figure[]): number {
  let score = 0;
  for (const one of a) {
    const other = b.find(({ kind }) => kind === one.kind);
    if (!other) continue;
    const [less, more] = one.min < other.min ? [one, other] : [other, one];
    // "Dozens" may be 84.
    const apart = less.max !== null && more.min > 3 * Math.max(1, less.max);
    score += less.min === more.min ? (less.min > 2 ? 2 : 1) : apart ? -2 : 0.3;
  }
  return score;
}

/** Accounts on one time expression: cause and toll ("a blast on Friday killed three") are one happening; the toll "since Friday" is not. */
function bondOf(a: Report, b: Report): number {
  if (a.article !== b.article || !a.timex || a.timex.start !== b.timex?.start || a.edtf !== b.edtf) return 0;
  return isToll(a.senses[0] ?? '') !== isToll(b.senses[0] ?? '') ? 4.5 : 0;
}

/** People die, flee and are rescued in whatever happens: that both tell of it says less. */
const isToll = (sense: string) => senseNamed(sense)?.category === 'context';

/**
 * 1 for the same sets, 0 for none in common: Dice over the weights; with two words or more in common, what the longer tells
 * besides counts half.
 */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>, weigh: (word: string) => number): number {
  let [left, right, both, shared] = [0, 0, 0, 0];
  for (const word of a) {
    const weight = weigh(word);
    left += weight;
    if (!b.has(word)) continue;
    both += weight;
    shared += 1;
  }
  if (shared === 0) return 0;
  for (const word of b) right += weigh(word);
  const dice = (2 * both) / (left + right);
  return shared < 2 ? dice : (dice + both / Math.min(left, right)) / 2;
}
