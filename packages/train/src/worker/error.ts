/**
 * A description of an experiment, or a message to a session, that makes no sense.
 *
 * @example
 * ```ts
 * import { ExperimentError, experiment } from '@kindling/train/worker';
 * try {
 *   experiment({ batchSize: -1 });
 * } catch (error) {
 *   console.log(error instanceof ExperimentError, String(error));
 * }
 * // => true ExperimentError: experiment: batchSize must be a whole number from 0 to 100000, not -1
 * ```
 */
export class ExperimentError extends Error {
  override name = 'ExperimentError';
}
