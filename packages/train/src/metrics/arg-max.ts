import type { StreamingMetric } from '@kindling/metrics';
import { type Metric, ofChanged, type Values } from './metric.js';

/**
 * A metric of classes made one of scores a class: the predicted class is that of the largest score in each row, the
 * first of equals.
 *
 * @param metric - takes true and predicted classes, such as `accuracyScore` and `new StreamingAccuracy()` of `@kindling/metrics`.
 * @example
 * ```ts
 * import { accuracyScore } from '@kindling/metrics';
 * import { argMax } from '@kindling/train';
 * const target = { shape: [2], dataSync: () => Int32Array.of(2, 0) };
 * const scores = { shape: [2, 3], dataSync: () => Float32Array.of(0.1, 0.2, 0.7, 0.3, 0.4, 0.3) };
 * console.log(argMax(accuracyScore)(target, scores)); // => 0.5
 * ```
 */
export function argMax(metric: Metric): Metric;
export function argMax(metric: StreamingMetric): StreamingMetric;
export function argMax(metric: Metric | StreamingMetric): Metric | StreamingMetric;
export function argMax(metric: Metric | StreamingMetric): Metric | StreamingMetric {
  return ofChanged('argMax', metric, largest);
}

function largest({ shape, dataSync }: Values): Values {
  const [rows, columns] = shape;
  if (shape.length !== 2 || rows === undefined || columns === undefined || columns < 1) {
    throw new Error(`the predictions are [${shape.join(', ')}], expected a score a class: [rows, classes]`);
  }
  const scores = dataSync();
  const classes = Int32Array.from({ length: rows }, (_, row) => {
    let best = 0;
    for (let column = 0; column < columns; column++) {
      const score = scores[row * columns + column]!;
      if (Number.isNaN(score)) throw new Error(`the prediction for row ${row} is NaN`);
      if (score > scores[row * columns + best]!) best = column;
    }
    return best;
  });
  return { shape: [rows], dataSync: () => classes };
}
