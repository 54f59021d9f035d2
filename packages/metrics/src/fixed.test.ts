import { expect, test } from 'vitest';
import { fixed } from './fixed.js';

test.each([
  [0.625, 2, '0.62'],
  [0.375, 2, '0.38'],
  [0.5, 0, '0'],
  [1.5, 0, '2'],
  [0.615, 2, '0.61'],
  [2 / 3, 3, '0.667'],
  [1, 2, '1.00'],
  [0.125, 2, '0.12'],
  [0.995, 2, '0.99'],
])('fixed(%d, %d) is %s, as in Python', (value, digits, text) => {
  expect(fixed(value, digits)).toBe(text);
});
