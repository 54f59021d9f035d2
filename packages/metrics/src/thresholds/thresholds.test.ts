import { describe, expect, test } from 'vitest';
import { chooseThreshold, type ThresholdGoal } from './choose-threshold.js';
import { thresholdTable } from './threshold-table.js';

const truth = ['no', 'yes', 'no', 'no', 'yes', 'yes', 'no', 'yes'];
const scores = [0.1, 0.3, 0.3, 0.4, 0.5, 0.8, 0.6, 0.9];
const posLabel = 'yes';

describe('a table of thresholds', () => {
  test('has a row for every score', () => {
    const rows = thresholdTable(truth, scores, { posLabel });
    expect(rows.map((row) => row.threshold)).toEqual([0.1, 0.3, 0.4, 0.5, 0.6, 0.8, 0.9]);
    for (const { threshold, tp, fp, fn, tn } of rows) {
      const count = (label: string, above: boolean) =>
        truth.filter((one, i) => one === label && scores[i]! >= threshold === above).length;
      expect([tp, fp, fn, tn]).toEqual([
        count('yes', true),
        count('no', true),
        count('yes', false),
        count('no', false),
      ]);
    }
  });

  test('answers for thresholds that no sample has', () => {
    const rows = thresholdTable(truth, scores, { posLabel, thresholds: [2, 0.45, -1] });
    expect(rows.map(({ tp, fp, precision }) => [tp, fp, precision])).toEqual([
      [0, 0, 0],
      [3, 1, 0.75],
      [4, 4, 0.5],
    ]);
  });

  test('weighs samples', () => {
    const sampleWeight = [1, 2, 3, 4, 5, 6, 7, 8];
    const cost = { falseNegative: 2, falsePositive: 0.5 };
    expect(thresholdTable(truth, scores, { posLabel, sampleWeight, cost, thresholds: [0.55] })[0]).toMatchObject({
      tp: 14,
      fp: 7,
      fn: 7,
      tn: 8,
      cost: 17.5,
    });
  });

  test('refuses costs that are none', () => {
    const table = (cost: unknown) => () => thresholdTable(truth, scores, { posLabel, cost } as never);
    expect(table({ falseNegative: -1, falsePositive: 1 })).toThrow(
      'cost.falseNegative must be a number from 0 on, not -1',
    );
    expect(table({ falseNegativ: 1, falsePositive: 1 })).toThrow("did you mean 'falseNegative'?");
    expect(table(3)).toThrow('cost must be an object { falseNegative, falsePositive }, not 3');
  });
});

describe('the best threshold', () => {
  const choose = (goal: ThresholdGoal) => chooseThreshold(truth, scores, goal, { posLabel });

  test('is that of the best row of the table', () => {
    const rows = thresholdTable(truth, scores, { posLabel, cost: { falseNegative: 3, falsePositive: 1 } });
    const best = (of: (row: (typeof rows)[number]) => number) => Math.max(...rows.map(of));
    expect(choose('f1').f1).toBe(best((row) => row.f1));
    expect(choose({ cost: { falseNegative: 3, falsePositive: 1 } }).cost).toBe(-best((row) => -row.cost));
    expect(choose({ recall: 0.75 }).precision).toBe(best((row) => (row.recall >= 0.75 ? row.precision : 0)));
    expect(choose({ precision: 0.7 }).recall).toBe(best((row) => (row.precision >= 0.7 ? row.recall : 0)));
    expect(choose('youden').threshold).toBe(0.8);
    expect(choose({ fBeta: 3 }).recall).toBe(1);
  });

  test('is infinite where mistakes of one kind cost nothing', () => {
    expect(choose({ cost: { falseNegative: 0, falsePositive: 1 } }).threshold).toBe(Number.POSITIVE_INFINITY);
  });

  test('needs a goal', () => {
    expect(() => choose('f2' as never)).toThrow("the goal must be 'f1', 'youden', { fBeta }");
    expect(() => choose({ recall: 2 })).toThrow('not an object { recall }');
  });
});
