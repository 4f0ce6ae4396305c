import { type Parts, total } from '../src/extract/place-scores.ts';

/** A name with the parts of each candidate, and which of them are right; how often the article has it. */
export interface Choice {
  candidates: Parts[];
  right: boolean[];
  weight: number;
}

/** In the order of PART_NAMES. */
export type ChoiceWeights = number[];

const ROUNDS = 30;
const RATE = 0.08;

/**
 * Weights of a conditional logit (a softmax over each name's candidates) with a quadratic penalty, by AdaGrad over all
 * choices at once: the same choices give the same weights. Choices without a right candidate, or with nothing but right
 * ones, teach nothing and are left out.
 */
export function trainChoice(all: readonly Choice[], penalty: number): ChoiceWeights {
  const choices = all.filter(({ right }) => right.includes(true) && right.includes(false));
  const size = choices[0]?.candidates[0]?.length ?? 0;
  const weights: ChoiceWeights = new Array(size).fill(0);
  const squares: number[] = new Array(size).fill(1e-6);
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < choices.length; i++) {
      const choice = choices[(i * 7919 + round) % choices.length];
      if (choice) learn(choice, weights, squares, penalty);
    }
  }
  return weights;
}

function learn({ candidates, right, weight }: Choice, weights: ChoiceWeights, squares: number[], penalty: number) {
  const belief = softmax(candidates.map((parts) => total(parts, weights)));
  const rightBelief = belief.reduce((all, share, index) => all + (right[index] ? share : 0), 0);
  const gradient: number[] = new Array(weights.length).fill(0);
  candidates.forEach((parts, index) => {
    const share = belief[index] ?? 0;
    const error = share - (right[index] ? share / Math.max(rightBelief, 1e-9) : 0);
    parts.forEach((value, part) => {
      if (value !== 0) gradient[part] = (gradient[part] ?? 0) + weight * error * value;
    });
  });
  gradient.forEach((slope, part) => {
    const step = slope + penalty * (weights[part] ?? 0);
    squares[part] = (squares[part] ?? 0) + step * step;
    weights[part] = (weights[part] ?? 0) - (RATE * step) / Math.sqrt(squares[part] ?? 1);
  });
}

/** Index of the candidate with the highest score. */
export function choose(candidates: readonly Parts[], weights: ChoiceWeights): number {
  const scores = candidates.map((parts) => total(parts, weights));
  return scores.indexOf(Math.max(...scores));
}

export function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - highest));
  const all = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / all);
}
