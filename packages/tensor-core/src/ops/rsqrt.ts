import type { Tensor } from '../tensor.js';
import { floatUnary } from './elementwise.js';
import { mul } from './mul.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link rsqrt}. */
    rsqrt(): Tensor;
  }
}

/**
 * `1 / sqrt(x)` of each element.
 *
 * @param x - any shape.
 * @returns the same shape.
 * @example
 * ```ts
 * import { rsqrt, tensor } from '@kindling/tensor-core';
 * console.log(String(rsqrt(tensor([4, 16])))); // => tensor([0.5000, 0.2500])
 * ```
 */
export const rsqrt: (x: Tensor) => Tensor = floatUnary('rsqrt', (g, { y }) => mul(mul(g, -0.5), mul(y, mul(y, y))));
