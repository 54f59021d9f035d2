import type { Tensor } from '../tensor.js';
import { activationBackward } from './activation-backward.js';
import { defineUnary, numericUnary } from './elementwise.js';
import { le } from './le.js';
import { where } from './where.js';

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
export const relu: (x: Tensor) => Tensor = defineUnary(
  'relu',
  numericUnary('relu'),
  (g, { y }) => activationBackward('relu', g, y) ?? where(le(y, 0), 0, g),
);
