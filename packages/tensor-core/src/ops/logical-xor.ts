import type { Tensor } from '../tensor.js';
import { defineComparison, type TensorOrNumber } from './elementwise.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link logicalXor}. */
    logicalXor(other: TensorOrNumber): Tensor;
  }
}

/**
 * Whether just one is not 0, element by element.
 *
 * @param a - a tensor or a number; the shapes broadcast.
 * @param b - a tensor or a number, at least one of them a tensor.
 * @returns bool.
 * @throws `ShapeError` when the shapes do not broadcast.
 * @example
 * ```ts
 * import { logicalXor, tensor } from '@kindling/tensor-core';
 * console.log(String(logicalXor(tensor([0, 1, 2]), tensor([1, 0, 3])))); // => tensor([ True,  True, False])
 * ```
 */
export const logicalXor: (a: TensorOrNumber, b: TensorOrNumber) => Tensor = defineComparison('logicalXor');
