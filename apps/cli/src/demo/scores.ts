import { accuracyScore, f1Score, precisionScore, recallScore, rocAucScore } from '@kindling/metrics';
import { atThreshold, type History } from '@kindling/train';

/** What is measured on held-out samples after each epoch. */
export const perEpoch = {
  accuracy: atThreshold(accuracyScore),
  precision: atThreshold((y, p) => precisionScore(y, p, { zeroDivision: 0 })),
  recall: atThreshold((y, p) => recallScore(y, p, { zeroDivision: 0 })),
  f1: atThreshold((y, p) => f1Score(y, p, { zeroDivision: 0 })),
};

/** A trained model in the JSON document. */
export interface ModelScores {
  readonly name: string;
  readonly accuracy: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly auc: number;
  readonly loss: readonly number[];
}

/** How a model ended: the last epoch's metrics, and the area under its ROC curve. */
export function scoresOf(
  name: string,
  history: History<keyof typeof perEpoch>,
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
): ModelScores {
  const { accuracy, precision, recall, f1 } = history.metrics;
  return {
    name,
    accuracy: accuracy.at(-1)!,
    precision: precision.at(-1)!,
    recall: recall.at(-1)!,
    f1: f1.at(-1)!,
    auc: rocAucScore(Array.from(labels), Array.from(probabilities)),
    loss: history.loss,
  };
}

/** One line about them. */
export function scoreLine({ name, accuracy, precision, recall, f1, auc }: ModelScores): string {
  const values = { accuracy, precision, recall, F1: f1, AUC: auc };
  const parts = Object.entries(values).map(([what, value]) => `${what} ${value.toFixed(4)}`);
  return `${name}: ${parts.join(', ')}`;
}
