import { aLabel, checkOptions, type Known } from '@internal/arguments';
import { MetricError } from '../errors.js';
import { checkLengths, type Label, type Labels, readLabels, readScores, type Scores } from '../inputs.js';
import { distinct, positiveLabel } from '../labels.js';
import { ascending } from '../order.js';
import { sum } from '../sum.js';
import { checkPositiveText, codeTexts } from '../text-labels.js';
import { type Interval, outside } from './checks.js';
import { normalQuantile, normalTail } from './distributions.js';

/** Options of {@link rocAucInterval}. */
export interface RocAucIntervalOptions {
  /** The class that counts as positive; 1 when left out and the labels are 0 and 1, or -1 and 1. */
  posLabel?: Label | undefined;
  /** How often such intervals hold the true area; 0.95 when left out. */
  confidence?: number | undefined;
}

const known: Known<RocAucIntervalOptions> = { posLabel: aLabel, confidence: 1 };

/**
 * An interval for the area under the ROC curve, after DeLong, DeLong and Clarke-Pearson, "Comparing the areas under two or
 * more correlated receiver operating characteristic curves: a nonparametric approach" (1988), cut to [0, 1]; in n log n
 * steps, after Sun and Xu (2014).
 *
 * @param yTrue the true classes, `[n]`
 * @param yScore a score a sample that grows with belief in the positive class, `[n]`
 * @throws MetricError as `rocAucScore`, and for fewer than two samples of a class
 * @example
 * ```ts
 * import { rocAucInterval } from '@kindling/metrics';
 *
 * const { estimate, low, high } = rocAucInterval([0, 0, 1, 1, 0, 1], [0.1, 0.4, 0.35, 0.8, 0.3, 0.9]);
 * console.log(estimate.toFixed(3), low.toFixed(3), high.toFixed(3)); // => 0.889 0.581 1.000
 * ```
 */
export function rocAucInterval(yTrue: Labels, yScore: Scores, options: RocAucIntervalOptions = {}): Interval {
  const where = 'rocAucInterval';
  checkOptions(MetricError, where, options, known);
  const { confidence = 0.95 } = options;
  const z = normalQuantile(outside(where, confidence));
  const { area, components } = placements(where, yTrue, [['yScore', yScore]], options.posLabel);
  const deviation = Math.sqrt(covariance(components[0]!, components[0]!));
  const estimate = area[0]!;
  return {
    estimate,
    low: Math.max(0, estimate - z * deviation),
    high: Math.min(1, estimate + z * deviation),
    confidence,
  };
}

/** What {@link delongTest} says of two classifiers. */
export interface ComparedAreas {
  /** The areas under their ROC curves. */
  readonly areas: readonly [number, number];
  /** The first area less the second. */
  readonly difference: number;
  /** The difference in standard deviations; 0 where both rank alike. */
  readonly z: number;
  /** How likely a difference of this size or more is where there is none, in [0, 1]. */
  readonly pValue: number;
}

/**
 * Tests whether two classifiers, scored on the same samples, have the same area under the ROC curve (DeLong, DeLong and
 * Clarke-Pearson, 1988; two-sided).
 *
 * @param yTrue the true classes, `[n]`
 * @param yScoreA the first one's score a sample, `[n]`
 * @param yScoreB the second one's, `[n]`
 * @throws MetricError as {@link rocAucInterval}
 * @example
 * ```ts
 * import { delongTest } from '@kindling/metrics';
 *
 * const truth = [0, 0, 0, 1, 1, 1];
 * const { difference, pValue } = delongTest(truth, [0.1, 0.2, 0.6, 0.5, 0.8, 0.9], [0.4, 0.6, 0.5, 0.3, 0.7, 0.2]);
 * console.log(difference.toFixed(3), pValue.toFixed(3)); // => 0.556 0.077
 * ```
 */
export function delongTest(
  yTrue: Labels,
  yScoreA: Scores,
  yScoreB: Scores,
  options: Pick<RocAucIntervalOptions, 'posLabel'> = {},
): ComparedAreas {
  const where = 'delongTest';
  checkOptions(MetricError, where, options, { posLabel: aLabel });
  const scores = [
    ['yScoreA', yScoreA],
    ['yScoreB', yScoreB],
  ] as const;
  const { area, components } = placements(where, yTrue, scores, options.posLabel);
  const [a, b] = components as [Components, Components];
  const variance = covariance(a, a) + covariance(b, b) - 2 * covariance(a, b);
  const difference = area[0]! - area[1]!;
  // Scores that rank alike differ by nothing, in each sample.
  const z = difference === 0 && variance <= 1e-18 ? 0 : difference / Math.sqrt(Math.max(variance, 0));
  return { areas: [area[0]!, area[1]!], difference, z, pValue: normalTail(z) };
}

/** For each positive sample the part of the negatives that it is scored above, and for each negative the reverse. */
interface Components {
  readonly positives: Float64Array;
  readonly negatives: Float64Array;
}

function placements(
  where: string,
  yTrue: Labels,
  columns: readonly (readonly [string, Scores])[],
  posLabel: Label | undefined,
): { area: number[]; components: Components[] } {
  checkPositiveText(where, yTrue, posLabel);
  const coded = codeTexts(where, [['yTrue', yTrue]], { posLabel });
  const truth = readLabels(where, 'yTrue', coded.columns[0]!);
  const positive = positiveLabel(where, truth, coded.options.posLabel);
  const where1 = truth.reduce((count, label) => count + Number(label === positive), 0);
  if (where1 < 2 || truth.length - where1 < 2) {
    const few = where1 < 2 ? 'positive' : 'negative';
    const classes = distinct(truth).length;
    throw new MetricError(
      `${where}: yTrue holds fewer than two ${few} samples (${classes} classes), so nothing varies`,
    );
  }
  const components = columns.map(([argument, values]) => {
    const scores = readScores(where, argument, values);
    checkLengths(where, 'yTrue', truth.length, argument, scores.length);
    return componentsOf(scores, (i) => truth[i] === positive);
  });
  return { area: components.map(({ positives }) => sum(positives) / positives.length), components };
}

function componentsOf(scores: Float64Array, isPositive: (i: number) => boolean): Components {
  const indices = Array.from(scores, (_, i) => i);
  const mine = indices.filter(isPositive);
  const others = indices.filter((i) => !isPositive(i));
  const all = midranks(scores);
  const among = (group: number[]): Float64Array => midranks(Float64Array.from(group, (i) => scores[i]!));
  const [amongMine, amongOthers] = [among(mine), among(others)];
  return {
    positives: Float64Array.from(mine, (i, k) => (all[i]! - amongMine[k]!) / others.length),
    negatives: Float64Array.from(others, (i, k) => 1 - (all[i]! - amongOthers[k]!) / mine.length),
  };
}

/** The rank of each value, from 1; equal values share the mean of their ranks. */
function midranks(values: Float64Array): Float64Array {
  const order = ascending(values);
  const ranks = new Float64Array(values.length);
  for (let start = 0, end = 0; start < order.length; start = end) {
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    for (let i = start; i < end; i++) ranks[order[i]!] = (start + end + 1) / 2;
  }
  return ranks;
}

function covariance(a: Components, b: Components): number {
  const of = (x: Float64Array, y: Float64Array): number => {
    const [meanX, meanY] = [sum(x) / x.length, sum(y) / y.length];
    return sum(x.map((value, i) => (value - meanX) * (y[i]! - meanY))) / (x.length - 1) / x.length;
  };
  return of(a.positives, b.positives) + of(a.negatives, b.negatives);
}
