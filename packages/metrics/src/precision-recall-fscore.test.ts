import { describe, expect, test } from 'vitest';
import { f1Score, fbetaScore } from './fbeta.js';
import { precisionScore } from './precision.js';
import { precisionRecallFscoreSupport } from './precision-recall-fscore.js';
import { recallScore } from './recall.js';

describe('with nothing to divide by', () => {
  test('the score is zeroDivision', () => {
    expect(precisionScore([0, 1], [0, 0])).toBe(0);
    expect(precisionScore([0, 1], [0, 0], { zeroDivision: 1 })).toBe(1);
    expect(recallScore([0, 0], [0, 1])).toBe(0);
    expect(recallScore([0, 0], [0, 1], { zeroDivision: 1 })).toBe(1);
    expect(f1Score([0, 0], [0, 0])).toBe(0);
    expect(f1Score([0, 0], [0, 0], { zeroDivision: 1 })).toBe(1);
  });

  test('a weighted average over classes that never occur follows scikit-learn', () => {
    const options = { labels: [2], average: 'weighted', zeroDivision: 1 } as const;
    expect(precisionScore([0, 1], [0, 2], options)).toBe(0);
    expect(recallScore([0, 1], [0, 2], options)).toBe(1);
    expect(precisionScore([0, 1], [0, 1], options)).toBe(1);
  });
});

test('an infinite beta is recall, a beta of zero precision', () => {
  const [truth, guess] = [
    [0, 1, 1, 1, 0],
    [1, 1, 0, 1, 0],
  ];
  expect(fbetaScore(truth, guess, { beta: Number.POSITIVE_INFINITY })).toBe(recallScore(truth, guess));
  expect(fbetaScore(truth, guess, { beta: 0 })).toBeCloseTo(precisionScore(truth, guess), 15);
  expect(() => fbetaScore(truth, guess, { beta: -1 })).toThrow('fbetaScore: beta is -1, expected 0 or more');
});

test('the errors say which option does not fit', () => {
  expect(() => f1Score([0, 1, 2], [0, 1, 1])).toThrow("hold 3 classes (0, 1, 2), but average is 'binary'");
  expect(() => f1Score([2, 3], [3, 3])).toThrow('f1Score: posLabel 1 does not occur, the labels are 2, 3');
  expect(() => f1Score([0, 1], [0, 1], { average: 'samples' as 'micro' })).toThrow(
    "average 'samples' is for rows of marks",
  );
  expect(() => f1Score([0, 1], [0, 1], { zeroDivision: 2 as 1 })).toThrow('zeroDivision must be 0 or 1, not 2');
  expect(() => f1Score([0, 1], [0, 1], { labels: [], average: 'macro' })).toThrow('labels is empty');
  expect(() => f1Score([0, 1], [0, 1], { labels: [1, 1], average: 'macro' })).toThrow('labels holds a value twice');
});

test('the positive class can be any label, and a boolean', () => {
  expect(recallScore([2, 3, 3], [2, 3, 2], { posLabel: 3 })).toBe(0.5);
  expect(recallScore([false, true, true], [false, true, false], { posLabel: false })).toBe(1);
});

test('scores of each class keep the order of labels', () => {
  const { labels, support } = precisionRecallFscoreSupport([0, 1, 1, 2], [0, 1, 2, 2], { labels: [2, 1] });
  expect(labels).toEqual([2, 1]);
  expect(support).toEqual([1, 2]);
});
