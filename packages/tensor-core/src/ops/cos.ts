import type { Tensor } from '../tensor.js';
import { floatUnary } from './elementwise.js';
import { mul } from './mul.js';
import { neg } from './neg.js';
import { sin } from './sin.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link cos}. */
    cos(): Tensor;
  }
}

/**
 * The cosine of each element, in radians.
 *
 * @param x - any shape.
 * @returns the same shape.
 * @example
 * ```ts
 * import { cos, tensor } from '@kindling/tensor-core';
 * console.log(String(cos(tensor([0, 1])))); // => tensor([1.0000, 0.5403])
 * ```
 */
export const cos: (x: Tensor) => Tensor = floatUnary('cos', (g, { a }) => neg(mul(g, sin(a))));
