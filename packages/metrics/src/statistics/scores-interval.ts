import { checkChoice, checkOptions, type Known } from '@internal/arguments';
import { MetricError } from '../errors.js';
import { readScores, type Scores } from '../inputs.js';
import { sum } from '../sum.js';
import { type Interval, outside, whole } from './checks.js';
import { correctedResampledTTest } from './corrected-t-test.js';
import { studentQuantile } from './distributions.js';
import { Draws } from './draws.js';

/** How {@link scoresInterval} is found. */
export type ScoresIntervalMethod = 'corrected-t' | 't' | 'bootstrap';

/** Options of {@link scoresInterval}. */
export interface ScoresIntervalOptions {
  /**
   * `'corrected-t'` (the default) allows for training rows that folds have in common, `'t'` takes scores as independent, and
   * `'bootstrap'` draws from them.
   */
  method?: ScoresIntervalMethod | undefined;
  /** How often such intervals hold the true mean; 0.95 when left out. */
  confidence?: number | undefined;
  /** How many rows each fold tests on, over how many it trains on; 1 / (folds - 1) when left out. For `'corrected-t'`. */
  testOverTrain?: number | undefined;
  /** How many samples `'bootstrap'` draws; 2000 when left out. */
  resamples?: number | undefined;
  /** The same seed gives the same samples; 0 when left out. */
  seed?: number | undefined;
}

/** The mean of some scores and where the true one lies. */
export interface ScoresInterval extends Interval {
  /** The standard deviation of a sample: the sum of squares over n - 1. */
  readonly deviation: number;
  readonly method: ScoresIntervalMethod;
}

const known: Known<ScoresIntervalOptions> = {
  method: 1,
  confidence: 1,
  testOverTrain: 'number',
  resamples: 'number',
  seed: 'number',
};
const where = 'scoresInterval';

/**
 * An interval of the mean of scores, one a fold: Student's, the same with the variance widened by 1/k + test/train (Nadeau and
 * Bengio, "Inference for the generalization error", 2003), or between quantiles of the means of samples drawn with
 * replacement (Efron and Tibshirani, 1993: the percentile method).
 *
 * @param scores a score a fold, `[k]`
 * @throws MetricError for fewer than two scores, one that is not finite, or an unknown method
 * @example
 * ```ts
 * import { scoresInterval } from '@kindling/metrics';
 *
 * const { estimate, low, high, method } = scoresInterval([0.84, 0.86, 0.83, 0.88, 0.85]);
 * console.log(estimate.toFixed(3), low.toFixed(3), high.toFixed(3), method); // => 0.852 0.816 0.888 corrected-t
 * console.log(scoresInterval([0.84, 0.86, 0.83, 0.88, 0.85], { method: 't' }).low.toFixed(3)); // => 0.828
 * ```
 */
export function scoresInterval(scores: Scores, options: ScoresIntervalOptions = {}): ScoresInterval {
  checkOptions(MetricError, where, options, known);
  const { method = 'corrected-t', confidence = 0.95, testOverTrain, resamples = 2000, seed = 0 } = options;
  checkChoice(MetricError, where, 'method', method, ['corrected-t', 't', 'bootstrap']);
  const alpha = outside(where, confidence);
  const values = readScores(where, 'scores', scores);
  const count = values.length;
  if (count < 2) throw new MetricError(`${where}: ${count} score has no variance; give two or more`);
  const estimate = sum(values) / count;
  const deviation = Math.sqrt(sum(values.map((value) => (value - estimate) ** 2)) / (count - 1));
  if (method === 'bootstrap') {
    whole(where, 'resamples', resamples, 2);
    const [low, high] = drawnMeans(values, resamples, seed, alpha);
    return { estimate, low, high, confidence, deviation, method };
  }
  if (method === 'corrected-t') {
    const zeros = new Float64Array(count);
    const { low, high } = correctedResampledTTest(values, zeros, {
      confidence,
      ...(testOverTrain === undefined ? {} : { testOverTrain }),
    });
    return { estimate, low, high, confidence, deviation, method };
  }
  const reach = (deviation / Math.sqrt(count)) * studentQuantile(alpha, count - 1);
  return { estimate, low: estimate - reach, high: estimate + reach, confidence, deviation, method };
}

function drawnMeans(values: Float64Array, resamples: number, seed: number, alpha: number): [number, number] {
  const draws = new Draws(where, seed);
  const { length } = values;
  const means = Float64Array.from({ length: resamples }, () => {
    let total = 0;
    for (let i = 0; i < length; i++) total += values[draws.below(length)]!;
    return total / length;
  }).sort();
  return [quantileOf(means, alpha / 2), quantileOf(means, 1 - alpha / 2)];
}

/** A quantile of sorted values, between neighbours as NumPy has it. */
export function quantileOf(sorted: Float64Array, p: number): number {
  const position = p * (sorted.length - 1);
  const [left, right] = [sorted[Math.floor(position)]!, sorted[Math.ceil(position)]!];
  return left + (right - left) * (position - Math.floor(position));
}
