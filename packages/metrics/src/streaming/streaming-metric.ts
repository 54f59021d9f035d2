import type { Labels, ScoreRows, Scores } from '../inputs.js';

/**
 * A metric that is told of samples batch by batch and keeps only what it needs of them.
 *
 * @example
 * ```ts
 * import { StreamingAccuracy, type StreamingMetric } from '@kindling/metrics';
 *
 * const metric: StreamingMetric = new StreamingAccuracy();
 * metric.update([0, 1], [0, 0]);
 * metric.update([1, 1], [1, 1]);
 * console.log(metric.compute()); // => 0.75
 * ```
 */
export interface StreamingMetric<Result = number> {
  /** Forgets all samples. */
  reset(): void;
  /**
   * Takes samples more; one that is refused changes nothing.
   *
   * @param yTrue the true classes, `[n]`
   * @param yPred what was predicted, as the metric of the same name takes it
   * @param sampleWeight the weight of each sample, `[n]`; 1 each when left out
   */
  update(yTrue: Labels, yPred: Labels | Scores | ScoreRows, sampleWeight?: Scores): void;
  /** The metric of all samples so far. */
  compute(): Result;
}
