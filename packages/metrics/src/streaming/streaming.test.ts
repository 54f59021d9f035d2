import { describe, expect, test } from 'vitest';
import * as metrics from '../index.js';

const truth = [0, 1, 1, 0, 2, 1, 0, 2, 2, 1, 0, 1];
const guess = [0, 1, 0, 0, 2, 1, 1, 2, 0, 1, 0, 1];
const binary = truth.map((label) => Number(label > 0));
const guessed = guess.map((label) => Number(label > 0));
const scores = [0.1, 0.9, 0.4, 0.3, 0.8, 0.4, 0.6, 0.7, 0.2, 0.9, 0.1, 0.5];
const rows = scores.map((score, i) => [score / 2, 1 - score, score / 2].map((p, c) => (i % 3 === c ? p : p)));
const weights = scores.map((_, i) => 1 + (i % 4) / 3);

interface Case {
  readonly metric: metrics.StreamingMetric<unknown>;
  readonly truth: readonly number[];
  readonly guess: readonly (number | number[])[];
  readonly whole: (sampleWeight: readonly number[] | undefined) => unknown;
}

const cases: Record<string, Case> = {
  accuracy: {
    metric: new metrics.StreamingAccuracy(),
    truth,
    guess,
    whole: (sampleWeight) => metrics.accuracyScore(truth, guess, { sampleWeight }),
  },
  'F1, macro': {
    metric: new metrics.StreamingF1({ average: 'macro' }),
    truth,
    guess,
    whole: (sampleWeight) => metrics.f1Score(truth, guess, { average: 'macro', sampleWeight }),
  },
  'F-beta': {
    metric: new metrics.StreamingFbeta({ beta: 0.5 }),
    truth: binary,
    guess: guessed,
    whole: (sampleWeight) => metrics.fbetaScore(binary, guessed, { beta: 0.5, sampleWeight }),
  },
  precision: {
    metric: new metrics.StreamingPrecision(),
    truth: binary,
    guess: guessed,
    whole: (sampleWeight) => metrics.precisionScore(binary, guessed, { sampleWeight }),
  },
  recall: {
    metric: new metrics.StreamingRecall({ average: 'weighted' }),
    truth,
    guess,
    whole: (sampleWeight) => metrics.recallScore(truth, guess, { average: 'weighted', sampleWeight }),
  },
  'confusion matrix': {
    metric: new metrics.StreamingConfusionMatrix(),
    truth,
    guess,
    whole: (sampleWeight) => metrics.confusionMatrix(truth, guess, { sampleWeight }),
  },
  'ROC AUC': {
    metric: new metrics.StreamingRocAuc(),
    truth: binary,
    guess: scores,
    whole: (sampleWeight) => metrics.rocAucScore(binary, scores, { sampleWeight }),
  },
  'ROC AUC of rows': {
    metric: new metrics.StreamingRocAuc({ multiClass: 'ovr' }),
    truth,
    guess: rows,
    whole: (sampleWeight) => metrics.rocAucScore(truth, rows, { multiClass: 'ovr', sampleWeight }),
  },
  'average precision': {
    metric: new metrics.StreamingAveragePrecision(),
    truth: binary,
    guess: scores,
    whole: (sampleWeight) => metrics.averagePrecisionScore(binary, scores, { sampleWeight }),
  },
  'log loss': {
    metric: new metrics.StreamingLogLoss(),
    truth: binary,
    guess: scores,
    whole: (sampleWeight) => metrics.logLoss(binary, scores, { sampleWeight }),
  },
  'log loss of rows': {
    metric: new metrics.StreamingLogLoss(),
    truth,
    guess: rows,
    whole: (sampleWeight) => metrics.logLoss(truth, rows, { sampleWeight }),
  },
  'Brier score': {
    metric: new metrics.StreamingBrierScore(),
    truth: binary,
    guess: scores,
    whole: (sampleWeight) => metrics.brierScoreLoss(binary, scores, { sampleWeight }),
  },
  mean: {
    metric: { ...mean(new metrics.StreamingMean()) },
    truth,
    guess: scores,
    whole: (weight) => {
      const all = weight ?? scores.map(() => 1);
      return scores.reduce((sum, value, i) => sum + value * all[i]!, 0) / all.reduce((a, b) => a + b);
    },
  },
};

