import { expect, test } from 'vitest';
import { distance, median } from './statistics.ts';

test('the median is the middle, or the mean of the two middle ones', () => {
  expect(median([3, 10, 1])).toBe(3);
  expect(median([4, 1, 10, 3])).toBe(3.5);
  expect(median([])).toBeNaN();
});

test('the distance is relative to the largest number', () => {
  expect(distance([1, 10], [1.1, 10])).toBeCloseTo(0.01, 12);
  expect(distance([0, 0], [0, 0])).toBe(0);
  expect(distance([1, Number.NaN], [1, 2])).toBe(Number.POSITIVE_INFINITY);
  expect(distance([1, 2], [1])).toBe(Number.POSITIVE_INFINITY);
});
