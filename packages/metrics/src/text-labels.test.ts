import { describe, expect, test } from 'vitest';
import * as metrics from './index.js';
import { byCodePoint } from './text-labels.js';

const truth = ['rock', 'mine', 'mine', 'rock', 'mine'];
const guess = ['rock', 'mine', 'rock', 'rock', 'mine'];
const scores = [0.1, 0.9, 0.4, 0.3, 0.8];
// mine 0, rock 1: the order in which the texts are sorted.
const codes = (texts: readonly string[]): number[] => texts.map((text) => Number(text === 'rock'));

describe('labels that are texts', () => {
  test('score as the numbers would', () => {
    expect(metrics.accuracyScore(truth, guess)).toBe(0.8);
    expect(metrics.cohenKappaScore(truth, guess)).toBe(metrics.cohenKappaScore(codes(truth), codes(guess)));
    expect(metrics.matthewsCorrcoef(truth, guess)).toBe(metrics.matthewsCorrcoef(codes(truth), codes(guess)));
    for (const metric of [metrics.precisionScore, metrics.recallScore, metrics.f1Score, metrics.specificityScore]) {
      expect(metric(truth, guess, { posLabel: 'mine' })).toBe(metric(codes(truth), codes(guess), { posLabel: 0 }));
      expect(metric(truth, guess, { average: 'macro' })).toBe(metric(codes(truth), codes(guess), { average: 'macro' }));
    }
    expect(metrics.rocAucScore(truth, scores)).toBe(metrics.rocAucScore(codes(truth), scores));
    expect(metrics.logLoss(truth, scores)).toBe(metrics.logLoss(codes(truth), scores));
    const positive = { posLabel: 'mine' };
    const zero = { posLabel: 0 };
    expect(metrics.rocCurve(truth, scores, positive)).toEqual(metrics.rocCurve(codes(truth), scores, zero));
    expect(metrics.brierScoreLoss(truth, scores, positive)).toBe(metrics.brierScoreLoss(codes(truth), scores, zero));
    expect(metrics.calibrationCurve(truth, scores, positive)).toEqual(
      metrics.calibrationCurve(codes(truth), scores, zero),
    );
  });

  test('stand in results under their own names', () => {
    const { labels, matrix } = metrics.confusionMatrix(truth, guess);
    expect([labels, matrix]).toEqual([
      ['mine', 'rock'],
      [
        [2, 1],
        [0, 2],
      ],
    ]);
    expect(metrics.confusionMatrix(truth, guess, { labels: ['rock', 'mine'] }).matrix).toEqual([
      [2, 0],
      [1, 2],
    ]);
    expect(metrics.classificationReport(truth, guess).classes.map(({ name }) => name)).toEqual(['mine', 'rock']);
    expect(metrics.precisionRecallFscoreSupport(truth, guess).labels).toEqual(['mine', 'rock']);
  });

  test('need a positive one where that matters', () => {
    expect(() => metrics.f1Score(truth, guess)).toThrow(
      "f1Score: yTrue holds 'mine', 'rock': say which is positive with posLabel",
    );
    expect(() => metrics.rocCurve(truth, scores, { posLabel: 'metal' })).toThrow("posLabel 'metal' does not occur");
    expect(() => metrics.accuracyScore(truth, [0, 1, 1, 0, 1])).toThrow('yPred[0] is 0, but other labels are texts');
  });
});

test('texts are sorted by code points, as in Python', () => {
  expect(['\u{1F600}', '\uFFFD', 'b', 'a', 'ab'].sort(byCodePoint)).toEqual(['a', 'ab', 'b', '\uFFFD', '\u{1F600}']);
});
