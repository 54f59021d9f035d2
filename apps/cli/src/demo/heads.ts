import { accuracyScore, f1Score, precisionScore, recallScore, rocAucScore } from '@kindling/metrics';
import { BCELoss, CrossEntropyLoss, Flatten, type Module, Sigmoid } from '@kindling/nn';
import type { Tensor } from '@kindling/tensor-core';
import { argMax, atThreshold, type LossFunction, type Metric } from '@kindling/train';

/** The end of a network that tells classes apart: one probability for two of them, else a score for each. */
export interface Head {
  /** What the layer before it gives. */
  readonly outputs: number;
  layers(): Module[];
  readonly loss: LossFunction;
  readonly accuracy: Metric;
  /** The probability of each class, a row for each of the network's outputs. */
  likelihoods(outputs: Tensor): number[][];
}

const crossEntropy = new CrossEntropyLoss();

export const headFor = (classes: number): Head =>
  classes === 2
    ? {
        outputs: 1,
        layers: () => [new Flatten(0), new Sigmoid()],
        loss: new BCELoss(),
        accuracy: atThreshold(accuracyScore),
        likelihoods: (outputs) => (outputs.tolist() as number[]).map((p) => [1 - p, p]),
      }
    : {
        outputs: classes,
        layers: () => [],
        loss: (scores, labels) => crossEntropy(scores, labels.int()),
        accuracy: argMax(accuracyScore),
        likelihoods: (outputs) => outputs.softmax(1).tolist() as number[][],
      };

/** The most likely class of each row. */
export const predicted = (likelihoods: readonly (readonly number[])[]): number[] =>
  likelihoods.map((row) => row.indexOf(row.reduce((a, b) => Math.max(a, b))));

/** Scores of class 1 where there are two, else the mean over the classes. */
export function classScores(labels: readonly number[], likelihoods: readonly (readonly number[])[]) {
  const found = predicted(likelihoods);
  const two = likelihoods[0]!.length === 2;
  const options = { zeroDivision: 0, average: two ? 'binary' : 'macro' } as const;
  return {
    accuracy: accuracyScore(labels, found),
    precision: precisionScore(labels, found, options),
    recall: recallScore(labels, found, options),
    f1: f1Score(labels, found, options),
    auc: two
      ? rocAucScore(
          labels,
          likelihoods.map((row) => row[1]!),
        )
      : rocAucScore(labels, likelihoods, { multiClass: 'ovr' }),
  };
}
