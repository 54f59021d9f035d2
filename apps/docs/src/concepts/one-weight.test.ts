import { expect, it } from 'vitest';
import { lossOf, slopeOf } from './one-weight.js';

it.each([-3, 0, 2.5])('has the slope of the loss at %d', (weight) => {
  const h = 1e-5;
  expect(slopeOf(weight)).toBeCloseTo((lossOf(weight + h) - lossOf(weight - h)) / (2 * h), 7);
});
