import type { Tensor } from '../tensor.js';
import { floatUnary } from './elementwise.js';
import { exp } from './exp.js';
import { mul } from './mul.js';
import { neg } from './neg.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link erf}. */
    erf(): Tensor;
  }
}

/**
 * The error function `2 / sqrt(pi)` times the integral of `exp(-t * t)` from 0 to x.
 *
 * @param x - any shape.
 * @returns the same shape.
 * @example
 * ```ts
 * import { erf, tensor } from '@kindling/tensor-core';
 * console.log(String(erf(tensor([0, 1])))); // => tensor([0.0000, 0.8427])
 * ```
 */
export const erf: (x: Tensor) => Tensor = floatUnary('erf', (g, { a }) =>
  mul(g, mul(exp(neg(mul(a, a))), 2 / Math.sqrt(Math.PI))),
);
