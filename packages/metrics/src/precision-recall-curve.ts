import { MetricError } from './errors.js';
import type { Labels, Scores } from './inputs.js';
import { type RankingOptions, rankSamples } from './ranking.js';

/** A precision-recall curve; `precision` and `recall` have one entry more than `thresholds`, the end (1, 0). */
export interface PrecisionRecallCurve {
  readonly precision: number[];
  /** Descending to 0. */
  readonly recall: number[];
  /** Distinct scores, ascending: entry `i` of the others is for "positive from `thresholds[i]` on". */
  readonly thresholds: number[];
}

/**
 * Precision and recall over all thresholds.
 * Equal to scikit-learn 1.2's `precision_recall_curve`.
 *
 * @param yTrue the true classes, `[n]`
 * @param yScore a score a sample that grows with belief in the positive class, `[n]`
 * @throws MetricError for an empty argument, different lengths, a score that is not finite, or no positive sample
 * @example
 * ```ts
 * import { precisionRecallCurve } from '@kindling/metrics';
 *
 * const { precision, recall } = precisionRecallCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]);
 * console.log(recall.join(' ')); // => 1 1 0.5 0.5 0
 * console.log(precision[0], precision[4]); // => 0.5 1
 * ```
 */
export function precisionRecallCurve(
  yTrue: Labels,
  yScore: Scores,
  options: RankingOptions = {},
): PrecisionRecallCurve {
  return curveOf('precisionRecallCurve', yTrue, yScore, options);
}

/** The curve, under the name of the metric that asks for it. */
export function curveOf(where: string, yTrue: Labels, yScore: Scores, options: RankingOptions): PrecisionRecallCurve {
  const { falsePositives, truePositives, thresholds } = rankSamples(where, yTrue, yScore, options);
  const positives = truePositives.at(-1)!;
  if (positives <= 0) throw new MetricError(`${where}: yTrue holds no positive sample, so recall is undefined`);
  const precision = truePositives.map((hits, i) => hits / (hits + falsePositives[i]!));
  const recall = truePositives.map((hits) => hits / positives);
  return {
    precision: [...precision.reverse(), 1],
    recall: [...recall.reverse(), 0],
    thresholds: thresholds.reverse(),
  };
}
