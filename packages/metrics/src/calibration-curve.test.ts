import { expect, test } from 'vitest';
import { calibrationCurve } from './calibration-curve.js';

test('a probability on an edge belongs to the bin below, and empty bins are left out', () => {
  const curve = calibrationCurve([0, 1, 1], [0.5, 0.5, 1], { nBins: 4 });
  expect(curve).toEqual({ probTrue: [0.5, 1], probPred: [0.5, 1], counts: [2, 1] });
});

test('quantile bins hold the same number of samples', () => {
  const probabilities = [0.01, 0.02, 0.03, 0.04, 0.9, 0.95];
  expect(calibrationCurve([0, 0, 1, 0, 1, 1], probabilities, { nBins: 3, strategy: 'quantile' }).counts).toEqual([
    2, 2, 2,
  ]);
});

test('options that do not fit are errors', () => {
  expect(() => calibrationCurve([0, 1], [0, 1], { nBins: 0 })).toThrow('nBins is 0');
  expect(() => calibrationCurve([0, 1], [0, 1], { strategy: 'even' as 'uniform' })).toThrow(
    "strategy must be 'uniform' or 'quantile', not a string 'even'",
  );
  expect(() => calibrationCurve([0, 1, 2], [0, 1, 1])).toThrow('yTrue holds 3 classes');
});
