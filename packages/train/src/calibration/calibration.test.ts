import { SeedrandomGenerator } from '@kindling/tensor-core';
import { expect, it } from 'vitest';
import {
  calibratorFrom,
  IsotonicCalibration,
  PlattCalibration,
  TemperatureCalibration,
  type ThresholdChoice,
  TunedThreshold,
} from './index.js';

const random = new SeedrandomGenerator('threshold');
const targets = Int32Array.from(random.bernoulli(200, 0.3));
const scores = Array.from(random.normal(200, 0, 1, 'float64'), (z, i) => Math.round((z + targets[i]! * 1.5) * 10) / 10);

it.each([TemperatureCalibration, PlattCalibration, IsotonicCalibration])(
  '%s says what it cannot take',
  (Calibration) => {
    expect(() => new Calibration().transform([1])).toThrow('fit it first');
    expect(() => new Calibration().fit([1], [1, 0])).toThrow('1 scores for 2 targets');
    expect(() => new Calibration().fit([1, Number.NaN], [1, 0])).toThrow('score 1 is NaN');
    expect(() => new Calibration().fit([1, 2], [1, 2])).toThrow('target 1 is 2, not 0 or 1');
    expect(() => new Calibration().fit([1, 2], [1, 1])).toThrow('both classes are needed');
    const separated = new Calibration().fit([-1, 1], [0, 1]).transform([-9, 9]);
    expect([...separated].every((p) => p >= 0 && p <= 1)).toBe(true);
    expect(() => calibratorFrom({ kind: 'magic' } as never)).toThrow('this is no state of a calibrator');
  },
);

function counts(threshold: number) {
  const all = { tp: 0, fp: 0, fn: 0, tn: 0 };
  scores.forEach((score, i) => {
    all[`${(score > threshold) === (targets[i] === 1) ? 't' : 'f'}${score > threshold ? 'p' : 'n'}` as 'tp']++;
  });
  return all;
}

it.each([
  ['f1', ({ tp, fp, fn }) => (2 * tp) / (2 * tp + fp + fn)],
  ['youden', ({ tp, fp, fn, tn }) => tp / (tp + fn) + tn / (tn + fp)],
  [{ fBeta: 2 }, ({ tp, fp, fn }) => (5 * tp) / (5 * tp + 4 * fn + fp)],
  [{ cost: { falseNegative: 7, falsePositive: 2 } }, ({ fp, fn }) => -7 * fn - 2 * fp],
  [{ recall: 0.9 }, ({ tp, fp, fn }) => (tp / (tp + fn) >= 0.9 ? 1 + tp / (tp + fp) : 0)],
  [{ precision: 0.8 }, ({ tp, fp, fn }) => (tp / (tp + fp) >= 0.8 ? 1 + tp / (tp + fn) : 0)],
] as [ThresholdChoice, (all: ReturnType<typeof counts>) => number][])(
  'no threshold is better by %o',
  (choice, good) => {
    const tuned = new TunedThreshold(choice).fit(scores, targets);
    const best = good(counts(tuned.threshold));
    for (let at = -5; at < 5; at += 0.05) expect(good(counts(at)) || 0).toBeLessThanOrEqual(best + 1e-12);
    expect([...tuned.predict(scores)].filter(Boolean).length).toBe(
      counts(tuned.threshold).tp + counts(tuned.threshold).fp,
    );
  },
);

it('takes all or nothing where that is best', () => {
  const all = new TunedThreshold({ cost: { falseNegative: 1, falsePositive: 0 } }).fit([0.2, 0.4], [1, 0]);
  expect([...all.predict([0.2, 0.4])]).toEqual([1, 1]);
  const none = new TunedThreshold({ cost: { falseNegative: 0, falsePositive: 1 } }).fit([0.2, 1], [1, 0]);
  expect([...none.predict([0.2, 1])]).toEqual([0, 0]);
  expect(() => new TunedThreshold('best' as never)).toThrow("the choice must be 'f1', 'youden', { fBeta },");
  expect(() => new TunedThreshold('f1').threshold).toThrow('fit it first');
});
