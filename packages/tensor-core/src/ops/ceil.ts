import type { Tensor } from '../tensor.js';
import { numericUnary } from './elementwise.js';
import { mul } from './mul.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link ceil}. */
    ceil(): Tensor;
  }
}

/**
 * The smallest whole number not below each element. Its derivative is 0.
 *
 * @param x - any shape.
 * @returns the same shape.
 * @example
 * ```ts
 * import { ceil, tensor } from '@kindling/tensor-core';
 * console.log(String(ceil(tensor([1.5, -1.5])))); // => tensor([ 2., -1.])
 * ```
 */
export const ceil: (x: Tensor) => Tensor = numericUnary('ceil', (g) => mul(g, 0));
