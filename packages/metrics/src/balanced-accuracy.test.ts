import { expect, test } from 'vitest';
import { balancedAccuracyScore } from './balanced-accuracy.js';

test('each true class counts alike, however rare', () => {
  expect(balancedAccuracyScore([0, 0, 0, 1], [0, 0, 0, 0])).toBe(0.5);
  expect(balancedAccuracyScore([0, 0], [0, 7])).toBe(0.5);
});

test('adjusted: guessing is 0, and one class is an error', () => {
  expect(balancedAccuracyScore([0, 1, 2], [1, 1, 1], { adjusted: true })).toBeCloseTo(0, 15);
  expect(() => balancedAccuracyScore([1, 1], [1, 0], { adjusted: true })).toThrow('one class only');
});
