import { logistic } from '../calibration/calibrator.js';
import {
  type Calibrator,
  type CalibratorState,
  IsotonicCalibration,
  PlattCalibration,
  TemperatureCalibration,
  TunedThreshold,
} from '../calibration/index.js';
import { type Measures, measure } from './measures.js';
import type { ClassifierOptions } from './options.js';

/** What is settled by rows that the networks were not trained on. */
export interface Settled {
  readonly calibration: CalibratorState | null;
  readonly threshold: number;
  readonly validation: Measures;
}

/** Calibration and threshold by what the networks say of rows that they were not trained on, and how good they are there. */
export function settle(
  logits: Float64Array,
  y: Int32Array,
  { calibrate = 'none', threshold = 0.5 }: Pick<ClassifierOptions, 'calibrate' | 'threshold'>,
): Settled {
  const calibrator = calibratorOf(calibrate)?.fit(logits, y) ?? null;
  const probabilities = calibrator === null ? logits.map(logistic) : calibrator.transform(logits);
  const cut = typeof threshold === 'number' ? threshold : new TunedThreshold(threshold).fit(probabilities, y).threshold;
  return {
    calibration: calibrator?.toJSON() ?? null,
    threshold: cut,
    validation: measure(y, probabilities, cut),
  };
}

function calibratorOf(name: NonNullable<ClassifierOptions['calibrate']>): Calibrator | null {
  if (name === 'none') return null;
  return new { temperature: TemperatureCalibration, platt: PlattCalibration, isotonic: IsotonicCalibration }[name]();
}
