import { expect, test } from 'vitest';
import { averagePrecisionScore } from './average-precision.js';

test('a perfect ranking scores 1, a constant one the fraction of positives', () => {
  expect(averagePrecisionScore([0, 1, 1], [0.1, 0.8, 0.9])).toBe(1);
  expect(averagePrecisionScore([0, 1, 1, 0], [3, 3, 3, 3])).toBe(0.5);
});

test('1 is positive where it is among the labels, as in scikit-learn', () => {
  expect(averagePrecisionScore([1, 2, 2], [0.1, 0.2, 0.3])).toBeCloseTo(1 / 3, 15);
  expect(averagePrecisionScore([2, 1, 1], [0.1, 0.2, 0.3])).toBe(1);
  expect(() => averagePrecisionScore([2, 3], [0.1, 0.2])).toThrow('say which is positive with posLabel');
  expect(() => averagePrecisionScore(['a', 'b'], [0.1, 0.2])).toThrow('say which is positive with posLabel');
});

test('takes two classes, whatever is positive', () => {
  expect(() => averagePrecisionScore([0, 1, 2], [0.1, 0.5, 0.9], { posLabel: 2 })).toThrow('yTrue holds 3 classes');
});
