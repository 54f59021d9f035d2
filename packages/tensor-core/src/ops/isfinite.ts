import type { Tensor } from '../tensor.js';
import { definePredicate } from './elementwise.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link isfinite}. */
    isfinite(): Tensor;
  }
}

/**
 * Whether each element is neither infinite nor NaN.
 *
 * @param x - any shape and dtype.
 * @returns the same shape, bool.
 * @example
 * ```ts
 * import { isfinite, tensor } from '@kindling/tensor-core';
 * console.log(String(isfinite(tensor([1, Infinity, NaN])))); // => tensor([ True, False, False])
 * ```
 */
export const isfinite: (x: Tensor) => Tensor = definePredicate('isfinite');
