export type { Calibrator, CalibratorState } from './calibrator.js';
export { calibratorFrom } from './calibrator-from.js';
export { IsotonicCalibration } from './isotonic-calibration.js';
export { PlattCalibration } from './platt-calibration.js';
export { TemperatureCalibration } from './temperature-calibration.js';
export { type ThresholdChoice, TunedThreshold } from './tuned-threshold.js';
