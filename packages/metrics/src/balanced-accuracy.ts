import { aColumn, checkOptions, type Known } from '@internal/arguments';
import { classCounts } from './counts.js';
import { MetricError } from './errors.js';
import type { Labels, Scores } from './inputs.js';
import { sum } from './sum.js';

/** Options of {@link balancedAccuracyScore}. */
export interface BalancedAccuracyOptions {
  /** The weight of each sample; 1 each when left out. */
  sampleWeight?: Scores | undefined;
  /** Rescale so that guessing gives 0 and perfection 1; `false` when left out. */
  adjusted?: boolean | undefined;
}

const known: Known<BalancedAccuracyOptions> = { sampleWeight: aColumn, adjusted: 'boolean' };

/**
 * The mean over classes of the fraction of the class that was found: accuracy that a rare class counts in fully.
 * Equal to scikit-learn's `balanced_accuracy_score`; classes that occur in `yPred` only are left out.
 *
 * @param yTrue the true classes, `[n]`
 * @param yPred the predicted classes, `[n]`
 * @throws MetricError for an empty argument, different lengths, a value that is no class label, or `adjusted` with
 * one class only
 * @example
 * ```ts
 * import { balancedAccuracyScore } from '@kindling/metrics';
 *
 * console.log(balancedAccuracyScore([0, 0, 0, 1], [0, 0, 0, 0])); // => 0.5
 * console.log(balancedAccuracyScore([0, 0, 0, 1], [0, 0, 0, 0], { adjusted: true })); // => 0
 * ```
 */
export function balancedAccuracyScore(yTrue: Labels, yPred: Labels, options: BalancedAccuracyOptions = {}): number {
  const where = 'balancedAccuracyScore';
  checkOptions(MetricError, where, options, known);
  const { labels, truePositive, actual } = classCounts(where, yTrue, yPred, options);
  const recalls = labels.flatMap((_, i) => (actual[i] === 0 ? [] : [truePositive[i]! / actual[i]!]));
  const score = sum(recalls) / recalls.length;
  if (options.adjusted !== true) return score;
  if (recalls.length === 1) throw new MetricError(`${where}: yTrue holds one class only, so adjusted has no meaning`);
  const chance = 1 / recalls.length;
  return (score - chance) / (1 - chance);
}
