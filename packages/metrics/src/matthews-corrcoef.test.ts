import { expect, test } from 'vitest';
import { matthewsCorrcoef } from './matthews-corrcoef.js';

test('from -1 over 0 to 1', () => {
  expect(matthewsCorrcoef([0, 1, 0, 1], [0, 1, 0, 1])).toBe(1);
  expect(matthewsCorrcoef([0, 1, 0, 1], [1, 0, 1, 0])).toBe(-1);
  expect(matthewsCorrcoef([0, 1, 0, 1], [1, 1, 1, 1])).toBe(0);
});

test('one class only is 0 also where weights do not add up exactly', () => {
  expect(matthewsCorrcoef([0, 0, 0, 1], [0, 0, 1, 1], { sampleWeight: [0.1, 0.2, 0.7, 0] })).toBe(0);
});
