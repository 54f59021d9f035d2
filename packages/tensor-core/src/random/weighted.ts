import { checkWeights } from './checks.js';
import { ascending, cumulative, upperBound } from './from-uniform.js';
import type { Generator } from './generator.js';
import { steadyLog } from './steady-log.js';

/**
 * `numSamples` indices into `weights`, each in proportion to its weight: as the engine draws them, where it has a way of its
 * own. Throws where a weight is negative or not finite, all are 0, or there are too few of them.
 */
export function drawWeighted(
  generator: Generator,
  weights: Float32Array | Float64Array | readonly number[],
  numSamples: number,
  replacement = false,
): Int32Array {
  if (generator.multinomial !== undefined) return generator.multinomial(weights, numSamples, replacement);
  checkWeights('multinomial', weights, numSamples, replacement);
  if (replacement) {
    const sums = cumulative(weights);
    return Int32Array.from({ length: numSamples }, () => upperBound(sums, generator.random()));
  }
  // A race: the smallest of exponential times divided by the weights is drawn first.
  const times = Float64Array.from(weights, (weight) => -steadyLog(1 - generator.random()) / weight);
  return ascending(times.length)
    .sort((x, y) => (times[x]! < times[y]! ? -1 : 1))
    .slice(0, numSamples);
}
