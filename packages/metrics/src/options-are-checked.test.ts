import { describe, expect, test } from 'vitest';
import * as metrics from './index.js';

const truth = [0, 0, 1, 1];
const guess = [0, 1, 1, 1];
const scores = [0.1, 0.6, 0.7, 0.8];

type Call = (options: never) => unknown;

/** Every function that takes options, called rightly but for them. */
const calls: Record<string, Call> = {
  accuracyScore: (options) => metrics.accuracyScore(truth, guess, options),
  averagePrecisionScore: (options) => metrics.averagePrecisionScore(truth, scores, options),
  balancedAccuracyScore: (options) => metrics.balancedAccuracyScore(truth, guess, options),
  bootstrapInterval: (options) => metrics.bootstrapInterval(metrics.rocAucScore, truth, scores, options),
  brierScoreLoss: (options) => metrics.brierScoreLoss(truth, scores, options),
  calibrationCurve: (options) => metrics.calibrationCurve(truth, scores, options),
  classificationReport: (options) => metrics.classificationReport(truth, guess, options),
  chooseThreshold: (options) => metrics.chooseThreshold(truth, scores, 'f1', options),
  cohenKappaScore: (options) => metrics.cohenKappaScore(truth, guess, options),
  confusionMatrix: (options) => metrics.confusionMatrix(truth, guess, options),
  correctedResampledTTest: (options) => metrics.correctedResampledTTest([0.1, 0.2, 0.3], [0.1, 0.1, 0.1], options),
  cumulativeGainCurve: (options) => metrics.cumulativeGainCurve(truth, scores, options),
  detCurve: (options) => metrics.detCurve(truth, scores, options),
  expectedCalibrationError: (options) => metrics.expectedCalibrationError(truth, scores, options),
  hammingLoss: (options) => metrics.hammingLoss(truth, guess, options),
  hingeLoss: (options) => metrics.hingeLoss(truth, scores, options),
  jaccardScore: (options) => metrics.jaccardScore(truth, guess, options),
  ksStatistic: (options) => metrics.ksStatistic(truth, scores, options),
  liftCurve: (options) => metrics.liftCurve(truth, scores, options),
  maximumCalibrationError: (options) => metrics.maximumCalibrationError(truth, scores, options),
  thresholdTable: (options) => metrics.thresholdTable(truth, scores, options),
  topKAccuracyScore: (options) => metrics.topKAccuracyScore(truth, scores, options),
  zeroOneLoss: (options) => metrics.zeroOneLoss(truth, guess, options),
  delongTest: (options) => metrics.delongTest(truth, scores, scores, options),
  f1Score: (options) => metrics.f1Score(truth, guess, options),
  fbetaScore: (options) => metrics.fbetaScore(truth, guess, options),
  logLoss: (options) => metrics.logLoss(truth, scores, options),
  matthewsCorrcoef: (options) => metrics.matthewsCorrcoef(truth, guess, options),
  mcnemarTest: (options) => metrics.mcnemarTest(truth, guess, guess, options),
  precisionRecallCurve: (options) => metrics.precisionRecallCurve(truth, scores, options),
  precisionRecallFscoreSupport: (options) => metrics.precisionRecallFscoreSupport(truth, guess, options),
  precisionScore: (options) => metrics.precisionScore(truth, guess, options),
  proportionInterval: (options) => metrics.proportionInterval(1, 2, options),
  recallScore: (options) => metrics.recallScore(truth, guess, options),
  rocAucInterval: (options) => metrics.rocAucInterval(truth, scores, options),
  rocAucScore: (options) => metrics.rocAucScore(truth, scores, options),
  rocCurve: (options) => metrics.rocCurve(truth, scores, options),
  scoresInterval: (options) => metrics.scoresInterval([0.5, 0.6], options),
  specificityScore: (options) => metrics.specificityScore(truth, guess, options),
};

/** Without options, or promises whose options their own tests look at. */
const withoutOptions = ['auc', 'partialDependence', 'permutationImportance'];

describe('no option is silently ignored', () => {
  test('by any function of the package', () => {
    const functions = Object.values(metrics).filter(
      (value) => typeof value === 'function' && !/^class\b/.test(Function.prototype.toString.call(value)),
    );
    const names = [...new Set(functions.map((one) => (one as { name: string }).name))].sort();
    expect(names).toEqual([...Object.keys(calls), ...withoutOptions].sort());
  });

  test.each(Object.entries(calls))('by %s', (name, call) => {
    expect(() => call({ sample_weigths: [1, 1, 1, 1] } as never)).toThrow(metrics.MetricError);
    expect(() => call({ sample_weigths: [1, 1, 1, 1] } as never)).toThrow(`${name}: unknown option 'sample_weigths'`);
    expect(() => call(3 as never)).toThrow(`${name}: the options must be an object, not 3`);
  });
});

test('the nearest name is said', () => {
  expect(() => calls.rocCurve?.({ pos_label: 1 } as never)).toThrow("did you mean 'posLabel'?");
  expect(() => calls.f1Score?.({ zero_division: 1 } as never)).toThrow("did you mean 'zeroDivision'?");
  expect(() => calls.fbetaScore?.({} as never)).toThrow('fbetaScore: beta must be a number, not undefined');
});
