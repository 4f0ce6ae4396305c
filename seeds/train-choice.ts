import type { Parts } from '../src/extract/place-scores.ts';

/** A name with the parts of each candidate, and which of them are right; how often the article has it. */
export interface Choice {
  candidates: Parts[];
  right: boolean[];
  weight: number;
}

export type ChoiceWeights = Record<string, number>;

const ROUNDS = 30;
const RATE = 0.08;

/**
 * Weights of a conditional logit (a softmax over each name's candidates) with a quadratic penalty, by AdaGrad over all
 * choices at once: the same choices give the same weights. Choices without a right candidate, or with nothing but right
 * ones, teach nothing and are left out.
 */
export function trainChoice(all: readonly Choice[], penalty: number): ChoiceWeights {
  const choices = all.filter(({ right }) => right.includes(true) && right.includes(false));
  const weights: ChoiceWeights = {};
  const squares: Record<string, number> = {};
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < choices.length; i++) {
      const choice = choices[(i * 7919 + round) % choices.length];
      if (choice) learn(choice, weights, squares, penalty);
    }
  }
  return weights;
}

function learn(
  { candidates, right, weight }: Choice,
  weights: ChoiceWeights,
  squares: Record<string, number>,
  penalty: number,
) {
  const belief = softmax(candidates.map((parts) => sum(parts, weights)));
  const rightBelief = belief.reduce((all, share, index) => all + (right[index] ? share : 0), 0);
  const gradient: Record<string, number> = {};
  candidates.forEach((parts, index) => {
    const share = belief[index] ?? 0;
    const error = share - (right[index] ? share / Math.max(rightBelief, 1e-9) : 0);
    for (const part in parts) gradient[part] = (gradient[part] ?? 0) + weight * error * (parts[part] ?? 0);
  });
  for (const part in gradient) {
    const step = (gradient[part] ?? 0) + penalty * (weights[part] ?? 0);
    squares[part] = (squares[part] ?? 1e-6) + step * step;
    weights[part] = (weights[part] ?? 0) - (RATE * step) / Math.sqrt(squares[part] ?? 1);
  }
}

/** Index of the candidate with the highest score. */
export function choose(candidates: readonly Parts[], weights: ChoiceWeights): number {
  const scores = candidates.map((parts) => sum(parts, weights));
  return scores.indexOf(Math.max(...scores));
}

export function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - highest));
  const all = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / all);
}

function sum(parts: Parts, weights: ChoiceWeights): number {
  let total = 0;
  for (const part in parts) total += (parts[part] ?? 0) * (weights[part] ?? 0);
  return total;
}
