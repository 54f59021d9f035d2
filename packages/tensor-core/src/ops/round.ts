import type { Tensor } from '../tensor.js';
import { numericUnary } from './elementwise.js';
import { mul } from './mul.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link round}. */
    round(): Tensor;
  }
}

/**
 * The nearest whole number to each element, halves to the even one, as PyTorch rounds. Its derivative is 0.
 *
 * @param x - any shape.
 * @returns the same shape.
 * @example
 * ```ts
 * import { round, tensor } from '@kindling/tensor-core';
 * console.log(String(round(tensor([0.5, 1.5, -1.2])))); // => tensor([ 0.,  2., -1.])
 * ```
 */
export const round: (x: Tensor) => Tensor = numericUnary('round', (g) => mul(g, 0));
