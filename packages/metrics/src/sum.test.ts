import { expect, test } from 'vitest';
import { dot, sum } from './sum.js';

test('small terms are not lost beside large ones', () => {
  expect(sum([1e16, 1, -1e16])).toBe(1);
  expect(sum([])).toBe(0);
  expect(dot([1e8, 1, -1e8], [1e8, 1, 1e8])).toBe(1);
});

test('infinities stay what they are', () => {
  expect(sum([1, Number.POSITIVE_INFINITY, 2])).toBe(Number.POSITIVE_INFINITY);
  expect(sum([1e308, 1e308])).toBe(Number.POSITIVE_INFINITY);
  expect(sum([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])).toBeNaN();
});
