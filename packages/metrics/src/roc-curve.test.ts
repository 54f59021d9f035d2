import { expect, test } from 'vitest';
import { rocCurve } from './roc-curve.js';

test('points on a straight line are dropped unless asked for', () => {
  const truth = [0, 0, 0, 1, 1, 1];
  const scores = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6];
  expect(rocCurve(truth, scores).fpr).toEqual([0, 0, 0, 1]);
  expect(rocCurve(truth, scores, { dropIntermediate: false }).fpr).toHaveLength(7);
});

test('all scores alike: the diagonal', () => {
  const { fpr, tpr, thresholds } = rocCurve([0, 1, 1], [0.5, 0.5, 0.5]);
  expect([fpr, tpr, thresholds]).toEqual([
    [0, 1],
    [0, 1],
    [1.5, 0.5],
  ]);
});

test('one class only, and an unclear positive class, are errors', () => {
  expect(() => rocCurve([1, 1], [0.1, 0.9])).toThrow('rocCurve: yTrue holds no negative sample');
  expect(() => rocCurve([0, 0], [0.1, 0.9])).toThrow('rocCurve: yTrue holds no positive sample');
  expect(() => rocCurve([1, 2], [0.1, 0.9])).toThrow('yTrue holds 1, 2: say which is positive with posLabel');
  expect(() => rocCurve([0, 1, 2], [0.1, 0.9, 0.5])).toThrow('yTrue holds 3 classes (0, 1, 2), this metric takes two');
  expect(() => rocCurve([0, 1], [0.1, 0.9], { posLabel: 3 })).toThrow('posLabel 3 does not occur in yTrue');
  expect(() => rocCurve([0, 1], [0.1, 0.9], { posLabel: 0.5 })).toThrow('posLabel is 0.5, not a class label');
  expect(rocCurve([0, 1, 2], [0.1, 0.9, 0.5], { posLabel: 2 }).fpr.at(-1)).toBe(1);
});

test('a weight of zero takes a sample out', () => {
  const options = { sampleWeight: [1, 1, 0], posLabel: 1 };
  expect(rocCurve([0, 1, 1], [0.1, 0.9, 0.2], options)).toEqual(rocCurve([0, 1], [0.1, 0.9]));
});

test('a hundred thousand samples take no time', () => {
  const n = 100_000;
  const scores = Float32Array.from({ length: n }, (_, i) => Math.sin(i * 12.9898) % 1);
  const truth = scores.map((score, i) => Number(score + Math.cos(i) > 0));
  expect(rocCurve(truth, scores).tpr.at(-1)).toBe(1);
});
