import { expect, test } from 'vitest';
import { rocAucScore } from './roc-auc-score.js';

const truth = [0, 1, 2, 2];
const rows = [
  [0.8, 0.1, 0.1],
  [0.2, 0.5, 0.3],
  [0.1, 0.3, 0.6],
  [0.3, 0.4, 0.3],
];

test('it is the chance to rank a positive above a negative, ties counting half', () => {
  expect(rocAucScore([0, 1], [0.2, 0.8])).toBe(1);
  expect(rocAucScore([0, 1], [0.8, 0.2])).toBe(0);
  expect(rocAucScore([0, 1], [0.5, 0.5])).toBe(0.5);
});

test('one class only is an error', () => {
  expect(() => rocAucScore([1, 1, 1], [0.1, 0.5, 0.9])).toThrow(
    'rocAucScore: yTrue holds class 1 only; ROC AUC needs both classes',
  );
  expect(() => rocAucScore([0, 1], [0.1, 0.9], { sampleWeight: [1, 0] })).toThrow('holds no positive sample');
});

test('several classes from nested rows and from a tensor', () => {
  const tensor = { shape: [4, 3], dataSync: () => Float64Array.from(rows.flat()) };
  expect(rocAucScore(truth, tensor, { multiClass: 'ovr' })).toBe(rocAucScore(truth, rows, { multiClass: 'ovr' }));
});

test('the errors of several classes', () => {
  expect(() => rocAucScore(truth, [0.1, 0.2, 0.3, 0.4])).toThrow('give a row of probabilities a sample');
  expect(() => rocAucScore(truth, rows)).toThrow("multiClass is undefined, choose 'ovr' or 'ovo'");
  expect(() => rocAucScore([0, 1, 1, 0], rows, { multiClass: 'ovr' })).toThrow(
    'yScore has 3 columns for 2 classes (0, 1)',
  );
  expect(() => rocAucScore(truth, [[1, 1, 1], ...rows.slice(1)], { multiClass: 'ovr' })).toThrow('yScore[0] sums to 3');
  expect(() => rocAucScore(truth, [[1], ...rows.slice(1)], { multiClass: 'ovr' })).toThrow(
    'yScore[1] has 3 columns, the first row 1',
  );
  expect(() => rocAucScore(truth, rows, { multiClass: 'ovo', average: 'micro' })).toThrow(
    "'micro' is for multiClass 'ovr'",
  );
  expect(() => rocAucScore(truth, rows, { multiClass: 'ovo', sampleWeight: [1, 1, 1, 1] })).toThrow(
    "sampleWeight has no meaning with multiClass 'ovo'",
  );
  expect(() => rocAucScore(truth, rows, { multiClass: 'ovr', labels: [2, 1, 0] })).toThrow('labels must ascend');
  expect(() => rocAucScore(truth, rows, { multiClass: 'ovr', labels: [0, 1, 3] })).toThrow(
    'yTrue holds 2, which labels',
  );
  expect(() => rocAucScore(truth, rows, { multiClass: 'ovr', maxFpr: 0.5 })).toThrow('maxFpr is for two classes');
  expect(() =>
    rocAucScore(
      [0, 1],
      [
        [0.5, 0.5],
        [0.1, 0.9],
      ],
    ),
  ).toThrow('give the score of the positive one');
  expect(() => rocAucScore([0, 1], [0.1, 0.9], { maxFpr: 0 })).toThrow('maxFpr is 0, expected a rate in (0, 1]');
});
