import { checkOptions, type Known, wrong } from '@internal/arguments';
import { MetricError } from '../errors.js';
import { checkLengths, type Label, type Labels, readColumn, type Scores } from '../inputs.js';
import { type Interval, outside, whole } from './checks.js';
import { Draws } from './draws.js';
import { quantileOf } from './scores-interval.js';

/** Options of {@link bootstrapInterval}. */
export interface BootstrapOptions {
  /** How many samples are drawn; 2000 when left out. */
  resamples?: number | undefined;
  /** Draw from each class as many as it has (the default), so that no draw lacks one. */
  stratified?: boolean | undefined;
  /** How often such intervals hold the true value; 0.95 when left out. */
  confidence?: number | undefined;
  /** The same seed gives the same interval; 0 when left out. */
  seed?: number | undefined;
}

const known: Known<BootstrapOptions> = { resamples: 1, stratified: 'boolean', confidence: 1, seed: 1 };
const where = 'bootstrapInterval';

/**
 * An interval for any metric of samples, between the quantiles of its values on samples drawn with replacement (Efron and
 * Tibshirani, "An introduction to the bootstrap", 1993: the percentile method).
 *
 * @param metric the metric, of true classes and of scores or predictions
 * @param yTrue the true classes, `[n]`
 * @param yScore a score or a prediction a sample, `[n]`
 * @throws MetricError for an empty argument, different lengths, or what `metric` throws
 * @example
 * ```ts
 * import { bootstrapInterval, rocAucScore } from '@kindling/metrics';
 *
 * const truth = [0, 0, 0, 0, 1, 1, 1, 1];
 * const scores = [0.1, 0.2, 0.6, 0.3, 0.5, 0.7, 0.8, 0.4];
 * const { estimate, low, high } = bootstrapInterval(rocAucScore, truth, scores, { seed: 1 });
 * console.log(estimate, low < estimate, estimate < high); // => 0.875 true true
 * ```
 */
export function bootstrapInterval<Score extends Label>(
  metric: (yTrue: Label[], yScore: Score[]) => number,
  yTrue: Labels,
  yScore: ArrayLike<Score> | Scores,
  options: BootstrapOptions = {},
): Interval {
  if (typeof metric !== 'function') wrong(MetricError, where, 'metric', 'a function of yTrue and yScore', metric);
  checkOptions(MetricError, where, options, known);
  const { resamples = 2000, stratified = true, confidence = 0.95, seed = 0 } = options;
  whole(where, 'resamples', resamples, 2);
  const alpha = outside(where, confidence);
  const truth = Array.from(readColumn(where, 'yTrue', yTrue)) as Label[];
  const scores = Array.from(readColumn(where, 'yScore', yScore)) as Score[];
  checkLengths(where, 'yTrue', truth.length, 'yScore', scores.length);
  const groups = stratified ? byClass(truth) : [[...truth.keys()]];
  const draws = new Draws(where, seed);
  const values = Float64Array.from({ length: resamples }, () => {
    const drawn = groups.flatMap((group) => group.map(() => group[draws.below(group.length)]!));
    return metric(
      drawn.map((i) => truth[i]!),
      drawn.map((i) => scores[i]!),
    );
  }).sort();
  return {
    estimate: metric(truth, scores),
    low: quantileOf(values, alpha / 2),
    high: quantileOf(values, 1 - alpha / 2),
    confidence,
  };
}

/** The positions of the samples of each class. */
function byClass(truth: readonly Label[]): number[][] {
  const groups = new Map<Label, number[]>();
  for (const [i, label] of truth.entries()) {
    const group = groups.get(label);
    if (group === undefined) groups.set(label, [i]);
    else group.push(i);
  }
  return [...groups.values()];
}
