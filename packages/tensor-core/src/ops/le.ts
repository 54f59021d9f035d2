import type { Tensor } from '../tensor.js';
import { defineComparison, type TensorOrNumber } from './elementwise.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link le}. */
    le(other: TensorOrNumber): Tensor;
  }
}

/**
 * Whether `a <= b`, element by element.
 *
 * @param a - a tensor or a number; the shapes broadcast.
 * @param b - a tensor or a number, at least one of them a tensor.
 * @returns bool.
 * @throws `ShapeError` when the shapes do not broadcast.
 * @example
 * ```ts
 * import { le, tensor } from '@kindling/tensor-core';
 * console.log(String(le(tensor([1, 2, 3]), 2))); // => tensor([ True,  True, False])
 * ```
 */
export const le: (a: TensorOrNumber, b: TensorOrNumber) => Tensor = defineComparison('le');
