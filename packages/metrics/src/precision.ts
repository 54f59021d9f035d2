import { checkOptions } from '@internal/arguments';
import { MetricError } from './errors.js';
import type { Labels, ScoreRows } from './inputs.js';
import { averagedScores, knownAveraged, type PrecisionRecallOptions } from './precision-recall-fscore.js';

/**
 * Of the samples predicted positive, the fraction that are: tp / (tp + fp), in [0, 1].
 * Equal to scikit-learn's `precision_score`.
 *
 * @param yTrue the true classes, `[n]`, or rows of 0 and 1, one column a label, `[n, labels]`
 * @param yPred the predicted ones, of the same shape
 * @throws MetricError for an empty argument, different lengths, a value that is no class label, or more than two
 * classes under `average: 'binary'` (the default)
 * @example
 * ```ts
 * import { precisionScore } from '@kindling/metrics';
 *
 * console.log(precisionScore([0, 1, 1, 0], [1, 1, 1, 1])); // => 0.5
 * console.log(precisionScore([0, 1, 2, 2], [0, 2, 2, 2], { average: 'micro' })); // => 0.75
 * ```
 */
export function precisionScore(
  yTrue: Labels | ScoreRows,
  yPred: Labels | ScoreRows,
  options: PrecisionRecallOptions = {},
): number {
  checkOptions(MetricError, 'precisionScore', options, knownAveraged);
  return averagedScores('precisionScore', yTrue, yPred, 1, options).precision;
}
