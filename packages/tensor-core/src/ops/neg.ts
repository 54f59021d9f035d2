import type { Tensor } from '../tensor.js';
import { numericUnary } from './elementwise.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link neg}. */
    neg(): Tensor;
  }
}

/**
 * `-x` of each element.
 *
 * @param x - any shape.
 * @returns the same shape.
 * @example
 * ```ts
 * import { neg, tensor } from '@kindling/tensor-core';
 * console.log(String(neg(tensor([1, -2])))); // => tensor([-1.,  2.])
 * ```
 */
export const neg: (x: Tensor) => Tensor = numericUnary('neg', (g) => neg(g));
