import type { Tensor } from '../tensor.js';
import { numericUnary } from './elementwise.js';
import { mul } from './mul.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link sign}. */
    sign(): Tensor;
  }
}

/**
 * -1, 0 or 1 by the sign of each element; its derivative is 0.
 *
 * @param x - any shape.
 * @returns the same shape.
 * @example
 * ```ts
 * import { sign, tensor } from '@kindling/tensor-core';
 * console.log(String(sign(tensor([-3, 0, 2])))); // => tensor([-1.,  0.,  1.])
 * ```
 */
export const sign: (x: Tensor) => Tensor = numericUnary('sign', (g) => mul(g, 0));
