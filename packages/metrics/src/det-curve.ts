import { checkOptions } from '@internal/arguments';
import { MetricError } from './errors.js';
import type { Labels, Scores } from './inputs.js';
import { plain } from './plain.js';
import { knownRanking, type RankingOptions, rankSamples } from './ranking.js';
import { bothClasses } from './roc-curve.js';

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
  const ranking = rankSamples(where, yTrue, yScore, options);
  const { falsePositives, truePositives, thresholds } = ranking;
  const [negatives, positives] = bothClasses(where, ranking);
  const start = falsePositives.lastIndexOf(falsePositives[0]!);
  const end = truePositives.indexOf(positives) + 1;
  const fpr = new Float64Array(end - start);
  const fnr = new Float64Array(end - start);
  for (let i = 0; i < fpr.length; i++) {
    fpr[i] = falsePositives[end - 1 - i]! / negatives;
    fnr[i] = (positives - truePositives[end - 1 - i]!) / positives;
  }
  return { fpr: plain(fpr), fnr: plain(fnr), thresholds: plain(thresholds.slice(start, end).reverse()) };
}
