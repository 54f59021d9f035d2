import { expect, test } from 'vitest';
import { cohenKappaScore } from './cohen-kappa.js';

test('agreement beyond chance', () => {
  expect(cohenKappaScore([0, 1, 2], [0, 1, 2])).toBe(1);
  expect(cohenKappaScore([0, 0, 1, 1], [0, 1, 0, 1])).toBe(0);
  expect(cohenKappaScore([0, 1, 2, 2], [0, 1, 1, 2], { weights: 'quadratic' })).toBeGreaterThan(
    cohenKappaScore([0, 1, 2, 2], [0, 1, 1, 2]),
  );
});

test('one class in both is an error, as is an unknown weighting', () => {
  expect(() => cohenKappaScore([1, 1], [1, 1])).toThrow('cohenKappaScore: both labellings hold one and the same class');
  expect(() => cohenKappaScore([0, 1], [0, 1], { weights: 'cubic' as 'linear' })).toThrow(
    "weights is a string 'cubic'",
  );
  expect(() => cohenKappaScore([0, 1], [0, 1], { labels: [5] })).toThrow('none of the labels 5 occurs in y1');
});
