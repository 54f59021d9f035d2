import type { Tensor } from '../tensor.js';
import { defineComparison, type TensorOrNumber } from './elementwise.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link logicalOr}. */
    logicalOr(other: TensorOrNumber): Tensor;
  }
}

/**
 * Whether one or both are not 0, element by element.
 *
 * @param a - a tensor or a number; the shapes broadcast.
 * @param b - a tensor or a number, at least one of them a tensor.
 * @returns bool.
 * @throws `ShapeError` when the shapes do not broadcast.
 * @example
 * ```ts
 * import { logicalOr, tensor } from '@kindling/tensor-core';
 * console.log(String(logicalOr(tensor([0, 1, 0]), tensor([1, 0, 0])))); // => tensor([ True,  True, False])
 * ```
 */
export const logicalOr: (a: TensorOrNumber, b: TensorOrNumber) => Tensor = defineComparison('logicalOr');
