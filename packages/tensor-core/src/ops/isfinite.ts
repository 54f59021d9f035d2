import { defineMethod } from '../define-op.js';
import { type Tensor, wrapLike } from '../tensor.js';

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
export function isfinite(x: Tensor): Tensor {
  return wrapLike(x.backend.unary('isfinite', x), x);
}

defineMethod('isfinite', isfinite);
