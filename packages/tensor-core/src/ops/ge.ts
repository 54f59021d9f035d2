import type { Tensor } from '../tensor.js';
import { defineComparison, type TensorOrNumber } from './elementwise.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link ge}. */
    ge(other: TensorOrNumber): Tensor;
  }
}

/**
 * Whether `a >= b`, element by element.
 *
 * @param a - a tensor or a number; the shapes broadcast.
 * @param b - a tensor or a number, at least one of them a tensor.
 * @returns bool.
 * @throws `ShapeError` when the shapes do not broadcast.
 * @example
 * ```ts
 * import { ge, tensor } from '@kindling/tensor-core';
 * console.log(String(ge(tensor([1, 2, 3]), 2))); // => tensor([False,  True,  True])
 * ```
 */
export const ge: (a: TensorOrNumber, b: TensorOrNumber) => Tensor = defineComparison('ge');
