import type { Article, Place, ResolvedToponym, Toponym } from '../types.ts';

/** Chooses one place for each name by the whole article; null where no candidate is good enough. */
export function resolveToponyms(toponyms: readonly Toponym[], _article: Article): ResolvedToponym[] {
  const named = countriesNamed(toponyms);
  return toponyms.map((toponym) => {
    const scored = toponym.candidates.map((place) => ({ place, scores: scoresOf(place, named) }));
    const best = scored.reduce(
      (a, b) => (total(b.scores) > total(a.scores) ? b : a),
      scored[0] ?? { place: null, scores: {} },
    );
    return { ...toponym, ...best };
  });
}

/** How often each country is named, by its own name. */
function countriesNamed(toponyms: readonly Toponym[]): Map<string, number> {
  const named = new Map<string, number>();
  for (const { candidates } of toponyms) {
    const [first] = candidates;
    if (first?.featureCode === 'PCLI') named.set(first.countryCode, (named.get(first.countryCode) ?? 0) + 1);
  }
  return named;
}

function scoresOf(place: Place, named: Map<string, number>): Record<string, number> {
  const fame = Math.log10(place.population + 10);
  return {
    fame: place.featureCode === 'PCLI' ? fame + 3 : place.featureCode === 'PPLC' ? fame + 1 : fame,
    country: named.has(place.countryCode) ? 2 : 0,
  };
}

function total(scores: Record<string, number>): number {
  return Object.values(scores).reduce((sum, score) => sum + score, 0);
}
