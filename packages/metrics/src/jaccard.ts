import { checkOptions } from '@internal/arguments';
import { checkAverage, mean, pooled, ratios } from './averages.js';
import { MetricError } from './errors.js';
import type { Labels, ScoreRows } from './inputs.js';
import { countsFor, knownAveraged, type PrecisionRecallOptions } from './precision-recall-fscore.js';
import { sum } from './sum.js';

/**
 * What truth and prediction have in common, of all that either holds: tp / (tp + fp + fn), in [0, 1]; also called
 * intersection over union. Equal to scikit-learn's `jaccard_score`.
 *
 * @param yTrue the true classes, `[n]`, or rows of 0 and 1, one column a label, `[n, labels]`
 * @param yPred the predicted ones, of the same shape
 * @throws MetricError for an empty argument, different lengths, a value that is no class label, or more than two
 * classes under `average: 'binary'` (the default)
 * @example
 * ```ts
 * import { jaccardScore } from '@kindling/metrics';
 *
 * console.log(jaccardScore([0, 1, 1, 1], [1, 1, 1, 0])); // => 0.5
 * console.log(jaccardScore([0, 1, 2, 2], [0, 2, 2, 2], { average: 'macro' }).toFixed(4)); // => 0.5556
 * ```
 */
export function jaccardScore(
  yTrue: Labels | ScoreRows,
  yPred: Labels | ScoreRows,
  options: PrecisionRecallOptions = {},
): number {
  const where = 'jaccardScore';
  checkOptions(MetricError, where, options, knownAveraged);
  const { average = 'binary', zeroDivision = 0 } = options;
  checkAverage(where, average, zeroDivision);
  const counts = countsFor(where, yTrue, yPred, average, options);
  const { truePositive, predicted, actual } = average === 'micro' ? pooled(counts) : counts;
  const either = truePositive.map((both, i) => predicted[i]! + actual[i]! - both);
  const weighted = average === 'weighted' && sum(actual) > 0;
  const weights = weighted ? actual : average === 'samples' ? [...counts.weights!] : undefined;
  return mean(ratios(truePositive, either, zeroDivision), weights);
}
