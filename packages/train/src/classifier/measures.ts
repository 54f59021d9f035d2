import { brierScoreLoss, logLoss, rocAucScore } from '@kindling/metrics';

/** How good predictions are, at a threshold and without one. */
export interface Measures {
  readonly rows: number;
  readonly accuracy: number;
  /** The area under the ROC curve; `null` where all rows are of one class. */
  readonly auc: number | null;
  readonly logLoss: number;
  readonly brier: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Rows by their true class (negative first) and the predicted one. */
  readonly confusion: readonly [readonly [number, number], readonly [number, number]];
  readonly threshold: number;
}

/** Measures probabilities of class 1 against the true classes. */
export function measure(y: Int32Array, probabilities: Float64Array, threshold: number): Measures {
  const confusion: [[number, number], [number, number]] = [
    [0, 0],
    [0, 0],
  ];
  for (let i = 0; i < y.length; i++) confusion[y[i] as 0 | 1][probabilities[i]! > threshold ? 1 : 0]++;
  const [[tn, fp], [fn, tp]] = confusion;
  const share = (part: number, all: number): number => (all === 0 ? 0 : part / all);
  const targets = [...y];
  const scores = [...probabilities];
  const both = tp + fn > 0 && tn + fp > 0;
  return {
    rows: y.length,
    accuracy: share(tp + tn, y.length),
    auc: both ? rocAucScore(targets, scores) : null,
    logLoss: logLoss(targets, scores, { labels: [0, 1] }),
    brier: brierScoreLoss(targets, scores),
    precision: share(tp, tp + fp),
    recall: share(tp, tp + fn),
    f1: share(2 * tp, 2 * tp + fp + fn),
    confusion,
    threshold,
  };
}
