import type { Tensor } from '../tensor.js';
import { floatUnary } from './elementwise.js';
import { mul } from './mul.js';
import { neg } from './neg.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link reciprocal}. */
    reciprocal(): Tensor;
  }
}

/**
 * `1 / x` of each element.
 *
 * @param x - any shape.
 * @returns the same shape.
 * @example
 * ```ts
 * import { reciprocal, tensor } from '@kindling/tensor-core';
 * console.log(String(reciprocal(tensor([4, 8])))); // => tensor([0.2500, 0.1250])
 * ```
 */
export const reciprocal: (x: Tensor) => Tensor = floatUnary('reciprocal', (g, { y }) => neg(mul(g, mul(y, y))));
