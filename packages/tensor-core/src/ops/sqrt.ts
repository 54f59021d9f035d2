import type { Tensor } from '../tensor.js';
import { div } from './div.js';
import { floatUnary } from './elementwise.js';
import { mul } from './mul.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link sqrt}. */
    sqrt(): Tensor;
  }
}

/**
 * The square root of each element; NaN below 0.
 *
 * @param x - any shape.
 * @returns the same shape.
 * @example
 * ```ts
 * import { sqrt, tensor } from '@kindling/tensor-core';
 * console.log(String(sqrt(tensor([4, 9])))); // => tensor([2., 3.])
 * ```
 */
export const sqrt: (x: Tensor) => Tensor = floatUnary('sqrt', (g, { y }) => div(g, mul(y, 2)));
