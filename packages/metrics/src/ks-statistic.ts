import { checkOptions } from '@internal/arguments';
import { MetricError } from './errors.js';
import type { Labels, Scores } from './inputs.js';
import { knownRanking, type RankingOptions, rankSamples } from './ranking.js';
import { ratesOf } from './roc-curve.js';

/** How far apart the scores of two classes are, and where. */
export interface KsStatistic {
  /** The largest distance between the two rates, in [0, 1]. */
  readonly statistic: number;
  /** The threshold at which it is reached; of several the highest. */
  readonly threshold: number;
}

/**
 * The statistic of Kolmogorov and Smirnov: the largest distance between the distributions of the scores of the two
 * classes, which is that between true and false positive rate. Equal to that of SciPy's `ks_2samp`.
 *
 * @param yTrue the true classes, `[n]`
 * @param yScore a score a sample that grows with belief in the positive class, `[n]`
 * @throws MetricError for an empty argument, different lengths, a score that is not finite, or one class only
 * @example
 * ```ts
 * import { ksStatistic } from '@kindling/metrics';
 *
 * const { statistic, threshold } = ksStatistic([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]);
 * console.log(statistic, threshold); // => 0.5 0.8
 * ```
 */
export function ksStatistic(yTrue: Labels, yScore: Scores, options: RankingOptions = {}): KsStatistic {
  const where = 'ksStatistic';
  checkOptions(MetricError, where, options, knownRanking);
  const { fpr, tpr, thresholds } = ratesOf(where, rankSamples(where, yTrue, yScore, options), false);
  let [statistic, threshold] = [0, thresholds[1]!];
  for (let i = 1; i < fpr.length; i++) {
    const distance = Math.abs(tpr[i]! - fpr[i]!);
    if (distance > statistic) [statistic, threshold] = [distance, thresholds[i]!];
  }
  return { statistic, threshold };
}
