import { checkOptions, type Known } from '@internal/arguments';
import { MetricError } from './errors.js';
import type { Labels, Scores } from './inputs.js';
import { plain } from './plain.js';
import { knownRanking, type Ranking, type RankingOptions, rankSamples, thinned } from './ranking.js';

/** Options of {@link rocCurve}. */
export interface RocCurveOptions extends RankingOptions {
  /** Leave out points on a straight line between their neighbours, which a drawing does not need; the default. */
  dropIntermediate?: boolean | undefined;
}

const known: Known<RocCurveOptions> = { ...knownRanking, dropIntermediate: 'boolean' };

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
  const ranking = rankSamples('rocCurve', yTrue, yScore, options);
  const { fpr, tpr, thresholds } = ratesOf('rocCurve', ranking, options.dropIntermediate ?? true);
  return { fpr: plain(fpr), tpr: plain(tpr), thresholds: plain(thresholds) };
}

/** {@link RocCurve} before it is handed out. */
interface Rates {
  readonly fpr: Float64Array;
  readonly tpr: Float64Array;
  readonly thresholds: Float64Array;
}

/** Turns cumulated weights into rates. */
export function ratesOf(where: string, ranking: Ranking, dropIntermediate: boolean): Rates {
  const { falsePositives, truePositives, thresholds } = dropIntermediate ? withoutIntermediate(ranking) : ranking;
  const [negatives, positives] = bothClasses(where, ranking);
  const { length } = thresholds;
  const rates = { fpr: new Float64Array(length + 1), tpr: new Float64Array(length + 1) };
  for (let i = 0; i < length; i++) {
    rates.fpr[i + 1] = falsePositives[i]! / negatives;
    rates.tpr[i + 1] = truePositives[i]! / positives;
  }
  const all = new Float64Array(length + 1);
  all[0] = thresholds[0]! + 1;
  all.set(thresholds, 1);
  return { ...rates, thresholds: all };
}

/** What the negative samples weigh, and the positive ones. */
export function bothClasses(where: string, { falsePositives, truePositives }: Ranking): [number, number] {
  const negatives = falsePositives.at(-1)!;
  const positives = truePositives.at(-1)!;
  if (negatives > 0 && positives > 0) return [negatives, positives];
  const absent = negatives <= 0 ? 'negative' : 'positive';
  throw new MetricError(`${where}: yTrue holds no ${absent} sample, both classes are needed`);
}

/** Drops points where neither count changes its pace: they lie on a line with both neighbours. */
function withoutIntermediate(ranking: Ranking): Ranking {
  const { falsePositives, truePositives } = ranking;
  return thinned(ranking, (i) => bends(falsePositives, i) || bends(truePositives, i));
}

function bends(values: Float64Array, i: number): boolean {
  return values[i + 1]! - values[i]! - (values[i]! - values[i - 1]!) !== 0;
}
