import * as metrics from '@kindling/metrics';
import { describe, expect, test } from 'vitest';
import labelCases from '../values/metrics/labels.json' with { type: 'json' };
import multiclassCases from '../values/metrics/multiclass.json' with { type: 'json' };
import probabilityCases from '../values/metrics/probabilities.json' with { type: 'json' };
import rankingCases from '../values/metrics/ranking.json' with { type: 'json' };
import { expectSame, tally } from './numbers/ledger.js';

type Numbers = readonly number[];
type Undefined = null;
type Weights = Numbers | null;

interface LabelCase {
  yTrue: Numbers;
  yPred: Numbers;
  sampleWeight: Weights;
  zeroDivision: 0 | 1;
  posLabel: number;
  expected: {
    accuracy: number;
    right: number;
    matthews: number;
    kappa: Record<'None' | 'linear' | 'quadratic', number | Undefined>;
    balanced: number;
    adjusted: number | Undefined;
    confusion: Record<'None' | 'true' | 'pred' | 'all', readonly Numbers[]>;
    perClass: readonly Numbers[];
    averages: Partial<Record<metrics.Average, Numbers>>;
    specificity: Partial<Record<metrics.Average, number>>;
    report: string | null;
    subset?: {
      labels: Numbers;
      confusion: readonly Numbers[];
      macro: number;
      micro: number;
      weighted: number;
      report: string | null;
    };
  };
}

interface RankingCase {
  yTrue: Numbers;
  yScore: Numbers;
  sampleWeight: Weights;
  posLabel: number;
  expected: {
    roc: readonly Numbers[];
    rocAll: readonly Numbers[];
    auc: number;
    partial: Numbers;
    pr: readonly Numbers[];
    ap: number;
  };
}

interface ProbabilityCase {
  yTrue: Numbers;
  yProb: Numbers;
  sampleWeight: Weights;
  expected: {
    logLoss: number;
    logLossSum: number;
    logLossEps: number;
    brier: number;
    calibration: readonly { nBins: number; strategy: 'uniform' | 'quantile'; curve: readonly Numbers[] }[];
  };
}

interface MulticlassCase {
  yTrue: Numbers;
  yProb: readonly Numbers[];
  sampleWeight: Weights;
  expected: { auc: Record<string, number>; logLoss: number };
}

const tolerance = 1e-12;

function close(actual: number, expected: number, what: string): void {
  const allowed = tolerance * Math.max(1, Math.abs(expected));
  expect(Math.abs(actual - expected), `${what}: ${actual} against scikit-learn's ${expected}`).toBeLessThanOrEqual(
    allowed,
  );
  const worst = Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
  tally('Metrics', 'scores, matrices and curves', { tolerance, values: 1, worst });
}

function closeAll(actual: Numbers, expected: Numbers, what: string): void {
  expect(actual.length, `length of ${what}`).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) close(actual[i]!, expected[i]!, `${what}[${i}]`);
}

/** An undefined score is NaN in scikit-learn and an error here. */
function closeOrUndefined(actual: () => number, expected: number | Undefined, what: string): void {
  if (expected === null) expect(actual, what).toThrow(metrics.MetricError);
  else close(actual(), expected, what);
}

const weightsOf = (weights: Weights): { sampleWeight: Numbers | undefined } => ({ sampleWeight: weights ?? undefined });

describe('metrics of predicted classes equal scikit-learn 1.2.1', () => {
  const cases = labelCases as unknown as readonly LabelCase[];
  test.each(cases.map((one, i) => [i, one] as const))('case %i', (_, one) => {
    const { yTrue, yPred, zeroDivision, posLabel, expected } = one;
    const w = weightsOf(one.sampleWeight);
    close(metrics.accuracyScore(yTrue, yPred, w), expected.accuracy, 'accuracy');
    close(metrics.accuracyScore(yTrue, yPred, { ...w, normalize: false }), expected.right, 'weight of what is right');
    close(metrics.matthewsCorrcoef(yTrue, yPred, w), expected.matthews, 'Matthews');
    close(metrics.balancedAccuracyScore(yTrue, yPred, w), expected.balanced, 'balanced accuracy');
    const adjusted = () => metrics.balancedAccuracyScore(yTrue, yPred, { ...w, adjusted: true });
    closeOrUndefined(adjusted, expected.adjusted, 'adjusted balanced accuracy');
    for (const weights of ['None', 'linear', 'quadratic'] as const) {
      const options = { ...w, weights: weights === 'None' ? undefined : weights };
      closeOrUndefined(
        () => metrics.cohenKappaScore(yTrue, yPred, options),
        expected.kappa[weights],
        `kappa ${weights}`,
      );
    }
    for (const by of ['None', 'true', 'pred', 'all'] as const) {
      const { matrix } = metrics.confusionMatrix(yTrue, yPred, { ...w, normalize: by === 'None' ? undefined : by });
      closeAll(matrix.flat(), expected.confusion[by].flat(), `confusion matrix by ${by}`);
    }
    const each = metrics.precisionRecallFscoreSupport(yTrue, yPred, { ...w, zeroDivision });
    closeAll(each.precision, expected.perClass[0]!, 'precision of each class');
    closeAll(each.recall, expected.perClass[1]!, 'recall of each class');
    closeAll(each.fscore, expected.perClass[2]!, 'F1 of each class');
    closeAll(each.support, expected.perClass[3]!, 'support of each class');
    for (const average of Object.keys(expected.averages) as metrics.Average[]) {
      const options = { ...w, average, posLabel, zeroDivision };
      const scores = [
        metrics.precisionScore(yTrue, yPred, options),
        metrics.recallScore(yTrue, yPred, options),
        metrics.f1Score(yTrue, yPred, options),
        metrics.fbetaScore(yTrue, yPred, { ...options, beta: 2 }),
        metrics.fbetaScore(yTrue, yPred, { ...options, beta: 0.5 }),
      ];
      closeAll(scores, expected.averages[average]!, `precision, recall, F1, F2, F0.5, ${average}`);
      const specificity = metrics.specificityScore(yTrue, yPred, options);
      close(specificity, expected.specificity[average]!, `specificity, ${average}`);
    }
    if (expected.report !== null) {
      const report = metrics.classificationReport(yTrue, yPred, { zeroDivision, digits: 3 });
      expectSame('Metrics', 'classification reports, as text', [report.toString()], [expected.report]);
    }
    if (expected.subset !== undefined) {
      const { labels, confusion, report } = expected.subset;
      const options = { ...w, labels, zeroDivision };
      const part = metrics.confusionMatrix(yTrue, yPred, { ...w, labels });
      closeAll(part.matrix.flat(), confusion.flat(), 'part of the matrix');
      for (const average of ['macro', 'micro', 'weighted'] as const) {
        const f1 = metrics.f1Score(yTrue, yPred, { ...options, average });
        close(f1, expected.subset[average], `F1 of some classes, ${average}`);
      }
      if (report !== null) {
        const text = metrics.classificationReport(yTrue, yPred, options).toString();
        expectSame('Metrics', 'classification reports, as text', [text], [report]);
      }
    }
  });
});

