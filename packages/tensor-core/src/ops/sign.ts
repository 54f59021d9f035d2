import type { Tensor } from '../tensor.js';
import { convert } from './cast.js';
import { defineUnary, runUnary } from './elementwise.js';
import { mul } from './mul.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link sign}. */
    sign(): Tensor;
  }
}

/**
 * -1, 0 or 1 by the sign of each element, and bool as it is; the derivative is 0.
 *
 * @param x - any shape.
 * @returns the same shape.
 * @example
 * ```ts
 * import { sign, tensor } from '@kindling/tensor-core';
 * console.log(String(sign(tensor([-3, 0, 2])))); // => tensor([-1.,  0.,  1.])
 * ```
 */
export const sign: (x: Tensor) => Tensor = defineUnary(
  'sign',
  (x) => (x.dtype === 'bool' ? convert(x, 'bool') : runUnary('sign', x)),
  (g) => mul(g, 0),
);
