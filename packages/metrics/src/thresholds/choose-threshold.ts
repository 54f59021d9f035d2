import { checkOptions, describe } from '@internal/arguments';
import { MetricError } from '../errors.js';
import type { Labels, Scores } from '../inputs.js';
import { knownRanking, type RankingOptions, rankSamples } from '../ranking.js';
import { checkCosts, type MistakeCosts, rowOf, type ThresholdRow } from './threshold-table.js';

/**
 * What makes a threshold good: the F1 score, Youden's index (recall + specificity - 1), F-beta, the smallest cost of
 * mistakes, the highest precision at a recall of at least so much, or the highest recall at a precision.
 */
export type ThresholdGoal =
  | 'f1'
  | 'youden'
  | { readonly fBeta: number }
  | { readonly cost: MistakeCosts }
  | { readonly recall: number }
  | { readonly precision: number };

type Goodness = (row: ThresholdRow) => number;

const where = 'chooseThreshold';

/**
 * Finds the threshold that serves a goal best, and says what a classifier does there that says "positive from it on": one
 * of the scores, or infinity where it is best to call nothing positive; of equally good ones the highest. Where no
 * threshold has the wanted recall or precision, it is the one that comes nearest. Choose it on samples that the model was
 * not trained on, and judge it on others.
 *
 * @param yTrue the true classes, `[n]`
 * @param yScore a score a sample that grows with belief in the positive class, `[n]`
 * @param goal what makes a threshold good
 * @throws MetricError for an unknown goal, an empty argument, different lengths, or a score that is not finite
 * @example
 * ```ts
 * import { chooseThreshold } from '@kindling/metrics';
 *
 * const truth = [0, 1, 0, 0, 1];
 * const scores = [0.1, 0.2, 0.3, 0.6, 0.9];
 * console.log(chooseThreshold(truth, scores, 'f1').threshold); // => 0.9
 * const cheapest = chooseThreshold(truth, scores, { cost: { falseNegative: 5, falsePositive: 1 } });
 * console.log(cheapest.threshold, cheapest.cost); // => 0.2 2
 * ```
 */
export function chooseThreshold(
  yTrue: Labels,
  yScore: Scores,
  goal: ThresholdGoal,
  options: RankingOptions = {},
): ThresholdRow {
  checkOptions(MetricError, where, options, knownRanking);
  const goodness = goodnessOf(goal);
  const ranking = rankSamples(where, yTrue, yScore, options);
  const cost = typeof goal === 'object' && 'cost' in goal ? goal.cost : { falseNegative: 1, falsePositive: 1 };
  let chosen = rowOf(ranking, -1, Number.POSITIVE_INFINITY, cost);
  let best = goodness(chosen);
  for (let i = 0; i < ranking.thresholds.length; i++) {
    const row = rowOf(ranking, i, ranking.thresholds[i]!, cost);
    const value = goodness(row);
    if (value > best) [chosen, best] = [row, value];
  }
  return chosen;
}

function goodnessOf(goal: ThresholdGoal): Goodness {
  if (goal === 'f1') return fBeta(1);
  if (goal === 'youden') return ({ recall, tn, fp }) => recall + (tn + fp === 0 ? 0 : tn / (tn + fp)) - 1;
  if (typeof goal === 'object' && goal !== null && Object.keys(goal).length === 1) {
    if ('fBeta' in goal && Number.isFinite(goal.fBeta) && goal.fBeta > 0) return fBeta(goal.fBeta);
    if ('cost' in goal) {
      checkCosts(where, goal.cost);
      return ({ cost }) => -cost;
    }
    // Where the first is reached the second counts, else how near one comes.
    if ('recall' in goal && isShare(goal.recall)) {
      return ({ recall, precision }) => (recall >= goal.recall ? 1 + precision : recall);
    }
    if ('precision' in goal && isShare(goal.precision)) {
      return ({ recall, precision }) => (precision >= goal.precision ? 1 + recall : precision);
    }
  }
  throw new MetricError(
    `${where}: the goal must be 'f1', 'youden', { fBeta }, { cost: { falseNegative, falsePositive } }, { recall } or { precision }, not ${describe(goal)}`,
  );
}

const isShare = (value: number): boolean => typeof value === 'number' && value > 0 && value <= 1;

function fBeta(beta: number): Goodness {
  const square = beta * beta;
  return ({ tp, fp, fn }) => (tp === 0 ? 0 : ((1 + square) * tp) / ((1 + square) * tp + square * fn + fp));
}
