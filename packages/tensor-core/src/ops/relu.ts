import type { Tensor } from '../tensor.js';
import { activationBackward } from './activation-backward.js';
import { numericUnary } from './elementwise.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link relu}. */
    relu(): Tensor;
  }
}

/**
 * The larger of 0 and each element; the derivative at 0 is 0.
 *
 * @param x - any shape.
 * @returns the same shape.
 * @example
 * ```ts
 * import { relu, tensor } from '@kindling/tensor-core';
 * console.log(String(relu(tensor([-1, 2])))); // => tensor([0., 2.])
 * ```
 */
export const relu: (x: Tensor) => Tensor = numericUnary('relu', (g, { y }) => activationBackward('relu', g, y));
