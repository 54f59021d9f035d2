import { expect, test } from 'vitest';
import { averagePrecisionScore } from './average-precision.js';

test('a perfect ranking scores 1, a constant one the fraction of positives', () => {
  expect(averagePrecisionScore([0, 1, 1], [0.1, 0.8, 0.9])).toBe(1);
  expect(averagePrecisionScore([0, 1, 1, 0], [3, 3, 3, 3])).toBe(0.5);
});

test('takes two classes, whatever is positive', () => {
  expect(() => averagePrecisionScore([0, 1, 2], [0.1, 0.5, 0.9], { posLabel: 2 })).toThrow('yTrue holds 3 classes');
});
