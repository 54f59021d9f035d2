import type { RandomSource } from './random-source.js';

/**
 * How many of `draws` rows to take from each class of the given sizes: each its share rounded down, and the rest to the
 * classes that lost most by rounding, ties broken at random (scikit-learn's `_approximate_mode`).
 */
export function approximateMode(counts: readonly number[], draws: number, rng: RandomSource): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const exact = counts.map((count) => (count / total) * draws);
  const taken = exact.map(Math.floor);
  const lost = exact.map((share, i) => share - taken[i]!);
  let missing = draws - taken.reduce((sum, count) => sum + count, 0);
  for (const value of [...new Set(lost)].sort((a, b) => b - a)) {
    if (missing <= 0) break;
    const tied = [...lost.keys()].filter((i) => lost[i] === value);
    const chosen = rng.permutation(tied.length).slice(0, missing);
    for (const place of chosen) taken[tied[place]!]!++;
    missing -= chosen.length;
  }
  return taken;
}
