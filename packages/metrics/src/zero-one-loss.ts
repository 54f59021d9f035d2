import { checkOptions } from '@internal/arguments';
import { type AccuracyOptions, hitsOrRows, knownAccuracy } from './accuracy.js';
import { MetricError } from './errors.js';
import type { Labels, ScoreRows } from './inputs.js';

/**
 * The fraction of samples whose predicted class is not the true one, 1 less the accuracy; with `normalize: false` their
 * weight. Of rows of zeros and ones a row is wrong with any label in it. Equal to scikit-learn's `zero_one_loss`.
 *
 * @param yTrue the true classes, `[n]`, or rows of 0 and 1, `[n, labels]`
 * @param yPred the predicted ones, of the same shape
 * @throws MetricError as `accuracyScore`
 * @example
 * ```ts
 * import { zeroOneLoss } from '@kindling/metrics';
 *
 * console.log(zeroOneLoss([0, 1, 1, 0], [0, 1, 0, 0])); // => 0.25
 * console.log(zeroOneLoss([0, 1, 1, 0], [0, 1, 0, 0], { normalize: false })); // => 1
 * ```
 */
export function zeroOneLoss(
  yTrue: Labels | ScoreRows,
  yPred: Labels | ScoreRows,
  options: AccuracyOptions = {},
): number {
  const where = 'zeroOneLoss';
  checkOptions(MetricError, where, options, knownAccuracy);
  const { right, total } = hitsOrRows(where, yTrue, yPred, options.sampleWeight);
  return options.normalize === false ? total - right : 1 - right / total;
}
