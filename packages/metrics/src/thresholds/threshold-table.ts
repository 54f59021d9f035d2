import { aColumn, checkOptions, describe, type Known, wrong } from '@internal/arguments';
import { MetricError } from '../errors.js';
import { type Labels, readScores, type Scores } from '../inputs.js';
import { knownRanking, type Ranking, type RankingOptions, rankSamples } from '../ranking.js';

/** What each kind of mistake costs. */
export interface MistakeCosts {
  /** A positive sample that is missed. */
  readonly falseNegative: number;
  /** A negative sample that is taken for a positive one. */
  readonly falsePositive: number;
}

/** Options of {@link thresholdTable}. */
export interface ThresholdTableOptions extends RankingOptions {
  /** The thresholds to look at; every score that occurs, ascending, when left out. */
  thresholds?: Scores | undefined;
  /** What mistakes cost; 1 each when left out. */
  cost?: MistakeCosts | undefined;
}

/** What a classifier does that says "positive from `threshold` on". */
export interface ThresholdRow {
  readonly threshold: number;
  /** Positive samples that are found; as the other counts a weight where samples have weights. */
  readonly tp: number;
  /** Negative samples taken for positive ones. */
  readonly fp: number;
  /** Positive samples that are missed. */
  readonly fn: number;
  /** Negative samples that are left alone. */
  readonly tn: number;
  /** tp / (tp + fp); 0 where nothing is taken. */
  readonly precision: number;
  /** tp / (tp + fn); 0 where there is no positive sample. */
  readonly recall: number;
  /** The harmonic mean of precision and recall. */
  readonly f1: number;
  /** What all mistakes cost. */
  readonly cost: number;
}

const known: Known<ThresholdTableOptions> = { ...knownRanking, thresholds: aColumn, cost: 1 };
const where = 'thresholdTable';

/**
 * What a classifier does at each threshold: hits, mistakes, precision, recall, F1 and what the mistakes cost. A sample
 * counts as positive where its score is the threshold or more.
 *
 * @param yTrue the true classes, `[n]`
 * @param yScore a score a sample that grows with belief in the positive class, `[n]`
 * @throws MetricError for an empty argument, different lengths, a score that is not finite, or a cost below zero
 * @example
 * ```ts
 * import { thresholdTable } from '@kindling/metrics';
 *
 * const cost = { falseNegative: 5, falsePositive: 1 };
 * for (const row of thresholdTable([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8], { thresholds: [0.3, 0.5], cost })) {
 *   console.log(row.threshold, row.tp, row.fp, row.fn, row.tn, row.f1.toFixed(2), row.cost);
 * }
 * // => 0.3 2 1 0 1 0.80 1
 * // => 0.5 1 0 1 2 0.67 5
 * ```
 */
export function thresholdTable(yTrue: Labels, yScore: Scores, options: ThresholdTableOptions = {}): ThresholdRow[] {
  checkOptions(MetricError, where, options, known);
  const { thresholds, cost = { falseNegative: 1, falsePositive: 1 }, posLabel, sampleWeight } = options;
  checkCosts(where, cost);
  const ranking = rankSamples(where, yTrue, yScore, { posLabel, sampleWeight });
  if (thresholds === undefined) {
    return Array.from(ranking.thresholds, (threshold, i) => rowOf(ranking, i, threshold, cost)).reverse();
  }
  return Array.from(readScores(where, 'thresholds', thresholds), (threshold) =>
    rowOf(ranking, lastFrom(ranking.thresholds, threshold), threshold, cost),
  );
}

/** The row of "positive from the i-th highest score on"; -1 is for nothing. */
export function rowOf(ranking: Ranking, i: number, threshold: number, costs: MistakeCosts): ThresholdRow {
  const { truePositives, falsePositives } = ranking;
  const tp = truePositives[i] ?? 0;
  const fp = falsePositives[i] ?? 0;
  const fn = truePositives.at(-1)! - tp;
  const tn = falsePositives.at(-1)! - fp;
  const share = (part: number, all: number): number => (all === 0 ? 0 : part / all);
  return {
    threshold,
    tp,
    fp,
    fn,
    tn,
    precision: share(tp, tp + fp),
    recall: share(tp, tp + fn),
    f1: share(2 * tp, 2 * tp + fp + fn),
    cost: costs.falseNegative * fn + costs.falsePositive * fp,
  };
}

/** Throws unless both costs are numbers from 0 on. */
export function checkCosts(where: string, cost: MistakeCosts): void {
  if (typeof cost !== 'object' || cost === null) {
    wrong(MetricError, where, 'cost', 'an object { falseNegative, falsePositive }', cost);
  }
  checkOptions(MetricError, `${where}: cost`, cost, { falseNegative: 1, falsePositive: 1 });
  for (const name of ['falseNegative', 'falsePositive'] as const) {
    if (!(Number.isFinite(cost[name]) && cost[name] >= 0)) {
      throw new MetricError(`${where}: cost.${name} must be a number from 0 on, not ${describe(cost[name])}`);
    }
  }
}

/** The last of descending values that is at least `least`, -1 where none is. */
function lastFrom(descending: Float64Array, least: number): number {
  let [low, high] = [0, descending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (descending[middle]! >= least) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
