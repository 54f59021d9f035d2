import { ArgumentError } from '@kindling/tensor-core';
import type { Calibrator, CalibratorState } from './calibrator.js';
import { IsotonicCalibration } from './isotonic-calibration.js';
import { PlattCalibration } from './platt-calibration.js';
import { TemperatureCalibration } from './temperature-calibration.js';

/**
 * A calibrator from what its `toJSON` gave.
 *
 * @throws `ArgumentError` for what is no such state.
 * @example
 * ```ts
 * import { calibratorFrom, TemperatureCalibration } from '@kindling/train';
 * const state = new TemperatureCalibration().fit([3, 3, -3, -3], [1, 0, 0, 1]).toJSON();
 * console.log(calibratorFrom(state).transform([0])[0]); // => 0.5
 * ```
 */
export function calibratorFrom(state: CalibratorState): Calibrator {
  const finite = (list: readonly unknown[]): boolean => Array.isArray(list) && list.every(Number.isFinite);
  if (state?.kind === 'temperature' && state.temperature > 0) return TemperatureCalibration.fromJSON(state);
  if (state?.kind === 'platt' && finite([state.slope, state.intercept])) return PlattCalibration.fromJSON(state);
  if (state?.kind === 'isotonic' && finite(state.scores) && finite(state.probabilities)) {
    if (state.scores.length > 0 && state.scores.length === state.probabilities.length) {
      return IsotonicCalibration.fromJSON(state);
    }
  }
  throw new ArgumentError('calibratorFrom: this is no state of a calibrator');
}
