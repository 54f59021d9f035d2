import type { Tensor } from '../tensor.js';
import { definePredicate } from './elementwise.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link isnan}. */
    isnan(): Tensor;
  }
}

/**
 * Whether each element is NaN.
 *
 * @param x - any shape and dtype.
 * @returns the same shape, bool.
 * @example
 * ```ts
 * import { isnan, tensor } from '@kindling/tensor-core';
 * console.log(String(isnan(tensor([1, NaN])))); // => tensor([False,  True])
 * ```
 */
export const isnan: (x: Tensor) => Tensor = definePredicate('isnan');
