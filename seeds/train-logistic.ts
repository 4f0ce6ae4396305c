/** An example: the names of the features it has, and whether it is one of what is looked for. */
export interface Example {
  features: string[];
  wanted: boolean;
  weight: number;
}

export type Weights = Map<string, number>;

const ROUNDS = 25;
const RATE = 0.15;

/**
 * Weights of a logistic regression with a quadratic penalty, by AdaGrad over the examples in the order given:
 * the same examples give the same weights.
 */
export function trainLogistic(examples: readonly Example[], penalty: number): Weights {
  const weights: Weights = new Map();
  const squares = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < examples.length; i++) {
      // A fixed stride that shares no divisor with most lengths mixes the documents.
      const example = examples[(i * 7919 + round) % examples.length];
      if (!example) continue;
      const { features, wanted, weight } = example;
      const error = weight * (probability(weights, features) - (wanted ? 1 : 0));
      for (const feature of features) {
        const old = weights.get(feature) ?? 0;
        const gradient = error + (feature === 'bias' ? 0 : penalty * old);
        const square = (squares.get(feature) ?? 1e-6) + gradient * gradient;
        squares.set(feature, square);
        weights.set(feature, old - (RATE * gradient) / Math.sqrt(square));
      }
    }
  }
  return weights;
}

export function scoreOf(weights: Weights, features: readonly string[]): number {
  return features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0);
}

function probability(weights: Weights, features: readonly string[]): number {
  return 1 / (1 + Math.exp(-scoreOf(weights, features)));
}
