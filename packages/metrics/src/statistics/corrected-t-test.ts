import { checkOptions, type Known } from '@internal/arguments';
import { MetricError } from '../errors.js';
import { checkLengths, readScores, type Scores } from '../inputs.js';
import { sum } from '../sum.js';
import { type Interval, outside } from './checks.js';
import { studentQuantile, studentTail } from './distributions.js';

/** Options of {@link correctedResampledTTest}. */
export interface CorrectedTTestOptions {
  /** How many rows each fold tests on, over how many it trains on: 1/9 for ten folds; 1 / (folds - 1) when left out. */
  testOverTrain?: number | undefined;
  /** How often the interval holds the true difference; 0.95 when left out. */
  confidence?: number | undefined;
}

/** What {@link correctedResampledTTest} says of two designs: the interval is that of the mean difference. */
export interface ComparedFolds extends Interval {
  readonly t: number;
  /** The degrees of freedom. */
  readonly degrees: number;
  /** How likely a difference of this size or more is where there is none, in [0, 1]. */
  readonly pValue: number;
}

const known: Known<CorrectedTTestOptions> = { testOverTrain: 'number', confidence: 1 };
const where = 'correctedResampledTTest';

/**
 * Tests whether two designs score alike over the same folds of cross-validation, whose training sets overlap: the variance
 * is widened by 1/k + test/train (Nadeau and Bengio, "Inference for the generalization error", 2003; two-sided).
 *
 * @param scoresA the first one's score a fold, `[k]`; of repeated cross-validation all folds
 * @param scoresB the second one's on the same folds, `[k]`
 * @throws MetricError for fewer than two folds, different lengths, or a score that is not finite
 * @example
 * ```ts
 * import { correctedResampledTTest } from '@kindling/metrics';
 *
 * const { estimate, pValue } = correctedResampledTTest([0.84, 0.86, 0.83, 0.88, 0.85], [0.8, 0.84, 0.8, 0.83, 0.83]);
 * console.log(estimate.toFixed(3), pValue.toFixed(3)); // => 0.032 0.022
 * ```
 */
export function correctedResampledTTest(
  scoresA: Scores,
  scoresB: Scores,
  options: CorrectedTTestOptions = {},
): ComparedFolds {
  checkOptions(MetricError, where, options, known);
  const a = readScores(where, 'scoresA', scoresA);
  const b = readScores(where, 'scoresB', scoresB);
  checkLengths(where, 'scoresA', a.length, 'scoresB', b.length);
  const folds = a.length;
  if (folds < 2) throw new MetricError(`${where}: one fold has no variance; give the scores of two or more`);
  const { testOverTrain = 1 / (folds - 1), confidence = 0.95 } = options;
  if (!(testOverTrain >= 0 && testOverTrain < Number.POSITIVE_INFINITY)) {
    throw new MetricError(`${where}: testOverTrain is ${testOverTrain}, expected a ratio from 0 on`);
  }
  const alpha = outside(where, confidence);
  const differences = a.map((value, i) => value - b[i]!);
  const estimate = sum(differences) / folds;
  const variance = sum(differences.map((value) => (value - estimate) ** 2)) / (folds - 1);
  const deviation = Math.sqrt(variance * (1 / folds + testOverTrain));
  const degrees = folds - 1;
  const t = estimate === 0 ? 0 : estimate / deviation;
  const reach = deviation * studentQuantile(alpha, degrees);
  return {
    estimate,
    low: estimate - reach,
    high: estimate + reach,
    confidence,
    t,
    degrees,
    pValue: Number.isFinite(t) ? studentTail(t, degrees) : 0,
  };
}
