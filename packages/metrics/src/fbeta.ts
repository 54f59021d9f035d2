import { checkOptions, type Known, wrong } from '@internal/arguments';
import { MetricError } from './errors.js';
import type { Labels, ScoreRows } from './inputs.js';
import { averagedScores, knownAveraged, type PrecisionRecallOptions } from './precision-recall-fscore.js';

/** Options of {@link fbetaScore}. */
export interface FbetaOptions extends PrecisionRecallOptions {
  /** How much recall counts against precision: 2 favours recall, 0.5 precision. */
  beta: number;
}

/** The names of {@link FbetaOptions}. */
export const knownFbeta: Known<FbetaOptions> = { ...knownAveraged, beta: 'number' };

/**
 * The harmonic mean of precision and recall, 2pr / (p + r), in [0, 1].
 * Equal to scikit-learn's `f1_score`.
 *
 * @param yTrue the true classes, `[n]`, or rows of 0 and 1, one column a label, `[n, labels]`
 * @param yPred the predicted ones, of the same shape
 * @throws MetricError for an empty argument, different lengths, a value that is no class label, or more than two
 * classes under `average: 'binary'` (the default)
 * @example
 * ```ts
 * import { f1Score } from '@kindling/metrics';
 *
 * console.log(f1Score([0, 1, 1, 0], [0, 1, 0, 1])); // => 0.5
 * console.log(f1Score([0, 1, 2, 2], [0, 2, 2, 2], { average: 'macro' })); // => 0.6
 * ```
 */
export function f1Score(
  yTrue: Labels | ScoreRows,
  yPred: Labels | ScoreRows,
  options: PrecisionRecallOptions = {},
): number {
  checkOptions(MetricError, 'f1Score', options, knownAveraged);
  return averagedScores('f1Score', yTrue, yPred, 1, options).fscore;
}

/**
 * The weighted harmonic mean of precision and recall, (1 + beta²)pr / (beta² p + r), in [0, 1].
 * Equal to scikit-learn's `fbeta_score`.
 *
 * @param yTrue the true classes, `[n]`, or rows of 0 and 1, one column a label, `[n, labels]`
 * @param yPred the predicted ones, of the same shape
 * @throws MetricError for a beta below zero, and as {@link f1Score}
 * @example
 * ```ts
 * import { fbetaScore } from '@kindling/metrics';
 *
 * console.log(fbetaScore([0, 1, 1, 1], [0, 1, 0, 0], { beta: 0.5 }).toFixed(4)); // => 0.7143
 * ```
 */
export function fbetaScore(yTrue: Labels | ScoreRows, yPred: Labels | ScoreRows, options: FbetaOptions): number {
  checkOptions(MetricError, 'fbetaScore', options, knownFbeta);
  if (typeof options?.beta !== 'number') wrong(MetricError, 'fbetaScore', 'beta', 'a number', options?.beta);
  return averagedScores('fbetaScore', yTrue, yPred, options.beta, options).fscore;
}
