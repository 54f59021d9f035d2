import type { Tensor } from '../tensor.js';
import { div } from './div.js';
import { floatUnary } from './elementwise.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link log}. */
    log(): Tensor;
  }
}

/**
 * The natural logarithm of each element; -inf at 0 and NaN below.
 *
 * @param x - any shape.
 * @returns the same shape.
 * @example
 * ```ts
 * import { log, tensor } from '@kindling/tensor-core';
 * console.log(String(log(tensor([1, 10])))); // => tensor([0.0000, 2.3026])
 * ```
 */
export const log: (x: Tensor) => Tensor = floatUnary('log', (g, { a }) => div(g, a));
