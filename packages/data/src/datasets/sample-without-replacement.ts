import type { RandomSource } from '../splits/random-source.js';

/**
 * `count` distinct whole numbers below `population`, by the method that scikit-learn's `sample_without_replacement`
 * picks for their ratio: the start of a permutation, draws that skip what was drawn, or a reservoir.
 */
export function sampleWithoutReplacement(population: number, count: number, rng: RandomSource): Int32Array {
  const ratio = count / population;
  if (ratio > 0.01 && ratio < 0.99) return rng.permutation(population).slice(0, count);
  if (ratio < 0.2) {
    const drawn = new Set<number>();
    while (drawn.size < count) drawn.add(rng.randint(0, population, 1)[0]!);
    return Int32Array.from(drawn);
  }
  const reservoir = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count; i < population; i++) {
    const place = rng.randint(0, i + 1, 1)[0]!;
    if (place < count) reservoir[place] = i;
  }
  return reservoir;
}
