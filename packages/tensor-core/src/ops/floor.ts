import type { Tensor } from '../tensor.js';
import { numericUnary } from './elementwise.js';
import { mul } from './mul.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link floor}. */
    floor(): Tensor;
  }
}

/**
 * The largest whole number not above each element. Its derivative is 0.
 *
 * @param x - any shape.
 * @returns the same shape.
 * @example
 * ```ts
 * import { floor, tensor } from '@kindling/tensor-core';
 * console.log(String(floor(tensor([1.5, -1.5])))); // => tensor([ 1., -2.])
 * ```
 */
export const floor: (x: Tensor) => Tensor = numericUnary('floor', (g) => mul(g, 0));
