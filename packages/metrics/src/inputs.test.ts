import { describe, expect, test } from 'vitest';
import * as metrics from './index.js';

const zeros = [0, 1, 0, 1];

/** Every metric of two columns, called with any two arguments. */
const pairs: [string, (a: never, b: never, options?: object) => unknown][] = [
  ['accuracyScore', metrics.accuracyScore],
  ['precisionScore', metrics.precisionScore],
  ['recallScore', metrics.recallScore],
  ['f1Score', metrics.f1Score],
  ['fbetaScore', (a, b, options) => metrics.fbetaScore(a, b, { beta: 2, ...options })],
  ['specificityScore', metrics.specificityScore],
  ['balancedAccuracyScore', metrics.balancedAccuracyScore],
  ['matthewsCorrcoef', metrics.matthewsCorrcoef],
  ['cohenKappaScore', metrics.cohenKappaScore],
  ['confusionMatrix', metrics.confusionMatrix],
  ['classificationReport', metrics.classificationReport],
  ['precisionRecallFscoreSupport', metrics.precisionRecallFscoreSupport],
  ['rocCurve', metrics.rocCurve],
  ['rocAucScore', metrics.rocAucScore],
  ['precisionRecallCurve', metrics.precisionRecallCurve],
  ['averagePrecisionScore', metrics.averagePrecisionScore],
  ['logLoss', metrics.logLoss],
  ['brierScoreLoss', metrics.brierScoreLoss],
  ['calibrationCurve', metrics.calibrationCurve],
];

describe.each(pairs)('%s', (name, metric) => {
  const call =
    (a: unknown, b: unknown, options?: object): (() => unknown) =>
    () =>
      metric(a as never, b as never, options);

  test('takes arrays, typed arrays, booleans and tensors alike', () => {
    const truth = [0, 1, 0, 1, 1];
    const guess = [0, 1, 1, 1, 0];
    const expected = call(truth, guess)();
    expect(call(Int32Array.from(truth), Uint8Array.from(guess))()).toEqual(expected);
    expect(call(truth.map(Boolean), guess)()).toEqual(expected);
    const tensor = { shape: [5, 1], dataSync: () => Float64Array.from(guess) };
    expect(call(truth, tensor)()).toEqual(expected);
  });

  test('names what is wrong with its arguments', () => {
    expect(call([], [])).toThrow(metrics.MetricError);
    expect(call([], [])).toThrow(`${name}: `);
    expect(call([], [])).toThrow('is empty');
    expect(call(zeros, [0, 1, 0])).toThrow(/has 4 samples, \w+ has 3/);
    expect(call(zeros, [0, 1, Number.NaN, 1])).toThrow('[2] is NaN, not a finite number');
    expect(call([0, Number.POSITIVE_INFINITY, 0, 1], zeros)).toThrow('[1] is Infinity, not a finite number');
    expect(call([0, 'rock'], [0, 1])).toThrow("[1] is a string 'rock', not a finite number");
    expect(call([0, 0.5, 0, 1], zeros)).toThrow('[1] is 0.5, not a class label');
    expect(call(undefined, zeros)).toThrow('is undefined, not an array or a tensor');
    expect(call({ shape: [2, 2], dataSync: () => zeros }, zeros)).toThrow(
      'has shape [2, 2], expected one value a sample',
    );
  });
});

describe.each(pairs.filter(([name]) => name !== 'calibrationCurve'))('%s with weights', (_, metric) => {
  const weigh =
    (sampleWeight: unknown): (() => unknown) =>
    () =>
      metric(zeros as never, [0, 1, 1, 1] as never, { sampleWeight });

  test('names what is wrong with them', () => {
    expect(weigh([1, 1, 1])).toThrow('yTrue has 4 samples, sampleWeight has 3');
    expect(weigh([1, -1, 1, 1])).toThrow('sampleWeight[1] is -1, below zero');
    expect(weigh([0, 0, 0, 0])).toThrow('every sampleWeight is zero');
    expect(weigh([1, Number.NaN, 1, 1])).toThrow('sampleWeight[1] is NaN');
  });

  test('equal weights of one change nothing', () => {
    const scores = (value: unknown): unknown =>
      JSON.stringify(value, (key, item) => (key === 'style' ? undefined : item));
    expect(scores(weigh([1, 1, 1, 1])())).toBe(scores(weigh(undefined)()));
  });
});