describe('metrics over all thresholds equal scikit-learn 1.2.1', () => {
  const cases = rankingCases as unknown as readonly RankingCase[];
  test.each(cases.map((one, i) => [i, one] as const))('case %i', (_, one) => {
    const { yTrue, yScore, posLabel, expected } = one;
    const w = weightsOf(one.sampleWeight);
    for (const dropIntermediate of [true, false]) {
      const roc = metrics.rocCurve(yTrue, yScore, { ...w, posLabel, dropIntermediate });
      const [fpr, tpr, thresholds] = dropIntermediate ? expected.roc : expected.rocAll;
      closeAll(roc.fpr, fpr!, 'false positive rate');
      closeAll(roc.tpr, tpr!, 'true positive rate');
      closeAll(roc.thresholds, thresholds!, 'thresholds of ROC');
    }
    close(metrics.rocAucScore(yTrue, yScore, w), expected.auc, 'ROC AUC');
    [0.1, 0.5, 1].forEach((maxFpr, i) => {
      close(metrics.rocAucScore(yTrue, yScore, { ...w, maxFpr }), expected.partial[i]!, `ROC AUC up to ${maxFpr}`);
    });
    const roc = metrics.rocCurve(yTrue, yScore, { ...w, posLabel });
    close(metrics.auc(roc.fpr, roc.tpr), expected.auc, 'area under the ROC curve');
    const curve = metrics.precisionRecallCurve(yTrue, yScore, { ...w, posLabel });
    closeAll(curve.precision, expected.pr[0]!, 'precision');
    closeAll(curve.recall, expected.pr[1]!, 'recall');
    closeAll(curve.thresholds, expected.pr[2]!, 'thresholds of precision and recall');
    close(metrics.averagePrecisionScore(yTrue, yScore, { ...w, posLabel }), expected.ap, 'average precision');
  });
});

describe('metrics of probabilities equal scikit-learn 1.2.1', () => {
  const cases = probabilityCases as unknown as readonly ProbabilityCase[];
  test.each(cases.map((one, i) => [i, one] as const))('case %i', (_, one) => {
    const { yTrue, yProb, expected } = one;
    const w = weightsOf(one.sampleWeight);
    close(metrics.logLoss(yTrue, yProb, w), expected.logLoss, 'log loss');
    close(metrics.logLoss(yTrue, yProb, { ...w, normalize: false }), expected.logLossSum, 'log loss, summed');
    close(metrics.logLoss(yTrue, yProb, { ...w, eps: 1e-3 }), expected.logLossEps, 'log loss, eps 1e-3');
    close(metrics.brierScoreLoss(yTrue, yProb, w), expected.brier, 'Brier score');
    for (const { nBins, strategy, curve } of expected.calibration) {
      const { probTrue, probPred } = metrics.calibrationCurve(yTrue, yProb, { nBins, strategy });
      closeAll(probTrue, curve[0]!, `what happened, ${nBins} ${strategy} bins`);
      closeAll(probPred, curve[1]!, `what was predicted, ${nBins} ${strategy} bins`);
    }
  });
});

describe('metrics of several classes equal scikit-learn 1.2.1', () => {
  const cases = multiclassCases as unknown as readonly MulticlassCase[];
  test.each(cases.map((one, i) => [i, one] as const))('case %i', (_, one) => {
    const { yTrue, yProb, expected } = one;
    const w = weightsOf(one.sampleWeight);
    close(metrics.logLoss(yTrue, yProb, w), expected.logLoss, 'log loss');
    for (const [key, area] of Object.entries(expected.auc)) {
      const [multiClass, average] = key.split(' ') as ['ovr' | 'ovo', 'macro' | 'micro' | 'weighted'];
      const options = { multiClass, average, ...(multiClass === 'ovr' ? w : {}) };
      close(metrics.rocAucScore(yTrue, yProb, options), area, `ROC AUC ${key}`);
    }
  });
});
