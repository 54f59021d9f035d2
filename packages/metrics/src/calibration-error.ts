import { checkOptions } from '@internal/arguments';
import { binned, type CalibrationOptions, knownCalibration } from './calibration-curve.js';
import { MetricError } from './errors.js';
import type { Labels, Scores } from './inputs.js';
import { sum } from './sum.js';

/**
 * The mean over samples of how far the predicted probability is from what happened, in the bins of `calibrationCurve`, in
 * [0, 1]; smaller is better (Naeini, Cooper and Hauskrecht, "Obtaining well calibrated probabilities using Bayesian
 * binning", 2015). The value depends on the bins: compare it with the same ones only.
 *
 * @param yTrue the true classes, `[n]`, of at most two kinds
 * @param yProb the probability of the positive class, `[n]`
 * @param options as of `calibrationCurve`, but 10 bins when left out
 * @throws MetricError as `calibrationCurve`
 * @example
 * ```ts
 * import { expectedCalibrationError } from '@kindling/metrics';
 *
 * console.log(expectedCalibrationError([0, 0, 1, 1], [0.1, 0.2, 0.7, 0.9]).toFixed(3)); // => 0.175
 * ```
 */
export function expectedCalibrationError(yTrue: Labels, yProb: Scores, options: CalibrationOptions = {}): number {
  const { gaps, counts } = gapsOf('expectedCalibrationError', yTrue, yProb, options);
  return sum(gaps.map((gap, bin) => gap * counts[bin]!)) / sum(counts);
}

/**
 * How far the predicted probability is from what happened in the worst of the bins of `calibrationCurve`, in [0, 1]; a bin
 * with few samples can be far off by chance.
 *
 * @param yTrue the true classes, `[n]`, of at most two kinds
 * @param yProb the probability of the positive class, `[n]`
 * @param options as of `calibrationCurve`, but 10 bins when left out
 * @throws MetricError as `calibrationCurve`
 * @example
 * ```ts
 * import { maximumCalibrationError } from '@kindling/metrics';
 *
 * console.log(maximumCalibrationError([0, 0, 1, 1], [0.1, 0.2, 0.7, 0.9]).toFixed(3)); // => 0.300
 * ```
 */
export function maximumCalibrationError(yTrue: Labels, yProb: Scores, options: CalibrationOptions = {}): number {
  return Math.max(...gapsOf('maximumCalibrationError', yTrue, yProb, options).gaps);
}

function gapsOf(
  where: string,
  yTrue: Labels,
  yProb: Scores,
  options: CalibrationOptions,
): { gaps: number[]; counts: number[] } {
  checkOptions(MetricError, where, options, knownCalibration);
  const { probTrue, probPred, counts } = binned(where, yTrue, yProb, { ...options, nBins: options.nBins ?? 10 });
  return { gaps: probTrue.map((happened, bin) => Math.abs(happened - probPred[bin]!)), counts };
}
