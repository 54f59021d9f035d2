import type { Tensor } from '../tensor.js';
import { defineComparison, type TensorOrNumber } from './elementwise.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link logicalAnd}. */
    logicalAnd(other: TensorOrNumber): Tensor;
  }
}

/**
 * Whether both are not 0, element by element.
 *
 * @param a - a tensor or a number; the shapes broadcast.
 * @param b - a tensor or a number, at least one of them a tensor.
 * @returns bool.
 * @throws `ShapeError` when the shapes do not broadcast.
 * @example
 * ```ts
 * import { logicalAnd, tensor } from '@kindling/tensor-core';
 * console.log(String(logicalAnd(tensor([0, 1, 2]), tensor([1, 0, 3])))); // => tensor([False, False,  True])
 * ```
 */
export const logicalAnd: (a: TensorOrNumber, b: TensorOrNumber) => Tensor = defineComparison('logicalAnd');