function mean(of: metrics.StreamingMean): metrics.StreamingMetric<number> {
  return {
    reset: () => of.reset(),
    update: (_, values, weight) => of.update(values as number[], weight),
    compute: () => of.compute(),
  };
}

/** The numbers of a result. */
const numbers = (result: unknown): number[] =>
  result instanceof metrics.ConfusionMatrix ? result.ravel() : [result as number];

describe.each(Object.entries(cases))('%s', (_, { metric, truth, guess, whole }) => {
  test.each([
    ['without weights', undefined],
    ['with weights', weights],
  ])('of batches is that of all samples, %s', (_, sampleWeight) => {
    for (const size of [1, 5, 12]) {
      metric.reset();
      for (let start = 0; start < truth.length; start += size) {
        const part = <T>(values: readonly T[]): T[] => values.slice(start, start + size);
        metric.update(part(truth), part(guess) as number[], sampleWeight && part(sampleWeight));
      }
      const [expected, found] = [numbers(whole(sampleWeight)), numbers(metric.compute())];
      expect(found).toHaveLength(expected.length);
      expected.forEach((value, i) => {
        expect(found[i]).toBeCloseTo(value, 12);
      });
    }
  });

  test('forgets, and says where there is nothing to compute', () => {
    metric.reset();
    metric.update(truth, guess as number[]);
    const first = metric.compute();
    expect(metric.compute()).toEqual(first);
    metric.reset();
    expect(() => metric.compute()).toThrow('yet');
    metric.update(truth, guess as number[]);
    expect(metric.compute()).toEqual(first);
  });

  test('takes no batch that is wrong', () => {
    metric.reset();
    metric.update(truth, guess as number[]);
    const before = metric.compute();
    for (const bad of [guess.slice(1), [...guess.slice(1), Number.NaN]]) {
      expect(() => metric.update(truth, bad as number[], weights)).toThrow(metrics.MetricError);
    }
    expect(metric.compute()).toEqual(before);
  });
});

test('texts and truth values are classes too', () => {
  const f1 = new metrics.StreamingF1({ posLabel: 'yes' });
  f1.update(['no', 'yes'], ['yes', 'yes']);
  f1.update(['yes', 'no'], ['no', 'no']);
  expect(f1.compute()).toBe(0.5);
  expect(() => f1.update(['yes', 1], ['no', 'no'])).toThrow(
    'StreamingF1.update: yTrue[1] is 1, but other labels are texts',
  );
  const accuracy = new metrics.StreamingAccuracy();
  accuracy.update([true, false], Int32Array.of(1, 1));
  expect(accuracy.compute()).toBe(0.5);
  const area = new metrics.StreamingRocAuc();
  area.update(['no'], [0.1]);
  area.update(['yes'], [0.9]);
  expect(area.compute()).toBe(1);
});

test('a class that is absent from a batch is none that is not there', () => {
  const area = new metrics.StreamingRocAuc();
  area.update([0, 0], [0.1, 0.2]);
  expect(() => area.compute()).toThrow('yTrue holds class 0 only; ROC AUC needs both classes');
  area.update([1], [0.15]);
  expect(area.compute()).toBe(0.5);
});

test('options and rows that do not fit are refused', () => {
  expect(() => new metrics.StreamingF1({ averge: 'macro' } as never)).toThrow(
    "StreamingF1: unknown option 'averge'; did you mean 'average'?",
  );
  expect(() => new metrics.StreamingRocAuc({ sampleWeight: [1] } as never)).toThrow("unknown option 'sampleWeight'");
  const area = new metrics.StreamingRocAuc();
  area.update([0, 1], [0.1, 0.2]);
  expect(() =>
    area.update(
      [0, 1],
      [
        [0.1, 0.9],
        [0.2, 0.8],
      ],
    ),
  ).toThrow('yScore has a row of 2 a sample, one score before');
  expect(() => new metrics.StreamingBrierScore().update([1, 2], [0.1, 0.2])).toThrow('yTrue holds 2: say which');
  expect(() => new metrics.StreamingMean().update([1, 2], [1])).toThrow('values has 2 samples, weight has 1');
  expect(() => new metrics.StreamingMean().update(1, -1)).toThrow('weight is -1');
});
