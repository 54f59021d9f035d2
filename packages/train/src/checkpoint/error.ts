/**
 * A file that is no checkpoint, is of a version that is not read, or holds what cannot be read.
 *
 * @example
 * ```ts
 * import { CheckpointError, readCheckpoint } from '@kindling/train';
 * import { writeSafetensors } from '@kindling/train/safetensors';
 * const weights = await writeSafetensors({});
 * try {
 *   readCheckpoint(weights);
 * } catch (error) {
 *   console.log(error instanceof CheckpointError); // => true
 * }
 * ```
 */
export class CheckpointError extends Error {
  override name = 'CheckpointError';
}
