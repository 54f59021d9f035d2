import { wrong } from '@internal/arguments';
import type { StreamingMetric } from '@kindling/metrics';
import { ArgumentError } from '@kindling/tensor-core';
import { type Metric, ofChanged, type Values } from './metric.js';

/**
 * A metric of classes made one of scores: a prediction above the threshold is class 1, all others class 0.
 *
 * @param metric - takes true and predicted classes, such as `accuracyScore`, `f1Score` and `new StreamingF1()` of `@kindling/metrics`.
 * @param threshold - default 0.5, for probabilities, which counts 0.5 itself as class 0 (as rounding it does); 0 for logits.
 * @example
 * ```ts
 * import { accuracyScore } from '@kindling/metrics';
 * import { atThreshold } from '@kindling/train';
 * const accuracy = atThreshold(accuracyScore);
 * const values = (...numbers: number[]) => ({ shape: [numbers.length], dataSync: () => Float32Array.from(numbers) });
 * console.log(accuracy(values(0, 1, 1, 0), values(0.2, 0.9, 0.4, 0.5))); // => 0.75
 * ```
 */
export function atThreshold(metric: Metric, threshold?: number): Metric;
export function atThreshold(metric: StreamingMetric, threshold?: number): StreamingMetric;
export function atThreshold(metric: Metric | StreamingMetric, threshold?: number): Metric | StreamingMetric;
export function atThreshold(metric: Metric | StreamingMetric, threshold = 0.5): Metric | StreamingMetric {
  if (typeof threshold !== 'number' || Number.isNaN(threshold))
    wrong(ArgumentError, 'atThreshold', 'threshold', 'a number', threshold);
  return ofChanged('atThreshold', metric, (prediction) => above(prediction, threshold));
}

function above({ shape, dataSync }: Values, threshold: number): Values {
  // Every comparison with NaN is false: it would pass for class 0.
  const classes = Int32Array.from(dataSync(), (score, i) => {
    if (Number.isNaN(score)) throw new Error(`prediction ${i} is NaN`);
    return score > threshold ? 1 : 0;
  });
  return { shape, dataSync: () => classes };
}
