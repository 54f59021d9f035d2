import { checkOptions } from '@internal/arguments';
import { MetricError } from './errors.js';
import type { Labels, ScoreRows } from './inputs.js';
import { averagedScores, knownAveraged, type PrecisionRecallOptions } from './precision-recall-fscore.js';

/**
 * Of the positive samples, the fraction that were found: tp / (tp + fn), in [0, 1]; also called sensitivity.
 * Equal to scikit-learn's `recall_score`.
 *
 * @param yTrue the true classes, `[n]`, or rows of 0 and 1, one column a label, `[n, labels]`
 * @param yPred the predicted ones, of the same shape
 * @throws MetricError for an empty argument, different lengths, a value that is no class label, or more than two
 * classes under `average: 'binary'` (the default)
 * @example
 * ```ts
 * import { recallScore } from '@kindling/metrics';
 *
 * console.log(recallScore([0, 1, 1, 1], [0, 1, 0, 0], { zeroDivision: 1 })); // => 0.3333333333333333
 * ```
 */
export function recallScore(
  yTrue: Labels | ScoreRows,
  yPred: Labels | ScoreRows,
  options: PrecisionRecallOptions = {},
): number {
  checkOptions(MetricError, 'recallScore', options, knownAveraged);
  return averagedScores('recallScore', yTrue, yPred, 1, options).recall;
}
