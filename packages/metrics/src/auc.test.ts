import { expect, test } from 'vitest';
import { auc } from './auc.js';

test('the trapezoid rule, in either direction', () => {
  expect(auc([0, 1, 2], [0, 1, 0])).toBe(1);
  expect(auc([2, 1, 0], [0, 1, 0])).toBe(1);
  expect(auc([1, 1], [0, 5])).toBe(0);
});

test('an x that turns, or one point, is an error', () => {
  expect(() => auc([0, 1, 0.5], [0, 1, 1])).toThrow('auc: x neither ascends nor descends');
  expect(() => auc([0], [1])).toThrow('auc: x holds one point');
  expect(() => auc([0, 1], [1])).toThrow('auc: x has 2 samples, y has 1');
});
