import { expect, test } from 'vitest';
import { logLoss } from './log-loss.js';

test('certainty that is wrong costs -ln(eps), not infinity', () => {
  expect(logLoss([0, 1], [1, 0])).toBeCloseTo(-Math.log(Number.EPSILON), 9);
  expect(logLoss([0, 1], Float32Array.of(1, 0))).toBeCloseTo(-Math.log(2 ** -23), 9);
  expect(logLoss([0, 1], [1, 0], { eps: 0.1 })).toBeCloseTo(-Math.log(0.1), 12);
});

test('labels name classes that do not occur', () => {
  expect(() => logLoss([1, 1], [0.5, 0.5])).toThrow('logLoss: yTrue holds class 1 only; name the classes with labels');
  expect(logLoss([1, 1], [0.5, 0.5], { labels: [0, 1] })).toBe(Math.log(2));
  expect(() => logLoss([1, 1], [0.5, 0.5], { labels: [1] })).toThrow('labels holds class 1 only');
  expect(() => logLoss([0, 2], [0.5, 0.5], { labels: [0, 1] })).toThrow('yTrue holds 2, which labels leaves out');
});

test('what is no probability is refused', () => {
  expect(() => logLoss([0, 1], [0.5, 1.5])).toThrow('yProb[1] is 1.5, not a probability in [0, 1]');
  expect(() =>
    logLoss(
      [0, 1],
      [
        [0.5, 0.5],
        [1.5, 0],
      ],
    ),
  ).toThrow('yProb[1][0] is 1.5, not a probability');
  expect(() => logLoss([0, 1, 2], [0.5, 0.5, 0.5])).toThrow('yProb has 2 columns for 3 classes (0, 1, 2)');
  expect(() => logLoss([0, 1], [0.5, 0.5], { eps: 0.7 })).toThrow('eps is 0.7');
});

test('probabilities are clipped once, and infinite where they are not', () => {
  // scikit-learn 1.2.1: log_loss([1, 0], [0, 1], eps=1e-15) is this.
  expect(logLoss([1, 0], [0, 1], { eps: 1e-15 })).toBeCloseTo(34.53917619362578, 12);
  expect(logLoss([0, 1], [0, 0], { eps: 0 })).toBe(Number.POSITIVE_INFINITY);
});
