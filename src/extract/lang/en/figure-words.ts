import type { Figure } from '../../../types.ts';
import { wordClass } from './word-class.ts';

export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
  ['thirteen', 13],
  ['fourteen', 14],
  ['fifteen', 15],
  ['sixteen', 16],
  ['seventeen', 17],
  ['eighteen', 18],
  ['nineteen', 19],
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['seventy', 70],
  ['eighty', 80],
  ['ninety', 90],
]);

export const SCALES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1e6],
  ['billion', 1e9],
]);

/** Least number that a vague plural stands for. */
export const VAGUE: ReadonlyMap<string, number> = new Map([
  ['dozens', 24],
  ['scores', 40],
  ['hundreds', 200],
  ['thousands', 2000],
  ['millions', 2e6],
]);

export const isNumberWord = wordClass(NUMBER_WORDS);
export const isVague = wordClass(VAGUE);

/** What the words before a number make of it: bounds from the number. */
export const BOUNDS: readonly [words: RegExp, bounds: (n: number) => { min: number; max: number | null }][] = [
  [/^(?:more than|over|upwards? of|in excess of|above)$/, (n) => ({ min: n + 1, max: null })],
  [/^(?:at least|no fewer than|no less than|a minimum of)$/, (n) => ({ min: n, max: null })],
  [/^(?:up to|as many as|at most|no more than)$/, (n) => ({ min: 0, max: n })],
  [/^(?:fewer than|less than|under|almost|nearly|close to)$/, (n) => ({ min: 0, max: n - 1 })],
  [
    /^(?:about|around|some|approximately|roughly|an estimated|estimated)$/,
    (n) => ({ min: Math.floor(n * 0.9), max: Math.ceil(n * 1.1) }),
  ],
];

/** What happened to those counted; the words may follow the number or stand before it. */
export const KINDS: readonly [kind: Figure['kind'], after: RegExp, before: RegExp][] = [
  [
    'killed',
    /^(?:killed|dead|died|drowned|perished|deaths?|fatalities|lives|bodies|murdered|executed|dying)$/,
    /^(?:kill|killed|killing|kills|claimed|claiming|claim|toll|murdered|murdering)$/,
  ],
  [
    'injured',
    /^(?:injured|wounded|hurt|hospitalised|hospitalized|injuries)$/,
    /^(?:injured|injuring|wounded|wounding|hurt|hurting)$/,
  ],
  ['missing', /^(?:missing|unaccounted|disappeared|vanished)$/, /^$/],
  [
    'displaced',
    /^(?:displaced|homeless|fled|evacuated|uprooted|flee|fleeing)$/,
    /^(?:displaced|displacing|evacuated|evacuating|uprooted|uprooting)$/,
  ],
  [
    'detained',
    /^(?:arrested|detained|arrests|jailed|custody|captured)$/,
    /^(?:arrested|arresting|detained|detaining|captured)$/,
  ],
];
