/**
 * What every metric throws when the values it was given cannot be scored: the message names the metric, the argument
 * and the offending value.
 *
 * @example
 * ```ts
 * import { accuracyScore, MetricError } from '@kindling/metrics';
 *
 * try {
 *   accuracyScore([0, 1, 1], [0, 1]);
 * } catch (error) {
 *   console.log(error instanceof MetricError); // => true
 * }
 * ```
 */
export class MetricError extends Error {
  override name = 'MetricError';
}
