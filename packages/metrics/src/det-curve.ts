import { checkOptions } from '@internal/arguments';
import { MetricError } from './errors.js';
import type { Labels, Scores } from './inputs.js';
import { knownRanking, type RankingOptions, rankSamples } from './ranking.js';

/** A detection error tradeoff: entry `i` of each array belongs to "positive from `thresholds[i]` on". */
export interface DetCurve {
  /** False positive rates, descending. */
  readonly fpr: number[];
  /** False negative rates, ascending. */
  readonly fnr: number[];
  /** Ascending. */
  readonly thresholds: number[];
}

/**
 * False negative against false positive rate over all thresholds (Martin and others, "The DET curve in assessment of
 * detection task performance", 1997), from the last threshold at which no positive is missed to the first at which no
 * negative passes. Equal to scikit-learn's `det_curve`.
 *
 * @param yTrue the true classes, `[n]`
 * @param yScore a score a sample that grows with belief in the positive class, `[n]`
 * @throws MetricError for an empty argument, different lengths, a score that is not finite, or one class only
 * @example
 * ```ts
 * import { detCurve } from '@kindling/metrics';
 *
 * const { fpr, fnr, thresholds } = detCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]);
 * console.log(fpr.join(' ')); // => 0.5 0.5 0
 * console.log(fnr.join(' ')); // => 0 0.5 0.5
 * console.log(thresholds.join(' ')); // => 0.35 0.4 0.8
 * ```
 */
export function detCurve(yTrue: Labels, yScore: Scores, options: RankingOptions = {}): DetCurve {
  const where = 'detCurve';
  checkOptions(MetricError, where, options, knownRanking);
  const { falsePositives, truePositives, thresholds } = rankSamples(where, yTrue, yScore, options);
  const [negatives, positives] = [falsePositives.at(-1)!, truePositives.at(-1)!];
  if (negatives <= 0 || positives <= 0) {
    throw new MetricError(
      `${where}: yTrue holds no ${negatives <= 0 ? 'negative' : 'positive'} sample, both classes are needed`,
    );
  }
  const start = falsePositives.lastIndexOf(falsePositives[0]!);
  const end = truePositives.indexOf(positives) + 1;
  return {
    fpr: falsePositives
      .slice(start, end)
      .reverse()
      .map((weight) => weight / negatives),
    fnr: truePositives
      .slice(start, end)
      .reverse()
      .map((weight) => (positives - weight) / positives),
    thresholds: thresholds.slice(start, end).reverse(),
  };
}
