import { expect, test } from 'vitest';
import { brierScoreLoss } from './brier-score.js';

test('the larger label is positive unless posLabel says else', () => {
  expect(brierScoreLoss([2, 7], [0, 1])).toBe(0);
  expect(brierScoreLoss([2, 7], [0, 1], { posLabel: 2 })).toBe(1);
  expect(brierScoreLoss([0, 0], [0, 0])).toBe(0);
});

test('three classes, or a probability above 1, are errors', () => {
  expect(() => brierScoreLoss([0, 1, 2], [0, 0, 0])).toThrow('yTrue holds 3 classes (0, 1, 2)');
  expect(() => brierScoreLoss([0, 1], [0, 2])).toThrow('yProb[1] is 2, not a probability in [0, 1]');
});
