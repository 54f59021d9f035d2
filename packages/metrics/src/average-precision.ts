import { checkOptions } from '@internal/arguments';
import { MetricError } from './errors.js';
import { type Labels, readLabels, type Scores } from './inputs.js';
import { checkBinary, distinct } from './labels.js';
import { curveOf } from './precision-recall-curve.js';
import { knownRanking, type RankingOptions } from './ranking.js';
import { sum } from './sum.js';
import { codeTexts } from './text-labels.js';

/**
 * The mean of precision over the steps of recall, sum of (R_i - R_(i-1)) P_i: the precision-recall curve as one number
 * in [0, 1]. Equal to scikit-learn's `average_precision_score`.
 *
 * @param yTrue the true classes, `[n]`
 * @param yScore a score a sample that grows with belief in the positive class, `[n]`
 * @throws MetricError for an empty argument, different lengths, a score that is not finite, or no positive sample
 * @example
 * ```ts
 * import { averagePrecisionScore } from '@kindling/metrics';
 *
 * console.log(averagePrecisionScore([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]).toFixed(4)); // => 0.8333
 * ```
 */
export function averagePrecisionScore(yTrue: Labels, yScore: Scores, options: RankingOptions = {}): number {
  const where = 'averagePrecisionScore';
  checkOptions(MetricError, where, options, knownRanking);
  checkBinary(where, distinct(readLabels(where, 'yTrue', codeTexts(where, [['yTrue', yTrue]], {}).columns[0]!)));
  const { precision, recall } = curveOf(where, yTrue, yScore, options);
  // From the lowest threshold up, in scikit-learn's order of adding.
  const parts = new Float64Array(recall.length);
  for (let i = 0, last = recall.length - 1; i <= last; i++) {
    parts[last - i] = (recall[i]! - (i === 0 ? 0 : recall[i - 1]!)) * precision[i]!;
  }
  return sum(parts);
}
