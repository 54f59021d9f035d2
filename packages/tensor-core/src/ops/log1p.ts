import type { Tensor } from '../tensor.js';
import { add } from './add.js';
import { div } from './div.js';
import { floatUnary } from './elementwise.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link log1p}. */
    log1p(): Tensor;
  }
}

/**
 * `log(1 + x)`, exact also near 0.
 *
 * @param x - any shape.
 * @returns the same shape.
 * @example
 * ```ts
 * import { log1p, tensor } from '@kindling/tensor-core';
 * console.log(String(log1p(tensor([0, 1])))); // => tensor([0.0000, 0.6931])
 * ```
 */
export const log1p: (x: Tensor) => Tensor = floatUnary('log1p', (g, { a }) => div(g, add(a, 1)));
