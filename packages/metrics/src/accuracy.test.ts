import { expect, test } from 'vitest';
import { accuracyScore } from './accuracy.js';

test('accuracy is the weight of what is right over all weight', () => {
  expect(accuracyScore([0, 1, 2, 3], [0, 2, 1, 3])).toBe(0.5);
  expect(accuracyScore([0, 1], [0, 0], { sampleWeight: [3, 1] })).toBe(0.75);
  expect(accuracyScore([0, 1], [0, 0], { sampleWeight: [3, 1], normalize: false })).toBe(3);
  expect(accuracyScore([5], [5])).toBe(1);
});
