import type { Tensor } from '../tensor.js';
import { defineComparison, type TensorOrNumber } from './elementwise.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link gt}. */
    gt(other: TensorOrNumber): Tensor;
  }
}

/**
 * Whether `a > b`, element by element.
 *
 * @param a - a tensor or a number; the shapes broadcast.
 * @param b - a tensor or a number, at least one of them a tensor.
 * @returns bool.
 * @throws `ShapeError` when the shapes do not broadcast.
 * @example
 * ```ts
 * import { gt, tensor } from '@kindling/tensor-core';
 * console.log(String(gt(tensor([1, 2, 3]), 2))); // => tensor([False, False,  True])
 * ```
 */
export const gt: (a: TensorOrNumber, b: TensorOrNumber) => Tensor = defineComparison('gt');
