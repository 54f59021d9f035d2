import { checkOptions } from '@internal/arguments';
import { type AccuracyOptions, hits, knownAccuracy } from './accuracy.js';
import { MetricError } from './errors.js';
import type { Labels } from './inputs.js';

/**
 * The fraction of samples whose predicted class is not the true one, 1 less the accuracy; with `normalize: false` their
 * weight. Equal to scikit-learn's `zero_one_loss`.
 *
 * @param yTrue the true classes, `[n]`
 * @param yPred the predicted classes, `[n]`
 * @throws MetricError as `accuracyScore`
 * @example
 * ```ts
 * import { zeroOneLoss } from '@kindling/metrics';
 *
 * console.log(zeroOneLoss([0, 1, 1, 0], [0, 1, 0, 0])); // => 0.25
 * console.log(zeroOneLoss([0, 1, 1, 0], [0, 1, 0, 0], { normalize: false })); // => 1
 * ```
 */
export function zeroOneLoss(yTrue: Labels, yPred: Labels, options: AccuracyOptions = {}): number {
  const where = 'zeroOneLoss';
  checkOptions(MetricError, where, options, knownAccuracy);
  const { right, total } = hits(where, yTrue, yPred, options.sampleWeight);
  return options.normalize === false ? total - right : 1 - right / total;
}
