import { precisionRecallCurve, rocCurve, scoresInterval } from '@kindling/metrics';
import { ArgumentError } from '@kindling/tensor-core';
import type { Values } from '../metrics/metric.js';
import type { CrossValidateOptions, Fold, FoldCurves, FoldMeasure } from './options.js';

/** Mean, deviation and interval of what the folds say. */
export function summarize(
  values: number[],
  folds: readonly Fold[],
  interval: CrossValidateOptions['interval'] = {},
): FoldMeasure {
  const mean = average(values);
  const std = Math.sqrt(average(values.map((value) => (value - mean) ** 2)));
  const rows = (part: 'train' | 'test'): number => folds.reduce((sum, fold) => sum + fold[part].length, 0);
  const testOverTrain = rows('test') / rows('train');
  const told = values.length > 1 && values.every(Number.isFinite);
  return { values, mean, std, interval: told ? scoresInterval(values, { testOverTrain, ...interval }) : null };
}

/** The curves of outputs, of which there must be one a row. */
export function curvesOf(labels: readonly number[], { shape, dataSync }: Values): FoldCurves {
  const scores = dataSync();
  if (scores.length !== labels.length) {
    throw new ArgumentError(
      `crossValidate: curves need one output and one label a row; there are ${labels.length} labels, the model gives [${shape.join(', ')}]`,
    );
  }
  // Of one class alone there is no curve.
  if (labels.every((label) => label === labels[0])) return { roc: null, precisionRecall: null };
  return { roc: rocCurve(labels, scores), precisionRecall: precisionRecallCurve(labels, scores) };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
