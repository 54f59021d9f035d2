import { expect, test } from 'vitest';
import { recallScore } from './recall.js';
import { specificityScore } from './specificity.js';

test('specificity is the recall of the negative class', () => {
  const truth = [0, 0, 0, 1, 1];
  const guess = [0, 1, 0, 1, 0];
  expect(specificityScore(truth, guess)).toBe(2 / 3);
  expect(specificityScore(truth, guess, { posLabel: 0 })).toBe(recallScore(truth, guess));
});

test('without negative samples it is zeroDivision', () => {
  expect(specificityScore([1, 1], [1, 0])).toBe(0);
  expect(specificityScore([1, 1], [1, 0], { zeroDivision: 1 })).toBe(1);
  expect(() => specificityScore([0, 1, 2], [0, 1, 2])).toThrow("choose average: 'macro', 'micro' or 'weighted'");
});
