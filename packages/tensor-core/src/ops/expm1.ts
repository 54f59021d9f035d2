import type { Tensor } from '../tensor.js';
import { add } from './add.js';
import { floatUnary } from './elementwise.js';
import { mul } from './mul.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link expm1}. */
    expm1(): Tensor;
  }
}

/**
 * `exp(x) - 1`, exact also near 0.
 *
 * @param x - any shape.
 * @returns the same shape.
 * @example
 * ```ts
 * import { expm1, tensor } from '@kindling/tensor-core';
 * console.log(String(expm1(tensor([0, 1])))); // => tensor([0.0000, 1.7183])
 * ```
 */
export const expm1: (x: Tensor) => Tensor = floatUnary('expm1', (g, { y }) => mul(g, add(y, 1)));
