import type { Tensor } from '../tensor.js';
import { numericUnary } from './elementwise.js';
import { mul } from './mul.js';
import { sign } from './sign.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link abs}. */
    abs(): Tensor;
  }
}

/**
 * The magnitude of each element; the derivative at 0 is 0, as PyTorch has it.
 *
 * @param x - any shape.
 * @returns the same shape.
 * @example
 * ```ts
 * import { abs, tensor } from '@kindling/tensor-core';
 * console.log(String(abs(tensor([-3, 2])))); // => tensor([3., 2.])
 * ```
 */
export const abs: (x: Tensor) => Tensor = numericUnary('abs', (g, { a }) => mul(g, sign(a)));
