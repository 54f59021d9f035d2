import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { classificationReport } from './classification-report.js';

const truth = [0, 0, 1, 1, 1];
const guess = [0, 1, 1, 1, 0];

test('prints what scikit-learn prints', () => {
  const report = classificationReport(truth, guess, { targetNames: ['mine', 'rock'] });
  expect(report.toString()).toMatchInlineSnapshot(`
    "              precision    recall  f1-score   support

            mine       0.50      0.50      0.50         2
            rock       0.67      0.67      0.67         3

        accuracy                           0.60         5
       macro avg       0.58      0.58      0.58         5
    weighted avg       0.60      0.60      0.60         5
    "
  `);
  expect(inspect(report)).toBe(report.toString());
});

test('holds the numbers, in the order of the labels', () => {
  const report = classificationReport(truth, guess, { labels: [1, 0] });
  expect(report.classes.map(({ name }) => name)).toEqual(['1', '0']);
  expect(report.accuracy).toBe(0.6);
  expect(report.weightedAvg.support).toBe(5);
  expect(classificationReport(truth, guess, { labels: [1] }).accuracy).toBeUndefined();
});

test('weighted supports are printed with the digits asked for', () => {
  const report = classificationReport(truth, guess, { sampleWeight: [0.1, 0.2, 0.3, 0.1, 0.1], digits: 1 });
  expect(report.toString().split('\n')[2]).toMatch(/ 0\.3$/);
});

test('the names must fit', () => {
  expect(() => classificationReport(truth, guess, { targetNames: ['a'] })).toThrow('each of the 2 classes once, got a');
  expect(() => classificationReport(truth, guess, { targetNames: ['a', 'a'] })).toThrow('once, got a, a');
  expect(() => classificationReport(truth, guess, { digits: -1 })).toThrow('digits is -1');
});
