import type { Tensor } from '../tensor.js';
import { floatUnary } from './elementwise.js';
import { mul } from './mul.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link exp}. */
    exp(): Tensor;
  }
}

/**
 * e to the power of each element.
 *
 * @param x - any shape.
 * @returns the same shape.
 * @example
 * ```ts
 * import { exp, tensor } from '@kindling/tensor-core';
 * console.log(String(exp(tensor([0, 1])))); // => tensor([1.0000, 2.7183])
 * ```
 */
export const exp: (x: Tensor) => Tensor = floatUnary('exp', (g, { y }) => mul(g, y));
