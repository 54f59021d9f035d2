import { aColumn, aLabel, checkOptions, describe, type Known, oneOf } from '@internal/arguments';
import { MetricError } from './errors.js';
import {
  checkLengths,
  type Label,
  type Labels,
  readLabels,
  readProbabilities,
  readWeights,
  type Scores,
} from './inputs.js';
import { checkBinary, distinct, positiveLabel } from './labels.js';
import { checkPositiveText, codeTexts } from './text-labels.js';

/** Options of {@link calibrationCurve}. */
export interface CalibrationOptions {
  /** The class that counts as positive; 1 when left out and the labels are 0 and 1, or -1 and 1. */
  posLabel?: Label | undefined;
  /** How many bins [0, 1] is cut into; 5 when left out. */
  nBins?: number | undefined;
  /** Bins of the same width, or with the same number of samples; `'uniform'` when left out. */
  strategy?: 'uniform' | 'quantile' | undefined;
  /** The weight of each sample; 1 each when left out. Bins with the same number of samples have it without weights. */
  sampleWeight?: Scores | undefined;
}

/** The names of {@link CalibrationOptions}. */
export const knownCalibration: Known<CalibrationOptions> = {
  posLabel: aLabel,
  nBins: 'number',
  strategy: oneOf('uniform', 'quantile'),
  sampleWeight: aColumn,
};

/** What happened against what was predicted, one entry a bin that holds samples, in ascending order. */
export interface CalibrationCurve {
  /** The fraction of positive samples. */
  readonly probTrue: number[];
  /** The mean predicted probability. */
  readonly probPred: number[];
  /** How many samples the bin holds, or the sum of their weights. */
  readonly counts: number[];
}

/**
 * How often the positive class really occurs among samples of about the same predicted probability.
 * Equal to scikit-learn's `calibration_curve`, with the number of samples a bin added.
 *
 * @param yTrue the true classes, `[n]`, of at most two kinds
 * @param yProb the probability of the positive class, `[n]`
 * @throws MetricError for an empty argument, different lengths, a value outside [0, 1], more than two classes, or a
 * number of bins below 1
 * @example
 * ```ts
 * import { calibrationCurve } from '@kindling/metrics';
 *
 * const { probTrue, probPred, counts } = calibrationCurve([0, 0, 1, 1], [0.1, 0.2, 0.3, 0.9], { nBins: 2 });
 * console.log(probTrue.map((p) => p.toFixed(2)).join(' ')); // => 0.33 1.00
 * console.log(probPred.map((p) => p.toFixed(2)).join(' ')); // => 0.20 0.90
 * console.log(counts.join(' ')); // => 3 1
 * ```
 */
export function calibrationCurve(yTrue: Labels, yProb: Scores, options: CalibrationOptions = {}): CalibrationCurve {
  checkOptions(MetricError, 'calibrationCurve', options, knownCalibration);
  return binned('calibrationCurve', yTrue, yProb, options);
}

/** The curve, under the name of the metric that asks for it. */
export function binned(where: string, yTrue: Labels, yProb: Scores, options: CalibrationOptions): CalibrationCurve {
  checkPositiveText(where, yTrue, options.posLabel);
  const coded = codeTexts(where, [['yTrue', yTrue]], options);
  const truth = readLabels(where, 'yTrue', coded.columns[0]!);
  const probabilities = readProbabilities(where, 'yProb', yProb);
  checkLengths(where, 'yTrue', truth.length, 'yProb', probabilities.length);
  checkBinary(where, distinct(truth));
  const positive = positiveLabel(where, truth, coded.options.posLabel);
  const bins = options.nBins ?? 5;
  if (!Number.isInteger(bins) || bins < 1) {
    throw new MetricError(`${where}: nBins is ${bins}, expected a whole number from 1`);
  }
  const weights = readWeights(where, options.sampleWeight, truth.length);
  const edges = innerEdges(where, probabilities, bins, options.strategy ?? 'uniform');

  const counts = new Array<number>(bins).fill(0);
  const hits = new Array<number>(bins).fill(0);
  const sums = new Array<number>(bins).fill(0);
  for (let i = 0; i < truth.length; i++) {
    const p = probabilities[i]!;
    const bin = below(edges, p);
    const weight = weights[i]!;
    counts[bin]! += weight;
    sums[bin]! += weight * p;
    if (truth[i] === positive) hits[bin]! += weight;
  }
  const filled = (_: number, bin: number): boolean => counts[bin]! > 0;
  return {
    probTrue: hits.map((value, bin) => value / counts[bin]!).filter(filled),
    probPred: sums.map((value, bin) => value / counts[bin]!).filter(filled),
    counts: counts.filter(filled),
  };
}

/** The edges between bins, without 0 and 1. */
function innerEdges(where: string, probabilities: Float64Array, bins: number, strategy: string): number[] {
  const fractions = Array.from({ length: bins - 1 }, (_, i) => (i + 1) * (1 / bins));
  if (strategy === 'uniform') return fractions;
  if (strategy !== 'quantile') {
    throw new MetricError(`${where}: strategy is ${describe(strategy)}, expected 'uniform' or 'quantile'`);
  }
  const sorted = probabilities.slice().sort();
  // Through percent and back, as scikit-learn goes: an edge can be a sample's own value, so its last bit matters.
  return fractions.map((fraction) => quantile(sorted, (fraction * 100) / 100));
}

/** Linear interpolation between order statistics, from the nearer end, as NumPy's percentile does it. */
function quantile(sorted: Float64Array, fraction: number): number {
  const position = (sorted.length - 1) * fraction;
  const index = Math.min(Math.floor(position), sorted.length - 1);
  const t = position - index;
  const a = sorted[index]!;
  const b = sorted[Math.min(index + 1, sorted.length - 1)]!;
  return t >= 0.5 ? b - (b - a) * (1 - t) : a + (b - a) * t;
}

/** How many edges lie strictly below a value. */
function below(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
