import { checkOptions, type Known } from '@internal/arguments';
import { MetricError } from './errors.js';
import type { Labels, Scores } from './inputs.js';
import { plain } from './plain.js';
import { knownRanking, type Ranking, type RankingOptions, rankSamples, thinned } from './ranking.js';

/** Options of {@link precisionRecallCurve}. */
export interface PrecisionRecallCurveOptions extends RankingOptions {
  /** Leave out points with the same number of hits as both neighbours, which a drawing does not need; `false` when left out. */
  dropIntermediate?: boolean | undefined;
}

const known: Known<PrecisionRecallCurveOptions> = { ...knownRanking, dropIntermediate: 'boolean' };

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
 * Equal to scikit-learn 1.2's `precision_recall_curve`, and to 1.3's where `dropIntermediate` is given.
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
  options: PrecisionRecallCurveOptions = {},
): PrecisionRecallCurve {
  checkOptions(MetricError, 'precisionRecallCurve', options, known);
  const { precision, recall, thresholds } = curveOf('precisionRecallCurve', yTrue, yScore, options);
  const curve = {
    precision: plain(precision.reverse()),
    recall: plain(recall.reverse()),
    thresholds: plain(thresholds.reverse()),
  };
  curve.precision.push(1);
  curve.recall.push(0);
  return curve;
}

/** {@link PrecisionRecallCurve} before it is handed out: from the highest threshold down, without the end (1, 0). */
interface Descending {
  readonly precision: Float64Array;
  readonly recall: Float64Array;
  readonly thresholds: Float64Array;
}

/** The curve, under the name of the metric that asks for it. */
export function curveOf(
  where: string,
  yTrue: Labels,
  yScore: Scores,
  options: PrecisionRecallCurveOptions,
): Descending {
  const ranking = rankSamples(where, yTrue, yScore, options);
  const { falsePositives, truePositives, thresholds } =
    options.dropIntermediate === true ? withoutIntermediate(ranking) : ranking;
  const positives = truePositives.at(-1)!;
  if (positives <= 0) throw new MetricError(`${where}: yTrue holds no positive sample, so recall is undefined`);
  const precision = new Float64Array(thresholds.length);
  const recall = new Float64Array(thresholds.length);
  for (let i = 0; i < thresholds.length; i++) {
    const hits = truePositives[i]!;
    precision[i] = hits / (hits + falsePositives[i]!);
    recall[i] = hits / positives;
  }
  return { precision, recall, thresholds };
}

/** Drops points between two that have as many hits: they lie on a vertical line. */
function withoutIntermediate(ranking: Ranking): Ranking {
  const { truePositives } = ranking;
  return thinned(
    ranking,
    (i) => truePositives[i] !== truePositives[i - 1] || truePositives[i] !== truePositives[i + 1],
  );
}
