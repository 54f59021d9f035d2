import { expect, test } from 'vitest';
import { averagePrecisionScore } from './average-precision.js';
import { precisionRecallCurve } from './precision-recall-curve.js';

test('the curve ends at precision 1 and recall 0', () => {
  const curve = precisionRecallCurve([0, 1, 1], [0.2, 0.2, 0.9]);
  expect(curve.precision).toEqual([2 / 3, 1, 1]);
  expect(curve.recall).toEqual([1, 0.5, 0]);
  expect(curve.thresholds).toEqual([0.2, 0.9]);
});

test('no positive sample is an error under the name of the metric asked for', () => {
  expect(() => precisionRecallCurve([0, 0], [0.1, 0.2])).toThrow(
    'precisionRecallCurve: yTrue holds no positive sample',
  );
  expect(() => averagePrecisionScore([0, 0], [0.1, 0.2])).toThrow('averagePrecisionScore: yTrue holds no positive');
  expect(averagePrecisionScore([1, 1], [0.1, 0.2])).toBe(1);
});
