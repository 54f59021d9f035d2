import { checkOptions, type Known } from '@internal/arguments';
import { MetricError } from './errors.js';
import type { Labels, Scores } from './inputs.js';
import { knownRanking, type Ranking, type RankingOptions, rankSamples } from './ranking.js';

/** Options of {@link rocCurve}. */
export interface RocCurveOptions extends RankingOptions {
  /** Leave out points on a straight line between their neighbours, which a drawing does not need; the default. */
  dropIntermediate?: boolean | undefined;
}

const known: Known<RocCurveOptions> = { ...knownRanking, dropIntermediate: 1 };

/** A ROC curve: entry `i` of each array belongs to "positive from `thresholds[i]` on". */
export interface RocCurve {
  /** False positive rates, ascending from 0 to 1. */
  readonly fpr: number[];
  /** True positive rates, ascending from 0 to 1. */
  readonly tpr: number[];
  /** Descending; the first is the largest score plus 1, from which on nothing is positive. */
  readonly thresholds: number[];
}

/**
 * True against false positive rate over all thresholds (receiver operating characteristic).
 * Equal to scikit-learn 1.2's `roc_curve`.
 *
 * @param yTrue the true classes, `[n]`
 * @param yScore a score a sample that grows with belief in the positive class, `[n]`: probabilities or logits
 * @returns three arrays of the same length, from (0, 0) to (1, 1)
 * @throws MetricError for an empty argument, different lengths, a score that is not finite, or one class only
 * @example
 * ```ts
 * import { rocCurve } from '@kindling/metrics';
 *
 * const { fpr, tpr, thresholds } = rocCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]);
 * console.log(fpr.join(' ')); // => 0 0 0.5 0.5 1
 * console.log(tpr.join(' ')); // => 0 0.5 0.5 1 1
 * console.log(thresholds.join(' ')); // => 1.8 0.8 0.4 0.35 0.1
 * ```
 */
export function rocCurve(yTrue: Labels, yScore: Scores, options: RocCurveOptions = {}): RocCurve {
  checkOptions(MetricError, 'rocCurve', options, known);
  return ratesOf('rocCurve', rankSamples('rocCurve', yTrue, yScore, options), options.dropIntermediate ?? true);
}

/** Turns cumulated weights into rates. */
export function ratesOf(where: string, ranking: Ranking, dropIntermediate: boolean): RocCurve {
  const kept = dropIntermediate ? withoutIntermediate(ranking) : ranking;
  const negatives = kept.falsePositives.at(-1)!;
  const positives = kept.truePositives.at(-1)!;
  if (negatives <= 0 || positives <= 0) {
    throw new MetricError(
      `${where}: yTrue holds no ${negatives <= 0 ? 'negative' : 'positive'} sample, both classes are needed`,
    );
  }
  return {
    fpr: [0, ...kept.falsePositives.map((weight) => weight / negatives)],
    tpr: [0, ...kept.truePositives.map((weight) => weight / positives)],
    thresholds: [kept.thresholds[0]! + 1, ...kept.thresholds],
  };
}

/** Drops points where neither count changes its pace: they lie on a line with both neighbours. */
function withoutIntermediate({ falsePositives, truePositives, thresholds }: Ranking): Ranking {
  const last = thresholds.length - 1;
  const bends = (values: readonly number[], i: number): boolean =>
    values[i + 1]! - values[i]! - (values[i]! - values[i - 1]!) !== 0;
  const keep = (_: number, i: number): boolean =>
    i === 0 || i === last || bends(falsePositives, i) || bends(truePositives, i);
  return {
    falsePositives: falsePositives.filter(keep),
    truePositives: truePositives.filter(keep),
    thresholds: thresholds.filter(keep),
  };
}
