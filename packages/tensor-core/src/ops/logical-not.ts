import type { Tensor } from '../tensor.js';
import { definePredicate } from './elementwise.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link logicalNot}. */
    logicalNot(): Tensor;
  }
}

/**
 * Whether each element is 0 (or false).
 *
 * @param x - any shape and dtype.
 * @returns the same shape, bool.
 * @example
 * ```ts
 * import { logicalNot, tensor } from '@kindling/tensor-core';
 * console.log(String(logicalNot(tensor([0, 2])))); // => tensor([ True, False])
 * ```
 */
export const logicalNot: (x: Tensor) => Tensor = definePredicate('logicalNot');
