import { checkOptions } from '@internal/arguments';
import { checkAverage, mean, ratios } from './averages.js';
import { MetricError } from './errors.js';
import { type Labels, readLabels } from './inputs.js';
import { isRows } from './multilabel.js';
import { countsFor, knownAveraged, type PrecisionRecallOptions } from './precision-recall-fscore.js';
import { sum } from './sum.js';

/**
 * Of the negative samples, the fraction predicted negative: tn / (tn + fp), in [0, 1].
 * It is scikit-learn's `recall_score` of the negative class; the other averages treat each class in turn as positive,
 * from the counts of its `multilabel_confusion_matrix`.
 *
 * @param yTrue the true classes, `[n]`
 * @param yPred the predicted classes, `[n]`
 * @throws MetricError for an empty argument, different lengths, a value that is no class label, or more than two
 * classes under `average: 'binary'` (the default)
 * @example
 * ```ts
 * import { specificityScore } from '@kindling/metrics';
 *
 * console.log(specificityScore([0, 0, 0, 0, 1], [0, 0, 0, 1, 0])); // => 0.75
 * ```
 */
export function specificityScore(yTrue: Labels, yPred: Labels, options: PrecisionRecallOptions = {}): number {
  const where = 'specificityScore';
  checkOptions(MetricError, where, options, knownAveraged);
  const average = options.average ?? 'binary';
  const zeroDivision = options.zeroDivision ?? 0;
  checkAverage(where, average, zeroDivision);
  // Throws for rows of marks.
  if (isRows(yTrue)) readLabels(where, 'yTrue', yTrue);
  const { truePositive, predicted, actual, total } = countsFor(where, yTrue, yPred, average, options);
  let negative = actual.map((weight) => total - weight);
  let trueNegative = negative.map((weight, i) => weight - (predicted[i]! - truePositive[i]!));
  if (average === 'micro') {
    trueNegative = [sum(trueNegative)];
    negative = [sum(negative)];
  }
  const scores = ratios(trueNegative, negative, zeroDivision);
  if (average !== 'weighted') return mean(scores);
  return sum(actual) === 0 ? zeroDivision : mean(scores, actual);
}
