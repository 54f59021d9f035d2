import type { Tensor } from '../tensor.js';
import { cos } from './cos.js';
import { floatUnary } from './elementwise.js';
import { mul } from './mul.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link sin}. */
    sin(): Tensor;
  }
}

/**
 * The sine of each element, in radians.
 *
 * @param x - any shape.
 * @returns the same shape.
 * @example
 * ```ts
 * import { sin, tensor } from '@kindling/tensor-core';
 * console.log(String(sin(tensor([0, 1])))); // => tensor([0.0000, 0.8415])
 * ```
 */
export const sin: (x: Tensor) => Tensor = floatUnary('sin', (g, { a }) => mul(g, cos(a)));
