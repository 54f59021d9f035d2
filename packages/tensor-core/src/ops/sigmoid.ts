import type { Tensor } from '../tensor.js';
import { activationBackward } from './activation-backward.js';
import { floatUnary } from './elementwise.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link sigmoid}. */
    sigmoid(): Tensor;
  }
}

/**
 * `1 / (1 + exp(-x))` of each element.
 *
 * @param x - any shape.
 * @returns the same shape.
 * @example
 * ```ts
 * import { sigmoid, tensor } from '@kindling/tensor-core';
 * console.log(String(sigmoid(tensor([0, 1])))); // => tensor([0.5000, 0.7311])
 * ```
 */
export const sigmoid: (x: Tensor) => Tensor = floatUnary('sigmoid', (g, { y }) => activationBackward('sigmoid', g, y));
