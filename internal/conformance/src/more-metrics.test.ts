import * as metrics from '@kindling/metrics';
import { describe, expect, test } from 'vitest';
import values from '../values/metrics/more.json' with { type: 'json' };

type Numbers = readonly number[];

function close(actual: number, expected: number, what: string): void {
  expect(Math.abs(actual - expected), `${what}: ${actual} against ${expected}`).toBeLessThanOrEqual(
    1e-12 * Math.max(1, Math.abs(expected)),
  );
}

function closeAll(actual: Numbers, expected: Numbers, what: string): void {
  expect(actual.length, `length of ${what}`).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) close(actual[i]!, expected[i]!, `${what}[${i}]`);
}

const weightsOf = (weights: Numbers | null): { sampleWeight: Numbers | undefined } => ({
  sampleWeight: weights ?? undefined,
});

describe('further metrics equal those of scikit-learn 1.2.1 and SciPy', () => {
  test.each(values.labels)('of predicted classes, case %#', (one) => {
    const { yTrue, yPred, posLabel } = one;
    const w = weightsOf(one.sampleWeight);
    close(metrics.zeroOneLoss(yTrue, yPred, w), one.zeroOne, 'zero-one loss');
    close(metrics.zeroOneLoss(yTrue, yPred, { ...w, normalize: false }), one.wrong, 'weight of what is wrong');
    close(metrics.hammingLoss(yTrue, yPred, w), one.hamming, 'Hamming loss');
    const zeroDivision = one.zeroDivision as metrics.ZeroDivision;
    for (const [average, score] of Object.entries(one.jaccard)) {
      const options = { ...w, posLabel, zeroDivision, average: average as metrics.Average };
      close(metrics.jaccardScore(yTrue, yPred, options), score as number, `Jaccard, ${average}`);
    }
  });

  test.each(values.marks)('of rows of labels, case %#', ({ yTrue, yPred, sampleWeight, hamming }) => {
    close(metrics.hammingLoss(yTrue, yPred, weightsOf(sampleWeight)), hamming, 'Hamming loss');
  });

  test.each(values.multilabel)('of several labels a sample, case %#', (one) => {
    const { yTrue, yPred, yScore, zeroDivision, rocAuc } = one;
    const w = weightsOf(one.sampleWeight);
    for (const average of ['macro', 'micro', 'weighted', 'samples'] as const) {
      const z = { ...w, zeroDivision: zeroDivision as 0 | 1, average };
      close(metrics.f1Score(yTrue, yPred, z), one.f1[average], `F1, ${average}`);
      close(metrics.precisionScore(yTrue, yPred, z), one.precision[average], `precision, ${average}`);
      close(metrics.recallScore(yTrue, yPred, z), one.recall[average], `recall, ${average}`);
      close(metrics.jaccardScore(yTrue, yPred, z), one.jaccard[average], `Jaccard, ${average}`);
      const found = metrics.averagePrecisionScore(yTrue, yScore, { ...w, average });
      close(found, one.averagePrecision[average], `average precision, ${average}`);
      const area = (): number => metrics.rocAucScore(yTrue, yScore, { ...w, average });
      // scikit-learn does not define it either, where a label or sample has one class only.
      if (rocAuc[average] === null) expect(area).toThrow('ROC AUC needs both classes');
      else close(area(), rocAuc[average], `ROC AUC, ${average}`);
    }
    const some = { ...w, zeroDivision: zeroDivision as 0 | 1, average: 'macro', labels: [0, 1], beta: 2 } as const;
    close(metrics.fbetaScore(yTrue, yPred, some), one.someF2, 'F2 of two labels');
  });

  test.each(values.rows)('of rows of scores, case %#', ({ yTrue, scores, sampleWeight, hinge, topK }) => {
    const w = weightsOf(sampleWeight);
    close(metrics.hingeLoss(yTrue, scores, w), hinge, 'hinge loss');
    topK.forEach((score, i) => {
      close(metrics.topKAccuracyScore(yTrue, scores, { ...w, k: i + 1 }), score, `top ${i + 1}`);
    });
  });

  test.each(values.ranking)('over all thresholds, case %#', (one) => {
    const { yTrue, yScore, posLabel } = one;
    const w = weightsOf(one.sampleWeight);
    const options = { ...w, posLabel };
    const det = metrics.detCurve(yTrue, yScore, options);
    closeAll(det.fpr, one.det[0]!, 'false positive rate');
    closeAll(det.fnr, one.det[1]!, 'false negative rate');
    closeAll(det.thresholds, one.det[2]!, 'thresholds');
    const pr = metrics.precisionRecallCurve(yTrue, yScore, { ...options, dropIntermediate: true });
    closeAll(pr.precision, one.prDropped[0]!, 'precision');
    closeAll(pr.recall, one.prDropped[1]!, 'recall');
    closeAll(pr.thresholds, one.prDropped[2]!, 'thresholds of precision and recall');
    close(metrics.hingeLoss(yTrue, yScore, w), one.hinge, 'hinge loss');
    close(metrics.topKAccuracyScore(yTrue, yScore, { ...w, k: 1 }), one.top1, 'top 1');
    if (one.ks !== null) close(metrics.ksStatistic(yTrue, yScore, options).statistic, one.ks, 'Kolmogorov-Smirnov');
    const { fraction, gain } = metrics.cumulativeGainCurve(yTrue, yScore, options);
    closeAll(fraction, one.gain[0]!, 'fraction');
    closeAll(gain, one.gain[1]!, 'gain');
  });

  test.each(values.probabilities)('of probabilities, case %#', ({ yTrue, yProb, errors, weight, weighted }) => {
    for (const { nBins, strategy, expected } of errors) {
      const options = { nBins, strategy: strategy as 'uniform' | 'quantile' };
      close(metrics.expectedCalibrationError(yTrue, yProb, options), expected[0]!, 'expected calibration error');
      close(metrics.maximumCalibrationError(yTrue, yProb, options), expected[1]!, 'maximum calibration error');
    }
    for (const { nBins, strategy, expected, ...curve } of weighted) {
      const options = { nBins, strategy: strategy as 'uniform' | 'quantile', sampleWeight: weight };
      const found = metrics.calibrationCurve(yTrue, yProb, options);
      for (const part of ['probTrue', 'probPred', 'counts'] as const) closeAll(found[part], curve[part], part);
      close(metrics.expectedCalibrationError(yTrue, yProb, options), expected[0]!, 'expected calibration error');
      close(metrics.maximumCalibrationError(yTrue, yProb, options), expected[1]!, 'maximum calibration error');
    }
  });
});
