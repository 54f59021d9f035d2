import type { Tensor } from '../tensor.js';
import { defineComparison, type TensorOrNumber } from './elementwise.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link lt}. */
    lt(other: TensorOrNumber): Tensor;
  }
}

/**
 * Whether `a < b`, element by element.
 *
 * @param a - a tensor or a number; the shapes broadcast.
 * @param b - a tensor or a number, at least one of them a tensor.
 * @returns bool.
 * @throws `ShapeError` when the shapes do not broadcast.
 * @example
 * ```ts
 * import { lt, tensor } from '@kindling/tensor-core';
 * console.log(String(lt(tensor([1, 2, 3]), 2))); // => tensor([ True, False, False])
 * ```
 */
export const lt: (a: TensorOrNumber, b: TensorOrNumber) => Tensor = defineComparison('lt');
