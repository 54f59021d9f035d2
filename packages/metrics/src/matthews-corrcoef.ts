import { aColumn, checkOptions, type Known } from '@internal/arguments';
import { classCounts } from './counts.js';
import { MetricError } from './errors.js';
import type { Labels, Scores } from './inputs.js';
import { dot, sum } from './sum.js';

/** Options of {@link matthewsCorrcoef}. */
export interface MatthewsOptions {
  /** The weight of each sample; 1 each when left out. */
  sampleWeight?: Scores | undefined;
}

const known: Known<MatthewsOptions> = { sampleWeight: aColumn };

/**
 * Matthews' correlation between true and predicted classes, in [-1, 1]: 0 for guessing, 1 for perfection.
 * For more than two classes it is Gorodkin's R_K ("Comparing two K-category assignments by a K-category correlation
 * coefficient", 2004). Equal to scikit-learn's `matthews_corrcoef`; 0 where either side has one class only.
 *
 * @param yTrue the true classes, `[n]`
 * @param yPred the predicted classes, `[n]`
 * @throws MetricError for an empty argument, different lengths, or a value that is no class label
 * @example
 * ```ts
 * import { matthewsCorrcoef } from '@kindling/metrics';
 *
 * console.log(matthewsCorrcoef([1, 1, 1, 0], [1, 0, 1, 1]).toFixed(4)); // => -0.3333
 * ```
 */
export function matthewsCorrcoef(yTrue: Labels, yPred: Labels, options: MatthewsOptions = {}): number {
  checkOptions(MetricError, 'matthewsCorrcoef', options, known);
  const { truePositive, predicted, actual } = classCounts('matthewsCorrcoef', yTrue, yPred, options);
  // Asked of the classes rather than of the variances below, which rounding keeps from being zero.
  const several = (weights: readonly number[]): boolean => weights.filter((weight) => weight > 0).length > 1;
  if (!several(predicted) || !several(actual)) return 0;
  const total = sum(predicted);
  const covariance = sum(truePositive) * total - dot(actual, predicted);
  const variancePredicted = total * total - dot(predicted, predicted);
  const varianceActual = total * total - dot(actual, actual);
  return covariance / Math.sqrt(variancePredicted * varianceActual);
}
