/**
 * Bytes that are no safetensors file, or one that is damaged.
 *
 * @example
 * ```ts
 * import { readSafetensors } from '@kindling/train/safetensors';
 * readSafetensors(new Uint8Array(3)); // throws SafetensorsError: safetensors: the file has 3 bytes; …
 * ```
 */
export class SafetensorsError extends Error {
  override name = 'SafetensorsError';
}
